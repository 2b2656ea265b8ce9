/**
 * The judgments of one run, collected while it runs.
 *
 * Rule 1: only the last few events are kept, and so many failures, so that a run of a million takes no more memory than
 *         one of ten.
 * Rule 2: every few events the one who asked may do something else, or stop asking.
 */
import type { Scenario } from '../program/program';
import type { LocatedDiagnostic } from '../program/report';
import { countRowsOf } from '../trace/coverage';
import type { TraceEvent, TraceSegment } from '../trace/event';
import { failuresOf } from '../trace/judgments';
import type { Failure, LineCounts, ScenarioReport } from './report';

/** How many events a failure shows before it. */
const EVENTS_BEFORE = 5;

/** How many failures of a scenario are kept; those after them are counted. */
const MOST_FAILURES = 1_000;

/** How many events pass between two pauses. */
const EVENTS_A_PAUSE = 100;

/** The events of a run, and at its end the segments that no line named. */
export type Course = Iterator<TraceEvent, readonly TraceSegment[]>;

/** Runs to the end, pausing every few events. `diagnostics` are the warnings about the scenario's lines. */
export function* judge(
  scenario: Scenario,
  course: Course,
  diagnostics: readonly LocatedDiagnostic[],
): Generator<undefined, ScenarioReport> {
  const failures: Failure[] = [];
  let moreFailures = 0;
  const rows = new Map<string, number>();
  const lines = new Map<number, number>();
  let recent: readonly TraceEvent[] = [];
  let events = 0;
  let next = course.next();
  for (; !next.done; next = course.next()) {
    const event = next.value;
    events += 1;
    if (events % EVENTS_A_PAUSE === 0) yield undefined;
    countRowsOf(rows, event);
    lines.set(event.line, (lines.get(event.line) ?? 0) + 1);
    // A bare verdict is nothing that happened.
    if (event.kind !== 'expect') recent = [...recent.slice(1 - EVENTS_BEFORE), event];
    for (const judgment of failuresOf(event)) {
      const { line, message, expected, actual } = judgment;
      if (failures.length === MOST_FAILURES) moreFailures += 1;
      else
        failures.push({ line, message, expected, actual, time: event.time, event: event.n, judgment, before: recent });
    }
  }
  return {
    name: scenario.name,
    line: scenario.line,
    status: failures.length > 0 ? 'failed' : 'passed',
    failures,
    moreFailures,
    diagnostics,
    events,
    unnamed: next.value,
    rows,
    reached: reachedOf(scenario, lines),
  };
}

/** Each line with a statement, and how many events it had; none if the run did not come so far. */
const reachedOf = ({ statements }: Scenario, lines: LineCounts): LineCounts =>
  new Map(statements.map(({ line }) => [line, lines.get(line) ?? 0]));
