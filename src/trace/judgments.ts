/** Everything that is judged at one event: the line being executed, and what `always` and `never` ask. */
import type { Judgment, TraceEvent } from './event';

export const judgmentsOf = (event: TraceEvent): readonly Judgment[] =>
  event.judgment === undefined ? event.violations : [event.judgment, ...event.violations];

/** Those that did not hold. */
export function failuresOf(event: TraceEvent): readonly Judgment[] {
  const judgments = judgmentsOf(event);
  return judgments.some(({ ok }) => !ok) ? judgments.filter(({ ok }) => !ok) : NONE;
}

const NONE: readonly Judgment[] = [];
