/** From the text of a file to its scenarios, or to what keeps it from running. */
import { parse } from '../language/document';
import type { Scenario } from '../program/program';
import type { LocatedDiagnostic } from '../program/report';
import { resolve } from '../program/resolve';
import type { SourceFile } from './report';

export type Reading =
  | {
      readonly kind: 'program';
      readonly scenarios: readonly Scenario[];
      /** Warnings. */
      readonly diagnostics: readonly LocatedDiagnostic[];
    }
  | { readonly kind: 'errors'; readonly diagnostics: readonly LocatedDiagnostic[] };

/** The scenarios of a file. A file without a `scenario` line is one scenario, named after the file. */
export function readProgram(file: SourceFile): Reading {
  const { program, diagnostics } = resolve(parse(file.text), scenarioName(file.name));
  return program === undefined
    ? { kind: 'errors', diagnostics }
    : { kind: 'program', scenarios: program.scenarios, diagnostics };
}

/** `examples/close.tcpscn` is `close`. */
export const scenarioName = (fileName: string): string =>
  fileName.replace(/^.*[\\/]/, '').replace(/\.tcpscn$/, '') || fileName;
