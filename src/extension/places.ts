/** Places in a document, as `editing/` has them and as the editor has them. Both count from 0, in UTF-16 units. */
import { Position, Range, TextEdit } from 'vscode';
import type { Edit, LineRange, Position as Place, Span, Stretch } from '../editing/span';
import type { LocatedDiagnostic } from '../program/report';

export const placeOf = ({ line, character }: Position): Place => ({ line, column: character });

export const positionOf = ({ line, column }: Place): Position => new Position(line, column);

export const rangeOf = ({ line, start, end }: Span): Range => new Range(line, start, line, end);

export const stretchRange = ({ start, end }: Stretch): Range => new Range(positionOf(start), positionOf(end));

/** Whole lines; a column beyond a line's end is that end. */
export const linesRange = ({ first, last }: LineRange): Range => new Range(first, 0, last, Number.MAX_SAFE_INTEGER);

export const linesOf = ({ start, end }: Range): LineRange => ({ first: start.line, last: end.line });

export const diagnosticRange = ({ line, diagnostic: { start, end } }: LocatedDiagnostic): Range =>
  rangeOf({ line: line - 1, start, end });

export const textEdits = (edits: readonly Edit[]): TextEdit[] =>
  edits.map((edit) => TextEdit.replace(rangeOf(edit), edit.text));
