/** `tcpscn dap`: the debug adapter on standard input and output, for editors that start a process. */
import path from 'node:path';
import { createAdapter } from '../debug/adapter';
import { pathOf } from '../debug/source-name';
import { render } from '../words/sentence';
import { frame, Unframer } from './dap-frames';
import { readSource } from './files';
import type { Io, Outcome } from './io';
import { translationFor } from './language';

/** Serves one client, until it disconnects or goes away. */
export async function dap(io: Io): Promise<Outcome> {
  const translate = translationFor(io.env);
  const input = io.conversation();
  const unframer = new Unframer();
  let writing: Promise<void> = Promise.resolve();
  const adapter = createAdapter({
    send: (message) => {
      const text = frame(message);
      // A client that has gone reads nothing; the end of its input ends the session.
      writing = writing.then(() => io.stdout(text)).catch(() => undefined);
    },
    read: (name) => read(name, io),
    now: () => performance.now(),
    breathe: () => new Promise((resolve) => setImmediate(resolve)),
    translate,
    ended: () => input.close(),
  });
  for await (const chunk of input.chunks) for (const message of unframer.take(chunk)) adapter.receive(message);
  adapter.dispose();
  await writing;
  return { status: 0, output: [], complaints: [] };
}

async function read(name: string, io: Io): Promise<string> {
  const file = { kind: 'file', name, path: path.resolve(io.cwd, pathOf(name)) } as const;
  const source = await readSource(file, io);
  if (source.kind === 'unreadable') throw new Error(render(source.reason, translationFor(io.env)));
  return source.text;
}
