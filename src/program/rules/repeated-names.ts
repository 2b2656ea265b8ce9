/** A name means one thing in a scenario: one value, one segment, or a peer. */
import { say } from '../../words/sentence';
import { peerIndex } from '../cast';
import { definedWord } from '../names';
import { problem } from '../report';
import { everyLine } from '../rule';

export const repeatedNames = everyLine(({ cast, names, line }) => {
  const word = definedWord(line);
  if (word === undefined) return [];
  if (peerIndex(cast, word.text) !== undefined) {
    return [problem('name-of-peer', word, say('"{0}" is a peer already; choose another name', word.text))];
  }
  const first = names.get(word.text)?.line.number ?? line.number;
  if (first === line.number) return [];
  return [problem('repeated-name', word, say('line {0} defines "{1}" already; choose another name', first, word.text))];
});
