/**
 * Time passing: what is due arrives, timers expire, in time order.
 *
 * While it passes, every moment can be gone on from: `world.until` says how far the statement being executed goes.
 */
import { isEmpty } from '../tcp/chunks';
import type { Moment, Scene } from './moment';
import { expireTimer } from './stimulus';
import { happen } from './unnamed';
import { firesBefore, nextHappening, nextTimer } from './wire';
import type { Flight, World } from './world';

/** Lets time pass until `world.until`, the last instant included, or until `enough`. */
export function* passTime(
  scene: Scene,
  world: World,
  enough: (world: World) => boolean = () => false,
): Generator<Moment, World> {
  const until = world.until ?? world.time;
  let now = world;
  while (!enough(now)) {
    const next = nextHappening(now);
    if (next === undefined || next.at > until) return { ...now, time: Math.max(now.time, until) };
    now = yield* resumable(now, happen(scene, now, next));
  }
  return now;
}

/** Lets what is on the wire arrive, and what that causes, until nothing is; timers that come first expire. */
export function* drain(scene: Scene, world: World): Generator<Moment, World> {
  let now: World = { ...world, until: Number.POSITIVE_INFINITY };
  while (!isEmpty(now.wire)) {
    const next = nextHappening(now);
    if (next === undefined) break;
    now = yield* resumable(now, happen(scene, now, next));
  }
  return now;
}

/** The first moment of what happens next can be begun again from the world before it. */
function* resumable(start: World, moments: Generator<Moment, World>): Generator<Moment, World> {
  let first = true;
  for (;;) {
    const next = moments.next();
    if (next.done) return next.value;
    yield first ? { ...next.value, start } : next.value;
    first = false;
  }
}

/** Time moves to a segment's arrival: timers that come first expire, and nothing else arrives. */
export function* passUntilArrival(scene: Scene, world: World, flight: Flight): Generator<Moment, World> {
  let now = world;
  for (let timer = nextTimer(now); timer !== undefined && firesBefore(timer, flight); timer = nextTimer(now)) {
    const fired = expireTimer(scene, now, timer);
    yield fired;
    now = fired.world;
  }
  return { ...now, time: Math.max(now.time, flight.due) };
}
