/**
 * The checks of SEGMENT ARRIVES (RFC 9293, 3.10.7) that one segment went through, each with the row of the state machine
 * that it took, if it found something.
 *
 * Rule 1: which rows were taken is the event's to say; here it is only told between which checks that was.
 * Rule 2: the third check of 3.10.7.3 and 3.10.7.4, security and compartment, is not part of a scenario.
 */
import type { Row } from '../tcp/fsm';
import type { State } from '../tcp/state';

export const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth'] as const;
export type Ordinal = (typeof ORDINALS)[number];

export type Section = '3.10.7.1' | '3.10.7.2' | '3.10.7.3' | '3.10.7.4';

export interface Check {
  /** The state in which the segment is looked at. */
  readonly state: State;
  /** Undefined for a row that is taken when all checks are done: a queued CLOSE may go on now. */
  readonly ordinal: Ordinal | undefined;
  /** What it took; undefined if it found nothing, and the next check follows. */
  readonly row: Row | undefined;
}

export function sectionOf(state: State): Section {
  if (state === 'CLOSED') return '3.10.7.1';
  if (state === 'LISTEN') return '3.10.7.2';
  return state === 'SYN_SENT' ? '3.10.7.3' : '3.10.7.4';
}

/** The checks of each section, in their order. */
export const CHECKS: Readonly<Record<Section, readonly Ordinal[]>> = {
  '3.10.7.1': ['first'],
  '3.10.7.2': ['first', 'second', 'third', 'fourth'],
  '3.10.7.3': ['first', 'second', 'fourth', 'fifth'],
  '3.10.7.4': ['first', 'second', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth'],
};

/** True for a row that SEGMENT ARRIVES takes. */
export const isArrival = ({ event }: Row): boolean => event.startsWith('rcv ');

/** Rows whose clause names the check by another way. */
const PLACED: Readonly<Partial<Record<Row['event'], Ordinal>>> = {
  'rcv crossing SYN,ACK': 'first',
  'rcv retransmitted FIN': 'first',
  'rcv above RCV.NXT': 'seventh',
};

/** The check that takes a row. */
export function ordinalOf(row: Row): Ordinal {
  const named = ORDINALS.find((ordinal) => row.rule.includes(`${ordinal} check`));
  if (row.rule.startsWith('RFC 1337')) return 'second';
  return PLACED[row.event] ?? named ?? 'first';
}

/** The checks of one arrival. `rows` are those that it took, `state` the one it found. */
export const checksOf = (state: State, rows: readonly Row[]): readonly Check[] => [
  ...arrivalChecks(state, rows.filter(isArrival)),
  ...rows.filter((row) => !isArrival(row)).map((row) => ({ state: row.from, ordinal: undefined, row })),
];

function arrivalChecks(state: State, rows: readonly Row[]): readonly Check[] {
  const [before] = rows;
  // A SYN that may begin a new connection in TIME_WAIT is looked at before all checks (RFC 1122, 4.2.2.13).
  if (before !== undefined && state === 'TIME_WAIT' && ['rcv new SYN', 'rcv SYN,FIN'].includes(before.event)) {
    return [{ state, ordinal: 'fourth', row: before }];
  }
  const checks: Check[] = [];
  const left = [...rows];
  let now = state;
  let section = sectionOf(now);
  for (let at = 0; at < CHECKS[section].length; at += 1) {
    const ordinal = CHECKS[section][at];
    if (ordinal === undefined) break;
    const row = left[0] !== undefined && ordinalOf(left[0]) === ordinal ? left.shift() : undefined;
    checks.push({ state: now, ordinal, row });
    if (row === undefined) continue;
    now = row.to;
    if (left.length === 0 && !goesOn(row)) break;
    if (row.event === 'rcv SYN,ACK') {
      // 3.10.7.3, fourth check: processing goes on at the sixth step.
      section = '3.10.7.4';
      at = CHECKS[section].indexOf('fifth');
    }
  }
  return checks;
}

/** Whether the next check follows after a row that was the last to be taken. */
function goesOn({ event, to }: Row): boolean {
  switch (event) {
    case 'rcv SYN,ACK':
    case 'rcv crossing SYN,ACK':
    case 'rcv ACK of SYN':
    case 'rcv URG':
    case 'rcv text':
    case 'rcv above RCV.NXT':
      return true;
    case 'rcv ACK':
    case 'rcv ACK of FIN':
    case 'rcv duplicate ACK':
      return to !== 'CLOSED' && to !== 'CLOSING' && to !== 'LISTEN';
    default:
      return false;
  }
}
