/** `wait until` looks after every event, so its condition is about what events change; time alone is no event. */
import type { Expression } from '../../language/tree';
import { say } from '../../words/sentence';
import { peerIndex } from '../cast';
import type { View } from '../names';
import { withParts } from '../parts';
import { problem } from '../report';
import { everyLine } from '../rule';
import { typeOf } from '../types';

export const waitUntil = everyLine((view) => {
  const { statement } = view.line;
  if (statement.kind !== 'wait-until' || typeOf(statement.condition, view) !== 'truth') return [];
  const { condition } = statement;
  const parts = withParts(condition);
  if (parts.some((part) => changes(part, view))) return [];
  return parts.some((part) => part.kind === 'name' && part.text === 'time')
    ? [problem('wait-until-time', condition, say('time alone is not an event; write "wait" and a duration'))]
    : [problem('wait-until-constant', condition, say('nothing that happens changes this condition'))];
});

/** What events can change: the peers and the wire. A remembered segment and a value from `let` stay what they are. */
function changes(part: Expression, { cast }: View): boolean {
  if (part.kind === 'in-state' || part.kind === 'visited') return true;
  // A name that means nothing has its own diagnostic.
  return part.kind === 'field' && (part.owner.text === 'wire' || peerIndex(cast, part.owner.text) !== undefined);
}
