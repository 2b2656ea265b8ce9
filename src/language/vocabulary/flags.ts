/** The control bits, and the three words that stand for a set of them. */
import type { Entry, FlagName, FlagWord } from '../vocabulary';

const HEADER = 'RFC 9293, 3.1';

export const FLAGS: { readonly [N in FlagName]: Entry<N> } = {
  SYN: { name: 'SYN', meaning: 'Opens a connection; takes one sequence number.', clause: HEADER },
  ACK: { name: 'ACK', meaning: 'The acknowledgment number counts.', clause: HEADER },
  FIN: { name: 'FIN', meaning: 'No more data follows from the sender; takes one sequence number.', clause: HEADER },
  RST: { name: 'RST', meaning: 'Ends the connection at once.', clause: HEADER },
  PSH: {
    name: 'PSH',
    meaning: 'Hand the data to the application without waiting for more; compared only when written.',
    clause: HEADER,
  },
  URG: { name: 'URG', meaning: 'The urgent pointer counts.', clause: HEADER },
  ECE: {
    name: 'ECE',
    meaning: 'Congestion was seen on the path; compared only when written.',
    clause: 'RFC 3168, 6.1',
  },
  CWR: {
    name: 'CWR',
    meaning: 'The sender has slowed down because of ECE; compared only when written.',
    clause: 'RFC 3168, 6.1',
  },
};

export const FLAG_WORDS: { readonly [N in FlagWord]: Entry<N> } = {
  NONE: { name: 'NONE', meaning: 'A segment with no flag at all.' },
  DATA: { name: 'DATA', meaning: 'Any segment that carries data, whatever its flags.' },
  ANY: { name: 'ANY', meaning: 'Any segment.' },
};

const isFlag = (word: string): word is FlagName => Object.hasOwn(FLAGS, word);
const isFlagWord = (word: string): word is FlagWord => Object.hasOwn(FLAG_WORDS, word);

/** The flag that a word means, in any case. */
export function flagNamed(word: string): FlagName | undefined {
  const upper = word.toUpperCase();
  return isFlag(upper) ? upper : undefined;
}

/** `NONE`, `DATA` or `ANY`, in any case. */
export function flagWordNamed(word: string): FlagWord | undefined {
  const upper = word.toUpperCase();
  return isFlagWord(upper) ? upper : undefined;
}
