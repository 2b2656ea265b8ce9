/**
 * The places of a run at which a session may stop, one position (a number of events) after the other.
 *
 * Rule: they depend on the run alone, not on where one comes from; so what is met backwards is what was met forwards.
 */
import type { Step } from '../simulation/step';
import type { Timeline } from '../simulation/timeline';
import type { World } from '../simulation/world';
import type { Place } from './place';
import { stopFrom } from './program';

export interface Candidate {
  readonly place: Exclude<Place, { readonly kind: 'check' }>;
  readonly world: World;
  /** The event that has just happened; undefined before a statement and at the end. */
  readonly step: Step | undefined;
  /** For an event: it is the last of its statement, and another place follows with the same world. */
  readonly closes: boolean;
  /** For a statement: it begins with the next event. (Before a fork it does not.) */
  readonly opens: boolean;
}

/**
 * The candidates after `n` events, in order: the event itself, then the statement that begins or the end. Their event
 * is told `whole`, or as it is glimpsed.
 */
export function candidatesAt(timeline: Timeline, n: number, whole = true): readonly Candidate[] {
  const step = (at: number): Step => (whole ? timeline.step(at) : timeline.glimpse(at));
  const next = timeline.reaches(n + 1) ? step(n + 1) : undefined;
  const boundary = next === undefined || next.opens || n === 0;
  const found: Candidate[] = [];
  if (n > 0) {
    const latest = step(n);
    found.push({
      place: { kind: 'event', after: n },
      world: latest.after,
      step: latest,
      closes: boundary,
      opens: false,
    });
  }
  if (boundary) {
    const world = next?.before ?? timeline.worldAt(n);
    const statement = stopFrom(timeline.scenario, world.statement);
    const place: Candidate['place'] =
      next === undefined ? { kind: 'end', after: n } : { kind: 'statement', after: n, statement };
    found.push({ place, world, step: undefined, closes: false, opens: next?.opens === true });
  }
  return found;
}

/** Where a run begins. */
export function firstPlace(timeline: Timeline): Place {
  const [first] = candidatesAt(timeline, 0);
  if (first === undefined) throw new Error('A run has a place before its first event.');
  return first.place;
}

/** The same place, seen as it is stopped at: behind the last event of a statement one stands before the next. */
export function settled(timeline: Timeline, n: number): Place {
  const last = candidatesAt(timeline, n).at(-1);
  if (last === undefined) throw new Error(`The run has no place after ${n} events.`);
  return last.place;
}
