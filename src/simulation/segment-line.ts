/**
 * A segment line: takes the segment that is next to arrive, compares it with what is written, and lets it meet its
 * outcome (docs/language.md, "Segments").
 *
 * Rule: what has to be looked for (a timer that makes the peer send) is looked for in a world of its own. Only if it is
 * the right segment has it happened.
 */
import type { StatementOf } from '../program/program';
import { showDuration } from '../trace/duration';
import { say } from '../words/sentence';
import { evaluateNumber } from './evaluate';
import { hintsFor } from './hints';
import { judged } from './judgment';
import { type Moment, moment, type Scene, tellFlight } from './moment';
import { passUntilArrival } from './passing';
import { type Difference, differences, makeSegment, writeDirection, writeSegment } from './pattern';
import { expireTimer, sendScripted } from './stimulus';
import { arrive, discard, lose, postpone } from './unnamed';
import { firesBefore, nextTimer, onWire, takeOff } from './wire';
import type { Flight, World } from './world';

type Line = StatementOf<'segment'>;

/** How long a line waits for a timer to make its peer send, in microseconds. */
const PATIENCE = 600_000_000;

/** And for how many: timers of a microsecond would fill the memory in that time. */
const MOST_TIMERS = 100_000;

/** Executes the line. */
export function* takeSegment(scene: Scene, world: World, line: Line): Generator<Moment, World> {
  if (world.peers[line.segment.from].kind === 'scripted') return yield* takeScripted(scene, world, line);
  const found = find(scene, world, line);
  if (found.kind === 'nothing') return yield* fail(scene, world, line, undefined, found.differences);
  const { flight } = found;
  const different = differences(found.world, line.segment, flight.segment);
  const waitedFor = !onWire(world).some((other) => other.order === flight.order);
  if (different.length > 0 && waitedFor) return yield* fail(scene, world, line, flight, different, found.world);
  yield* found.moments;
  let now = found.world;
  if (different.length > 0) now = yield* fail(scene, now, line, flight, different);
  return yield* meet(scene, now, line, flight);
}

/** The line makes the segment of a scripted sender; it goes the way of every other. */
function* takeScripted(scene: Scene, world: World, line: Line): Generator<Moment, World> {
  const sent = sendScripted(scene, world, line.segment.from, makeSegment(world, line.segment));
  yield sent;
  const flight = onWire(sent.world).find((other) => other.sent === sent.event.n);
  if (flight === undefined) throw new Error('What a scripted peer sends goes on the wire.');
  const now = staysPut(line) ? sent.world : yield* passUntilArrival(scene, sent.world, flight);
  return yield* meet(scene, now, line, flight);
}

type Found =
  /** The segment, and what happened until it is to be taken. */
  | { readonly kind: 'found'; readonly flight: Flight; readonly world: World; readonly moments: readonly Moment[] }
  | { readonly kind: 'nothing'; readonly differences: readonly Difference[] };

/** For these the segment need only have been sent: time does not move to its arrival. */
const staysPut = ({ outcome }: Line): boolean =>
  outcome.kind === 'held' || outcome.kind === 'delayed' || outcome.kind === 'underway';

/** The segment that the line takes, and what happens until it is to be taken. */
function find(scene: Scene, world: World, line: Line): Found {
  const moments: Moment[] = [];
  const limit = world.time + PATIENCE;
  let now = world;
  for (;;) {
    const candidates = onWire(now, line.segment.from);
    const flight = line.outcome.kind === 'overtaking' ? overtaker(now, line, candidates) : candidates[0];
    const timer = nextTimer(now);
    if (flight !== undefined) {
      if (staysPut(line) || timer === undefined || !firesBefore(timer, flight)) {
        return { kind: 'found', flight, world: now, moments };
      }
    } else if (
      line.outcome.kind === 'overtaking' ||
      timer === undefined ||
      timer.at > limit ||
      moments.length === MOST_TIMERS
    ) {
      const [next] = candidates;
      return { kind: 'nothing', differences: next === undefined ? [] : differences(now, line.segment, next.segment) };
    }
    if (timer === undefined) throw new Error('A timer was to expire, and there is none.');
    const fired = expireTimer(scene, now, timer);
    moments.push(fired);
    now = fired.world;
  }
}

/** The first that matches and is not next. */
const overtaker = (world: World, line: Line, [, ...later]: readonly Flight[]): Flight | undefined =>
  later.find((flight) => differences(world, line.segment, flight.segment).length === 0);

/** The segment meets the line's outcome, and its name is remembered. */
function* meet(scene: Scene, world: World, line: Line, flight: Flight): Generator<Moment, World> {
  const { outcome, capture } = line;
  const named: World = capture === undefined ? world : { ...world, captures: { ...world.captures, [capture]: flight } };
  const arrived: World = staysPut(line) ? named : { ...named, time: Math.max(named.time, flight.due) };
  switch (outcome.kind) {
    case 'arrives':
    case 'overtaking':
      return yield* arrive(scene, arrived, flight, 1);
    case 'duplicated': {
      const times = outcome.times === undefined ? 2 : evaluateNumber(arrived, outcome.times);
      return yield* arrive(scene, arrived, flight, Math.max(1, times));
    }
    case 'lost':
      return yield* lose(scene, arrived, flight, undefined);
    case 'corrupted':
      return yield* discard(scene, arrived, flight);
    case 'delayed': {
      const by = evaluateNumber(named, outcome.by);
      return yield* postpone(scene, named, flight, flight.due + by, say('delayed by {0}', showDuration(by)));
    }
    case 'held':
      return yield* hold(scene, named, flight, capture);
    case 'underway': {
      const seen = onTheWire(scene, named, flight, 'underway');
      yield seen;
      return seen.world;
    }
  }
}

function* hold(scene: Scene, world: World, flight: Flight, capture: string | undefined): Generator<Moment, World> {
  const off = takeOff(world, flight);
  const after = capture === undefined ? off : { ...off, held: { ...off.held, [capture]: flight } };
  const held = onTheWire(scene, after, flight, 'held');
  yield held;
  return held.world;
}

const onTheWire = (scene: Scene, world: World, flight: Flight, kind: 'held' | 'underway'): Moment =>
  moment(scene, world, { kind, segment: tellFlight(scene, world, flight), cause: flight.sent });

/** The event of a line that failed. `later` is the world in which `flight` was looked for and found to be another. */
function* fail(
  scene: Scene,
  world: World,
  line: Line,
  flight: Flight | undefined,
  different: readonly Difference[],
  later?: World,
): Generator<Moment, World> {
  const direction = writeDirection(scene.scenario, line.segment);
  const failed = judged(scene, world, {
    ok: false,
    line: scene.line,
    message: message(line, flight, direction),
    expected: line.segment.source,
    actual: flight === undefined ? say('nothing') : actualText(later ?? world, line, flight, different),
    blame: different.flatMap(({ blame }) => (blame === undefined ? [] : [blame])),
    hints: hintsFor(scene, world, line, flight, different, later),
  });
  yield failed;
  return failed.world;
}

function message(line: Line, flight: Flight | undefined, direction: string) {
  if (flight !== undefined) return say('the segment {0} is not the one written', direction);
  if (line.outcome.kind === 'overtaking') return say('no segment {0} overtakes another', direction);
  return say('no segment {0} is sent', direction);
}

/** The segment as a line, with every field that was compared and differs. */
function actualText(world: World, line: Line, flight: Flight, different: readonly Difference[]): string {
  const text = writeSegment(world, line.segment.from, flight.segment, line.segment);
  const more = different.filter(({ what }) => !['flags', 'seq', 'ack', 'len'].includes(what));
  return [text, ...more.map(({ what, actual }) => `${what}=${actual}`)].join(' ');
}
