/**
 * From a document to the program it asks for, or to what is wrong with it.
 *
 * Rule 1: there is a program exactly when there is no error.
 * Rule 2: where the parser has reported an error, the rules have nothing to add.
 * Rule 3: diagnostics stand in the order of the text, and none is said twice.
 */
import type { Document } from '../language/tree';
import { lowerScenario } from './lowering';
import type { Program } from './program';
import type { LocatedDiagnostic } from './report';
import { judge } from './rules';
import { scenariosOf } from './scenarios';

export interface Resolution {
  /** Undefined exactly when one of the diagnostics is an error. */
  readonly program: Program | undefined;
  /** The parser's and the rules', in the order of line and column. */
  readonly diagnostics: readonly LocatedDiagnostic[];
}

/** Resolves a document; `name` is that of the one scenario of a file without a `scenario` line. Never throws. */
export function resolve(document: Document, name: string): Resolution {
  const file = scenariosOf(document, name);
  const parsed = document.lines.flatMap((line, index) =>
    line.diagnostics.map((diagnostic) => ({ line: index + 1, diagnostic })),
  );
  const judged = judge(file).filter((found) => !parsed.some((known) => covers(known, found)));
  const diagnostics = [...parsed, ...distinct(judged)].sort(inOrder);
  const failed = diagnostics.some(({ diagnostic }) => diagnostic.severity === 'error');
  return { program: failed ? undefined : { scenarios: file.scenarios.map(lowerScenario) }, diagnostics };
}

/** True if the parser's error meets or touches what a rule has found. */
const covers = (known: LocatedDiagnostic, found: LocatedDiagnostic): boolean =>
  known.line === found.line &&
  known.diagnostic.severity === 'error' &&
  known.diagnostic.start <= found.diagnostic.end &&
  found.diagnostic.start <= known.diagnostic.end;

function distinct(found: readonly LocatedDiagnostic[]): readonly LocatedDiagnostic[] {
  const first = new Map<string, LocatedDiagnostic>();
  for (const located of found) {
    const { code, start, end } = located.diagnostic;
    const key = `${located.line} ${start} ${end} ${code}`;
    if (!first.has(key)) first.set(key, located);
  }
  return [...first.values()];
}

const inOrder = (a: LocatedDiagnostic, b: LocatedDiagnostic): number =>
  a.line - b.line || a.diagnostic.start - b.diagnostic.start || a.diagnostic.end - b.diagnostic.end;
