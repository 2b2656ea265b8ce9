/** A whole run: the trace of a scenario. */
import type { Scenario } from '../program/program';
import type { TraceEvent } from '../trace/event';
import type { Trace } from '../trace/trace';
import { shownWire } from './judgment';
import { simulate } from './simulate';

/** Plays a scenario to its end and keeps every event. */
export function run(scenario: Scenario): Trace {
  const events: TraceEvent[] = [];
  const moments = simulate(scenario);
  for (;;) {
    const next = moments.next();
    if (next.done) return { scenario, events, unnamed: shownWire(scenario, next.value) };
    events.push(next.value.event);
  }
}
