/** What each statement does: `(world, statement) -> (world, events)`. */
import type { Statement, StatementOf } from '../program/program';
import { say } from '../words/sentence';
import { callPeer } from './call-line';
import { evaluate } from './evaluate';
import { shakeHands } from './handshake';
import { addRule, changeNetwork, inject, release, replay } from './interventions';
import { judgeCondition } from './judgment';
import { type Moment, moment, once, type Scene } from './moment';
import { writeDirection } from './pattern';
import { takeSegment } from './segment-line';
import { expectNo, run, wait, waitUntil } from './waiting';
import type { Watch, World } from './world';

type Run = Generator<Moment, World>;

/** Executes a statement. `world.until` is set if it was begun before and time was passing. */
export function execute(scene: Scene, world: World, statement: Statement): Run {
  switch (statement.kind) {
    case 'let':
      return define(world, statement);
    case 'network':
      return changeNetwork(scene, world, statement);
    case 'call':
      return once(callPeer(scene, world, statement.peer, statement.call));
    case 'segment':
      return takeSegment(scene, world, statement);
    case 'inject':
      return inject(scene, world, statement);
    case 'rule':
      return addRule(scene, world, statement);
    case 'release':
      return release(scene, world, statement.capture);
    case 'replay':
      return replay(scene, world, statement.capture);
    case 'wait':
      return wait(scene, world, statement);
    case 'wait-until':
      return waitUntil(scene, world, statement);
    case 'run':
      return run(scene, world);
    case 'handshake':
      return shakeHands(scene, world, statement);
    case 'expect':
      return once(judgeCondition(scene, world, statement.condition, statement.line));
    case 'expect-no':
      return expectNo(scene, world, statement);
    case 'always':
    case 'never':
    case 'finally':
    case 'never-segment':
      return watch(scene, world, statement);
    case 'note': {
      const peer = statement.peer === undefined ? undefined : scene.scenario.peers[statement.peer].name;
      return once(moment(scene, world, { kind: 'note', peer, text: say('{0}', statement.text) }));
    }
  }
}

// biome-ignore lint/correctness/useYield: a declaration is no event
function* define(world: World, { name, value }: StatementOf<'let'>): Run {
  return { ...world, lets: { ...world.lets, [name]: evaluate(world, value) } };
}

function* watch(scene: Scene, world: World, statement: Watch): Run {
  const watches = [...world.watches, statement];
  const source =
    statement.kind === 'never-segment'
      ? `${writeDirection(scene.scenario, statement.segment)} ${statement.segment.source}`.trimEnd()
      : statement.condition.source;
  const kind = statement.kind === 'never-segment' ? 'never' : statement.kind;
  return yield* once(
    moment(scene, { ...world, watches }, { kind: 'rule', text: say('from here on: {0} {1}', kind, source) }),
  );
}
