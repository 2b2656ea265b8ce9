/** Everything that is judged at one event: the line being executed, and what `always` and `never` ask. */
import type { Judgment, TraceEvent } from './event';

export const judgmentsOf = (event: TraceEvent): readonly Judgment[] =>
  event.judgment === undefined ? event.violations : [event.judgment, ...event.violations];

/** Those that did not hold. */
export const failuresOf = (event: TraceEvent): readonly Judgment[] => judgmentsOf(event).filter(({ ok }) => !ok);
