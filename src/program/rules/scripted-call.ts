/** A scripted peer has no application and no TCP. */
import { say } from '../../words/sentence';
import { isScripted } from '../cast';
import { problem } from '../report';
import { everyLine } from '../rule';

export const scriptedCall = everyLine(({ cast, line: { statement } }) => {
  if (statement.kind !== 'call' || !isScripted(cast, statement.peer.text)) return [];
  const message = say('"{0}" is scripted and runs no TCP; a segment line makes its segments', statement.peer.text);
  return [problem('scripted-call', { start: statement.peer.start, end: statement.verb.end }, message)];
});
