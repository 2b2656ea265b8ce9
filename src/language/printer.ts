/**
 * The formatter: a document as canonical text.
 *
 * Rule 1: reading what was printed gives the same trees, and printing them gives the same text.
 * Rule 2: comments stay; a line with an error stays byte for byte; slips that were understood are written right.
 * Rule 3: indentation goes; of several blank lines in a row one stays, none at the beginning and at the end.
 * Rule 4: adjacent segment lines are a block whose flags, fields and comments stand in columns.
 * Rule 5: literals keep their spelling: `0x5b4`, `64KiB` and `2min` are not converted.
 */
import { type Printed, printStatement } from './printer-statements';
import type { Document, Line } from './tree';

export function print(document: Document): string {
  const text: string[] = [];
  const lines = document.lines;
  for (let at = 0; at < lines.length; ) {
    const block = segmentBlock(lines, at);
    const printed = block.length > 0 ? printBlock(block) : [printLine(lines[at])];
    for (const line of printed) if (line !== '' || (text.at(-1) ?? '') !== '') text.push(line);
    at += printed.length;
  }
  while (text.at(-1) === '') text.pop();
  return text.map((line) => line + document.newline).join('');
}

const isKept = (line: Line): boolean =>
  line.statement.kind === 'broken' || line.diagnostics.some((diagnostic) => diagnostic.severity === 'error');

function printLine(line: Line | undefined): string {
  if (line === undefined) return '';
  if (isKept(line)) return line.text;
  const { cells } = printStatement(line.statement, line.text);
  return [...cells, ...(line.comment ? [line.comment.text] : [])].join('  ');
}

/** The segment lines without errors that follow each other from `start` on. */
function segmentBlock(lines: readonly Line[], start: number): readonly Line[] {
  let end = start;
  for (let line = lines[end]; line?.statement.kind === 'segment' && !isKept(line); line = lines[end]) end += 1;
  return lines.slice(start, end);
}

/** Direction, flags, then fields, outcome and comment: two spaces between columns. */
function printBlock(lines: readonly Line[]): readonly string[] {
  const rows = lines.map((line) => printStatement(line.statement, line.text));
  const widths = [0, 1].map((column) => widest(rows.map(({ cells }) => cells[column] ?? '')));
  const texts = rows.map(({ cells }) => alignedRow(cells, widths));
  const width = widest(texts);
  return lines.map((line, row) => {
    const text = texts[row] ?? '';
    return line.comment ? `${text.padEnd(width)}  ${line.comment.text}` : text;
  });
}

const alignedRow = (cells: Printed['cells'], widths: readonly number[]): string =>
  cells
    .map((cell, column) => cell.padEnd(widths[column] ?? 0))
    .join('  ')
    .trimEnd();

const widest = (texts: readonly string[]): number => texts.reduce((most, text) => Math.max(most, text.length), 0);
