/**
 * The Transmission Control Block (RFC 9293, 3.3.1) and what outlives it.
 *
 * Rule 1: SND.UNA =< SND.NXT =< the highest number sent (one beyond SND.NXT only while a window probe is out).
 * Rule 2: text is kept from SND.UNA on, sent or not; the queue says which parts of it were sent.
 * Rule 3: iss and the SND variables mean nothing in LISTEN, irs and the RCV variables nothing before a SYN has arrived.
 * Rule 4: deadlines are moments in microseconds; undefined is a timer that does not run.
 */
import { type Bytes, NO_BYTES } from './bytes';
import { type Chunks, NOTHING } from './chunks';
import { type Congestion, newCongestion } from './congestion';
import type { Draft } from './draft';
import type { TcpOptions } from './options';
import { type Seq, seq } from './seq';
import type { State } from './state';

export interface Tcb {
  readonly state: State;
  /** Whether SYN_RCVD was reached from LISTEN (MUST-11). */
  readonly openedPassively: boolean;

  readonly iss: Seq;
  readonly sndUna: Seq;
  readonly sndNxt: Seq;
  /** The highest number sent, window probes included: what an ACK may acknowledge. */
  readonly sndMax: Seq;
  readonly sndWnd: number;
  /** The largest window ever offered (MAX.SND.WND of RFC 5961, 5.2; Max(SND.WND) of RFC 9293, 3.8.6.2.1). */
  readonly maxSndWnd: number;
  readonly sndUp: Seq | undefined;
  readonly sndWl1: Seq;
  readonly sndWl2: Seq;
  /** Eff.snd.MSS (3.7.1). */
  readonly sendMss: number;

  readonly irs: Seq | undefined;
  readonly rcvNxt: Seq;
  readonly rcvWnd: number;
  readonly rcvUp: Seq | undefined;

  /** Shifts in both directions (RFC 7323, 2); 0 where not agreed. */
  readonly sndShift: number;
  readonly rcvShift: number;
  /** Whether the other side's SYN offered a shift. */
  readonly scalingOffered: boolean;

  /** Text that is not acknowledged, sent and unsent; its first byte has the number `textSeq`. */
  readonly text: Bytes;
  readonly textSeq: Seq;
  /** Where each SEND ended: a segment that reaches such an end carries PSH (3.9.1.2). */
  readonly pushes: readonly Seq[];
  /** The retransmission queue: what was sent and is not acknowledged, in order. */
  readonly queue: Chunks<Sent>;
  /** After a timeout: from where on the queue is being sent again. */
  readonly resend: Seq | undefined;
  readonly closeQueued: boolean;
  /** The number our FIN has, once sent. */
  readonly finSeq: Seq | undefined;

  /** Text that has arrived in order and waits for a RECEIVE. */
  readonly readable: Bytes;
  /** Bytes that queued RECEIVEs ask for. */
  readonly wanted: number;
  /** What arrived above RCV.NXT, in order, without overlap. */
  readonly held: readonly Held[];
  readonly remoteClosed: boolean;
  /** Bytes received since the last ACK was sent (3.8.6.3). */
  readonly unacknowledgedBytes: number;

  readonly srtt: number | undefined;
  readonly rttvar: number;
  readonly rto: number;
  /** The segment that is being timed: the ACK that ends the measurement, and when it was sent. */
  readonly timed: { readonly ack: Seq; readonly at: number } | undefined;
  /** How often the front of the queue was sent again without an answer. */
  readonly retries: number;
  readonly congestion: Congestion;
  /** When text was last sent: whether the connection was idle (RFC 5681, 4.1). */
  readonly textSentAt: number;

  readonly sendTimer: SendTimer;
  readonly timeWaitAt: number | undefined;
  readonly delayedAckAt: number | undefined;
  readonly userTimeoutAt: number | undefined;
}

/** A connection waits for an acknowledgment or for a window, never for both. */
export type SendTimer =
  | { readonly kind: 'off' }
  | { readonly kind: 'retransmit'; readonly at: number }
  | { readonly kind: 'persist'; readonly at: number; readonly interval: number };

/** One segment in the retransmission queue. */
export interface Sent {
  readonly seq: Seq;
  /** The number after its last. */
  readonly end: Seq;
  readonly syn: boolean;
  readonly fin: boolean;
}

export interface Held {
  readonly seq: Seq;
  readonly text: Bytes;
  readonly fin: boolean;
}

/** What the application knows of its connection; it outlives the TCB and begins anew with the next OPEN. */
export interface History {
  readonly previous: State;
  readonly visited: readonly State[];
  /** The last refusal or signal, without `error: `; empty if there was none. */
  readonly error: string;
  /** Bytes of text put into segments for the first time, acknowledged, and read by the application. */
  readonly sent: number;
  readonly acked: number;
  readonly received: number;
  /** Segments sent again. */
  readonly retransmits: number;
  readonly data: Bytes;
  /** One after the highest number that was ever sent. */
  readonly sentUpTo: Seq | undefined;
}

export const NO_HISTORY: History = {
  previous: 'CLOSED',
  visited: [],
  error: '',
  sent: 0,
  acked: 0,
  received: 0,
  retransmits: 0,
  data: NO_BYTES,
  sentUpTo: undefined,
};

const ZERO = seq(0);

/** A TCB as `create TCB` makes it. */
export function newTcb(openedPassively: boolean, options: TcpOptions): Tcb {
  return {
    state: 'CLOSED',
    openedPassively,
    iss: ZERO,
    sndUna: ZERO,
    sndNxt: ZERO,
    sndMax: ZERO,
    sndWnd: 0,
    maxSndWnd: 0,
    sndUp: undefined,
    sndWl1: ZERO,
    sndWl2: ZERO,
    sendMss: DEFAULT_SEND_MSS,
    irs: undefined,
    rcvNxt: ZERO,
    rcvWnd: 0,
    rcvUp: undefined,
    sndShift: 0,
    rcvShift: 0,
    scalingOffered: false,
    text: NO_BYTES,
    textSeq: ZERO,
    pushes: [],
    queue: NOTHING,
    resend: undefined,
    closeQueued: false,
    finSeq: undefined,
    readable: NO_BYTES,
    wanted: 0,
    held: [],
    remoteClosed: false,
    unacknowledgedBytes: 0,
    srtt: undefined,
    rttvar: 0,
    rto: options.rtoInitial,
    timed: undefined,
    retries: 0,
    congestion: newCongestion(),
    textSentAt: 0,
    sendTimer: { kind: 'off' },
    timeWaitAt: undefined,
    delayedAckAt: undefined,
    userTimeoutAt: undefined,
  };
}

/** Without an MSS option the other side may get no more than this in a segment (3.7.1, MUST-15). */
export const DEFAULT_SEND_MSS = 536;

/** A copy to write to (draft.ts says why it names every field). */
export const copyTcb = (tcb: Tcb): Draft<Tcb> => ({
  state: tcb.state,
  openedPassively: tcb.openedPassively,
  iss: tcb.iss,
  sndUna: tcb.sndUna,
  sndNxt: tcb.sndNxt,
  sndMax: tcb.sndMax,
  sndWnd: tcb.sndWnd,
  maxSndWnd: tcb.maxSndWnd,
  sndUp: tcb.sndUp,
  sndWl1: tcb.sndWl1,
  sndWl2: tcb.sndWl2,
  sendMss: tcb.sendMss,
  irs: tcb.irs,
  rcvNxt: tcb.rcvNxt,
  rcvWnd: tcb.rcvWnd,
  rcvUp: tcb.rcvUp,
  sndShift: tcb.sndShift,
  rcvShift: tcb.rcvShift,
  scalingOffered: tcb.scalingOffered,
  text: tcb.text,
  textSeq: tcb.textSeq,
  pushes: tcb.pushes,
  queue: tcb.queue,
  resend: tcb.resend,
  closeQueued: tcb.closeQueued,
  finSeq: tcb.finSeq,
  readable: tcb.readable,
  wanted: tcb.wanted,
  held: tcb.held,
  remoteClosed: tcb.remoteClosed,
  unacknowledgedBytes: tcb.unacknowledgedBytes,
  srtt: tcb.srtt,
  rttvar: tcb.rttvar,
  rto: tcb.rto,
  timed: tcb.timed,
  retries: tcb.retries,
  congestion: tcb.congestion,
  textSentAt: tcb.textSentAt,
  sendTimer: tcb.sendTimer,
  timeWaitAt: tcb.timeWaitAt,
  delayedAckAt: tcb.delayedAckAt,
  userTimeoutAt: tcb.userTimeoutAt,
});

export const copyHistory = (history: History): Draft<History> => ({
  previous: history.previous,
  visited: history.visited,
  error: history.error,
  sent: history.sent,
  acked: history.acked,
  received: history.received,
  retransmits: history.retransmits,
  data: history.data,
  sentUpTo: history.sentUpTo,
});
