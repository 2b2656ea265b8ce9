/**
 * How the segments of a trace fly: which leave before the line that shows their end, and where a window changes.
 */
import type { TraceEvent, TraceSegment } from './event';
import type { StatesAt } from './states';
import type { ShownTrace } from './trace';

export interface Departures {
  /** By index of the event that sends them: the segments that get a line there, because their end is shown later or never. */
  readonly early: ReadonlyMap<number, readonly TraceSegment[]>;
  /** By the segment's id: number of the event whose line shows it leave. */
  readonly left: ReadonlyMap<number, number>;
}

/** A segment leaves early if it meets nothing, or if its sender is in another state by the time it does. */
export function departuresOf(trace: ShownTrace, states: readonly StatesAt[]): Departures {
  const { events, scenario } = trace;
  const firstMet = new Map<number, number>();
  for (const [index, { segment }] of events.entries()) {
    if (segment !== undefined && !firstMet.has(segment.id)) firstMet.set(segment.id, index);
  }
  const early = new Map<number, TraceSegment[]>();
  const left = new Map<number, number>();
  for (const [index, event] of events.entries()) {
    for (const segment of event.sends) {
      const sender = segment.from === scenario.peers[0].name ? 0 : 1;
      const met = firstMet.get(segment.id);
      const moved = met !== undefined && states[index]?.after[sender] !== states[met]?.before[sender];
      if ((met !== undefined && !moved) || left.has(segment.id)) continue;
      const leaving = early.get(index);
      if (leaving === undefined) early.set(index, [segment]);
      else leaving.push(segment);
      left.set(segment.id, event.n);
    }
    const { segment } = event;
    if (segment !== undefined && !left.has(segment.id)) left.set(segment.id, event.n);
  }
  return { early, left };
}

/**
 * The ids of the segments whose window differs from that of the segment their sender sent before: only these need say
 * it. A SYN begins anew.
 */
export function windowChanges(events: readonly TraceEvent[]): ReadonlySet<number> {
  const last = new Map<string, number>();
  const changes = new Set<number>();
  for (const event of events) {
    for (const segment of event.sends) {
      const before = last.get(segment.from);
      const counts = !segment.flags.includes('RST');
      if (counts && before !== undefined && before !== segment.win && !segment.flags.includes('SYN'))
        changes.add(segment.id);
      if (counts) last.set(segment.from, segment.win);
    }
  }
  return changes;
}
