/** What is wrong with the author's text: where, in one sentence, and how to mend it. */
import type { Sentence } from '../words/sentence';

/** A replacement that mends the text: the characters `[start, end)` of the line become `text`. */
export interface Fix {
  readonly title: Sentence;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface Diagnostic {
  /** Stable, for filters and documentation: `unknown-peer`. */
  readonly code: string;
  /** An `error` keeps the file from running; a `warning` is a likely slip that was understood. */
  readonly severity: 'error' | 'warning';
  readonly start: number;
  readonly end: number;
  readonly message: Sentence;
  readonly fix: Fix | undefined;
}
