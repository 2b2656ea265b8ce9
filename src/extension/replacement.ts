/**
 * Another text for a document, as one edit.
 *
 * Rule: lines that stay the same, above and below what changes, are not touched, so cursors and folds there stay.
 */
import { Range, TextEdit } from 'vscode';
import { splitLines } from '../language/document';
import type { Reading } from './readings';

/** None if the text is the same. The editor gives new lines the line ends of the document. */
export function replacing(reading: Reading, text: string): TextEdit[] {
  const before = splitLines(reading.text);
  const after = splitLines(text);
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const lines = after.slice(head, after.length - tail);
  const last = before.length - tail;
  if (head === last && lines.length === 0) return [];
  if (tail > 0) return [TextEdit.replace(new Range(head, 0, last, 0), lines.map((line) => `${line}\n`).join(''))];
  if (head === 0) return [TextEdit.replace(rangeTo(before, 0, 0), lines.join('\n'))];
  // The last line has no line end, so the one of the line above goes or comes with it.
  const [above] = before.slice(head - 1, head);
  return [TextEdit.replace(rangeTo(before, head - 1, above?.length ?? 0), lines.map((line) => `\n${line}`).join(''))];
}

const rangeTo = (lines: readonly string[], line: number, column: number): Range =>
  new Range(line, column, lines.length - 1, lines.at(-1)?.length ?? 0);
