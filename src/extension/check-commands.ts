/** The commands that check scenarios, and show what came of it. */
import {
  commands,
  type Disposable,
  type Progress,
  ProgressLocation,
  type TestItem,
  TestRunRequest,
  Uri,
  window,
  workspace,
} from 'vscode';
import { type Sentence, say } from '../words/sentence';
import { showReport } from './check-report';
import type { Results } from './check-results';
import { scenarioEditor, targetAtCursor } from './debug-targets';
import type { Failures } from './failures';
import { isScenarioFile } from './language';
import type { Readings } from './readings';
import { settings } from './settings';
import type { Summary } from './test-runs';
import type { Testing } from './testing';
import { inWords } from './words';

export function checkCommands(
  testing: Testing,
  results: Results,
  readings: Readings,
  failures: Failures,
): Disposable[] {
  const { items } = testing;
  const attempt = <T>(run: () => PromiseLike<T>) => failures.attempt(say('Checking scenarios'), run);
  return [
    commands.registerCommand('tcpscn.checkFile', (resource?: unknown) =>
      attempt(async () => {
        const uri = resource instanceof Uri ? resource : scenarioEditor()?.document.uri;
        if (uri === undefined) return tellNoScenario();
        return checkItems([await items.file(uri)], testing, results);
      }),
    ),
    commands.registerCommand('tcpscn.checkScenario', (resource?: unknown, scenario?: unknown) =>
      attempt(async () => {
        const editor = scenarioEditor();
        const given = resource instanceof Uri ? { uri: resource, scenario } : undefined;
        const target = given ?? (editor && targetAtCursor(editor, readings));
        if (target === undefined) return tellNoScenario();
        const file = await items.file(target.uri);
        const { scenario: name } = target;
        const item = typeof name === 'string' ? file.children.get(`${file.id}#${name}`) : undefined;
        return checkItems([item ?? file], testing, results);
      }),
    ),
    commands.registerCommand('tcpscn.checkWorkspace', () => attempt(() => checkItems(undefined, testing, results))),
    commands.registerCommand('tcpscn.checkFailed', () =>
      attempt(async () => {
        const failed = await failedItems(results, testing);
        if (failed.length > 0) return checkItems(failed, testing, results);
        void window.showInformationMessage(inWords(say('Nothing that was checked has failed.')));
        return undefined;
      }),
    ),
    commands.registerCommand('tcpscn.showReport', () => attempt(() => showReport('report.txt', results))),
    commands.registerCommand('tcpscn.showReportAsJunit', () => attempt(() => showReport('report.xml', results))),
    commands.registerCommand('tcpscn.showReportAsJson', () => attempt(() => showReport('report.json', results))),
    workspace.onDidSaveTextDocument((document) => {
      if (!isScenarioFile(document) || !settings().checkOnSave) return;
      void attempt(async () => {
        const request = new TestRunRequest([await items.file(document.uri)], undefined, undefined, false, true);
        await testing.runs.check(request, undefined);
      });
    }),
  ];
}

function tellNoScenario(): undefined {
  void window.showInformationMessage(inWords(say('Open a scenario file first.')));
  return undefined;
}

/** Checks, with a way to see how far it is and to end it; all there are, if nothing is named. */
async function checkItems(
  include: readonly TestItem[] | undefined,
  { runs }: Testing,
  results: Results,
): Promise<Summary> {
  const location = include === undefined ? ProgressLocation.Notification : ProgressLocation.Window;
  const title = inWords(say('Checking scenarios'));
  const summary = await window.withProgress({ location, title, cancellable: true }, (progress, token) =>
    runs.check(new TestRunRequest(include, undefined, undefined, false, true), token, toldNowAndThen(progress)),
  );
  const { passed, failed, error, cancelled } = summary;
  void tell({ passed, failed, error, cancelled }, results);
  return summary;
}

/** Milliseconds between two words about how far it is. */
const NOW_AND_THEN = 100;

function toldNowAndThen(progress: Progress<{ message: string; increment: number }>) {
  let toldAt = 0;
  let toldDone = 0;
  return (done: number, all: number): void => {
    if (done < all && performance.now() - toldAt < NOW_AND_THEN) return;
    progress.report({
      message: inWords(say('file {0} of {1}', done, all)),
      increment: (100 * (done - toldDone)) / all,
    });
    toldAt = performance.now();
    toldDone = done;
  };
}

/**
 * What came of it; whoever asked is not kept waiting for the answer. It may come when everything has changed, and be
 * waited for by many: no report is kept for it.
 */
async function tell({ passed, failed, error, cancelled }: Omit<Summary, 'reports'>, results: Results): Promise<void> {
  const sum = passed + failed + error;
  if (cancelled) {
    void window.showInformationMessage(inWords(say('Cancelled: {0} scenarios were checked.', sum)));
    return;
  }
  if (sum === 0) {
    void window.showInformationMessage(inWords(say('There is no scenario file (*.tcpscn) in this workspace.')));
    return;
  }
  const show = { title: inWords(say('Show Report')) };
  const chosen = await (failed + error === 0
    ? window.showInformationMessage(inWords(allHold(sum)), show)
    : window.showWarningMessage(inWords(notAllHold(sum, failed, error)), show));
  if (chosen === show) await showReport('report.txt', results);
}

const allHold = (sum: number): Sentence =>
  sum === 1 ? say('The scenario holds.') : say('All {0} scenarios hold.', sum);

function notAllHold(sum: number, failed: number, error: number): Sentence {
  if (error === 0) return say('{0} of {1} scenarios failed.', failed, sum);
  return say('{0} of {1} scenarios failed, {2} were not run.', failed, sum, error);
}

/** The items of what did not hold when it was checked last. */
async function failedItems(results: Results, { items }: Testing): Promise<readonly TestItem[]> {
  const found: TestItem[] = [];
  for (const { uri, report } of results.all()) {
    const bad = report.scenarios.filter(({ status }) => status !== 'passed');
    if (bad.length === 0) continue;
    const file = await items.file(uri);
    const children = bad.flatMap(({ name }) => file.children.get(`${file.id}#${name}`) ?? []);
    found.push(...(children.length === bad.length ? children : [file]));
  }
  return found;
}
