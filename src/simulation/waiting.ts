/** Statements that let time pass: `wait`, `wait until`, `run`, `expect no ... for`. */
import type { StatementOf } from '../program/program';
import { showDuration } from '../trace/duration';
import { say } from '../words/sentence';
import { evaluateNumber, holds } from './evaluate';
import { describe, judged } from './judgment';
import { type Moment, moment, once, type Scene } from './moment';
import { drain, passTime } from './passing';
import { differences, writeDirection, writeSegment } from './pattern';
import { nextHappening, onWire } from './wire';
import type { Flight, World } from './world';

type Run = Generator<Moment, World>;

export function* wait(scene: Scene, world: World, { duration }: StatementOf<'wait'>): Run {
  const begun = begin(world, evaluateNumber(world, duration));
  const now = yield* passTime(scene, begun);
  return yield* tellEnd(scene, begun, now);
}

/** Ten minutes, in microseconds. */
const PATIENCE = 600_000_000;

export function* waitUntil(scene: Scene, world: World, statement: StatementOf<'wait-until'>): Run {
  const { condition, within } = statement;
  const limit = within === undefined ? PATIENCE : evaluateNumber(world, within);
  const begun = begin(world, limit);
  const now = yield* passTime(
    scene,
    begun,
    (later) => holds(later, condition.expression) || nextHappening(later) === undefined,
  );
  if (holds(now, condition.expression)) return yield* tellEnd(scene, begun, now);
  const idle = nextHappening(now) === undefined;
  const verdict = judged(scene, now, {
    ok: false,
    line: statement.line,
    message: idle
      ? say('the condition does not hold, and nothing is left to happen')
      : say('the condition does not hold within {0}', showDuration(limit)),
    expected: condition.source,
    actual: describe(scene.scenario, now, condition.expression),
  });
  return yield* once({ ...verdict, start: beforeEnd(begun, now) });
}

export function* run(scene: Scene, world: World): Run {
  const now = yield* drain(scene, world);
  return yield* tellEnd(scene, world, now);
}

const begin = (world: World, duration: number): World =>
  world.until === undefined ? { ...world, until: world.time + Math.max(0, duration) } : world;

/** Time passed after the last event, or nothing happened at all: an event says so. */
function* tellEnd(scene: Scene, begun: World, now: World): Run {
  if (now.events !== begun.events && now.time === now.lastEventAt) return now;
  const end = moment(scene, now, { kind: 'wait', text: say('time passes until {0}', showDuration(now.time)) });
  return yield* once({ ...end, start: beforeEnd(begun, now) });
}

/** The world before time went on to the end without an event: from there the end is come to again. */
const beforeEnd = (begun: World, now: World): World => ({
  ...now,
  time: now.events === begun.events ? begun.time : now.lastEventAt,
});

export function* expectNo(scene: Scene, world: World, statement: StatementOf<'expect-no'>): Run {
  const { segment, during, line } = statement;
  const refuse = (now: World, flight: Flight): Moment =>
    judged(scene, now, {
      ok: false,
      line,
      message: say('a segment {0} is on the wire, and none may be', writeDirection(scene.scenario, segment)),
      expected: `no ${writeDirection(scene.scenario, segment)} ${segment.source}`.trimEnd(),
      actual: writeSegment(now, flight.from, flight.segment),
    });
  const matching = (now: World): Flight | undefined =>
    onWire(now, segment.from).find((flight) => differences(now, segment, flight.segment).length === 0);
  const begun = during === undefined ? world : begin(world, evaluateNumber(world, during));
  // What was sent while time passed is on the wire for an instant at least: it is looked for after every event.
  let found = matching(begun);
  const now =
    during === undefined || found !== undefined
      ? begun
      : yield* passTime(scene, begun, (later) => {
          found = matching(later);
          return found !== undefined;
        });
  const start = beforeEnd(begun, now);
  if (found !== undefined) return yield* once({ ...refuse(now, found), start });
  const source = `no ${writeDirection(scene.scenario, segment)} ${segment.source}`.trimEnd();
  const verdict = judged(scene, now, { ok: true, line, message: say('holds'), expected: source, actual: source });
  return yield* once({ ...verdict, start });
}
