/** Every peer that a line names is one of the two. */
import { say } from '../../words/sentence';
import { peerIndex } from '../cast';
import { isLine } from '../lines';
import { peerWords } from '../parts';
import { on } from '../report';
import type { ScenarioRule } from '../rule';
import { unknownWord } from '../suggestion';

export const unknownPeer: ScenarioRule = ({ lines, cast }) => {
  const names = cast.map((role) => role.name);
  // A third peer has its own diagnostic, at its declaration.
  const declared = new Set(lines.flatMap((line) => (isLine(line, 'peer') ? [line.statement.name.text] : [])));
  return lines.flatMap((line) =>
    peerWords(line.statement)
      .filter((word) => peerIndex(cast, word.text) === undefined && !declared.has(word.text))
      .map((word) =>
        on(
          line,
          unknownWord(
            'unknown-peer',
            word,
            names,
            (near) => say('unknown peer "{0}"; did you mean "{1}"?', word.text, near),
            say('unknown peer "{0}"; the peers are "{1}" and "{2}"', word.text, cast[0].name, cast[1].name),
          ),
        ),
      ),
  );
};
