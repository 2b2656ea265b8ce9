/**
 * What can be known of an expression's value before the run.
 *
 * Rule 1: `unknown` is never wrong: it stands for what another diagnostic is about, and it silences those that follow.
 * Rule 2: a sequence number takes part as a bare relative number does; a duration never does.
 * Rule 3: a variable that may be off has the type it has when it is not.
 */
import type { BinaryOperator, Expression, Field, Name } from '../language/tree';
import { stateNamed } from '../language/vocabulary/states';
import { type Sentence, say } from '../words/sentence';
import { peerIndex } from './cast';
import type { CaptureField, PeerField } from './expression';
import { definitionOf, type View } from './names';

export type Type = 'number' | 'duration' | 'sequence' | 'text' | 'state' | 'truth' | 'off' | 'unknown';

const PEER: Record<PeerField, Type> = {
  state: 'state',
  previous: 'state',
  error: 'text',
  iss: 'sequence',
  irs: 'sequence',
  'snd.una': 'sequence',
  'snd.nxt': 'sequence',
  'snd.wnd': 'number',
  'snd.up': 'sequence',
  'snd.wl1': 'sequence',
  'snd.wl2': 'sequence',
  'rcv.nxt': 'sequence',
  'rcv.wnd': 'number',
  'rcv.up': 'sequence',
  mss: 'number',
  cwnd: 'number',
  ssthresh: 'number',
  rto: 'duration',
  srtt: 'duration',
  sent: 'number',
  acked: 'number',
  received: 'number',
  readable: 'number',
  retransmits: 'number',
  data: 'text',
  'timer.retransmit': 'duration',
  'timer.persist': 'duration',
  'timer.timewait': 'duration',
  'timer.delayedack': 'duration',
};

const SEGMENT: Record<CaptureField, Type> = {
  seq: 'sequence',
  ack: 'sequence',
  len: 'number',
  win: 'number',
  tsval: 'number',
  time: 'duration',
};

/** True for the name of a peer's variable. */
export const isPeerField = (name: string): name is PeerField => Object.hasOwn(PEER, name);
/** True for the name of a remembered segment's part. */
export const isCaptureField = (name: string): name is CaptureField => Object.hasOwn(SEGMENT, name);

/** The type of an expression's value. */
export function typeOf(expression: Expression, view: View): Type {
  switch (expression.kind) {
    case 'number':
    case 'percentage':
      return 'number';
    case 'duration':
    case 'msl':
      return 'duration';
    case 'absolute':
      return 'sequence';
    case 'text':
    case 'off':
      return expression.kind;
    case 'in-state':
    case 'visited':
      return 'truth';
    case 'name':
      return typeOfName(expression, view);
    case 'field':
      return typeOfField(expression, view);
    case 'unary': {
      if (expression.operator === 'not') return 'truth';
      const operand = typeOf(expression.operand, view);
      return isNumeric(operand) ? operand : 'unknown';
    }
    case 'binary':
      return resultOf(expression.operator, typeOf(expression.left, view), typeOf(expression.right, view)) ?? 'unknown';
    case 'broken-expression':
      return 'unknown';
  }
}

function typeOfName(name: Name, view: View): Type {
  const definition = definitionOf(name.text, view);
  if (definition !== undefined) return definition.type;
  if (name.text === 'time') return 'duration';
  return stateNamed(name.text) === undefined ? 'unknown' : 'state';
}

function typeOfField({ owner, name }: Field, view: View): Type {
  if (peerIndex(view.cast, owner.text) !== undefined) return isPeerField(name.text) ? PEER[name.text] : 'unknown';
  if (definitionOf(owner.text, view)?.kind === 'segment') {
    return isCaptureField(name.text) ? SEGMENT[name.text] : 'unknown';
  }
  return owner.text === 'wire' && name.text === 'count' ? 'number' : 'unknown';
}

const isNumeric = (type: Type): boolean => type === 'number' || type === 'duration' || type === 'sequence';

/** The type of `left operator right`; undefined if the two do not go together. */
export function resultOf(operator: BinaryOperator, left: Type, right: Type): Type | undefined {
  switch (operator) {
    case 'and':
    case 'or':
      return fits(left, 'truth') && fits(right, 'truth') ? 'truth' : undefined;
    case '==':
    case '!=':
      return left === 'off' || right === 'off' || alike(left, right) ? 'truth' : undefined;
    case '<':
    case '<=':
    case '>':
    case '>=':
      return fitsNumeric(left) && fitsNumeric(right) && alike(left, right) ? 'truth' : undefined;
    default:
      return left === 'unknown' || right === 'unknown' ? 'unknown' : calculated(operator, left, right);
  }
}

function calculated(operator: '+' | '-' | '*', left: Type, right: Type): Type | undefined {
  if (!isNumeric(left) || !isNumeric(right)) return undefined;
  if (operator === '*') {
    if (left === 'number') return right;
    return right === 'number' ? left : undefined;
  }
  if (left === right) return left === 'sequence' && operator === '-' ? 'number' : left;
  return left === 'duration' || right === 'duration' ? undefined : 'sequence';
}

/** True if a value of the type can be what is wanted, as far as it is known. */
export const fits = (type: Type, wanted: Type): boolean => type === 'unknown' || type === wanted;
const fitsNumeric = (type: Type): boolean => type === 'unknown' || isNumeric(type);

/** True if two values can be told equal: the same type, a sequence number being a number too. */
function alike(left: Type, right: Type): boolean {
  const [a, b] = [left, right].map((type) => (type === 'sequence' ? 'number' : type));
  return a === b || a === 'unknown' || b === 'unknown';
}

/** True if one value of the type can be less than another. */
export const isOrdered = isNumeric;

/** What a value of the type is called in sentences. */
export const TYPE_NAMES: Readonly<Record<Type, Sentence>> = {
  number: say('a number'),
  duration: say('a duration'),
  sequence: say('a sequence number'),
  text: say('a text'),
  state: say('a state'),
  truth: say('a condition'),
  off: say('"off"'),
  unknown: say('a value'),
};
