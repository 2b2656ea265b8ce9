/** `OWNER.NAME`: the owner is a peer, a segment from `as`, or the wire, and has something of that name. */
import type { Field } from '../../language/tree';
import { say } from '../../words/sentence';
import { peerIndex } from '../cast';
import { CAPTURE_FIELDS, PEER_FIELDS } from '../expression';
import { definitionOf, namesOfKind, type View } from '../names';
import { expressionsOf } from '../parts';
import { type Problem, problem } from '../report';
import { everyLine } from '../rule';
import { earlyName, unknownWord, withoutPeer } from '../suggestion';
import { isCaptureField, isPeerField } from '../types';

export const knownVariables = everyLine((view) =>
  expressionsOf(view.line.statement).flatMap((expression) =>
    expression.kind === 'field' ? (judge(expression, view) ?? []) : [],
  ),
);

function judge(field: Field, view: View): Problem | undefined {
  const { owner, name } = field;
  if (peerIndex(view.cast, owner.text) !== undefined) {
    return isPeerField(name.text) ? undefined : unknownVariable(field, PEER_FIELDS);
  }
  if (owner.text === 'wire') return name.text === 'count' ? undefined : unknownVariable(field, ['count']);
  const definition = definitionOf(owner.text, view);
  if (definition?.kind === 'segment') {
    return isCaptureField(name.text) ? undefined : unknownVariable(field, CAPTURE_FIELDS);
  }
  if (definition?.kind === 'let')
    return problem('unknown-variable', name, say('"{0}" is a value by itself', owner.text));
  const whole = `${owner.text}.${name.text}`;
  return earlyName(owner, view) ?? withoutPeer(field, whole, view) ?? unknownOwner(field, view);
}

/** A list that is longer is not written out in a message. */
const SHORT = 11;

function unknownVariable({ owner, name }: Field, known: readonly string[]): Problem {
  const near = (word: string) => say('"{0}" has no "{1}"; did you mean "{2}"?', owner.text, name.text, word);
  const far =
    known.length > SHORT
      ? say('"{0}" has no "{1}"', owner.text, name.text)
      : say('"{0}" has no "{1}"; it has {2}', owner.text, name.text, known.join(', '));
  return unknownWord('unknown-variable', name, known, near, far);
}

function unknownOwner({ owner }: Field, view: View): Problem {
  const known = [...view.cast.map((role) => role.name), ...namesOfKind('segment', view), 'wire'];
  const near = (word: string) => say('unknown name "{0}"; did you mean "{1}"?', owner.text, word);
  const [first, second] = view.cast;
  const far = say('unknown name "{0}"; the peers are "{1}" and "{2}"', owner.text, first.name, second.name);
  return unknownWord('unknown-name', owner, known, near, far);
}
