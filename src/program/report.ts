/** How the rules say what is wrong: a diagnostic, and the line it stands on. */
import { replace } from '../language/cursor';
import type { Diagnostic, Fix } from '../language/diagnostics';
import type { Range } from '../language/tree';
import type { Sentence } from '../words/sentence';
import { CODES, type Code } from './codes';
import type { SourceLine } from './lines';

export interface LocatedDiagnostic {
  /** 1-based. */
  readonly line: number;
  readonly diagnostic: Diagnostic;
}

/** What is wrong with a part of a line, before it is known where the line stands. */
export interface Problem {
  readonly code: Code;
  readonly range: Range;
  readonly message: Sentence;
  readonly fix: Fix | undefined;
}

export const problem = (code: Code, range: Range, message: Sentence, fix?: Fix): Problem => ({
  code,
  range,
  message,
  fix,
});

/** The problem as a diagnostic of its line. */
export function on(line: SourceLine, { code, range, message, fix }: Problem): LocatedDiagnostic {
  const { start, end } = range;
  return { line: line.number, diagnostic: { code, severity: CODES[code].severity, start, end, message, fix } };
}

/** The fix that writes `text` behind a range. */
export const append = ({ end }: Range, text: string): Fix => replace({ start: end, end }, text);
