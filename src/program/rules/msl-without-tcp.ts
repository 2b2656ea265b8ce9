/** `2msl` is twice the larger MSL of the peers; a scripted peer has none. */
import { say } from '../../words/sentence';
import { expressionsOf } from '../parts';
import { problem } from '../report';
import { everyLine } from '../rule';

export const mslWithoutTcp = everyLine(({ cast, line: { statement } }) => {
  if (cast.some((role) => !role.scripted)) return [];
  return expressionsOf(statement)
    .filter((expression) => expression.kind === 'msl')
    .map((expression) => problem('msl-without-tcp', expression, say('both peers are scripted, and none has an MSL')));
});
