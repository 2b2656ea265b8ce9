/** What an acceptable acknowledgment does to the send side (RFC 9293, 3.10.7.4, fifth check; RFC 6298; RFC 5681). */
import { byteLength, sliceBytes } from './bytes';
import { type Chunks, first, isEmpty, itemsFrom, withFirst } from './chunks';
import * as congestion from './congestion';
import { retransmitFront } from './retransmission';
import { afterSynTimeout, measured } from './rto';
import { has } from './segment';
import { distance, isLongPast, latest, precedes, precedesOrIs, type Seq } from './seq';
import type { Sent } from './tcb';
import { arriving, connection, type Work } from './work';

/** `advance SND.UNA`: what is acknowledged leaves the queue, is measured, and lets the congestion window grow. */
export function acceptAcknowledgment(work: Work): void {
  const tcb = connection(work);
  const { ack } = arriving(work);
  const synAcked = tcb.sndUna === tcb.iss;
  const synWasLost = synAcked && tcb.retries > 0;
  const bytes = Math.min(Math.max(0, distance(tcb.textSeq, ack)), byteLength(tcb.text));
  measure(work, ack);
  // SND.WND counts from SND.UNA: unless this segment changes it, its right edge stays where it was offered.
  tcb.sndWnd = Math.max(0, tcb.sndWnd - distance(tcb.sndUna, ack));
  tcb.sndUna = ack;
  work.history.sent += Math.max(0, distance(tcb.sndNxt, ack)); // a window probe's byte counts from now on
  tcb.sndNxt = latest(tcb.sndNxt, ack);
  tcb.text = sliceBytes(tcb.text, bytes);
  tcb.textSeq = ((tcb.textSeq + bytes) % 2 ** 32) as Seq;
  tcb.pushes = tcb.pushes.filter((push) => precedes(ack, push));
  tcb.queue = remaining(tcb.queue, ack);
  if (tcb.resend !== undefined) tcb.resend = precedes(ack, tcb.sndNxt) ? latest(tcb.resend, ack) : undefined;
  if (tcb.sndUp !== undefined && isLongPast(tcb.sndUp, ack)) tcb.sndUp = undefined;
  tcb.retries = 0;
  work.history.acked += bytes;
  work.progress = true;
  const repairing = tcb.congestion.partlyRepaired;
  if (synAcked) {
    tcb.congestion = congestion.open(tcb.congestion, work.options, tcb.sendMss, synWasLost);
    if (synWasLost) tcb.rto = afterSynTimeout(work.options);
  } else growWindow(work, ack, bytes);
  // RFC 6298, (5.2) and (5.3); but of partial acknowledgments only the first restarts it (RFC 6582, 3.2, step 3).
  if (isEmpty(tcb.queue)) tcb.sendTimer = { kind: 'off' };
  else if (!(repairing && tcb.congestion.partlyRepaired))
    tcb.sendTimer = { kind: 'retransmit', at: work.now + tcb.rto };
}

function growWindow(work: Work, ack: Seq, bytes: number): void {
  const tcb = connection(work);
  const flight = distance(ack, tcb.sndNxt);
  const { state, retransmit } = congestion.acknowledged(
    tcb.congestion,
    work.options.congestion,
    ack,
    bytes,
    flight,
    tcb.sendMss,
  );
  tcb.congestion = state;
  if (retransmit) retransmitFront(work);
}

/** Karn's algorithm: only a segment that was sent once is timed (RFC 6298, 3). */
function measure(work: Work, ack: Seq): void {
  const tcb = connection(work);
  if (tcb.timed === undefined || precedes(ack, tcb.timed.ack)) return;
  Object.assign(tcb, measured(tcb, work.now - tcb.timed.at, work.options));
  tcb.timed = undefined;
}

/** The queue without what `ack` covers; a segment that is covered in part begins at `ack`. */
function remaining(queue: Chunks<Sent>, ack: Seq): Chunks<Sent> {
  const rest = itemsFrom(queue, (entry) => precedes(ack, entry.end));
  const front = first(rest);
  if (front === undefined || precedesOrIs(ack, front.seq)) return rest;
  return withFirst(rest, { ...front, seq: ack, syn: false });
}

/** `update SND.WND`: only from a segment that is not older than the last that did (fifth check, ESTABLISHED). */
export function acceptWindow(work: Work): void {
  const tcb = connection(work);
  const segment = arriving(work);
  const { seq, ack, win } = segment;
  const newer = precedes(tcb.sndWl1, seq) || (tcb.sndWl1 === seq && precedesOrIs(tcb.sndWl2, ack));
  if (!has(segment, 'ACK') || !newer || precedes(ack, tcb.sndUna)) return;
  // A window that opens ends the probing; one that was open, but too small, waited for less than a probe does.
  if (tcb.sendTimer.kind === 'persist' && (win > 0 || tcb.sndWnd > 0)) tcb.sendTimer = { kind: 'off' };
  tcb.sndWnd = win;
  tcb.sndWl1 = seq;
  tcb.sndWl2 = ack;
  tcb.maxSndWnd = Math.max(tcb.maxSndWnd, win);
  if (win === 0) tcb.retries = 0; // as long as it answers, a closed window is no reason to give up (3.8.6.1, MUST-37)
}

/** A duplicate ACK in the sense of RFC 5681, 2: data is outstanding, and it brings neither text nor a window. */
export function countDuplicate(work: Work): void {
  const tcb = connection(work);
  const segment = arriving(work);
  const duplicate =
    !isEmpty(tcb.queue) &&
    byteLength(segment.text) === 0 &&
    !has(segment, 'SYN') &&
    !has(segment, 'FIN') &&
    segment.ack === tcb.sndUna &&
    segment.win === tcb.sndWnd;
  if (!duplicate) return;
  const flight = distance(tcb.sndUna, tcb.sndNxt);
  const { state, retransmit } = congestion.duplicate(
    tcb.congestion,
    work.options.congestion,
    tcb.sndUna,
    tcb.sndNxt,
    flight,
    tcb.sendMss,
  );
  tcb.congestion = state;
  if (retransmit) retransmitFront(work);
}
