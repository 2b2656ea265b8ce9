/**
 * What happens if time passes: a timer expires, or a segment that no line names arrives. To the latter the rules of the
 * script apply first, then the fate the network has drawn for it.
 */
import { say } from '../words/sentence';
import { type Moment, moment, type Scene, tellFlight } from './moment';
import { differences } from './pattern';
import { deliver, expireTimer } from './stimulus';
import { type Happening, takeOff, withFlight, withoutFlight } from './wire';
import type { ActiveRule, Fate, Flight, World } from './world';

/** Lets the next thing happen. A duplicated segment gives two moments; everything else one. */
export function* happen(scene: Scene, world: World, happening: Happening): Generator<Moment, World> {
  if (happening.kind === 'timer') {
    const fired = expireTimer(scene, world, happening.timer);
    yield fired;
    return fired.world;
  }
  const { flight } = happening;
  if (flight.fate === 'arrives' && (flight.ruled || world.rules.length === 0)) {
    const arrived = deliver(scene, world, flight, happening.at);
    yield arrived;
    return arrived.world;
  }
  const now = { ...world, time: happening.at };
  const rule = flight.ruled ? undefined : now.rules.find((candidate) => matches(now, candidate, flight));
  if (rule !== undefined) return yield* obey(scene, used(now, rule), flight, rule);
  return yield* meetFate(scene, now, flight, flight.fate);
}

const matches = (world: World, rule: ActiveRule, flight: Flight): boolean =>
  rule.left > 0 && rule.segment.from === flight.from && differences(world, rule.segment, flight.segment).length === 0;

const used = (world: World, rule: ActiveRule): World => ({
  ...world,
  rules: world.rules.map((other) => (other === rule ? { ...rule, left: rule.left - 1 } : other)),
});

function* obey(scene: Scene, world: World, flight: Flight, rule: ActiveRule): Generator<Moment, World> {
  switch (rule.action) {
    case 'drop':
      return yield* lose(scene, world, flight, say('dropped by the rule of line {0}', rule.line));
    case 'corrupt':
      return yield* discard(scene, world, flight);
    case 'duplicate':
      return yield* arrive(scene, world, flight, 2);
    case 'delay': {
      const text = say('delayed by the rule of line {0}', rule.line);
      return yield* postpone(scene, world, { ...flight, ruled: true }, world.time + rule.by, text);
    }
  }
}

function* meetFate(scene: Scene, world: World, flight: Flight, fate: Fate): Generator<Moment, World> {
  switch (fate) {
    case 'lost':
      return yield* lose(scene, world, flight, say('lost by the network'));
    case 'corrupt':
      return yield* discard(scene, world, flight);
    case 'duplicate':
      return yield* arrive(scene, world, flight, 2);
    case 'reorder': {
      // It waits as long again as the path takes, so that what was sent behind it overtakes.
      const behind = Math.max(world.paths[flight.from].delay.to, REORDERED_BY);
      const text = say('held back by the network');
      return yield* postpone(scene, world, { ...flight, fate: 'arrives' }, world.time + behind, text);
    }
    case 'arrives':
      return yield* arrive(scene, world, flight, 1);
  }
}

/** How long a segment is held back at the least, in microseconds, where the path has no delay of its own. */
const REORDERED_BY = 1_000;

/** The segment arrives, `times` times at this instant. */
export function* arrive(scene: Scene, world: World, flight: Flight, times: number): Generator<Moment, World> {
  let now = world;
  for (let copy = 0; copy < times; copy += 1) {
    const arrived = deliver(scene, now, flight);
    yield arrived;
    now = arrived.world;
  }
  return now;
}

/** The segment never arrives. */
export function* lose(
  scene: Scene,
  world: World,
  flight: Flight,
  text: Moment['event']['text'],
): Generator<Moment, World> {
  const lost = moment(scene, takeOff(world, flight), {
    kind: 'lost',
    segment: tellFlight(scene, world, flight),
    cause: flight.sent,
    text,
  });
  yield lost;
  return lost.world;
}

/** The segment arrives damaged, and TCP discards it for its checksum (RFC 9293, 3.1, MUST-3). */
export function* discard(scene: Scene, world: World, flight: Flight): Generator<Moment, World> {
  const discarded = moment(scene, takeOff(world, flight), {
    kind: 'discard',
    peer: scene.scenario.peers[flight.to].name,
    segment: tellFlight(scene, world, flight),
    cause: flight.sent,
    text: say('discarded: the checksum is wrong'),
  });
  yield discarded;
  return discarded.world;
}

/** The segment stays on the wire and is due at another time. */
export function* postpone(
  scene: Scene,
  world: World,
  flight: Flight,
  due: number,
  text: Moment['event']['text'],
): Generator<Moment, World> {
  const order = world.order + 1;
  const later: Flight = { ...flight, due, order };
  const wire = withFlight(withoutFlight(world.wire, flight), later);
  const after = { ...world, order, wire };
  const delayed = moment(scene, after, {
    kind: 'delayed',
    segment: tellFlight(scene, after, later),
    cause: flight.sent,
    text,
  });
  yield delayed;
  return delayed.world;
}
