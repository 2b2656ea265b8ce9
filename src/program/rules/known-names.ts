/** A word by itself in an expression is a value from `let`, `time` or a state. */
import { replace } from '../../language/cursor';
import type { Name } from '../../language/tree';
import { STATES, stateNamed } from '../../language/vocabulary/states';
import { say } from '../../words/sentence';
import { peerIndex } from '../cast';
import { CAPTURE_FIELDS } from '../expression';
import { definitionOf, namesOfKind, type View } from '../names';
import { expressionsOf } from '../parts';
import { type Problem, problem } from '../report';
import { everyLine } from '../rule';
import { earlyName, unknownWord, withoutPeer } from '../suggestion';

export const knownNames = everyLine((view) =>
  expressionsOf(view.line.statement).flatMap((expression) =>
    expression.kind === 'name' ? (judge(expression, view) ?? []) : [],
  ),
);

function judge(name: Name, view: View): Problem | undefined {
  const { text } = name;
  const definition = definitionOf(text, view);
  if (definition?.kind === 'let' || text === 'time') return undefined;
  if (definition?.kind === 'segment') {
    const message = say('"{0}" is a segment; what it has is {1}', text, CAPTURE_FIELDS.join(', '));
    return problem('no-value', name, message);
  }
  // A peer may be named like a state; by itself the word is the state.
  if (stateNamed(text) !== undefined) return undefined;
  if (peerIndex(view.cast, text) !== undefined) {
    return problem('no-value', name, say('"{0}" is a peer; write "{0} ESTABLISHED" or "{0}.state"', text));
  }
  if (text === 'wire') return problem('no-value', name, say('write "wire.count"'), replace(name, 'wire.count'));
  return earlyName(name, view) ?? withoutPeer(name, text, view) ?? unknown(name, view);
}

function unknown(name: Name, view: View): Problem {
  const known = [...namesOfKind('let', view), 'time', ...Object.keys(STATES)];
  const near = (word: string) => say('unknown name "{0}"; did you mean "{1}"?', name.text, word);
  return unknownWord('unknown-name', name, known, near, say('unknown name "{0}"', name.text));
}
