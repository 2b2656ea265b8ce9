/** What can be folded: scenarios, chapters, and comments that stand one below the other. */
import type { Document, Line } from '../language/tree';
import { sectionsOf } from './sections';
import type { LineRange } from './span';

export interface Fold extends LineRange {
  readonly kind: 'scenario' | 'chapter' | 'comment';
}

/** Every fold has two lines at least; they stand in the order of their first lines. */
export function foldsOf(document: Document): readonly Fold[] {
  const sections = sectionsOf(document)
    .flatMap((section) => [section, ...section.chapters])
    .map(({ kind, lines }): Fold => ({ kind, ...lines }));
  return [...sections, ...comments(document.lines)]
    .filter(({ first, last }) => last > first)
    .sort((a, b) => a.first - b.first);
}

const isComment = (line: Line | undefined): boolean => line?.statement.kind === 'blank' && line.comment !== undefined;

function comments(lines: readonly Line[]): readonly Fold[] {
  const folds: Fold[] = [];
  for (let first = 0; first < lines.length; first += 1) {
    if (!isComment(lines[first])) continue;
    let last = first;
    while (isComment(lines[last + 1])) last += 1;
    folds.push({ kind: 'comment', first, last });
    first = last;
  }
  return folds;
}
