/** Expand selection: from the word to what it is part of, to the line, the chapter, the scenario and the file. */
import type { Document, Line, Range } from '../language/tree';
import { marksOf } from './marks';
import { type Section, sectionsOf } from './sections';
import { type LineRange, type Position, type Stretch, touches } from './span';

/** The stretches around a position, each larger than the one before it and holding it. */
export function selectionsAt(document: Document, position: Position): readonly Stretch[] {
  const line = document.lines[position.line];
  if (line === undefined) return [];
  const inLine = [...rangesAt(line, position.column), { start: 0, end: line.text.length }].map(
    ({ start, end }): Stretch => ({
      start: { line: position.line, column: start },
      end: { line: position.line, column: end },
    }),
  );
  const parts = partsAt(sectionsOf(document), position.line).map((lines) => stretch(document, lines));
  return growing([...inLine, ...parts, stretch(document, { first: 0, last: document.lines.length - 1 })]);
}

/** Everything of a line's tree that is at a column, the smallest first. */
function rangesAt(line: Line, column: number): readonly Range[] {
  const found: Range[] = marksOf(line).filter((mark) => touches(mark, column));
  const open: unknown[] = [line.statement, line.comment];
  while (open.length > 0) {
    const node = open.pop();
    if (typeof node !== 'object' || node === null) continue;
    if (isRange(node) && touches(node, column)) found.push(node);
    open.push(...Object.values(node));
  }
  return found.filter(({ start, end }) => end > start).sort((a, b) => a.end - a.start - (b.end - b.start));
}

const isRange = (node: object): node is Range =>
  'start' in node && typeof node.start === 'number' && 'end' in node && typeof node.end === 'number';

/** The sections that hold a line, the smallest first. */
function partsAt(sections: readonly Section[], line: number): readonly LineRange[] {
  const section = sections.find(({ lines }) => lines.first <= line && line <= lines.last);
  return section === undefined ? [] : [...partsAt(section.chapters, line), section.lines];
}

const stretch = ({ lines }: Document, { first, last }: LineRange): Stretch => ({
  start: { line: first, column: 0 },
  end: { line: last, column: lines[last]?.text.length ?? 0 },
});

/** Those that are larger than the one before and hold it. */
function growing(stretches: readonly Stretch[]): readonly Stretch[] {
  const kept: Stretch[] = [];
  for (const next of stretches) {
    const last = kept.at(-1);
    if (last === undefined || (holds(next, last) && !holds(last, next))) kept.push(next);
  }
  return kept;
}

const holds = (outer: Stretch, inner: Stretch): boolean =>
  compare(outer.start, inner.start) <= 0 && compare(inner.end, outer.end) <= 0;

const compare = (a: Position, b: Position): number => a.line - b.line || a.column - b.column;
