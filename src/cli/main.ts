/** The executable: binds the command line to this process. Nothing else below `cli/` writes to a stream. */
import { isMainThread } from 'node:worker_threads';
import { commandLine } from './command-line';
import { watchFolders } from './folder-watch';
import type { Piece } from './io';
import { processors, serve, startWorker } from './threads';

/** Writes and waits until it is written. A reader that has gone (`| head`) is no error: the rest is not written. */
function writer(stream: NodeJS.WriteStream): (piece: Piece) => Promise<void> {
  let gone = false;
  stream.on('error', () => {
    gone = true;
  });
  return (piece) =>
    new Promise((resolve, reject) => {
      if (gone) return resolve();
      stream.write(piece, (error) => (error && 'code' in error && error.code !== 'EPIPE' ? reject(error) : resolve()));
    });
}

async function stdin(limit: number): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of process.stdin) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > limit) break;
  }
  return Buffer.concat(chunks);
}

/** Ends when the stream does, and when this side destroys it. */
async function* chunks(): AsyncGenerator<Uint8Array> {
  try {
    yield* process.stdin;
  } catch (error) {
    if (!process.stdin.destroyed) throw error;
  }
}

function main(): void {
  void commandLine(process.argv.slice(2), {
    stdout: writer(process.stdout),
    stderr: writer(process.stderr),
    stdin,
    conversation: () => ({ chunks: chunks(), close: () => process.stdin.destroy() }),
    env: process.env,
    isTTY: process.stdout.isTTY === true,
    cwd: process.cwd(),
    processors: processors(),
    startWorker,
    watchFolders,
  }).then((status) => {
    process.exitCode = status;
  });
}

if (isMainThread) main();
else serve();
