/** What goes from one peer goes to the other. */
import { replace } from '../../language/cursor';
import { say } from '../../words/sentence';
import { peerIndex } from '../cast';
import { directionOf } from '../parts';
import { otherPeer } from '../program';
import { problem } from '../report';
import { everyLine } from '../rule';

export const samePeer = everyLine(({ cast, line: { statement } }) => {
  const direction = directionOf(statement);
  if (direction === undefined || direction.from.text !== direction.to.text) return [];
  const index = peerIndex(cast, direction.to.text);
  if (index === undefined) return [];
  const other = cast[otherPeer(index)].name;
  const message = say('"{0}" is both ends of this; the other peer is "{1}"', direction.to.text, other);
  return [problem('same-peer', direction, message, replace(direction.to, other))];
});
