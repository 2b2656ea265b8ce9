/** The words with a fixed meaning: those that begin a line, and those inside lines and expressions. */
import type { ConnectiveWord, Entry, Keyword, StatementEntry, StatementWord } from '../vocabulary';

export const STATEMENTS: { readonly [N in StatementWord]: StatementEntry & { readonly name: N } } = {
  scenario: {
    name: 'scenario',
    forms: ['scenario "title"'],
    group: 'declaration',
    meaning: 'Starts a scenario.',
  },
  peer: {
    name: 'peer',
    forms: ['peer NAME [HOST:PORT] [scripted] [option=value ...]'],
    group: 'declaration',
    meaning: 'Declares a peer, or adds options to one that is declared.',
  },
  network: {
    name: 'network',
    forms: ['network [A -> B] [option=value ...]'],
    group: 'declaration',
    meaning:
      'Describes the path between the peers, both ways or one way; between statements it changes it from there on.',
  },
  let: {
    name: 'let',
    forms: ['let NAME = EXPRESSION'],
    group: 'declaration',
    meaning: 'Gives a name to a value, taken where the line stands.',
  },
  inject: {
    name: 'inject',
    forms: ['inject A -> B FLAGS [field=value ...] [as NAME]'],
    group: 'segment',
    meaning: 'Makes a segment that A never sent arrive at B now.',
  },
  drop: {
    name: 'drop',
    forms: ['drop next [N] A -> B [FLAGS] [field=value ...]', 'drop all A -> B [FLAGS] [field=value ...]'],
    group: 'segment',
    meaning: 'Loses segments that no line names.',
  },
  delay: {
    name: 'delay',
    forms: [
      'delay next [N] A -> B [FLAGS] [field=value ...] by DURATION',
      'delay all A -> B [FLAGS] [field=value ...] by DURATION',
    ],
    group: 'segment',
    meaning: 'Lets segments that no line names arrive that much later.',
  },
  duplicate: {
    name: 'duplicate',
    forms: ['duplicate next [N] A -> B [FLAGS] [field=value ...]', 'duplicate all A -> B [FLAGS] [field=value ...]'],
    group: 'segment',
    meaning: 'Lets segments that no line names arrive twice.',
  },
  corrupt: {
    name: 'corrupt',
    forms: ['corrupt next [N] A -> B [FLAGS] [field=value ...]', 'corrupt all A -> B [FLAGS] [field=value ...]'],
    group: 'segment',
    meaning: 'Gives segments that no line names a wrong checksum.',
  },
  release: {
    name: 'release',
    forms: ['release NAME'],
    group: 'segment',
    meaning: 'Lets a held segment arrive now.',
  },
  replay: {
    name: 'replay',
    forms: ['replay NAME'],
    group: 'segment',
    meaning: 'Lets a copy of a remembered segment arrive now: an old duplicate.',
  },
  wait: {
    name: 'wait',
    forms: ['wait DURATION', 'wait until CONDITION [within DURATION]'],
    group: 'time',
    meaning: 'Lets time pass: segments that are due arrive and timers fire, in time order.',
  },
  run: {
    name: 'run',
    forms: ['run'],
    group: 'time',
    meaning: 'Lets segments arrive, and what they cause, until nothing is on the wire; never waits for a timer.',
  },
  handshake: {
    name: 'handshake',
    forms: ['handshake A -> B'],
    group: 'time',
    meaning: 'B listens, A connects, the three segments arrive, and both are ESTABLISHED.',
  },
  expect: {
    name: 'expect',
    forms: ['expect CONDITION', 'expect no A -> B [FLAGS] [field=value ...] [for DURATION]'],
    group: 'judgment',
    meaning: 'Holds when the condition is true now, or when no such segment is on the wire.',
  },
  always: {
    name: 'always',
    forms: ['always CONDITION'],
    group: 'judgment',
    meaning: 'Holds when the condition is true at every event from here to the end of the scenario.',
  },
  never: {
    name: 'never',
    forms: ['never CONDITION', 'never A -> B FLAGS [field=value ...]'],
    group: 'judgment',
    meaning: 'Holds when the condition is true, or such a segment is sent, at no event from here to the end.',
  },
  finally: {
    name: 'finally',
    forms: ['finally CONDITION'],
    group: 'judgment',
    meaning: 'Holds when the condition is true after the scenario has ended and the wire has drained.',
  },
  note: {
    name: 'note',
    forms: ['note [PEER] "text"'],
    group: 'remark',
    meaning: 'A remark, shown at its moment in the log, the ladder and exports.',
  },
};

export const CONNECTIVES: { readonly [N in ConnectiveWord]: Entry<N> } = {
  scripted: { name: 'scripted', meaning: 'The peer runs no TCP: segment lines make its segments.' },
  urgent: { name: 'urgent', meaning: 'The data is urgent.', clause: 'RFC 9293, 3.8.5' },
  all: { name: 'all', meaning: 'Everything there is.' },
  next: { name: 'next', meaning: 'The first that matches, or the first so many.' },
  by: { name: 'by', meaning: 'By how much they are delayed.' },
  as: { name: 'as', meaning: 'Remembers the segment under a name.' },
  until: { name: 'until', meaning: 'Waits for a condition.' },
  within: { name: 'within', meaning: 'How long to wait at most; 10min if unwritten.' },
  no: { name: 'no', meaning: 'No such segment.' },
  for: { name: 'for', meaning: 'Time passes, and none is sent until then.' },
  and: { name: 'and', meaning: 'Both hold.' },
  or: { name: 'or', meaning: 'One of them holds, or both.' },
  not: { name: 'not', meaning: 'It does not hold.' },
  in: { name: 'in', meaning: 'The peer is in one of these states.' },
  off: { name: 'off', meaning: 'Not there, not running, not used.' },
  time: { name: 'time', meaning: 'The simulated time since the beginning of the scenario.' },
  wire: { name: 'wire', meaning: 'What is on the wire: wire.count.' },
};

const KEYWORDS: ReadonlySet<string> = new Set([...Object.keys(STATEMENTS), ...Object.keys(CONNECTIVES)]);

/** True of a word that cannot be the name of a peer, a value or a segment. */
export const isKeyword = (word: string): word is Keyword => KEYWORDS.has(word);

export const isStatementWord = (word: string): word is StatementWord => Object.hasOwn(STATEMENTS, word);
