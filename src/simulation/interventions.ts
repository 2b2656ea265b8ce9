/** What the script does to the network and to what travels on it: forged, released and replayed segments, rules, paths. */
import type { Path, StatementOf } from '../program/program';
import { say } from '../words/sentence';
import { seeded } from './chance';
import { evaluateNumber } from './evaluate';
import { judged } from './judgment';
import { type Moment, moment, once, type Scene } from './moment';
import { makeSegment, writeDirection } from './pattern';
import { deliver } from './stimulus';
import type { Flight, World } from './world';

type Run = Generator<Moment, World>;

export function* inject(scene: Scene, world: World, statement: StatementOf<'inject'>): Run {
  const { segment: pattern, capture } = statement;
  const flight: Flight = {
    id: world.segments + 1,
    from: pattern.from,
    to: pattern.to,
    segment: makeSegment(world, pattern),
    sentAt: world.time,
    sent: undefined,
    due: world.time,
    order: world.order + 1,
    retransmission: false,
    fate: 'arrives',
    ruled: false,
  };
  const captures = capture === undefined ? world.captures : { ...world.captures, [capture]: flight };
  const made = { ...world, captures, segments: flight.id, order: flight.order };
  return yield* once(deliver(scene, made, flight));
}

export function* release(scene: Scene, world: World, name: string): Run {
  const flight = world.held[name];
  if (flight === undefined) return yield* nothingHeld(scene, world, name);
  const { [name]: _, ...held } = world.held;
  return yield* once(deliver(scene, { ...world, held }, flight));
}

/** The line with `held` did not take a segment, or it was released before. */
function* nothingHeld(scene: Scene, world: World, name: string): Run {
  return yield* once(
    judged(scene, world, {
      ok: false,
      line: scene.line,
      message: say('no segment {0} is held', name),
      expected: say('{0} held', name),
      actual: say('nothing'),
    }),
  );
}

export function* replay(scene: Scene, world: World, name: string): Run {
  const flight = world.captures[name];
  if (flight === undefined) {
    return yield* once(
      judged(scene, world, {
        ok: false,
        line: scene.line,
        message: say('no segment {0} was sent', name),
        expected: say('{0} sent', name),
        actual: say('nothing'),
      }),
    );
  }
  return yield* once(deliver(scene, world, flight));
}

export function* addRule(scene: Scene, world: World, { rule, line }: StatementOf<'rule'>): Run {
  const left = rule.count === 'all' ? Number.POSITIVE_INFINITY : evaluateNumber(world, rule.count);
  const by = rule.by === undefined ? 0 : evaluateNumber(world, rule.by);
  const rules = [...world.rules, { action: rule.action, left, segment: rule.segment, by, line }];
  const count = rule.count === 'all' ? 'all' : `next ${left}`;
  const segments = `${writeDirection(scene.scenario, rule.segment)} ${rule.segment.source}`.trimEnd();
  const text = say('from here on: {0} {1} {2}', rule.action, count, segments);
  return yield* once(moment(scene, { ...world, rules }, { kind: 'rule', text }));
}

export function* changeNetwork(scene: Scene, world: World, statement: StatementOf<'network'>): Run {
  const paths: [Path, Path] = [...world.paths];
  for (const { from, path } of statement.changes) paths[from] = { ...paths[from], ...path };
  const chance = statement.seed === undefined ? world.chance : seeded(statement.seed);
  return yield* once(moment(scene, { ...world, paths, chance }, { kind: 'rule', text: say('the network changes') }));
}
