/**
 * A run that can be travelled. It keeps every event and, every so many events, the world to go on from; any moment is
 * made again by running from the last such world, so memory stays bounded and nothing is a few milliseconds away.
 */
import type { Scenario } from '../program/program';
import type { TraceEvent } from '../trace/event';
import { simulate } from './simulate';
import { newWorld, type World } from './world';

export interface Timeline {
  readonly scenario: Scenario;
  readonly events: readonly TraceEvent[];
  /** Worlds to go on from, in order; the first is the one before event 1. */
  readonly checkpoints: readonly Checkpoint[];
  /** The world when the scenario has ended. */
  readonly end: World;
}

export interface Checkpoint {
  /** The event that comes next. */
  readonly next: number;
  readonly world: World;
}

/** How many events lie between two checkpoints at least. */
const SPACING = 200;

/** Plays a scenario to its end. */
export function record(scenario: Scenario): Timeline {
  const events: TraceEvent[] = [];
  const checkpoints: Checkpoint[] = [{ next: 1, world: newWorld(scenario) }];
  let latest = 1;
  const moments = simulate(scenario);
  for (;;) {
    const step = moments.next();
    if (step.done) return { scenario, events, checkpoints, end: step.value };
    const { event, start } = step.value;
    events.push(event);
    if (start !== undefined && event.n - latest >= SPACING) {
      checkpoints.push({ next: event.n, world: start });
      latest = event.n;
    }
  }
}

/** The world after event `n`; 0 is before the first. Throws if the run has no such event. */
export function worldAt(timeline: Timeline, n: number): World {
  const checkpoint = timeline.checkpoints.findLast(({ next }) => next <= Math.max(n, 1));
  if (checkpoint === undefined || n < 0 || n > timeline.events.length) throw new Error(`The run has no event ${n}.`);
  if (n === 0) return checkpoint.world;
  for (const { event, world } of simulate(timeline.scenario, checkpoint.world)) if (event.n === n) return world;
  throw new Error(`The run has no event ${n}.`);
}
