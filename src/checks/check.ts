/** Text in, verdict out: reads a file and runs its scenarios. */
import { parse } from '../language/document';
import type { Scenario } from '../program/program';
import type { LocatedDiagnostic } from '../program/report';
import { shownWire } from '../simulation/judgment';
import { simulate } from '../simulation/simulate';
import type { TraceEvent, TraceSegment } from '../trace/event';
import { contentsOf } from './contents';
import { fixesOf } from './fix';
import { readDocument, scenarioName } from './reading';
import { type FileReport, notRun, type ScenarioReport, type SourceFile } from './report';
import { EVERYTHING, type Selection, selects } from './selection';
import { judge } from './verdict';

/** Runs the selected scenarios of a file; a file with errors is not run. */
export const check = (file: SourceFile, selection: Selection = EVERYTHING): FileReport =>
  finish(checking(file, selection));

/** What is known of a scenario as soon as it has run; nothing where others may only do something else for a while. */
export type Step = ScenarioReport | undefined;

/**
 * The same in steps: every few events, and every scenario. Whoever asks for no more stops the run there.
 * A file without a selected scenario has a report without scenarios.
 */
export function* checking(file: SourceFile, selection: Selection = EVERYTHING): Generator<Step, FileReport> {
  const { name, text } = file;
  const document = parse(text);
  const selected = contentsOf(document, name).filter((item) => selects(selection, item));
  if (selected.length === 0) return { name, text, scenarios: [] };
  const reading = readDocument(document, name);
  if (reading.kind === 'errors') return { name, text, scenarios: [notRun(scenarioName(name), reading.diagnostics)] };
  const { scenarios, diagnostics } = reading;
  const lines = new Set(selected.map(({ line }) => line));
  const reports: ScenarioReport[] = [];
  for (const [index, scenario] of scenarios.entries()) {
    if (!lines.has(scenario.line)) continue;
    const from = index === 0 ? 0 : scenario.line;
    const to = scenarios[index + 1]?.line ?? Number.POSITIVE_INFINITY;
    const own = diagnostics.filter(({ line }) => line >= from && line < to);
    const report = yield* locatingAll(scenario, name, verdict(scenario, text, own));
    reports.push(report);
    yield report;
  }
  return { name, text, scenarios: reports };
}

/** Runs fast first; only what fails is run again with its events told, so that the failure can be shown. */
function* verdict(
  scenario: Scenario,
  text: string,
  diagnostics: readonly LocatedDiagnostic[],
): Generator<undefined, ScenarioReport> {
  const fast = yield* judge(scenario, play(scenario, false), diagnostics);
  if (fast.failures.length === 0) return fast;
  const report = yield* judge(scenario, play(scenario, true), diagnostics);
  const segments = new Set(scenario.statements.flatMap(({ kind, line }) => (kind === 'segment' ? line : [])));
  if (!report.failures.some(({ line }) => segments.has(line))) return report;
  const fixes = yield* fixesOf(scenario, text);
  return {
    ...report,
    failures: report.failures.map((failure) => {
      const fix = fixes.get(failure.event);
      return fix?.line === failure.line ? { ...failure, fix } : failure;
    }),
  };
}

/** The events of a run, one by one. */
function* play(scenario: Scenario, told: boolean): Generator<TraceEvent, readonly TraceSegment[]> {
  const moments = simulate(scenario, undefined, told);
  let next = moments.next();
  for (; !next.done; next = moments.next()) yield next.value.event;
  return shownWire(scenario, next.value);
}

/** If running a scenario breaks an invariant, the error says which scenario it was. */
export function locating<T>(scenario: Scenario, fileName: string, run: () => T): T {
  try {
    return run();
  } catch (cause) {
    throw located(scenario, fileName, cause);
  }
}

function* locatingAll<T>(scenario: Scenario, fileName: string, run: Generator<undefined, T>): Generator<undefined, T> {
  try {
    return yield* run;
  } catch (cause) {
    throw located(scenario, fileName, cause);
  }
}

function located(scenario: Scenario, fileName: string, cause: unknown): Error {
  const message = cause instanceof Error ? cause.message : String(cause);
  return new Error(`${message} (in "${scenario.name}", ${fileName}:${scenario.line})`, { cause });
}

/** What a generator returns in the end. */
export function finish<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
