/**
 * The workpiece of one event at one endpoint. It is mutable, so that an event copies the TCB once; it is made at the
 * event's begin, and what is left of it at the end is returned as values (`endpoint.ts`).
 */
import { type Bytes, byteLength } from './bytes';
import type { Draft } from './draft';
import type { Facts, Row, TcpEventType } from './fsm';
import { step, stepWithoutFacts } from './fsm';
import type { TcpOptions } from './options';
import type { Segment } from './segment';
import { advance, distance, type Seq } from './seq';
import type { History, Tcb } from './tcb';

/** A segment that is put on the wire. */
export interface Outgoing {
  readonly segment: Segment;
  /** It repeats numbers that were sent before. */
  readonly retransmission: boolean;
}

export interface Work {
  readonly now: number;
  readonly options: TcpOptions;
  readonly mtu: number;
  /** The initial sequence number to use if this event opens a connection. */
  readonly nextIss: Seq;
  issTaken: boolean;
  tcb: Draft<Tcb> | undefined;
  history: Draft<History>;
  /** The segment that arrives, for as long as it is looked at. */
  segment: Segment | undefined;
  /** The application's call, with what it asks for. */
  readonly call: UserCall | undefined;
  acknowledge: 'no' | 'later' | 'now';
  /** SND.UNA moved, or something was sent for the first time: the user timeout begins anew. */
  progress: boolean;
  result: string | undefined;
  error: string | undefined;
  readonly rows: Row[];
  readonly sends: Outgoing[];
  /** Is shown the TCB before each row and when all checks are done, with how many rows were taken by then. */
  readonly observer: Observer | undefined;
}

/** Looks on and changes nothing. */
export type Observer = (taken: number, tcb: Tcb | undefined) => void;

/** What a user call brings along. Amounts are in bytes. */
export type UserCall =
  | { readonly kind: 'passive OPEN' | 'active OPEN' | 'CLOSE' | 'ABORT' | 'STATUS' }
  | { readonly kind: 'SEND'; readonly text: Bytes; readonly urgent: boolean }
  | { readonly kind: 'RECEIVE'; readonly amount: number };

/** The TCB of an event that cannot happen without one. */
export function connection(work: Work): Draft<Tcb> {
  if (work.tcb === undefined) throw new Error('A connection was needed where there is none.');
  return work.tcb;
}

/** The segment of an event that cannot happen without one. */
export function arriving(work: Work): Segment {
  if (work.segment === undefined) throw new Error('A segment was needed where none arrives.');
  return work.segment;
}

/** One after the last byte of text, sent or not. */
export const textEnd = (tcb: Tcb): Seq => advance(tcb.textSeq, byteLength(tcb.text));

/** Bytes of text that are in no segment yet: they may be more than half the circle. SYN's number is before the first. */
export function unsent(tcb: Tcb): number {
  return tcb.finSeq === undefined ? byteLength(tcb.text) - Math.max(0, distance(tcb.textSeq, tcb.sndNxt)) : 0;
}

/** Whether one more sequence number fits the window that the other side offers. */
export const windowTakesFin = (tcb: Tcb): boolean => distance(tcb.sndUna, tcb.sndNxt) < tcb.sndWnd;

/** What the machine's guards ask. */
export function facts(work: Work): Facts {
  const { tcb, options } = work;
  return {
    openedPassively: tcb?.openedPassively ?? false,
    // A FIN takes a place in the window like text; while there is none it has to wait.
    nothingLeftToSend: tcb === undefined || (unsent(tcb) === 0 && windowTakesFin(tcb)),
    closeQueued: tcb?.closeQueued ?? false,
    remoteClosed: tcb?.remoteClosed ?? false,
    nothingToRead: tcb === undefined || tcb.readable.length === 0,
    challengeAck: options.challengeAck,
    rfc1337: options.rfc1337,
  };
}

/** The row that the machine has for `type` here. Throws if there is none: arrival and calls ask only what has a row. */
export function rowFor(work: Work, type: TcpEventType): Row {
  const state = work.tcb?.state ?? 'CLOSED';
  const row = stepWithoutFacts(state, type) ?? step(state, { type, facts: facts(work) });
  if (row === undefined) throw new Error(`The machine has no row for "${type}" in ${state}.`);
  return row;
}
