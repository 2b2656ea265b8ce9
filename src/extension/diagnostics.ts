/** What is wrong with the text of every open document, said as it is typed: the same as on the command line. */
import { Diagnostic, DiagnosticSeverity, type Disposable, languages, type TextDocument, workspace } from 'vscode';
import type { LocatedDiagnostic } from '../program/report';
import { say } from '../words/sentence';
import type { Failures } from './failures';
import { isScenarioFile, LANGUAGE } from './language';
import { diagnosticRange } from './places';
import type { Readings } from './readings';
import { inWords } from './words';

export function diagnostics(readings: Readings, failures: Failures): Disposable[] {
  const shown = languages.createDiagnosticCollection(LANGUAGE);
  const update = (document: TextDocument): void => {
    if (!isScenarioFile(document)) return;
    void failures.attempt(say('Showing what is wrong with the text'), () =>
      shown.set(document.uri, readings.of(document).diagnostics.map(diagnosticOf)),
    );
  };
  for (const document of workspace.textDocuments) update(document);
  return [
    shown,
    workspace.onDidOpenTextDocument(update),
    workspace.onDidChangeTextDocument(({ document }) => update(document)),
    workspace.onDidCloseTextDocument(({ uri }) => shown.delete(uri)),
  ];
}

export function diagnosticOf(located: LocatedDiagnostic): Diagnostic {
  const { severity, message, code } = located.diagnostic;
  const grade = severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning;
  const diagnostic = new Diagnostic(diagnosticRange(located), inWords(message), grade);
  diagnostic.code = code;
  diagnostic.source = LANGUAGE;
  return diagnostic;
}
