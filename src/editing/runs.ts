/**
 * What the lines of a scenario did in its run.
 *
 * Rule: editors show what was run. Whoever keeps the runs gives those of the very document that is asked about, none if
 * it cannot be run.
 */
import type { TraceEvent, TraceSegment } from '../trace/event';
import { type States, statesOf } from '../trace/states';
import type { Trace } from '../trace/trace';

/** The trace of each scenario, under the number of its `scenario` line (1-based; 1 in a file without one). */
export type Runs = ReadonlyMap<number, Trace>;

/** What happened while a line was executed. */
export interface LineRun {
  readonly events: readonly TraceEvent[];
  /** The states of the two peers before the first of them and after the last. */
  readonly before: States;
  readonly after: States;
}

const known = new WeakMap<Trace, ReadonlyMap<number, LineRun>>();

/** What each line did, under its number (1-based). */
export function linesOf(trace: Trace): ReadonlyMap<number, LineRun> {
  const found = known.get(trace);
  if (found) return found;
  const states = statesOf(trace);
  const lines = new Map<number, { events: TraceEvent[]; before: States; after: States }>();
  for (const [index, event] of trace.events.entries()) {
    const at = states[index];
    if (at === undefined) continue;
    const line = lines.get(event.line);
    if (line === undefined) lines.set(event.line, { events: [event], ...at });
    else {
      line.events.push(event);
      line.after = at.after;
    }
  }
  known.set(trace, lines);
  return lines;
}

/** The states of the two peers after a line (1-based) was executed; undefined if it never was. */
export const statesAfterLine = (trace: Trace, line: number): States | undefined => linesOf(trace).get(line)?.after;

/** The segment that a segment line (1-based) took, whatever it says of it; undefined if none came. */
export function segmentAtLine(trace: Trace, line: number): TraceSegment | undefined {
  const events = linesOf(trace).get(line)?.events ?? [];
  return events.find(({ segment }) => segment !== undefined)?.segment;
}

/** `client SYN_SENT · server SYN_RCVD`; a state that is only inferred stands in parentheses. */
export function statesText(trace: Trace, states: States): string {
  const shown = trace.scenario.peers.flatMap(({ name, kind }, index) => {
    const state = states[index];
    if (state === undefined) return [];
    return [`${name} ${kind === 'scripted' ? `(${state})` : state}`];
  });
  return shown.join(' · ');
}
