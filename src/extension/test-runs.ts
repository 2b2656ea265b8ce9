/**
 * Checks what the Testing view, or a command, asks for, and tells the view what comes of it.
 *
 * Rule 1: one file after the other, in the order of their names; a check that is cancelled ends in a few milliseconds.
 * Rule 2: a scenario's verdict is told as soon as its file was checked, and kept in the results.
 */
import {
  type CancellationToken,
  type TestController,
  type TestItem,
  TestMessage,
  type TestRun,
  TestRunProfileKind,
  type TestRunRequest,
} from 'vscode';
import { pastOf } from '../checks/past';
import { readProgram } from '../checks/reading';
import { type FileReport, type ScenarioReport, tally } from '../checks/report';
import { EVERYTHING } from '../checks/selection';
import { say } from '../words/sentence';
import { checkFile } from './check-file';
import type { Results } from './check-results';
import { pause } from './pause';
import { addCoverage } from './test-coverage';
import type { Items } from './test-items';
import { errorMessages, failureMessages } from './test-messages';
import { textOf } from './texts';
import { inWords, translate } from './words';

/** What of a file is to be checked: all, if there are no children. */
export interface Part {
  readonly item: TestItem;
  readonly children: readonly TestItem[] | undefined;
}

export interface Summary {
  readonly passed: number;
  readonly failed: number;
  readonly error: number;
  readonly cancelled: boolean;
  readonly reports: readonly FileReport[];
}

export interface TestRuns {
  /** Checks, and tells `progress` after each file how many of how many are done. */
  readonly check: (
    request: TestRunRequest,
    token: CancellationToken | undefined,
    progress?: (done: number, all: number) => void,
  ) => Promise<Summary>;
}

export function testRuns(controller: TestController, items: Items, results: Results): TestRuns {
  return {
    async check(request, token, progress) {
      const run = controller.createTestRun(request, undefined, request.preserveFocus);
      const isCancelled = (): boolean => token?.isCancellationRequested === true || run.token.isCancellationRequested;
      const reports: FileReport[] = [];
      try {
        const parts = await partsOf(request, controller, items, token);
        for (const { item, children } of parts) for (const each of children ?? all(item)) run.enqueued(each);
        const texts = readAhead(parts);
        for (const [index, part] of parts.entries()) {
          if (isCancelled()) break;
          const report = await checkPart(part, texts(index), run, items, isCancelled);
          if (report === undefined) break;
          const { uri } = part.item;
          if (uri === undefined) continue;
          reports.push(report);
          results.keep(uri, report);
          if (request.profile?.kind === TestRunProfileKind.Coverage) addCoverage(run, uri, report);
          progress?.(index + 1, parts.length);
        }
      } finally {
        run.end();
      }
      return { ...tally(reports), cancelled: isCancelled(), reports };
    },
  };
}

/** The scenarios of a file; the file itself while they are not known. */
const all = (item: TestItem): readonly TestItem[] => {
  const children = [...item.children].map(([, child]) => child);
  return children.length > 0 ? children : [item];
};

/** What is asked for, file by file. */
export async function partsOf(
  { include, exclude }: TestRunRequest,
  controller: TestController,
  items: Items,
  token?: CancellationToken,
): Promise<readonly Part[]> {
  if (include === undefined) await items.discover(token);
  const wanted = include ?? [...controller.items].map(([, item]) => item);
  const files = new Map<TestItem, Set<TestItem> | undefined>();
  for (const item of wanted) {
    if (item.parent === undefined) files.set(item, undefined);
    else if (!files.has(item.parent)) files.set(item.parent, new Set([item]));
    else files.get(item.parent)?.add(item);
  }
  const excluded = new Set(exclude);
  return [...files]
    .filter(([item]) => !excluded.has(item))
    .map(([item, chosen]) => {
      const leaves = chosen ? [...chosen] : all(item);
      const left = leaves.filter((child) => !excluded.has(child));
      return { item, children: chosen === undefined && left.length === leaves.length ? undefined : left };
    })
    .sort((a, b) => (a.item.id < b.item.id ? -1 : 1));
}

/** Files that are read while another is checked: where they are kept may be far away. */
const AHEAD = 8;

/** The text of each part's file, which is asked for in order. */
function readAhead(parts: readonly Part[]): (index: number) => Promise<string> | undefined {
  const reading: (Promise<string> | undefined)[] = [];
  return (index) => {
    for (let next = reading.length; next < parts.length && next <= index + AHEAD; next += 1) {
      const uri = parts[next]?.item.uri;
      const text = uri && textOf(uri);
      // That it cannot be read is told when its turn comes.
      text?.catch(() => undefined);
      reading.push(text);
    }
    const text = reading[index];
    reading[index] = undefined;
    return text;
  };
}

async function checkPart(
  { item, children }: Part,
  text: Promise<string> | undefined,
  run: TestRun,
  items: Items,
  isCancelled: () => boolean,
): Promise<FileReport | undefined> {
  const { uri } = item;
  if (uri === undefined) return undefined;
  for (const each of children ?? all(item)) run.started(each);
  const spent = new Map<string, number>();
  const selection = children === undefined ? EVERYTHING : { names: children.map(({ label }) => label) };
  const report = await checkFile(uri, {
    selection,
    isCancelled,
    ...(text && { text }),
    ran: ({ name }, milliseconds) => spent.set(name, milliseconds),
  });
  if (report === undefined) return undefined;
  if (report.text !== undefined) items.take(item, report.text);
  const [first] = report.scenarios;
  if (first?.status === 'error') {
    const messages = errorMessages(uri, first.diagnostics);
    const notRun = new TestMessage(inWords(say('was not run: its text has errors')));
    run.errored(item, messages);
    for (const child of children ?? all(item)) if (child !== item) run.errored(child, notRun);
    return report;
  }
  for (const scenario of report.scenarios) {
    const child = item.children.get(`${item.id}#${scenario.name}`);
    if (child === undefined) continue;
    if (scenario.status === 'passed') run.passed(child, spent.get(scenario.name));
    else {
      await tellPast(run, child, report, scenario, isCancelled);
      run.failed(child, failureMessages(uri, report, scenario), spent.get(scenario.name));
    }
  }
  return report;
}

/** Failures whose past is shown; later ones often follow from the first. */
const PASTS = 5;

/** The ladder up to each failure, as the scenario's output. It has no place: the editor would write it beside the line. */
async function tellPast(
  run: TestRun,
  child: TestItem,
  file: FileReport,
  { name, failures }: ScenarioReport,
  isCancelled: () => boolean,
): Promise<void> {
  const reading = readProgram({ name: file.name, text: file.text ?? '' });
  const scenario = reading.kind === 'program' ? reading.scenarios.find((each) => each.name === name) : undefined;
  if (scenario === undefined) return;
  for (const failure of failures.slice(0, PASTS)) {
    const steps = pastOf(scenario, failure.event, translate);
    for (let step = steps.next(); !isCancelled(); step = steps.next()) {
      if (!step.done) {
        await pause();
        continue;
      }
      const title = inWords(say('{0}:{1}: {2}', file.name, failure.line, inWords(failure.message)));
      run.appendOutput(`${[title, '', ...step.value, '', ''].join('\r\n')}`, undefined, child);
      break;
    }
  }
}
