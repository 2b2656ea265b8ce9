/** The world of a command line test: a folder of its own, streams that are kept, an environment without colours. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { commandLine } from '../../src/cli/command-line';
import type { Io } from '../../src/cli/io';
import { answer, type CheckWorker } from '../../src/cli/worker';

export interface Run {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder with these files; remove it with `remove`. */
export function folder(files: Readonly<Record<string, string | Uint8Array>>) {
  const root = mkdtempSync(path.join(tmpdir(), 'tcpscn-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), content);
  }
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}

/** Runs `tcpscn` with these arguments in a folder. */
export async function tcpscn(
  cwd: string,
  argv: readonly string[],
  more: Partial<Io> & { input?: string } = {},
): Promise<Run> {
  const { input = '', ...io } = more;
  const written = { stdout: '', stderr: '' };
  const status = await commandLine(argv, {
    stdout: async (piece) => {
      written.stdout += typeof piece === 'string' ? piece : Buffer.from(piece).toString('latin1');
    },
    stderr: async (text) => {
      written.stderr += text;
    },
    stdin: async () => new TextEncoder().encode(input),
    conversation: () => ({ chunks: chunksOf(input), close: () => undefined }),
    env: {},
    isTTY: false,
    cwd,
    processors: 1,
    startWorker: workerHere,
    watchFolders: () => ({ changed: async () => false, close: () => undefined }),
    ...io,
  });
  return { status, ...written };
}

/** A worker without a thread: what goes in and out is copied, as threads copy it. */
export const workerHere = (): CheckWorker => ({
  ask: async (batch) => structuredClone(await answer(structuredClone(batch), { stdin: async () => new Uint8Array() })),
  stop: () => undefined,
});

async function* chunksOf(input: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(input);
}

export const HOLDS = 'handshake client -> server\nexpect client ESTABLISHED and server ESTABLISHED\n';
export const FAILS = `scenario "Refused"
client connect
client -> server  SYN  seq=0
server -> client  SYN+ACK  seq=0 ack=1
expect client ESTABLISHED
`;
export const WRONG = 'clinet connect\n';
