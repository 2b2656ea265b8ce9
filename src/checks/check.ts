/** Text in, verdict out: reads a file and runs its scenarios. */
import type { Scenario } from '../program/program';
import type { LocatedDiagnostic } from '../program/report';
import { shownWire } from '../simulation/judgment';
import { simulate } from '../simulation/simulate';
import type { TraceEvent, TraceSegment } from '../trace/event';
import { fixesOf } from './fix';
import { readProgram, scenarioName } from './reading';
import { type FileReport, notRun, type ScenarioReport, type SourceFile } from './report';
import { judge } from './verdict';

/** Runs every scenario of a file; a file with errors is not run. */
export function check(file: SourceFile): FileReport {
  const reading = readProgram(file);
  const { name, text } = file;
  if (reading.kind === 'errors') return { name, text, scenarios: [notRun(scenarioName(name), reading.diagnostics)] };
  const { scenarios, diagnostics } = reading;
  const reports = scenarios.map((scenario, index) => {
    const from = index === 0 ? 0 : scenario.line;
    const to = scenarios[index + 1]?.line ?? Number.POSITIVE_INFINITY;
    const own = diagnostics.filter(({ line }) => line >= from && line < to);
    return locating(scenario, name, () => verdict(scenario, text, own));
  });
  return { name, text, scenarios: reports };
}

/** Runs fast first; only what fails is run again with its events told, so that the failure can be shown. */
function verdict(scenario: Scenario, text: string, diagnostics: readonly LocatedDiagnostic[]): ScenarioReport {
  const fast = judge(scenario, play(scenario, false), diagnostics);
  if (fast.failures.length === 0) return fast;
  const report = judge(scenario, play(scenario, true), diagnostics);
  const fixes = fixesOf(scenario, text);
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
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`${message} (in "${scenario.name}", ${fileName}:${scenario.line})`, { cause });
  }
}
