/** What the command line knows of the world, handed in by `main.ts` so that tests can be the world. */
import type { Words } from '../words/sentence';
import type { FolderWatch } from './watch';
import type { CheckWorker } from './worker';

export interface Io {
  /** Each writes and waits until there is room for more. */
  readonly stdout: (piece: Piece) => Promise<void>;
  readonly stderr: (text: string) => Promise<void>;
  /** Standard input, at most `limit` bytes and one more. */
  readonly stdin: (limit: number) => Promise<Uint8Array>;
  /** Standard input as it comes, for a conversation. `close` ends it from this side. */
  readonly conversation: () => { readonly chunks: AsyncIterable<Uint8Array>; readonly close: () => void };
  readonly env: Readonly<Record<string, string | undefined>>;
  /** True if standard output is a terminal. */
  readonly isTTY: boolean;
  /** Paths that are not absolute start here. */
  readonly cwd: string;
  /** How many threads can work at once. */
  readonly processors: number;
  readonly startWorker: () => CheckWorker;
  /** Watches folders (absolute paths), not what is below them. */
  readonly watchFolders: (folders: readonly string[]) => FolderWatch;
}

/** 0: all held. 1: a judgment failed, a text is not in canonical form. 2: a file or the arguments are wrong. */
export type Status = 0 | 1 | 2;

/** Text, or bytes as they are. */
export type Piece = string | Uint8Array;

/** What a command did: the command line writes it. */
export interface Outcome {
  readonly status: Status;
  /** Pieces of standard output. */
  readonly output: Iterable<Piece>;
  /** Lines for standard error, without their line breaks. */
  readonly complaints: readonly Words[];
}

/** Each line with its line break. */
export function* withBreaks(lines: Iterable<string>): Generator<string> {
  for (const line of lines) yield `${line}\n`;
}

/** The command could not do its work. */
export const refused = (...complaints: readonly Words[]): Outcome => ({ status: 2, output: [], complaints });
