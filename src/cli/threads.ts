/** Threads that check files: this executable once more, in a thread of Node.js. */
import { availableParallelism } from 'node:os';
import { parentPort, Worker } from 'node:worker_threads';
import { type Answer, answer, type Batch, type CheckWorker } from './worker';

/** How many threads can work at once here. */
export const processors = (): number => availableParallelism();

export function startWorker(): CheckWorker {
  const thread = new Worker(__filename);
  const asked: { readonly resolve: (answer: Answer) => void; readonly reject: (error: unknown) => void }[] = [];
  thread.on('message', (message: Answer) => asked.shift()?.resolve(message));
  thread.on('error', (error) => {
    for (const each of asked.splice(0)) each.reject(error);
  });
  return {
    ask: (batch) =>
      new Promise((resolve, reject) => {
        asked.push({ resolve, reject });
        thread.postMessage(batch);
      }),
    stop: () => void thread.terminate(),
  };
}

/** The other side: answers what the thread is asked, in order, until it is stopped. */
export function serve(): void {
  let last: Promise<void> = Promise.resolve();
  parentPort?.on('message', (batch: Batch) => {
    last = last.then(async () => {
      parentPort?.postMessage(
        await answer(batch, { stdin: () => Promise.reject(new Error('no standard input here')) }),
      );
    });
  });
}
