/**
 * Congestion control: slow start, congestion avoidance, fast retransmit and fast recovery (RFC 5681), with NewReno's
 * partial acknowledgments (RFC 6582) and limited transmit (RFC 3042). Pure functions on a record; `none` leaves the
 * window open and never retransmits before the timer.
 */
import type { TcpOptions } from './options';
import { isLongPast, precedes, type Seq } from './seq';

export interface Congestion {
  /** In bytes. */
  readonly cwnd: number;
  /** In bytes; undefined until the first loss: arbitrarily high (RFC 5681, 3.1). */
  readonly ssthresh: number | undefined;
  readonly duplicateAcks: number;
  /** What was in flight at the first of them, in bytes: what limited transmit sends does not count (RFC 5681, 3.2). */
  readonly flightBefore: number;
  /** In fast recovery: all that was sent before it began must be acknowledged to end it. */
  readonly recovering: boolean;
  /** A partial acknowledgment has come since: the timer is not restarted by the next one (RFC 6582, 3.2, step 3). */
  readonly partlyRepaired: boolean;
  /** `recover` of RFC 6582, one after the highest number sent when recovery last began. */
  readonly recover: Seq | undefined;
}

type Algorithm = TcpOptions['congestion'];

export const newCongestion = (): Congestion => ({
  cwnd: 0,
  ssthresh: undefined,
  duplicateAcks: 0,
  flightBefore: 0,
  recovering: false,
  partlyRepaired: false,
  recover: undefined,
});

/** The window when the connection opens (RFC 6928); one segment if the SYN was lost (RFC 5681, 3.1). */
export function open(state: Congestion, options: TcpOptions, mss: number, synWasLost: boolean): Congestion {
  return { ...state, cwnd: synWasLost ? mss : options.initialWindow * mss };
}

/** After nothing was sent for longer than the RTO: begin again from the restart window (RFC 5681, 4.1). */
export function restart(state: Congestion, options: TcpOptions, mss: number): Congestion {
  return { ...state, cwnd: Math.min(state.cwnd, options.initialWindow * mss) };
}

/** Half of what is in flight, at least two segments (RFC 5681, equation 4). */
const halved = (flight: number, mss: number): number => Math.max(Math.floor(flight / 2), 2 * mss);

/** What an acknowledgment of new data does: the new record, and whether the front of the queue is to be sent again. */
export function acknowledged(
  state: Congestion,
  algorithm: Algorithm,
  ack: Seq,
  bytes: number,
  flight: number,
  mss: number,
): { readonly state: Congestion; readonly retransmit: boolean } {
  if (state.recovering) return recoveryAck(state, algorithm, ack, bytes, flight, mss);
  const slowStart = state.ssthresh === undefined || state.cwnd < state.ssthresh;
  // RFC 5681, equations 2 and 3.
  const growth = slowStart ? Math.min(bytes, mss) : Math.max(1, Math.floor((mss * mss) / state.cwnd));
  // Every field by its name (draft.ts): this is what nearly every ACK does.
  const grown: Congestion = {
    cwnd: state.cwnd + growth,
    ssthresh: state.ssthresh,
    duplicateAcks: 0,
    flightBefore: state.flightBefore,
    recovering: false,
    partlyRepaired: false,
    recover: state.recover === undefined || isLongPast(state.recover, ack) ? undefined : state.recover,
  };
  return { state: grown, retransmit: false };
}

function recoveryAck(state: Congestion, algorithm: Algorithm, ack: Seq, bytes: number, flight: number, mss: number) {
  const ssthresh = state.ssthresh ?? 2 * mss;
  const partial = algorithm === 'newreno' && state.recover !== undefined && precedes(ack, state.recover);
  if (!partial) {
    // RFC 6582, 3.2, step 3, full acknowledgments, (1); RFC 5681, 3.2, step 6 for Reno.
    const cwnd = algorithm === 'newreno' ? Math.min(ssthresh, Math.max(flight, mss) + mss) : ssthresh;
    return { state: { ...state, cwnd, duplicateAcks: 0, recovering: false, partlyRepaired: false }, retransmit: false };
  }
  // RFC 6582, 3.2, step 3, partial acknowledgments: deflate by what was acknowledged, add back one segment.
  const cwnd = Math.max(state.cwnd - bytes + (bytes >= mss ? mss : 0), mss);
  return { state: { ...state, cwnd, partlyRepaired: true }, retransmit: true };
}

/** What a duplicate ACK does (RFC 5681, 3.2, steps 1 to 4). `una` and `nxt` are SND.UNA and SND.NXT. */
export function duplicate(
  state: Congestion,
  algorithm: Algorithm,
  una: Seq,
  nxt: Seq,
  flight: number,
  mss: number,
): { readonly state: Congestion; readonly retransmit: boolean } {
  if (algorithm === 'none') return { state, retransmit: false };
  const duplicateAcks = state.duplicateAcks + 1;
  const flightBefore = duplicateAcks === 1 ? flight : state.flightBefore;
  if (state.recovering) {
    return { state: { ...state, duplicateAcks, cwnd: state.cwnd + mss }, retransmit: false };
  }
  // RFC 6582, 3.2, step 2: an ACK must cover more than was sent when the last recovery began. RFC 5681 does not ask.
  const covered = algorithm === 'reno' || state.recover === undefined || precedes(state.recover, una);
  if (duplicateAcks !== 3 || !covered) return { state: { ...state, duplicateAcks, flightBefore }, retransmit: false };
  const ssthresh = halved(flightBefore, mss);
  return {
    state: {
      cwnd: ssthresh + 3 * mss,
      ssthresh,
      duplicateAcks,
      flightBefore,
      recovering: true,
      partlyRepaired: false,
      recover: nxt,
    },
    retransmit: true,
  };
}

/** The retransmission timer has expired (RFC 5681, 3.1; RFC 6582, 3.2, step 4). `again`: not for the first time. */
export function timedOut(state: Congestion, nxt: Seq, flight: number, mss: number, again: boolean): Congestion {
  const ssthresh = again && state.ssthresh !== undefined ? state.ssthresh : halved(flight, mss);
  return { ...state, cwnd: mss, ssthresh, duplicateAcks: 0, recovering: false, partlyRepaired: false, recover: nxt };
}

/** How many bytes may be in flight. The first two duplicate ACKs allow one segment each beyond cwnd (RFC 3042). */
export function allowance(state: Congestion, algorithm: Algorithm, mss: number): number {
  if (algorithm === 'none') return Number.POSITIVE_INFINITY;
  const limited = state.recovering ? 0 : Math.min(state.duplicateAcks, 2);
  return state.cwnd + limited * mss;
}
