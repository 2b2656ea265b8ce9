/** From the text of a file to its scenarios, or to what keeps it from running. */
import { parse } from '../language/document';
import type { Document } from '../language/tree';
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
export const readProgram = (file: SourceFile): Reading => readDocument(parse(file.text), file.name);

/** The scenarios of a file that is parsed already. */
export function readDocument(document: Document, fileName: string): Reading {
  const { program, diagnostics } = resolve(document, scenarioName(fileName));
  return program === undefined
    ? { kind: 'errors', diagnostics }
    : { kind: 'program', scenarios: program.scenarios, diagnostics };
}

/** `examples/close.tcpscn` is `close`. */
export const scenarioName = (fileName: string): string =>
  fileName.replace(/^.*[\\/]/, '').replace(/\.tcpscn$/, '') || fileName;
