/**
 * From the tree's expressions to the program's: names are resolved, units are gone.
 *
 * Rule: what is lowered has no error in it; a name that means nothing here is a rule that is missing, our mistake.
 */
import type { Field, Name, Expression as Tree } from '../language/tree';
import { stateNamed } from '../language/vocabulary/states';
import type { State } from '../tcp/state';
import { peerIndex } from './cast';
import type { Condition, Expression, Value } from './expression';
import { definitionOf, type View } from './names';
import type { PeerIndex } from './program';
import { isCaptureField, isPeerField } from './types';

/** A mistake of ours: the text passed every rule and still cannot be lowered. */
export function unresolved(what: string): never {
  throw new Error(`No rule refused ${what}. This is a mistake in tcpscn: please report it.`);
}

/** The peer of this name. */
export const lowerPeer = (name: string, view: View): PeerIndex =>
  peerIndex(view.cast, name) ?? unresolved(`the peer "${name}"`);

/** A state's term, which the parser has refused if it means none. */
const lowerState = (state: { readonly text: string; readonly value: State | undefined }): State =>
  state.value ?? unresolved(`the state "${state.text}"`);

const constant = (value: Value): Expression => ({ kind: 'constant', value });

export function lowerExpression(tree: Tree, view: View): Expression {
  switch (tree.kind) {
    case 'number':
      return constant({ kind: 'number', value: tree.value });
    case 'percentage':
      return constant({ kind: 'number', value: tree.fraction });
    case 'duration':
      return constant({ kind: 'time', value: Math.round(tree.microseconds) });
    case 'absolute':
      return constant({ kind: 'sequence', value: tree.value, base: undefined });
    case 'text':
      return constant({ kind: 'text', value: tree.value });
    case 'off':
      return constant({ kind: 'off' });
    case 'msl':
      return { kind: 'msl', count: tree.count };
    case 'name':
      return lowerName(tree, view);
    case 'field':
      return lowerField(tree, view);
    case 'in-state':
      return { kind: 'in-state', peer: lowerPeer(tree.peer.text, view), states: tree.states.map(lowerState) };
    case 'visited':
      return { kind: 'visited', peer: lowerPeer(tree.peer.text, view), state: lowerState(tree.state) };
    case 'unary':
      return {
        kind: tree.operator === 'not' ? 'not' : 'negate',
        operand: lowerExpression(tree.operand, view),
      };
    case 'binary':
      return lowerBinary(tree.operator, lowerExpression(tree.left, view), lowerExpression(tree.right, view));
    case 'broken-expression':
      return unresolved('an expression that could not be read');
  }
}

type Operator = Extract<Tree, { kind: 'binary' }>['operator'];

export function lowerBinary(operator: Operator, left: Expression, right: Expression): Expression {
  switch (operator) {
    case 'and':
    case 'or':
      return { kind: operator, left, right };
    case '+':
    case '-':
    case '*':
      return { kind: 'calculate', operator, left, right };
    default:
      return { kind: 'compare', operator, left, right };
  }
}

function lowerName(name: Name, view: View): Expression {
  if (definitionOf(name.text, view)?.kind === 'let') return { kind: 'let', name: name.text };
  if (name.text === 'time') return { kind: 'time' };
  const state = stateNamed(name.text) ?? unresolved(`the name "${name.text}"`);
  return constant({ kind: 'state', value: state });
}

function lowerField({ owner, name }: Field, view: View): Expression {
  const peer = peerIndex(view.cast, owner.text);
  if (peer !== undefined && isPeerField(name.text)) return { kind: 'peer', peer, field: name.text };
  const segment = definitionOf(owner.text, view)?.kind === 'segment';
  if (segment && isCaptureField(name.text)) return { kind: 'capture', name: owner.text, field: name.text };
  if (owner.text === 'wire' && name.text === 'count') return { kind: 'wire-count' };
  return unresolved(`"${owner.text}.${name.text}"`);
}

/** A condition, with the author's text of it. */
export const lowerCondition = (tree: Tree, view: View): Condition => ({
  expression: lowerExpression(tree, view),
  source: view.line.text.slice(tree.start, tree.end),
});
