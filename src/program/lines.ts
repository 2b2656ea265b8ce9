/** A line of a file, and where it stands. */
import type { Statement } from '../language/tree';

export interface SourceLine<S extends Statement = Statement> {
  /** 1-based. */
  readonly number: number;
  readonly text: string;
  readonly statement: S;
}

/** True for a line of one of these kinds, whose statement then has that type. */
export function isLine<K extends Statement['kind']>(
  line: SourceLine,
  ...kinds: readonly K[]
): line is SourceLine<Extract<Statement, { kind: K }>> {
  return (kinds as readonly string[]).includes(line.statement.kind);
}

/** A line that every scenario of the file has if it stands above the first `scenario` line. */
export const isShared = (line: SourceLine): boolean => isLine(line, 'peer', 'network', 'let');

/** A line that starts the run: `peer` lines stand above the first of them, `network` lines below it are steps. */
export const isStep = (line: SourceLine): boolean =>
  !isShared(line) && !isLine(line, 'blank', 'broken', 'scenario', 'chapter');
