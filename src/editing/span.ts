/**
 * Places in a document, and edits of it.
 *
 * Rule 1: lines count from 0, columns from 0 in UTF-16 units, as editors count; what the other floors call a line's
 *         number counts from 1.
 * Rule 2: a place may lie outside of the document: then there is nothing to offer.
 */
import type { Range } from '../language/tree';

export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Characters of one line, `[start, end)`. */
export interface Span extends Range {
  readonly line: number;
}

/** Characters that may reach over several lines. */
export interface Stretch {
  readonly start: Position;
  readonly end: Position;
}

/** Whole lines, the last one included. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}

/** The characters of the span become `text`, which may hold line ends. The edits of a list do not overlap. */
export interface Edit extends Span {
  readonly text: string;
}

/** Does the range hold the column, or touch it? A cursor behind a word is still at it. */
export const touches = ({ start, end }: Range, column: number): boolean => start <= column && column <= end;

/** What stands at the column: what begins there rather than what ends there. */
export const at = <T extends Range>(ranges: readonly T[], column: number): T | undefined =>
  ranges.find(({ start, end }) => start <= column && column < end) ?? ranges.find((range) => touches(range, column));
