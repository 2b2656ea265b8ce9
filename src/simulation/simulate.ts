/**
 * Runs a scenario, one moment at a time.
 *
 * Rule 1: the same scenario gives the same moments, wherever and whenever.
 * Rule 2: it always ends: at a million events the line being executed fails, and the run is over.
 */
import type { Scenario } from '../program/program';
import { say } from '../words/sentence';
import { judgeCondition, judged } from './judgment';
import type { Moment, Scene } from './moment';
import { drain } from './passing';
import { execute } from './statements';
import { violations } from './watches';
import { newWorld, type World } from './world';

/** No scenario may have more events. */
export const EVENT_LIMIT = 1_000_000;

/**
 * Every moment of a scenario from its begin, or from a world that a moment's `start` was. Returns the last world.
 * `told`: whether events are told whole (moment.ts); what happens is the same.
 */
export function* simulate(scenario: Scenario, from: World = newWorld(scenario), told = true): Generator<Moment, World> {
  let world = from;
  let line = 1;
  for (;;) {
    const statement = scenario.statements[world.statement];
    const scene: Scene = { scenario, line: statement?.line ?? line, told };
    const moments = statement === undefined ? end(scene, world) : execute(scene, world, statement);
    const after = yield* watched(scene, world, moments);
    if (after.events >= EVENT_LIMIT || statement === undefined) return after;
    line = statement.line;
    world = { ...after, statement: world.statement + 1, until: undefined };
  }
}

/** The moments of one statement, each judged by `always` and `never`; cut off at the limit. */
export function* watched(scene: Scene, begun: World, moments: Generator<Moment, World>): Generator<Moment, World> {
  let before = begun;
  for (let first = true; ; first = false) {
    const next = moments.next();
    if (next.done) return next.value;
    const { world, event, start } = next.value;
    const broken = violations(scene.scenario, before, next.value);
    yield {
      world,
      event: broken.length === 0 ? event : { ...event, violations: broken },
      // A statement that was not begun yet reads its durations when it is: they are no part of where it begins.
      start: first ? begun : start,
    };
    before = world;
    if (event.n >= EVENT_LIMIT - 1) {
      const over = judged(scene, world, {
        ok: false,
        line: scene.line,
        message: say('the scenario passes {0} events and is stopped here', EVENT_LIMIT),
        expected: say('an end'),
        actual: say('no end'),
        hints: [
          say('something repeats for ever: a wait without an end, delays of 0, or two peers that answer each other'),
        ],
      });
      yield over;
      return over.world;
    }
  }
}

/** `finally` lets the wire drain, and judges. */
function* end(scene: Scene, world: World): Generator<Moment, World> {
  const last = world.watches.flatMap((watch) => (watch.kind === 'finally' ? [watch] : []));
  const [first] = last;
  if (first === undefined) return world;
  const drained = yield* drain({ ...scene, line: first.line }, world);
  let now = drained;
  for (const { condition, line } of last) {
    const verdict = judgeCondition({ ...scene, line }, now, condition, line);
    yield now === drained ? { ...verdict, start: drained } : verdict;
    now = verdict.world;
  }
  return now;
}
