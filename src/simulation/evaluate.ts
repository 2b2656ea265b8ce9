/** The value of an expression in a world. */
import type { Comparison, Expression, Value } from '../program/expression';
import { otherPeer, type PeerIndex } from '../program/program';
import { byteLength } from '../tcp/bytes';
import { count } from '../tcp/chunks';
import { has } from '../tcp/segment';
import { type Seq, seq } from '../tcp/seq';
import { readVariable } from './variables';
import { relative, tcpPeer, type World } from './world';

const OFF: Value = { kind: 'off' };
const truth = (value: boolean): Value => ({ kind: 'truth', value });

/** Never fails: what does not exist is `off`, and nothing is equal to it, greater or less, but `off` itself. */
export function evaluate(world: World, expression: Expression): Value {
  switch (expression.kind) {
    case 'constant':
      return expression.value;
    case 'msl':
      return { kind: 'time', value: expression.count * largerMsl(world) };
    case 'time':
      return { kind: 'time', value: world.time };
    case 'wire-count':
      return { kind: 'number', value: count(world.wire) };
    case 'let':
      return world.lets[expression.name] ?? OFF;
    case 'capture':
      return captured(world, expression.name, expression.field);
    case 'peer':
      return readVariable(world, expression.peer, expression.field);
    case 'in-state': {
      const state = readVariable(world, expression.peer, 'state');
      return truth(state.kind === 'state' && expression.states.includes(state.value));
    }
    case 'visited':
      return truth(tcpPeer(world, expression.peer).endpoint.history.visited.includes(expression.state));
    case 'not':
      return truth(!holds(world, expression.operand));
    case 'negate':
      return negate(evaluate(world, expression.operand));
    case 'and':
      return truth(holds(world, expression.left) && holds(world, expression.right));
    case 'or':
      return truth(holds(world, expression.left) || holds(world, expression.right));
    case 'compare':
      return truth(compare(expression.operator, evaluate(world, expression.left), evaluate(world, expression.right)));
    case 'calculate':
      return calculate(expression.operator, evaluate(world, expression.left), evaluate(world, expression.right));
  }
}

/** True if a condition holds in a world. */
export function holds(world: World, expression: Expression): boolean {
  const value = evaluate(world, expression);
  return value.kind === 'truth' && value.value;
}

/** A number: counts, times in microseconds, sequence numbers relative; 0 for what is none. */
export function evaluateNumber(world: World, expression: Expression): number {
  return plain(evaluate(world, expression)) ?? 0;
}

/** A sequence number of the header: a bare number counts from `base`. */
export function evaluateSequence(world: World, expression: Expression, base: Seq): Seq {
  const value = evaluate(world, expression);
  return value.kind === 'sequence' ? seq(value.value) : seq(base + (plain(value) ?? 0));
}

function largerMsl(world: World): number {
  const msl = world.peers.map((peer) => (peer.kind === 'tcp' ? peer.endpoint.options.msl : 0));
  return Math.max(...msl);
}

function captured(world: World, name: string, field: string): Value {
  const flight = world.captures[name];
  if (flight === undefined) return OFF;
  const { segment, from } = flight;
  const base = (peer: PeerIndex): Seq => world.peers[peer].base;
  switch (field) {
    case 'seq':
      return { kind: 'sequence', value: segment.seq, base: base(from) };
    case 'ack':
      return has(segment, 'ACK') ? { kind: 'sequence', value: segment.ack, base: base(otherPeer(from)) } : OFF;
    case 'len':
      return { kind: 'number', value: byteLength(segment.text) };
    case 'win':
      return { kind: 'number', value: segment.win };
    case 'tsval':
      return segment.options.tsval === undefined ? OFF : { kind: 'number', value: segment.options.tsval };
    default:
      return { kind: 'time', value: flight.sentAt };
  }
}

/** The number in a value; sequence numbers as one reads them, from their base. */
function plain(value: Value): number | undefined {
  if (value.kind === 'sequence') {
    return value.base === undefined ? value.value : relative(value.base as Seq, value.value as Seq);
  }
  return value.kind === 'number' || value.kind === 'time' ? value.value : undefined;
}

function negate(value: Value): Value {
  if (value.kind === 'time') return { kind: 'time', value: -value.value };
  const number = plain(value);
  return number === undefined ? OFF : { kind: 'number', value: -number };
}

function calculate(operator: '+' | '-' | '*', left: Value, right: Value): Value {
  const a = plain(left);
  const b = plain(right);
  if (a === undefined || b === undefined) return OFF;
  if (operator !== '*') {
    const sign = operator === '+' ? 1 : -1;
    if (left.kind === 'sequence' && right.kind === 'sequence') {
      return operator === '-'
        ? { kind: 'number', value: (left.value - right.value) | 0 }
        : { kind: 'number', value: a + b };
    }
    if (left.kind === 'sequence') return { ...left, value: seq(left.value + sign * b) };
    if (right.kind === 'sequence' && operator === '+') return { ...right, value: seq(right.value + a) };
  }
  const value = operator === '+' ? a + b : operator === '-' ? a - b : a * b;
  return left.kind === 'time' || right.kind === 'time' ? { kind: 'time', value } : { kind: 'number', value };
}

function compare(operator: Comparison, left: Value, right: Value): boolean {
  if (operator === '==' || operator === '!=') return same(left, right) === (operator === '==');
  const difference = order(left, right);
  if (difference === undefined) return false;
  if (operator === '<') return difference < 0;
  if (operator === '<=') return difference <= 0;
  return operator === '>' ? difference > 0 : difference >= 0;
}

function same(left: Value, right: Value): boolean {
  if (left.kind === 'off' || right.kind === 'off') return left.kind === right.kind;
  if ('value' in left && typeof left.value !== 'number') return 'value' in right && left.value === right.value;
  return order(left, right) === 0;
}

/** Less than, equal to or greater than 0; on the circle of sequence numbers if one of the two is a sequence number. */
function order(left: Value, right: Value): number | undefined {
  if (left.kind === 'sequence' || right.kind === 'sequence') {
    const a = onCircle(left, right);
    const b = onCircle(right, left);
    return a === undefined || b === undefined ? undefined : (a - b) | 0;
  }
  const a = plain(left);
  const b = plain(right);
  return a === undefined || b === undefined ? undefined : a - b;
}

/** A bare number beside a sequence number counts from that one's base. */
function onCircle(value: Value, beside: Value): number | undefined {
  if (value.kind === 'sequence') return seq(value.value);
  const number = plain(value);
  if (number === undefined) return undefined;
  return seq(number + (beside.kind === 'sequence' ? (beside.base ?? 0) : 0));
}
