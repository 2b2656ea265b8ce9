/** Quick fixes: the mending that a diagnostic brings with it, and "replace with what was sent". */
import type { LocatedDiagnostic } from '../program/report';
import type { Sentence } from '../words/sentence';
import type { Edit, LineRange } from './span';

export interface QuickFix {
  readonly title: Sentence;
  readonly edits: readonly Edit[];
  /** What it mends; undefined for what the run has shown. */
  readonly mends: LocatedDiagnostic | undefined;
}

/** The fixes of the diagnostics that stand on these lines. */
export const fixesFor = (diagnostics: readonly LocatedDiagnostic[], { first, last }: LineRange): readonly QuickFix[] =>
  diagnostics.flatMap((located): QuickFix[] => {
    const edit = editOf(located);
    if (edit === undefined || edit.line < first || edit.line > last) return [];
    const { fix } = located.diagnostic;
    return fix ? [{ title: fix.title, edits: [edit], mends: located }] : [];
  });

/**
 * "Fix all": every fix that can be made at once. Where two meet, the first is made; what is left over has its own
 * diagnostic in the new text.
 */
export function allFixes(diagnostics: readonly LocatedDiagnostic[]): readonly Edit[] {
  const edits = diagnostics.flatMap((located) => editOf(located) ?? []).sort(inOrder);
  const made: Edit[] = [];
  for (const edit of edits) {
    const last = made.at(-1);
    if (last === undefined || last.line < edit.line || last.end < edit.start) made.push(edit);
  }
  return made;
}

const inOrder = (a: Edit, b: Edit): number => a.line - b.line || a.start - b.start || a.end - b.end;

function editOf({ line, diagnostic: { fix } }: LocatedDiagnostic): Edit | undefined {
  return fix && { line: line - 1, start: fix.start, end: fix.end, text: fix.text };
}
