/** Formatting a document, and the lines that Enter leaves behind. */
import { print } from '../language/printer';
import type { Document, Line } from '../language/tree';
import type { Edit } from './span';

/** The whole document in canonical form. */
export const formatted = (document: Document): string => print(document);

/** After Enter: formats the line above `line` (0-based, the new one) and the segment lines it stands in columns with. */
export function formattedAbove(document: Document, line: number): readonly Edit[] {
  const left = line - 1;
  const { first, last } = blockAt(document, left);
  return formattedLines(document, first, document.lines.slice(first, last + 1));
}

/**
 * The edits that put `lines` in the place of as many of the document's, from `first` on, in canonical form. They are
 * one line, or segment lines without errors.
 */
export function formattedLines(document: Document, first: number, lines: readonly Line[]): readonly Edit[] {
  const printed = print({ lines, newline: '\n' }).split('\n');
  return lines.flatMap((_, index): Edit[] => {
    const old = document.lines[first + index];
    const text = printed[index] ?? '';
    if (old === undefined || old.text === text) return [];
    return [{ line: first + index, start: 0, end: old.text.length, text }];
  });
}

/** The segment lines without errors around a line; the line alone if it is none of them. */
export function blockAt({ lines }: Document, line: number): { readonly first: number; readonly last: number } {
  let [first, last] = [line, line];
  if (!isAligned(lines[line])) return { first, last };
  while (isAligned(lines[first - 1])) first -= 1;
  while (isAligned(lines[last + 1])) last += 1;
  return { first, last };
}

const isAligned = (line: Line | undefined): boolean =>
  line?.statement.kind === 'segment' && line.diagnostics.every(({ severity }) => severity !== 'error');
