/**
 * What a check finds out: the reports of files, of their scenarios and of each failure.
 *
 * Rule: the three kinds of trouble stay apart. A failure is the protocol doing otherwise than the author expects; a
 *       diagnostic is wrong text, and its file is not run; a file that cannot be read is neither, and has no text.
 */
import type { Diagnostic } from '../language/diagnostics';
import type { LocatedDiagnostic } from '../program/report';
import type { RowCounts } from '../trace/coverage';
import type { Judgment, TraceEvent, TraceSegment } from '../trace/event';
import type { Sentence, Words } from '../words/sentence';
import type { Fix } from './fix';

/** The name of a text that comes from no file, and cannot be opened in an editor. */
export const STANDARD_INPUT = '<stdin>';

export interface SourceFile {
  /** As it is shown and opened: the path as the user gave it. */
  readonly name: string;
  readonly text: string;
}

export interface FileReport {
  readonly name: string;
  /** Undefined if the file could not be read. */
  readonly text: string | undefined;
  /** In the order of their lines. A file that was not run has one, with the status `error`. */
  readonly scenarios: readonly ScenarioReport[];
}

/** How many events each line with a statement had, by its number. */
export type LineCounts = ReadonlyMap<number, number>;

export interface ScenarioReport {
  readonly name: string;
  readonly line: number;
  readonly status: 'passed' | 'failed' | 'error';
  /** The first of them, in the order in which they happened. */
  readonly failures: readonly Failure[];
  /** How many there were after those. */
  readonly moreFailures: number;
  /** Errors if the file was not run; otherwise the warnings about this scenario's lines. */
  readonly diagnostics: readonly LocatedDiagnostic[];
  /** How many events the run had. */
  readonly events: number;
  /** Segments that no line of the scenario names. */
  readonly unnamed: readonly TraceSegment[];
  readonly rows: RowCounts;
  readonly reached: LineCounts;
}

export interface Failure {
  /** 1-based line of the statement that is judged. */
  readonly line: number;
  readonly message: Sentence;
  readonly expected: Words;
  readonly actual: Words;
  /** Simulated microseconds. */
  readonly time: number;
  /** Number of the event at which it failed. */
  readonly event: number;
  readonly judgment: Judgment;
  /** The line as it should read, if it is a segment line and another segment came. */
  readonly fix?: Fix;
  /** The last events before it, oldest first. */
  readonly before: readonly TraceEvent[];
}

/** How many scenarios have each status. */
export function tally(files: readonly FileReport[]): Readonly<Record<ScenarioReport['status'], number>> {
  const counts = { passed: 0, failed: 0, error: 0 };
  for (const { scenarios } of files) for (const { status } of scenarios) counts[status] += 1;
  return counts;
}

/** A file that could not be read; `message` says why. */
export function unreadable(name: string, message: Sentence): FileReport {
  const diagnostic: Diagnostic = {
    code: 'unreadable-file',
    severity: 'error',
    start: 0,
    end: 0,
    message,
    fix: undefined,
  };
  return { name, text: undefined, scenarios: [notRun(name, [{ line: 1, diagnostic }])] };
}

/** The one entry of a file that was not run. */
export const notRun = (name: string, diagnostics: readonly LocatedDiagnostic[]): ScenarioReport => ({
  name,
  line: 1,
  status: 'error',
  failures: [],
  moreFailures: 0,
  diagnostics,
  events: 0,
  unnamed: [],
  rows: new Map(),
  reached: new Map(),
});
