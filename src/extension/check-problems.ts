/**
 * Failed judgments as problems of the editor.
 *
 * Rule 1: a problem is gone when it is mended: a file that has one is checked again, a moment after each change.
 * Rule 2: what is wrong with the text of an open file is said by `diagnostics.ts` as it is typed, and not twice.
 */
import {
  Diagnostic,
  DiagnosticSeverity,
  type Disposable,
  languages,
  TestRunRequest,
  type Uri,
  workspace,
} from 'vscode';
import type { FileReport } from '../checks/report';
import { say } from '../words/sentence';
import type { Results } from './check-results';
import { QUIET } from './continuous-checks';
import { diagnosticOf } from './diagnostics';
import type { Failures } from './failures';
import { LANGUAGE } from './language';
import { failureRange } from './test-messages';
import type { Testing } from './testing';
import { openDocument } from './texts';
import { inWords } from './words';

export function checkProblems(results: Results, { items, runs }: Testing, failures: Failures): Disposable[] {
  const shown = languages.createDiagnosticCollection(`${LANGUAGE} checks`);
  const update = (uri: Uri): void => shown.set(uri, problemsOf(uri, results.of(uri)));
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const checkAgain = (uri: Uri): void => {
    timers.delete(uri.toString());
    void failures.attempt(say('Checking scenarios'), async () => {
      await runs.check(new TestRunRequest([await items.file(uri)], undefined, undefined, false, true), undefined);
    });
  };
  return [
    shown,
    results.onChange((uris) => {
      for (const uri of uris) update(uri);
    }),
    workspace.onDidOpenTextDocument(({ uri }) => update(uri)),
    workspace.onDidCloseTextDocument(({ uri }) => update(uri)),
    items.onChange(({ uri, isGone }) => {
      const key = uri.toString();
      clearTimeout(timers.get(key));
      timers.delete(key);
      const hasFailed = results.of(uri)?.scenarios.some(({ status }) => status !== 'passed');
      if (!isGone && hasFailed === true) timers.set(key, setTimeout(checkAgain, QUIET, uri));
    }),
    {
      dispose() {
        for (const timer of timers.values()) clearTimeout(timer);
      },
    },
  ];
}

function problemsOf(uri: Uri, report: FileReport | undefined): Diagnostic[] {
  if (report === undefined) return [];
  const isOpen = openDocument(uri) !== undefined;
  return report.scenarios.flatMap((scenario) => {
    if (scenario.status === 'error') return isOpen ? [] : scenario.diagnostics.map(diagnosticOf);
    return scenario.failures.map((failure) => {
      const sentences = [failure.message, say('expected: {0}', failure.expected), say('actual: {0}', failure.actual)];
      const text = sentences.map((sentence) => inWords(sentence)).join('\n');
      const problem = new Diagnostic(failureRange(report, failure), text, DiagnosticSeverity.Error);
      problem.source = LANGUAGE;
      problem.code = 'failed';
      return problem;
    });
  });
}
