/** At which moments of a run a condition holds. */
import type { Expression } from '../program/expression';
import { holds } from '../simulation/evaluate';
import type { Timeline } from '../simulation/timeline';

/** Looks at the moment after each event that was played, in order; yields the event's number where the condition holds. */
export function* momentsWhere(timeline: Timeline, condition: Expression): Generator<number | undefined> {
  for (let n = 1; n <= timeline.length; n += 1) {
    yield holds(timeline.step(n).after, condition) ? n : undefined;
  }
}
