/**
 * A change that someone made to a run while looking at it: a variable set, another segment let through first, a
 * statement typed in.
 *
 * Rule: a fork is an event of the run like any other, and is kept as what was asked for; the same forks give the same run.
 */
import type { PeerField, Value } from '../program/expression';
import type { PeerIndex, Scenario, Statement } from '../program/program';
import { first as firstOf } from '../tcp/chunks';
import { say } from '../words/sentence';
import { showValue } from './judgment';
import { type Moment, moment, type Scene } from './moment';
import { setVariable } from './settable';
import { showFlight } from './show';
import { watched } from './simulate';
import { execute } from './statements';
import { changes } from './variables';
import { onWire, withFlight, withoutFlight } from './wire';
import type { World } from './world';

export interface Fork {
  /** How many events there were when it was made. */
  readonly after: number;
  readonly change: Change;
}

export type Change =
  | { readonly kind: 'variable'; readonly peer: PeerIndex; readonly field: PeerField; readonly value: Value }
  /** The segment with this `order` is the next on the wire. */
  | { readonly kind: 'arrival'; readonly order: number }
  | { readonly kind: 'statement'; readonly statement: Statement; readonly source: string };

/** The moments of a change; the first can be gone on from. Returns the world in which the scenario goes on. */
export function* makeChange(scenario: Scenario, world: World, change: Change): Generator<Moment, World> {
  const line = scenario.statements[world.statement]?.line ?? scenario.statements.at(-1)?.line ?? scenario.line;
  const scene: Scene = { scenario, line, told: true };
  return yield* watched(scene, world, changed(scene, world, change));
}

function* changed(scene: Scene, world: World, change: Change): Generator<Moment, World> {
  switch (change.kind) {
    case 'variable': {
      const { peer, field, value } = change;
      const { name } = scene.scenario.peers[peer];
      const after = setVariable(world, peer, field, value);
      if ('arguments' in after) throw new Error(`${name}.${field} was set, and cannot be.`);
      const text = say('{0} is set to {1}', `${name}.${field}`, showValue(value));
      const set = moment(scene, after, { kind: 'fork', peer: name, text, changes: changes(world, after, peer) });
      yield set;
      return set.world;
    }
    case 'arrival': {
      const after = letFirst(world, change.order);
      const flight = firstOf(after.wire);
      const segment = flight && showFlight(scene.scenario, after, flight);
      const first = moment(scene, after, { kind: 'fork', segment, text: say('this segment is the next to arrive') });
      yield first;
      return first.world;
    }
    case 'statement': {
      const { until } = world;
      const typed = moment(scene, world, { kind: 'fork', text: say('typed in: {0}', change.source) });
      yield typed;
      const after = yield* execute(scene, { ...typed.world, until: undefined }, change.statement);
      return { ...after, statement: world.statement, until };
    }
  }
}

/** The world in which a segment comes before all others on the wire. */
function letFirst(world: World, order: number): World {
  const flight = onWire(world).find((each) => each.order === order);
  const next = firstOf(world.wire);
  if (flight === undefined || next === undefined) throw new Error('A segment was chosen that is not on the wire.');
  const due = flight === next ? flight.due : next.due - 1;
  return { ...world, wire: withFlight(withoutFlight(world.wire, flight), { ...flight, due }) };
}
