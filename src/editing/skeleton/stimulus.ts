/**
 * What takes a row: the lines that make its event happen in its state, and what must be so for its guard to hold.
 *
 * Rule: a line says no more than its event needs; an ACK that must not acknowledge anything new has `ack=host.snd.una`.
 */
import type { Row, TcpEventType } from '../../tcp/fsm';
import type { State } from '../../tcp/state';

export interface Stimulus {
  /** Of the peer `host`. */
  readonly options: readonly string[];
  /** Lines that must stand where the way comes to this state. */
  readonly before: { readonly state: State; readonly lines: readonly string[] } | undefined;
  /** Lines in the row's state, in front of the event. */
  readonly setup: readonly string[];
  readonly lines: readonly string[];
  /** What is sent then, where it is not simply what the row's actions say. */
  readonly answers: readonly string[] | undefined;
  /** The state in the end, if the segment goes on to more rows. */
  readonly last: State | undefined;
  /** Names of rows that the way must not have. */
  readonly avoids: readonly string[];
}

type Part = Partial<Stimulus>;

const NOTHING: Stimulus = {
  options: [],
  before: undefined,
  setup: [],
  lines: [],
  answers: undefined,
  last: undefined,
  avoids: [],
};

/** The other side announces a closed window: what is sent now waits. */
const WINDOW_CLOSED = 'remote -> host  ACK  ack=host.snd.una win=0';
const SEND = 'host send 10';
const WAITING = [WINDOW_CLOSED, SEND];
const CLOSE = 'host close';
/** Text that is under way and not acknowledged. */
const SENT = [SEND, 'host -> remote  DATA'];
/** The other side's FIN, while the window stays closed. */
const FIN_RECEIVED = ['remote -> host  FIN+ACK  ack=host.snd.una win=0', 'host -> remote  ACK'];
const TEXT_RECEIVED = ['remote -> host  ACK  ack=host.snd.una len=10', 'host -> remote  ACK'];

/** Rows that lead to their state at once; without them the way has the rows that wait for something. */
const CLOSES_AT_ONCE = ['ESTABLISHED / CLOSE [nothing left to send]'];
const OPENS_PASSIVELY = ['CLOSED / passive OPEN'];

/** The lines of an event, where they are the same in every state. */
const LINES: Readonly<Record<TcpEventType, readonly string[]>> = {
  'passive OPEN': ['host listen'],
  'active OPEN': ['host connect'],
  SEND: [SEND],
  RECEIVE: ['host recv 10'],
  CLOSE: [CLOSE],
  ABORT: ['host abort'],
  STATUS: ['host status'],
  'rcv unacceptable segment': ['remote -> host  ACK  seq=host.rcv.nxt-1 ack=host.snd.una'],
  'rcv unacceptable RST': ['remote -> host  RST  seq=host.rcv.nxt-1'],
  'rcv retransmitted FIN': ['remote -> host  FIN+ACK  seq=host.rcv.nxt-1'],
  'rcv crossing SYN,ACK': ['remote -> host  SYN+ACK  seq=0 ack=1'],
  'rcv RST': ['remote -> host  RST  seq=host.rcv.nxt'],
  'rcv RST in window': ['remote -> host  RST  seq=host.rcv.nxt+1'],
  'rcv RST without ACK': ['remote -> host  RST  seq=0'],
  'rcv SYN': ['remote -> host  SYN  seq=host.rcv.nxt'],
  'rcv SYN,ACK': ['remote -> host  SYN+ACK  seq=0 ack=1'],
  'rcv SYN,FIN': ['remote -> host  SYN+FIN'],
  'rcv new SYN': ['remote -> host  SYN  seq=host.rcv.nxt'],
  'rcv no ACK': ['remote -> host  NONE  len=1'],
  'rcv ACK': ['remote -> host  ACK  ack=host.snd.una+1'],
  'rcv ACK of SYN': ['remote -> host  ACK  seq=1 ack=1'],
  'rcv ACK of FIN': ['remote -> host  ACK  ack=host.snd.nxt'],
  'rcv duplicate ACK': ['remote -> host  ACK  ack=host.snd.una'],
  'rcv ACK of unsent': ['remote -> host  ACK  ack=host.snd.nxt+1'],
  'rcv old ACK': ['remote -> host  ACK  ack=host.snd.una-65536'],
  'rcv unacceptable ACK': ['remote -> host  ACK  ack=host.snd.nxt+1'],
  'rcv unacceptable ACK,RST': ['remote -> host  RST+ACK  seq=0 ack=host.snd.nxt+1'],
  'rcv URG': ['remote -> host  ACK+URG  ack=host.snd.una len=10 urg=10'],
  'rcv text': ['remote -> host  ACK  ack=host.snd.una len=10'],
  'rcv above RCV.NXT': ['remote -> host  ACK  seq=host.rcv.nxt+10 ack=host.snd.una len=10'],
  'rcv FIN': ['remote -> host  FIN+ACK  ack=host.snd.una'],
  'rcv other': ['remote -> host  NONE  seq=0 len=1'],
  'data sent': ['remote -> host  ACK  ack=host.snd.una win=1000'],
  'retransmission timeout': [],
  'R2 reached': ['wait until host CLOSED within 60min'],
  'persist timeout': [],
  'delayed ACK timeout': [],
  'user timeout': ['wait until host CLOSED within 60min'],
  'timeout=2MSL': ['wait 2msl'],
};

export const stimulusOf = (row: Row): Stimulus => ({
  ...NOTHING,
  lines: LINES[row.event],
  ...fromState(row),
  ...(row.event === 'rcv SYN,FIN' ? { options: ['syn-fin=drop'] } : {}),
});

function fromState(row: Row): Part {
  switch (row.from) {
    case 'CLOSED':
    case 'LISTEN':
    case 'SYN_SENT':
      return beforeTheirNumbers(row);
    case 'SYN_RCVD':
      return inSynRcvd(row);
    default:
      return synchronized(row);
  }
}

/** The other side's numbers are not known yet: its segments have their own. */
function beforeTheirNumbers({ from, event }: Row): Part {
  switch (event) {
    case 'rcv RST':
      return { lines: [from === 'SYN_SENT' ? 'remote -> host  RST+ACK  seq=0 ack=1' : 'remote -> host  RST  seq=0'] };
    case 'rcv SYN':
    case 'rcv no ACK':
      return { lines: ['remote -> host  SYN  seq=0'] };
    case 'rcv ACK':
      return { lines: ['remote -> host  ACK  seq=0 ack=100'] };
    case 'rcv unacceptable ACK':
      return { lines: ['remote -> host  ACK  seq=0 ack=host.snd.nxt+1'] };
    default:
      return timeouts(event, []);
  }
}

function inSynRcvd({ event, guard }: Row): Part {
  switch (event) {
    case 'SEND':
    case 'CLOSE':
      if (guard === 'CLOSE is queued') return { setup: [SEND, CLOSE] };
      return event === 'CLOSE' && guard === undefined ? { setup: [SEND] } : {};
    case 'rcv RST':
    case 'rcv SYN':
      if (guard === 'opened passively') return {};
      return { avoids: OPENS_PASSIVELY, ...(event === 'rcv SYN' ? challenges(guard) : {}) };
    case 'rcv crossing SYN,ACK':
      return { avoids: OPENS_PASSIVELY, last: 'ESTABLISHED' };
    default:
      return timeouts(event, []);
  }
}

const challenges = (guard: string | undefined): Part => (guard === undefined ? { options: ['challenge-ack=off'] } : {});

function synchronized({ from, event, guard }: Row): Part {
  const hasOpenSide = from === 'ESTABLISHED' || from === 'CLOSE_WAIT';
  switch (event) {
    case 'SEND':
      return guard === undefined ? {} : { setup: [...WAITING, CLOSE] };
    case 'CLOSE':
      if (guard === 'CLOSE is queued') return { setup: [...WAITING, CLOSE] };
      return guard === undefined && hasOpenSide ? { setup: WAITING } : {};
    case 'RECEIVE':
      return receive(from, guard);
    case 'rcv SYN':
      return challenges(guard);
    case 'rcv RST':
    case 'rcv RST in window':
      return guard === 'RFC 1337' ? { options: ['rfc1337=on'] } : {};
    case 'rcv new SYN':
      return { options: ['timewait-reuse=on'] };
    case 'rcv ACK':
      if (hasOpenSide) return { setup: SENT };
      return { before: { state: from === 'LAST_ACK' ? 'CLOSE_WAIT' : 'ESTABLISHED', lines: SENT } };
    case 'rcv text':
    case 'rcv FIN':
      return from === 'FIN_WAIT_1' ? whileCloseWaits(event, guard) : {};
    case 'data sent':
      return dataSent(from, guard);
    case 'persist timeout':
      return hasOpenSide ? { setup: WAITING } : { avoids: CLOSES_AT_ONCE };
    case 'delayed ACK timeout':
      return delayedAcknowledgment(from);
    default:
      return timeouts(event, hasOpenSide ? SENT : []);
  }
}

function receive(from: State, guard: string | undefined): Part {
  const options = ['read=manual'];
  if (guard !== undefined || from === 'CLOSING' || from === 'LAST_ACK' || from === 'TIME_WAIT') return { options };
  // After the other side's FIN no text comes: it must have come before.
  return from === 'CLOSE_WAIT'
    ? { options, before: { state: 'ESTABLISHED', lines: TEXT_RECEIVED } }
    : { options, setup: TEXT_RECEIVED };
}

/** FIN_WAIT_1 while text, and so our FIN, waits for the window. */
function whileCloseWaits(event: 'rcv text' | 'rcv FIN', guard: string | undefined): Part {
  if (guard === undefined) return {};
  return {
    avoids: CLOSES_AT_ONCE,
    setup: guard === 'FIN was received' ? FIN_RECEIVED : [],
    lines: LINES[event].map((line) => `${line} win=0`),
  };
}

/** The window opens: all text goes, and our FIN with it. */
function dataSent(from: State, guard: string | undefined): Part {
  const answers = ['host -> remote  FIN+ACK  len=10'];
  if (from === 'CLOSE_WAIT') return { answers, setup: [...WAITING, CLOSE] };
  return { answers, avoids: CLOSES_AT_ONCE, setup: guard === 'FIN was received' ? FIN_RECEIVED : [] };
}

/** In CLOSE_WAIT it is the FIN's own acknowledgment that is delayed: the way there has taken the row. */
function delayedAcknowledgment(from: State): Part {
  const options = ['delayed-ack=200ms'];
  return from === 'CLOSE_WAIT' ? { options, answers: [] } : { options, setup: [LINES['rcv text'].join()] };
}

/** Timers that run while something is not acknowledged; few and short tries where the last of them is meant. */
function timeouts(event: TcpEventType, unacknowledged: readonly string[]): Part {
  switch (event) {
    case 'retransmission timeout':
      return { setup: unacknowledged };
    case 'R2 reached':
      return { setup: unacknowledged, options: ['syn-retries=2', 'retries=2'] };
    case 'user timeout':
      return { setup: unacknowledged, options: ['user-timeout=30s'] };
    default:
      return {};
  }
}
