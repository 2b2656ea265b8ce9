/** How a scenario came to a moment: the ladder up to it. */
import type { Scenario } from '../program/program';
import { simulate } from '../simulation/simulate';
import type { TraceEvent } from '../trace/event';
import { ladderIn } from '../trace/ladder';
import { numbersOf } from '../trace/segment-text';
import type { Translate } from '../words/sentence';

/** A ladder that people can take in; of a longer one the last lines are shown. */
const LINES = 60;

/** Events of which a ladder is made at most: the last of them. */
const EVENTS = 400;

/** How many events pass between two pauses. */
const EVENTS_A_PAUSE = 100;

/** The ladder up to event `n`, its end if it is long; in steps, every few events. */
export function* pastOf(scenario: Scenario, n: number, translate: Translate): Generator<undefined, readonly string[]> {
  let events: TraceEvent[] = [];
  for (const { event } of simulate(scenario)) {
    events.push(event);
    if (events.length > 2 * EVENTS) events = events.slice(-EVENTS);
    if (event.n >= n) break;
    if (event.n % EVENTS_A_PAUSE === 0) yield undefined;
  }
  const lines = [...ladderIn(numbersOf(scenario), { scenario, events, unnamed: [] }, translate)];
  return lines.length <= LINES ? lines : ['...', ...lines.slice(-LINES)];
}
