/**
 * Edits of a file's lines, and the text they lead to.
 *
 * Rule 1: a line that no edit is about keeps its characters and its line end.
 * Rule 2: segment lines that stand together and of which one is new are put in columns, as the formatter does it.
 */
import { parse } from '../language/document';
import { parseLine } from '../language/parser';
import { print } from '../language/printer';
import type { Document } from '../language/tree';

/** What becomes of one line. */
export interface LineEdit {
  /** 1-based. */
  readonly line: number;
  /** Lines to be put above it. */
  readonly above: readonly string[];
  /** What the line is to be; undefined if it is to go. */
  readonly text: string | undefined;
}

export interface NewLine {
  readonly text: string;
  /** The 1-based line of the file that it is, or replaces. */
  readonly origin: number | undefined;
}

/** The lines that the edits lead to. There is at most one edit for a line. */
export function patched(document: Document, edits: readonly LineEdit[]): readonly NewLine[] {
  const edited = new Map(edits.map((edit) => [edit.line, edit]));
  const lines: (NewLine & { readonly isNew: boolean })[] = [];
  for (const [index, { text }] of document.lines.entries()) {
    const origin = index + 1;
    const edit = edited.get(origin);
    for (const above of edit?.above ?? []) lines.push({ text: above, origin: undefined, isNew: true });
    if (edit === undefined) lines.push({ text, origin, isNew: false });
    else if (edit.text !== undefined) lines.push({ text: edit.text, origin, isNew: edit.text !== text });
  }
  return inColumns(lines);
}

function inColumns(lines: readonly (NewLine & { readonly isNew: boolean })[]): readonly NewLine[] {
  const result: NewLine[] = [];
  for (let start = 0; start < lines.length; ) {
    let end = start;
    while (isSegmentLine(lines[end]?.text)) end += 1;
    const block = lines.slice(start, Math.max(end, start + 1));
    const texts = block.map(({ text }) => text);
    const formatted =
      end > start && block.some(({ isNew }) => isNew) ? print(parse(texts.join('\n'))).split('\n') : texts;
    for (const [index, { text, origin }] of block.entries()) result.push({ text: formatted[index] ?? text, origin });
    start += block.length;
  }
  return result;
}

function isSegmentLine(text: string | undefined): boolean {
  if (text === undefined) return false;
  const { statement, diagnostics } = parseLine(text);
  return statement.kind === 'segment' && diagnostics.every(({ severity }) => severity !== 'error');
}

const LINE_END = /\r\n|\n|\r/g;

/** The text of the lines; those that are new end as the file's lines do. */
export function textOf(document: Document, original: string, lines: readonly NewLine[]): string {
  const ends = original.match(LINE_END) ?? [];
  const pieces = lines.map(({ text, origin }, index) => {
    if (index === lines.length - 1) return text;
    return text + ((origin === undefined ? undefined : ends[origin - 1]) ?? document.newline);
  });
  return pieces.join('');
}
