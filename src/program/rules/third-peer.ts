/** A connection has two ends. */
import { say } from '../../words/sentence';
import { peerIndex } from '../cast';
import { problem } from '../report';
import { everyLine } from '../rule';

export const thirdPeer = everyLine(({ cast, line: { statement } }) => {
  if (statement.kind !== 'peer' || peerIndex(cast, statement.name.text) !== undefined) return [];
  const [first, second] = cast;
  return [
    problem(
      'third-peer',
      statement.name,
      say(
        'a scenario has two peers, here "{0}" and "{1}"; "{2}" is a third',
        first.name,
        second.name,
        statement.name.text,
      ),
    ),
  ];
});
