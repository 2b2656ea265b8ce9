/**
 * The parts of a document: its scenarios, and the chapters in them.
 *
 * Rule: a part ends with its last statement; blank lines and comments above a heading belong to what follows.
 */
import type { ChapterLine, Document, ScenarioLine } from '../language/tree';
import type { LineRange, Span } from './span';

export interface Section {
  readonly kind: 'scenario' | 'chapter';
  readonly title: string;
  /** The heading's line and its columns. */
  readonly heading: Span;
  readonly lines: LineRange;
  /** The chapters of a scenario. */
  readonly chapters: readonly Section[];
}

interface Heading {
  readonly line: number;
  readonly statement: ScenarioLine | ChapterLine;
}

const known = new WeakMap<Document, readonly Section[]>();

/** Scenarios, and chapters that stand in none, in the order of the file. */
export function sectionsOf(document: Document): readonly Section[] {
  const found = known.get(document);
  if (found) return found;
  const headings: Heading[] = [];
  for (const [line, { statement }] of document.lines.entries()) {
    if (statement.kind === 'scenario' || statement.kind === 'chapter') headings.push({ line, statement });
  }
  const sections: Section[] = [];
  let at = 0;
  for (let heading = headings[at]; heading !== undefined; heading = headings[at]) {
    at += 1;
    const chapters: Section[] = [];
    if (heading.statement.kind === 'scenario') {
      for (let next = headings[at]; next?.statement.kind === 'chapter'; next = headings[at]) {
        at += 1;
        chapters.push(section(document, next, headings[at], []));
      }
    }
    sections.push(section(document, heading, headings[at], chapters));
  }
  known.set(document, sections);
  return sections;
}

function section(
  document: Document,
  { line, statement }: Heading,
  next: Heading | undefined,
  chapters: readonly Section[],
): Section {
  return {
    kind: statement.kind,
    title: statement.kind === 'scenario' ? statement.title.value : statement.title.text,
    heading: { line, start: statement.start, end: statement.end },
    lines: { first: line, last: lastLine(document, line, next?.line) },
    chapters,
  };
}

function lastLine({ lines }: Document, first: number, next: number | undefined): number {
  const isFree = (line: number): boolean =>
    next === undefined ? lines[line]?.text.trim() === '' : lines[line]?.statement.kind === 'blank';
  let last = (next ?? lines.length) - 1;
  while (last > first && isFree(last)) last -= 1;
  return last;
}
