/** Peers are declared before anything happens; `set` changes their options later. */
import { replace } from '../../language/cursor';
import { say } from '../../words/sentence';
import { isScripted, peerIndex } from '../cast';
import { isLine, isStep } from '../lines';
import { on, problem } from '../report';
import type { ScenarioRule } from '../rule';

export const latePeer: ScenarioRule = ({ lines, cast }) => {
  const first = lines.find(isStep);
  if (first === undefined) return [];
  return lines.flatMap((line) => {
    if (!isLine(line, 'peer') || line.number < first.number) return [];
    const { name, address, scripted, options } = line.statement;
    const written = options.map((option) => line.text.slice(option.start, option.end)).join(' ');
    const settable =
      written !== '' &&
      address === undefined &&
      scripted === undefined &&
      !isScripted(cast, name.text) &&
      peerIndex(cast, name.text) !== undefined;
    if (!settable) {
      const message = say('peer lines stand above the first statement, which is in line {0}', first.number);
      return [on(line, problem('late-peer', line.statement, message))];
    }
    const instead = `${name.text} set ${written}`;
    const message = say('peer lines stand above the first statement; write "{0}"', instead);
    return [on(line, problem('late-peer', line.statement, message, replace(line.statement, instead)))];
  });
};
