/** A session that is asked a million things that make no sense: each is answered once, and the session goes on. */
import { createAdapter } from '../src/debug/adapter';
import { nonsense } from '../test/debug/nonsense';
import { thousands } from './figure';

const TEXT = ['handshake client -> server', 'client send 100', 'run', 'client close', 'wait 1s', 'client abort'].join(
  '\n',
);

/** How many are made at once. */
const BATCH = 10_000;

interface Sent {
  readonly type: string;
  readonly event?: string;
  readonly request_seq?: number;
  readonly success?: boolean;
  readonly message?: string;
}

/** Asks, counts the answers, and begins anew where a session was ended by going on from its end. */
export async function askNonsense(count: number): Promise<string> {
  const begun = performance.now();
  let [answered, refused, sessions] = [0, 0, 0];
  let session = await launch();
  for (let asked = 0; asked < count; asked += BATCH) {
    for (const [command, args] of nonsense(Math.min(BATCH, count - asked), asked)) {
      const answer = await session.ask(command, args);
      answered += 1;
      if (answer.success !== true) refused += 1;
      if (answer.message?.includes('broke one of its own rules')) {
        throw new Error(`${command} ${JSON.stringify(args)}: ${answer.message}`);
      }
      if (session.isOver()) {
        session = await launch();
        sessions += 1;
      }
    }
  }
  const seconds = Math.round((performance.now() - begun) / 1000);
  return `${thousands(answered)} requests without sense in ${seconds} s: each answered once, ${thousands(refused)} refused, ${thousands(sessions)} sessions ended by going on from their end`;
}

async function launch() {
  let seq = 0;
  let over = false;
  const waiting = new Map<number, (answer: Sent) => void>();
  const adapter = createAdapter({
    send: (message: Sent) => {
      if (message.type === 'event') over ||= message.event === 'terminated';
      else {
        const resolve = waiting.get(message.request_seq ?? 0);
        if (resolve === undefined) throw new Error(`A request was answered twice: ${JSON.stringify(message)}`);
        waiting.delete(message.request_seq ?? 0);
        resolve(message);
      }
    },
    read: async () => TEXT,
    now: () => performance.now(),
    breathe: () => new Promise((resolve) => setImmediate(resolve)),
    translate: (text) => text,
    ended: () => undefined,
  });
  const ask = (command: string, args?: object): Promise<Sent> =>
    new Promise((resolve) => {
      seq += 1;
      waiting.set(seq, resolve);
      adapter.receive({ type: 'request', seq, command, arguments: args });
    });
  await ask('initialize');
  await ask('launch', { program: 'bench.tcpscn', stopOnEntry: true });
  await ask('configurationDone');
  return { ask, isOver: () => over };
}
