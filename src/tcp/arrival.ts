/**
 * SEGMENT ARRIVES (RFC 9293, 3.10.7): judges a segment against the TCB, check by check in the order of the text, and
 * tells the machine what each check found.
 *
 * Rule 1: a check that does not end the processing goes on to the next one, in the state the machine is in by then.
 * Rule 2: whatever ends it was a row of the machine, so that "nothing happened" is never silent.
 * Security and compartment (third check) are not part of a scenario.
 */
import { countDuplicate } from './acknowledgment';
import { byteLength, NO_BYTES } from './bytes';
import { heldFinIsNext, trim } from './reassembly';
import { FLAG, has, type Segment, segmentEnd, segmentLength } from './segment';
import { advance, distance, precedes, precedesOrIs, type Seq } from './seq';
import { take } from './take';
import type { Tcb } from './tcb';
import { arriving, connection, type Work } from './work';

/** Processes `work.segment`. */
export function arrive(work: Work): void {
  const state = work.tcb?.state;
  if (state === undefined) arriveInClosed(work);
  else if (state === 'LISTEN') arriveInListen(work);
  else if (state === 'SYN_SENT') arriveInSynSent(work);
  else arriveInOther(work);
}

/** 3.10.7.1 */
function arriveInClosed(work: Work): void {
  const segment = arriving(work);
  if (has(segment, 'RST')) take(work, 'rcv RST');
  else take(work, has(segment, 'ACK') ? 'rcv ACK' : 'rcv no ACK');
}

/** 3.10.7.2 */
function arriveInListen(work: Work): void {
  const segment = arriving(work);
  if (has(segment, 'RST')) take(work, 'rcv RST');
  else if (has(segment, 'ACK')) take(work, 'rcv ACK');
  else if (has(segment, 'SYN')) take(work, dropsSynFin(work) ? 'rcv SYN,FIN' : 'rcv SYN');
  else take(work, 'rcv other');
}

const dropsSynFin = (work: Work): boolean => work.options.synFin === 'drop' && has(arriving(work), 'FIN');

/** 3.10.7.3 */
function arriveInSynSent(work: Work): void {
  const segment = arriving(work);
  const tcb = connection(work);
  const ack = has(segment, 'ACK');
  const rst = has(segment, 'RST');
  // First check. SND.UNA is ISS here, so one comparison covers "=< ISS" and "not acceptable".
  if (ack && !(precedes(tcb.sndUna, segment.ack) && precedesOrIs(segment.ack, tcb.sndMax))) {
    take(work, rst ? 'rcv unacceptable ACK,RST' : 'rcv unacceptable ACK');
  } else if (rst) take(work, ack ? 'rcv RST' : 'rcv RST without ACK');
  else if (!has(segment, 'SYN')) take(work, 'rcv other');
  else if (dropsSynFin(work)) take(work, 'rcv SYN,FIN');
  else if (!ack) take(work, 'rcv SYN');
  else {
    take(work, 'rcv SYN,ACK');
    sixthToEighth(work);
  }
}

/** 3.10.7.4 */
function arriveInOther(work: Work): void {
  if (beginsNewConnection(work) || !firstCheck(work)) return;
  if (has(arriving(work), 'RST')) secondCheck(work);
  else if (has(arriving(work), 'SYN') && !fourthCheck(work)) return;
  else if (fifthCheck(work)) sixthToEighth(work);
}

/** A SYN in TIME_WAIT may begin a new connection (RFC 1122, 4.2.2.13), wherever the window is. */
function beginsNewConnection(work: Work): boolean {
  const segment = arriving(work);
  const tcb = connection(work);
  const onlySyn = (segment.flags & (FLAG.SYN | FLAG.ACK | FLAG.RST)) === FLAG.SYN;
  if (tcb.state !== 'TIME_WAIT' || !onlySyn) return false;
  if (dropsSynFin(work)) take(work, 'rcv SYN,FIN');
  else if (work.options.timewaitReuse && precedesOrIs(tcb.rcvNxt, segment.seq)) take(work, 'rcv new SYN');
  else return false;
  return true;
}

/** The four cases of Table 6 (3.10.7.4). */
function acceptable(tcb: Tcb, segment: Segment): boolean {
  const length = segmentLength(segment);
  if (tcb.rcvWnd === 0) return length === 0 && segment.seq === tcb.rcvNxt;
  return inWindow(tcb, segment.seq) || (length > 0 && inWindow(tcb, advance(segment.seq, length - 1)));
}

const inWindow = (tcb: Tcb, number: Seq): boolean =>
  precedesOrIs(tcb.rcvNxt, number) && distance(tcb.rcvNxt, number) < tcb.rcvWnd;

/** Sequence numbers. True if processing goes on, with what is left of the segment. */
function firstCheck(work: Work): boolean {
  const segment = arriving(work);
  const tcb = connection(work);
  if (acceptable(tcb, segment)) return true;
  if (has(segment, 'RST') && !probesClosedWindow(tcb, segment)) {
    take(work, 'rcv unacceptable RST');
    return false;
  }
  if (repeatsCrossingSyn(tcb, segment)) {
    take(work, 'rcv crossing SYN,ACK');
    work.segment = { ...segment, flags: segment.flags & ~FLAG.SYN, seq: tcb.rcvNxt };
    return true;
  }
  if (repeatsFin(tcb, segment)) {
    take(work, 'rcv retransmitted FIN');
    return false;
  }
  if (!has(segment, 'RST')) take(work, 'rcv unacceptable segment');
  if (!probesClosedWindow(tcb, segment)) return false;
  // MUST-66: with a closed window only the text is refused; RST, SYN, ACK and URG are still looked at.
  work.segment = { ...segment, flags: segment.flags & ~FLAG.FIN, text: NO_BYTES };
  return true;
}

const probesClosedWindow = (tcb: Tcb, segment: Segment): boolean =>
  tcb.rcvWnd === 0 && segment.seq === tcb.rcvNxt && segmentLength(segment) > 0;

/** Figure 7: the SYN,ACK of a simultaneous open repeats the SYN that made it simultaneous. */
function repeatsCrossingSyn(tcb: Tcb, segment: Segment): boolean {
  const both = FLAG.SYN | FLAG.ACK;
  return (
    tcb.state === 'SYN_RCVD' &&
    !tcb.openedPassively &&
    (segment.flags & both) === both &&
    segment.seq === tcb.irs &&
    acknowledgesSyn(tcb, segment)
  );
}

/** In TIME_WAIT a FIN that lies before the window is the other side's, sent again because our ACK was lost. */
const repeatsFin = (tcb: Tcb, segment: Segment): boolean =>
  tcb.state === 'TIME_WAIT' && has(segment, 'FIN') && has(segment, 'ACK') && segmentEnd(segment) === tcb.rcvNxt;

/** RST. RFC 5961, 3.2 asks for exactly the next number; RFC 793 for any in the window. */
function secondCheck(work: Work): void {
  const { seq } = arriving(work);
  const tcb = connection(work);
  if (seq === tcb.rcvNxt || !work.options.challengeAck) take(work, 'rcv RST');
  else take(work, inWindow(tcb, seq) ? 'rcv RST in window' : 'rcv unacceptable RST');
}

/** SYN. True if it was trimmed off the left edge and processing goes on (RFC 793 only: 5961 challenges every SYN). */
function fourthCheck(work: Work): boolean {
  const segment = arriving(work);
  const tcb = connection(work);
  if (!work.options.challengeAck && precedes(segment.seq, tcb.rcvNxt)) {
    work.segment = { ...segment, flags: segment.flags & ~FLAG.SYN, seq: advance(segment.seq, 1) };
    return true;
  }
  take(work, 'rcv SYN');
  return false;
}

const acknowledgesSyn = (tcb: Tcb, segment: Segment): boolean =>
  precedes(tcb.sndUna, segment.ack) && precedesOrIs(segment.ack, tcb.sndMax);

/** ACK. True if processing goes on. */
function fifthCheck(work: Work): boolean {
  const segment = arriving(work);
  const tcb = connection(work);
  if (!has(segment, 'ACK')) {
    take(work, 'rcv no ACK');
    return false;
  }
  if (tcb.state === 'SYN_RCVD') {
    const good = acknowledgesSyn(tcb, segment);
    take(work, good ? 'rcv ACK of SYN' : 'rcv unacceptable ACK');
    return good;
  }
  const guarded = work.options.challengeAck;
  if (precedes(tcb.sndMax, segment.ack) && (guarded || tcb.state !== 'TIME_WAIT')) {
    take(work, 'rcv ACK of unsent');
    return false;
  }
  // RFC 5961, 5.2: (SND.UNA - MAX.SND.WND) =< SEG.ACK
  if (guarded && precedes(segment.ack, advance(tcb.sndUna, -tcb.maxSndWnd))) {
    take(work, 'rcv old ACK');
    return false;
  }
  if (precedesOrIs(segment.ack, tcb.sndUna) || tcb.state === 'TIME_WAIT') {
    countDuplicate(work);
    take(work, 'rcv duplicate ACK');
  } else take(work, acknowledgesFin(tcb, segment) ? 'rcv ACK of FIN' : 'rcv ACK');
  // LAST_ACK has ended; CLOSING ignores the rest unless our FIN is acknowledged.
  return work.tcb !== undefined && work.tcb.state !== 'CLOSING';
}

const acknowledgesFin = (tcb: Tcb, segment: Segment): boolean =>
  tcb.finSeq !== undefined && precedes(tcb.finSeq, segment.ack);

/** URG, text and FIN. */
function sixthToEighth(work: Work): void {
  const segment = arriving(work);
  if (has(segment, 'URG')) take(work, 'rcv URG');
  seventhCheck(work);
  eighthCheck(work);
}

function seventhCheck(work: Work): void {
  const segment = arriving(work);
  const tcb = connection(work);
  if (!receives(tcb)) {
    if (byteLength(segment.text) > 0) take(work, 'rcv text');
    return;
  }
  const { seq, text, fin } = trim(tcb, segment);
  const above = precedes(tcb.rcvNxt, seq);
  if (byteLength(text) > 0) take(work, above ? 'rcv above RCV.NXT' : 'rcv text');
  else if (above && fin) take(work, 'rcv above RCV.NXT');
  else if (tcb.held[0]?.seq === tcb.rcvNxt && byteLength(tcb.held[0].text) > 0) take(work, 'rcv text'); // came with the SYN
}

/** The states in which text is for the application. */
const receives = (tcb: Tcb): boolean =>
  (tcb.state === 'ESTABLISHED' || tcb.state === 'FIN_WAIT_1' || tcb.state === 'FIN_WAIT_2') && !tcb.remoteClosed;

function eighthCheck(work: Work): void {
  const segment = arriving(work);
  const tcb = connection(work);
  if (!receives(tcb)) {
    if (has(segment, 'FIN') && trim(tcb, segment).fin) take(work, 'rcv FIN');
    return;
  }
  const syn = has(segment, 'SYN') ? 1 : 0;
  const finAt = advance(segment.seq, syn + byteLength(segment.text));
  const next = has(segment, 'FIN') && finAt === tcb.rcvNxt && tcb.rcvWnd > 0;
  if (next || heldFinIsNext(tcb)) take(work, 'rcv FIN');
}
