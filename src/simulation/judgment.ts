/** Judging: conditions, and the events that tell how they came out. */
import type { Condition, Expression, Value } from '../program/expression';
import type { Scenario } from '../program/program';
import type { Seq } from '../tcp/seq';
import { showDuration } from '../trace/duration';
import type { Judgment } from '../trace/event';
import { type Sentence, say, type Words } from '../words/sentence';
import { evaluate, holds } from './evaluate';
import { type Moment, moment, type Scene } from './moment';
import { showFlight } from './show';
import { onWire } from './wire';
import { relative, type World } from './world';

/** What is on the wire, next to arrive first. */
export const shownWire = (scenario: Scenario, world: World) =>
  onWire(world).map((flight) => showFlight(scenario, world, flight));

interface Verdict {
  readonly ok: boolean;
  readonly line: number;
  readonly message: Sentence;
  readonly expected: Words;
  readonly actual: Words;
  readonly blame?: Judgment['blame'];
  readonly hints?: readonly Sentence[];
}

/** The event of a judgment. The world stays as it is. */
export function judged(scene: Scene, world: World, verdict: Verdict): Moment {
  const { ok } = verdict;
  return moment(scene, world, {
    kind: 'expect',
    judgment: {
      blame: [],
      hints: [],
      ...verdict,
      wire: ok ? [] : shownWire(scene.scenario, world),
    },
  });
}

/** Judges a condition that has to hold now. */
export function judgeCondition(scene: Scene, world: World, condition: Condition, line: number): Moment {
  const ok = holds(world, condition.expression);
  return judged(scene, world, {
    ok,
    line,
    message: ok ? say('holds') : say('the condition does not hold'),
    expected: condition.source,
    actual: ok ? condition.source : describe(scene.scenario, world, condition.expression),
  });
}

/** What the variables of a condition are: `client.state is FIN_WAIT_1, server.state is CLOSE_WAIT`. */
export function describe(scenario: Scenario, world: World, expression: Expression): Words {
  const parts = new Map<string, Sentence>();
  for (const leaf of leaves(expression)) {
    const name = nameOf(scenario, leaf);
    if (name !== undefined) parts.set(name, say('{0} is {1}', name, showValue(evaluate(world, readable(leaf)))));
  }
  if (parts.size === 0) return showValue(evaluate(world, expression));
  return [...parts.values()].reduce((before, part) => say('{0}, {1}', before, part));
}

function leaves(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'not':
    case 'negate':
      return leaves(expression.operand);
    case 'and':
    case 'or':
    case 'compare':
    case 'calculate':
      return [...leaves(expression.left), ...leaves(expression.right)];
    default:
      return [expression];
  }
}

function nameOf({ peers }: Scenario, leaf: Expression): string | undefined {
  switch (leaf.kind) {
    case 'time':
      return 'time';
    case 'wire-count':
      return 'wire.count';
    case 'let':
      return leaf.name;
    case 'capture':
      return `${leaf.name}.${leaf.field}`;
    case 'peer':
      return `${peers[leaf.peer].name}.${leaf.field}`;
    case 'in-state':
      return `${peers[leaf.peer].name}.state`;
    case 'visited':
      return `${peers[leaf.peer].name}.visited ${leaf.state}`;
    default:
      return undefined;
  }
}

/** Of `client ESTABLISHED` a reader wants the state, not the answer. */
const readable = (leaf: Expression): Expression =>
  leaf.kind === 'in-state' ? { kind: 'peer', peer: leaf.peer, field: 'state' } : leaf;

/** A value as one would write it. */
export function showValue(value: Value): string {
  switch (value.kind) {
    case 'off':
      return 'off';
    case 'text':
      return JSON.stringify(value.value.length > 60 ? `${value.value.slice(0, 60)}...` : value.value);
    case 'time':
      return showDuration(value.value);
    case 'sequence':
      return value.base === undefined ? `#${value.value}` : String(shownNumber(value.value, value.base));
    default:
      return String(value.value);
  }
}

/** Absolute by nature (ISS) if it counts from 0, and then never negative. */
const shownNumber = (value: number, base: number): number => (base === 0 ? value : relative(base as Seq, value as Seq));
