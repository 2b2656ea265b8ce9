/** What another thread does for a check: it reads and checks batches of files, one after the other. */
import { check } from '../checks/check';
import { type FileReport, unreadable } from '../checks/report';
import type { Selection } from '../checks/selection';
import { type Found, readSource } from './files';
import type { Io } from './io';

export interface Batch {
  readonly files: readonly Found[];
  readonly selection: Selection;
}

/** Plain data, to be handed over. `broken`: we are wrong, and the check ends. */
export type Answer =
  | { readonly kind: 'reports'; readonly reports: readonly FileReport[] }
  | { readonly kind: 'broken'; readonly message: string; readonly stack: string | undefined };

/** A thread; it answers in the order in which it is asked. */
export interface CheckWorker {
  readonly ask: (batch: Batch) => Promise<Answer>;
  /** It does no more; what it was asked is never answered. */
  readonly stop: () => void;
}

export async function answer({ files, selection }: Batch, io: Pick<Io, 'stdin'>): Promise<Answer> {
  try {
    const reports: FileReport[] = [];
    for (const file of files) reports.push(await checkOne(file, selection, io));
    return { kind: 'reports', reports };
  } catch (error) {
    return error instanceof Error
      ? { kind: 'broken', message: error.message, stack: error.stack }
      : { kind: 'broken', message: String(error), stack: undefined };
  }
}

/** A file that cannot be read is selected by nothing that it says, so it is always told. */
export async function checkOne(file: Found, selection: Selection, io: Pick<Io, 'stdin'>): Promise<FileReport> {
  const source = await readSource(file, io);
  return source.kind === 'text' ? check(source, selection) : unreadable(source.name, source.reason);
}
