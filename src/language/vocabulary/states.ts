/** The eleven states, in the order in which RFC 9293, 3.3.2, introduces them, with every spelling people use. */
import type { StateEntry, StateName } from '../vocabulary';

const CLAUSE = 'RFC 9293, 3.3.2';

export const STATES: { readonly [N in StateName]: StateEntry & { readonly name: N } } = {
  CLOSED: {
    name: 'CLOSED',
    meaning: 'There is no connection.',
    clause: CLAUSE,
    spellings: [],
    ss: 'UNCONN',
    netstat: 'CLOSE',
  },
  LISTEN: {
    name: 'LISTEN',
    meaning: 'Waits for a connection request from the other side.',
    clause: CLAUSE,
    spellings: [],
    ss: 'LISTEN',
    netstat: 'LISTEN',
  },
  SYN_SENT: {
    name: 'SYN_SENT',
    meaning: 'Has sent a SYN and waits for the matching SYN.',
    clause: CLAUSE,
    spellings: [],
    ss: 'SYN-SENT',
    netstat: 'SYN_SENT',
  },
  SYN_RCVD: {
    name: 'SYN_RCVD',
    meaning: 'Has received and sent a SYN and waits for its own SYN to be acknowledged.',
    clause: CLAUSE,
    spellings: ['SYN_RECEIVED', 'SYN_RECV'],
    ss: 'SYN-RECV',
    netstat: 'SYN_RECV',
  },
  ESTABLISHED: {
    name: 'ESTABLISHED',
    meaning: 'The connection is open: data flows both ways.',
    clause: CLAUSE,
    spellings: [],
    ss: 'ESTAB',
    netstat: 'ESTABLISHED',
  },
  FIN_WAIT_1: {
    name: 'FIN_WAIT_1',
    meaning: 'Has closed first and waits for its FIN to be acknowledged, or for the FIN of the other side.',
    clause: CLAUSE,
    spellings: ['FIN_WAIT1'],
    ss: 'FIN-WAIT-1',
    netstat: 'FIN_WAIT1',
  },
  FIN_WAIT_2: {
    name: 'FIN_WAIT_2',
    meaning: 'Its FIN is acknowledged; waits for the other side to close, and still receives data.',
    clause: CLAUSE,
    spellings: ['FIN_WAIT2'],
    ss: 'FIN-WAIT-2',
    netstat: 'FIN_WAIT2',
  },
  CLOSE_WAIT: {
    name: 'CLOSE_WAIT',
    meaning: 'The other side has closed; waits for its own application to close, and may still send data.',
    clause: CLAUSE,
    spellings: [],
    ss: 'CLOSE-WAIT',
    netstat: 'CLOSE_WAIT',
  },
  CLOSING: {
    name: 'CLOSING',
    meaning: 'Both sides have closed at the same time; waits for its FIN to be acknowledged.',
    clause: CLAUSE,
    spellings: [],
    ss: 'CLOSING',
    netstat: 'CLOSING',
  },
  LAST_ACK: {
    name: 'LAST_ACK',
    meaning: 'Has closed second and waits for its FIN to be acknowledged.',
    clause: CLAUSE,
    spellings: [],
    ss: 'LAST-ACK',
    netstat: 'LAST_ACK',
  },
  TIME_WAIT: {
    name: 'TIME_WAIT',
    meaning: 'Waits twice the MSL, so that the other side has its last ACK and old segments die out.',
    clause: CLAUSE,
    spellings: ['TIMED_WAIT'],
    ss: 'TIME-WAIT',
    netstat: 'TIME_WAIT',
  },
};

const BY_SPELLING: ReadonlyMap<string, StateName> = new Map(
  Object.values(STATES).flatMap((entry) =>
    [entry.name, ...entry.spellings].map((spelling): [string, StateName] => [spelling, entry.name]),
  ),
);

/** The state that a word means, in any case, with hyphens or underscores: `Syn-Received` is `SYN_RCVD`. */
export const stateNamed = (word: string): StateName | undefined =>
  BY_SPELLING.get(word.toUpperCase().replaceAll('-', '_'));
