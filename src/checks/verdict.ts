/**
 * The judgments of one run, collected while it runs.
 *
 * Rule: only the last few events are kept, so that a run of a million takes no more memory than one of ten.
 */
import type { Scenario } from '../program/program';
import type { LocatedDiagnostic } from '../program/report';
import { countRowsOf, type RowCounts } from '../trace/coverage';
import type { TraceEvent, TraceSegment } from '../trace/event';
import { failuresOf } from '../trace/judgments';
import type { Failure, ScenarioReport } from './report';

/** How many events a failure shows before it. */
const EVENTS_BEFORE = 5;

/** The events of a run, and at its end the segments that no line named. */
export type Course = Iterator<TraceEvent, readonly TraceSegment[]>;

/** Runs to the end. `diagnostics` are the warnings about the scenario's lines. */
export function judge(scenario: Scenario, course: Course, diagnostics: readonly LocatedDiagnostic[]): ScenarioReport {
  const failures: Failure[] = [];
  const rows = new Map<string, number>();
  let recent: readonly TraceEvent[] = [];
  let events = 0;
  let next = course.next();
  for (; !next.done; next = course.next()) {
    const event = next.value;
    events += 1;
    countRowsOf(rows, event);
    // A bare verdict is nothing that happened.
    if (event.kind !== 'expect') recent = [...recent.slice(1 - EVENTS_BEFORE), event];
    for (const judgment of failuresOf(event)) {
      const { line, message, expected, actual } = judgment;
      failures.push({ line, message, expected, actual, time: event.time, event: event.n, judgment, before: recent });
    }
  }
  return report(scenario, failures, diagnostics, events, next.value, rows);
}

const report = (
  { name, line }: Scenario,
  failures: readonly Failure[],
  diagnostics: readonly LocatedDiagnostic[],
  events: number,
  unnamed: readonly TraceSegment[],
  rows: RowCounts,
): ScenarioReport => ({
  name,
  line,
  status: failures.length > 0 ? 'failed' : 'passed',
  failures,
  diagnostics,
  events,
  unnamed,
  rows,
});
