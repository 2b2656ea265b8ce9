/** What a user of the debugger waits for, in a run of 100,000 events; beside an adapter that answers and does nothing. */
import { createAdapter } from '../src/debug/adapter';
import type { Host } from '../src/debug/host';
import { type Figure, milliseconds, percentile } from './figure';

/** A statement with ten segments under way, and one that lets them arrive: a hundred thousand events in all. */
const ROUNDS = 4_400;
const ROUND = ['client send 14600', 'run'];
const TEXT = ['handshake client -> server', ...Array.from({ length: ROUNDS }, () => ROUND).flat()].join('\n');

interface Message {
  readonly type: string;
  readonly event?: string;
  readonly request_seq?: number;
  // biome-ignore lint/suspicious/noExplicitAny: a body is whatever was asked for
  readonly body?: any;
}

/** What takes requests, and sends its messages to a host. */
type Make = (host: Host) => { readonly receive: (message: unknown) => void };

/** Answers everything, and says that it stands still. */
const idle: Make = ({ send }) => ({
  receive: (message) => {
    const { seq, command } = message as { seq: number; command: string };
    for (const answer of [
      { type: 'response', seq: 0, request_seq: seq, success: true, command, body: {} },
      { type: 'event', seq: 0, event: 'stopped', body: { reason: 'step', threadId: 1 } },
    ]) {
      send(answer);
    }
  },
});

class Client {
  private readonly adapter: ReturnType<Make>;
  private seq = 0;
  private readonly waiting = new Map<number | string, (message: Message) => void>();

  constructor(make: Make) {
    this.adapter = make({
      send: (message) => this.take(message),
      read: async () => TEXT,
      now: () => performance.now(),
      breathe: () => new Promise((resolve) => setImmediate(resolve)),
      translate: (text) => text,
      ended: () => undefined,
    });
  }

  private take(message: Message): void {
    const key = message.type === 'event' ? (message.event ?? '') : (message.request_seq ?? 0);
    this.waiting.get(key)?.(message);
    this.waiting.delete(key);
  }

  private heard(key: number | string): Promise<Message> {
    return new Promise((resolve) => {
      this.waiting.set(key, resolve);
    });
  }

  async ask(command: string, args: object = {}): Promise<Message['body']> {
    this.seq += 1;
    const answer = this.heard(this.seq);
    this.adapter.receive({ seq: this.seq, type: 'request', command, arguments: args });
    return (await answer).body;
  }

  /** Milliseconds until it stands still. */
  async move(command: string, args: object = { threadId: 1 }): Promise<number> {
    const stopped = this.heard('stopped');
    const begun = performance.now();
    void this.ask(command, args);
    await stopped;
    return performance.now() - begun;
  }

  async launch(): Promise<void> {
    await this.ask('initialize');
    await this.ask('launch', { program: 'bench.tcpscn', stopOnEntry: true });
    await this.move('configurationDone');
  }
}

/** What is measured, at a moment that was travelled to. */
const WAITS: Readonly<Record<string, (client: Client, n: number) => Promise<number>>> = {
  'debugger: Step Over': (client) => client.move('next'),
  'debugger: Step Into': (client) => client.move('stepIn'),
  'debugger: Step Back': (client) => client.move('stepBack'),
  'debugger: jump to an event': (client, n) => client.move('tcpscn/travel', { n }),
  'debugger: jump to a line': async (client, n) => {
    const { targets } = await client.ask('gotoTargets', {
      source: { path: 'bench.tcpscn' },
      line: 1 + (n % (2 * ROUNDS)),
    });
    return client.move('goto', { threadId: 1, targetId: targets?.[0].id });
  },
  'debugger: stack, scopes and variables': async (client) => {
    const begun = performance.now();
    await client.ask('threads');
    const { stackFrames = [] } = await client.ask('stackTrace', { threadId: 1, levels: 20 });
    const { scopes = [] } = await client.ask('scopes', { frameId: stackFrames[0]?.id });
    for (const { variablesReference } of scopes) await client.ask('variables', { variablesReference });
    return performance.now() - begun;
  },
};

/** How often each is measured; moments are spread over the run, the same in every run. */
const TIMES = 200;

export async function debugging(): Promise<readonly Figure[]> {
  const [client, nothing] = [new Client(createAdapter), new Client(idle)];
  await client.launch();
  const { known } = await client.ask('tcpscn/events', { first: 100_000, count: 1 });
  // What was never seen is told on the way: that is done once, by going to the end.
  await client.move('tcpscn/travel', { n: known });
  const figures: Figure[] = [];
  for (const [name, wait] of Object.entries(WAITS)) {
    const times: number[] = [];
    const idly: number[] = [];
    for (let at = 0; at < TIMES; at += 1) {
      await client.move('tcpscn/travel', { n: (at * 48_611) % known });
      times.push(await wait(client, (at * 7_919) % known));
      idly.push(await wait(nothing, at));
    }
    figures.push(figure(name, times, idly));
  }
  const times: number[] = [];
  const idly: number[] = [];
  for (let at = 0; at < 5; at += 1) {
    await client.move('tcpscn/travel', { n: known });
    times.push(await client.move('reverseContinue'));
    idly.push(await nothing.move('reverseContinue'));
  }
  return [...figures, figure(`debugger: Reverse Continue over ${known} events`, times, idly)];
}

function figure(name: string, times: readonly number[], idly: readonly number[]): Figure {
  const [half, most, plain] = [percentile(times, 0.5), percentile(times, 0.95), percentile(idly, 0.5)];
  return {
    name,
    value: `${milliseconds(half)}, p95 ${milliseconds(most)}`,
    baseline: `an adapter that does nothing, ${milliseconds(plain)}`,
    ratio: half / plain,
  };
}
