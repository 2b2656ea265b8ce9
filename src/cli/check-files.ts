/**
 * Checks files, here or in several threads.
 *
 * Rule: reports come in the order of the files, and are the same whatever the number of threads.
 */
import type { FileReport } from '../checks/report';
import type { Selection } from '../checks/selection';
import type { Found } from './files';
import type { Io } from './io';
import { type Answer, answer, type CheckWorker, checkOne } from './worker';

/** Files that a thread is given at a time: so many that asking costs nothing, so few that no thread waits long for another. */
const BATCH = 32;

/** Below so many files a thread takes longer to warm up than it saves (bench/small-files.ts). */
const FEWEST = 4_000;

/** How many threads check so many files, if the user does not say. */
export const usualWorkers = (files: number, processors: number): number => (files < FEWEST ? 1 : processors);

/** The reports, as they are known. Whoever asks for no more ends the work. This thread is the first worker. */
export async function* checkFiles(
  found: readonly Found[],
  selection: Selection,
  workers: number,
  io: Io,
): AsyncGenerator<FileReport> {
  // Standard input belongs to this thread.
  if (workers <= 1 || found.some(({ kind }) => kind === 'stdin')) {
    for (const file of found) yield await checkOne(file, selection, io);
    return;
  }
  const batches = Array.from({ length: Math.ceil(found.length / BATCH) }, (_, index) => ({
    files: found.slice(index * BATCH, (index + 1) * BATCH),
    selection,
    answer: promised<Answer>(),
  }));
  const threads = Array.from({ length: Math.min(workers, batches.length) - 1 }, io.startWorker);
  const waiting = [...batches];
  try {
    // Each thread has one batch at hand while it works at another.
    for (const thread of [...threads, ...threads, thisThread(io)]) void give(thread, waiting);
    for (const { answer } of batches) yield* reportsOf(await answer.promise);
  } finally {
    waiting.length = 0;
    for (const thread of threads) thread.stop();
  }
}

/** Between two batches it hears what the others say, and gives them more to do. */
const thisThread = (io: Io): Pick<CheckWorker, 'ask'> => ({
  async ask(batch) {
    await new Promise((resolve) => setImmediate(resolve));
    return answer(batch, io);
  },
});

interface Work {
  readonly files: readonly Found[];
  readonly selection: Selection;
  readonly answer: Promised<Answer>;
}

/** Gives a worker one batch after the other, as long as there are any. */
async function give(worker: Pick<CheckWorker, 'ask'>, waiting: Work[]): Promise<void> {
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const { answer, ...batch } = next;
    try {
      answer.resolve(await worker.ask(batch));
    } catch (error) {
      answer.resolve({ kind: 'broken', message: String(error), stack: undefined });
    }
  }
}

function reportsOf(answer: Answer): readonly FileReport[] {
  if (answer.kind === 'reports') return answer.reports;
  const error = new Error(answer.message);
  if (answer.stack !== undefined) error.stack = answer.stack;
  throw error;
}

interface Promised<T> {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
}

function promised<T>(): Promised<T> {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
