/** The moments of a run that was changed on its way: the scenario's own, and those of the forks between them. */
import type { Scenario } from '../program/program';
import { type Fork, makeChange } from './fork';
import type { Moment } from './moment';
import { simulate } from './simulate';
import type { World } from './world';

export interface CourseMoment extends Moment {
  /** Someone made it happen: no line of the scenario did. */
  readonly forked: boolean;
}

/**
 * Goes on from a world that a moment's `start` was. Forks whose event lies behind that world are part of it already.
 * Throws if a fork stands inside a statement that is not divided there. `told`: as in `simulate`; forks are told whole.
 */
export function* course(
  scenario: Scenario,
  forks: readonly Fork[],
  from: World,
  told = true,
): Generator<CourseMoment, World> {
  let world = from;
  for (const { after, change } of forks) {
    if (after < world.events) continue;
    world = yield* playUntil(scenario, world, after, told);
    world = yield* marked(makeChange(scenario, world, change), true);
  }
  return yield* marked(simulate(scenario, world, told), false);
}

/** Plays up to event `last`, and returns the world from which the next begins. */
function* playUntil(scenario: Scenario, from: World, last: number, told: boolean): Generator<CourseMoment, World> {
  const moments = simulate(scenario, from, told);
  for (let next = moments.next(); ; next = moments.next()) {
    // What `finally` asks was judged at the end; it is not asked again of what is added to it.
    if (next.done) return { ...next.value, watches: next.value.watches.filter(({ kind }) => kind !== 'finally') };
    const { event, start } = next.value;
    if (event.n <= last) yield { ...next.value, forked: false };
    else if (start !== undefined) return start;
    else throw new Error(`A run was changed after event ${last}, where it cannot be gone on from.`);
  }
}

/** Of a fork only the first moment can be gone on from: a world does not know what was typed in. */
function* marked(moments: Generator<Moment, World>, forked: boolean): Generator<CourseMoment, World> {
  let first = true;
  for (let next = moments.next(); ; next = moments.next()) {
    if (next.done) return next.value;
    yield { ...next.value, start: forked && !first ? undefined : next.value.start, forked };
    first = false;
  }
}
