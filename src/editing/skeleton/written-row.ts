/** A row as lines of a scenario: what takes it, and the segments that it sends. */
import type { ActionName, Row } from '../../tcp/fsm';
import { stimulusOf } from './stimulus';

/** The flags of what an action sends; what is sent again, or probes, has those that it had. */
const SENDS: Readonly<Partial<Record<ActionName, string>>> = {
  'snd SYN': 'SYN',
  'snd SYN,ACK': 'SYN+ACK',
  'snd ACK': 'ACK',
  'snd challenge ACK': 'ACK',
  'snd FIN': 'FIN+ACK',
  'snd RST': 'RST',
  'snd RST,ACK': 'RST+ACK',
  retransmit: 'ANY',
  'probe window': 'ANY',
};

export function writtenRow(row: Row): readonly string[] {
  const { lines, answers } = stimulusOf(row);
  return [...lines, ...(answers ?? answersOf(row))];
}

const answersOf = ({ actions }: Row): readonly string[] =>
  actions.flatMap((action) => {
    const flags = SENDS[action];
    return flags === undefined ? [] : [`host -> remote  ${flags}`];
  });
