/**
 * Checks files, here or in several threads.
 *
 * Rule: reports come in the order of the files, and are the same whatever the number of threads.
 */
import type { FileReport } from '../checks/report';
import type { Selection } from '../checks/selection';
import type { Found } from './files';
import type { Io } from './io';
import { type Answer, type CheckWorker, checkOne } from './worker';

/** Files that a thread is given at a time: so many that asking costs nothing, so few that no thread waits long for another. */
const BATCH = 32;

/** Below so many files a thread takes longer to begin than it saves (bench/small-files.ts). */
const FEWEST = 4_000;

/** How many threads check so many files, if the user does not say. */
export const usualWorkers = (files: number, processors: number): number => (files < FEWEST ? 1 : processors);

/** The reports, as they are known. Whoever asks for no more ends the work. One worker is this thread. */
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
  const threads = Array.from({ length: Math.min(workers, batches.length) }, io.startWorker);
  try {
    const waiting = batches.values();
    // Each thread has one batch at hand while it works at another.
    for (const thread of threads) for (let n = 0; n < 2; n += 1) void give(thread, waiting);
    for (const { answer } of batches) yield* reportsOf(await answer.promise);
  } finally {
    for (const thread of threads) thread.stop();
  }
}

interface Work {
  readonly files: readonly Found[];
  readonly selection: Selection;
  readonly answer: Promised<Answer>;
}

/** Gives a thread one batch after the other, as long as there are any. */
async function give(thread: CheckWorker, waiting: Iterator<Work>): Promise<void> {
  for (let next = waiting.next(); !next.done; next = waiting.next()) {
    const { answer, ...batch } = next.value;
    try {
      answer.resolve(await thread.ask(batch));
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
