/** What an edit changes, as text: a unified difference, as `diff -u` writes it. */
import type { Document } from '../language/tree';
import type { NewLine } from './patch';

/** How many unchanged lines are shown around a change. */
const CONTEXT = 3;

interface Row {
  readonly sign: ' ' | '-' | '+';
  readonly text: string;
}

/** Lines without their line breaks; none if nothing changes. */
export function* unifiedDifference(name: string, before: Document, after: readonly NewLine[]): Generator<string> {
  const rows = rowsOf(before, after);
  const shown = rows.map((_, index) => rows.slice(Math.max(0, index - CONTEXT), index + CONTEXT + 1).some(isChange));
  if (!shown.includes(true)) return;
  const unended = unendedRows(rows, before, after);
  yield `--- ${name}`;
  yield `+++ ${name}`;
  let [oldLine, newLine] = [1, 1];
  for (let start = 0; start < rows.length; ) {
    let end = start;
    while (end < rows.length && shown[end] === shown[start]) end += 1;
    const hunk = rows.slice(start, end);
    const [olds, news] = [count(hunk, '+'), count(hunk, '-')];
    if (shown[start] === true) {
      yield `@@ -${range(oldLine, olds)} +${range(newLine, news)} @@`;
      for (const [index, { sign, text }] of hunk.entries()) {
        yield `${sign}${text}`;
        if (unended.has(start + index)) yield '\\ No newline at end of file';
      }
    }
    oldLine += olds;
    newLine += news;
    start = end;
  }
}

const isChange = ({ sign }: Row): boolean => sign !== ' ';

/** The indices of the last rows of texts whose last line has no line break. */
function unendedRows(rows: readonly Row[], before: Document, after: readonly NewLine[]): ReadonlySet<number> {
  const last = (lines: readonly { readonly text: string }[], without: Row['sign']): readonly number[] =>
    lines.at(-1)?.text === '' ? [] : [rows.findLastIndex(({ sign }) => sign !== without)];
  return new Set([...last(before.lines, '+'), ...last(after, '-')]);
}

/** How many of the rows do not have the sign. */
const count = (rows: readonly Row[], without: Row['sign']): number =>
  rows.filter(({ sign }) => sign !== without).length;

/** An empty range is named by the line before it. */
const range = (line: number, length: number): string =>
  length === 1 ? String(line) : `${length === 0 ? line - 1 : line},${length}`;

/** Every line once, in order; where lines change, the old ones before the new ones. */
function rowsOf(before: Document, after: readonly NewLine[]): readonly Row[] {
  const old = withoutEnd(before.lines.map(({ text }) => text));
  const rows: Row[] = [];
  let gone: string[] = [];
  let come: string[] = [];
  let next = 0;
  const flush = (): void => {
    rows.push(...gone.map((text): Row => ({ sign: '-', text })), ...come.map((text): Row => ({ sign: '+', text })));
    [gone, come] = [[], []];
  };
  for (const { text, origin } of withoutEndLine(after)) {
    if (origin === undefined) {
      come.push(text);
      continue;
    }
    gone.push(...old.slice(next, origin - 1));
    next = origin;
    if (old[origin - 1] === text) {
      flush();
      rows.push({ sign: ' ', text });
    } else {
      gone.push(old[origin - 1] ?? '');
      come.push(text);
    }
  }
  gone.push(...old.slice(next));
  flush();
  return rows;
}

/** The empty last line of a text that ends with a line break is none. */
const withoutEnd = (lines: readonly string[]): readonly string[] => (lines.at(-1) === '' ? lines.slice(0, -1) : lines);
const withoutEndLine = (lines: readonly NewLine[]): readonly NewLine[] =>
  lines.at(-1)?.text === '' ? lines.slice(0, -1) : lines;
