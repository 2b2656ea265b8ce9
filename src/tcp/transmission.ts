/** Making segments and putting them on the wire. */
import { type Bytes, byteLength, NO_BYTES, sliceBytes } from './bytes';
import { append, first, isEmpty, NOTHING } from './chunks';
import type { Draft } from './draft';
import { FLAG, type Flags, has, NO_OPTIONS, type Segment, type SegmentOptions, segmentEnd } from './segment';
import { advance, distance, latest, precedes, precedesOrIs, type Seq, seq } from './seq';
import type { Sent, Tcb } from './tcb';
import { offerWindow, synWindow } from './window';
import { arriving, connection, textEnd, unsent, type Work } from './work';

/** IP and TCP headers without options (3.7.1). */
const HEADERS = 40;

/** The largest segment the path carries, and that we announce unless told otherwise. */
export const ownMss = (work: Work): number => work.options.mss ?? Math.max(1, work.mtu - HEADERS);

/** Sends `<SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK>`. */
export function sendAck(work: Work): void {
  emit(work, FLAG.ACK, connection(work).sndNxt, NO_BYTES, NO_OPTIONS, false);
}

/** Sends our SYN for the first time; with ACK if theirs has arrived. */
export function sendSyn(work: Work): void {
  const tcb = connection(work);
  const queued = !isEmpty(tcb.queue); // simultaneous open: the SYN was sent, and goes again with an ACK
  if (!queued) {
    const iss = work.nextIss;
    work.issTaken = true;
    Object.assign(tcb, { iss, sndUna: iss, sndNxt: iss, sndMax: iss, textSeq: advance(iss, 1) });
    tcb.queue = append(NOTHING, { seq: iss, end: advance(iss, 1), syn: true, fin: false });
  }
  const entry = first(tcb.queue);
  if (entry !== undefined) sendQueued(work, entry, false);
  if (queued) tcb.timed = undefined; // Karn: an ACK could be for either (RFC 6298, 3)
}

/** Sends up to `length` bytes of text that was never sent; with `flags` FIN, our FIN behind it. */
export function sendText(work: Work, length: number, flags: Flags): void {
  const tcb = connection(work);
  const from = tcb.sndNxt;
  const fin = (flags & FLAG.FIN) !== 0;
  const entry: Sent = { seq: from, end: advance(from, length + (fin ? 1 : 0)), syn: false, fin };
  tcb.queue = append(tcb.queue, entry);
  if (fin) {
    tcb.finSeq = advance(from, length);
    tcb.closeQueued = false;
  }
  work.history.sent += length;
  sendQueued(work, entry, precedes(entry.seq, tcb.sndMax));
}

/** The FIN of a queued CLOSE, with the text that is left if that fits one segment. */
export const sendFin = (work: Work): void => {
  sendText(work, Math.min(unsent(connection(work)), connection(work).sendMss), FLAG.FIN);
};

/** One byte beyond the window asks whether it has opened (3.8.6.1). It counts as sent only when it is acknowledged. */
export function sendProbe(work: Work): void {
  const tcb = connection(work);
  const text = textBetween(tcb, tcb.sndNxt, advance(tcb.sndNxt, 1));
  const repeated = precedes(tcb.sndNxt, tcb.sndMax);
  tcb.sndMax = latest(tcb.sndMax, advance(tcb.sndNxt, 1));
  emit(work, FLAG.ACK | pushFor(tcb, advance(tcb.sndNxt, 1)), tcb.sndNxt, text, NO_OPTIONS, repeated);
}

/** Sends an entry of the retransmission queue, for the first time or again. */
export function sendQueued(work: Work, entry: Sent, again: boolean): void {
  const tcb = connection(work);
  const text = textBetween(tcb, entry.syn ? advance(entry.seq, 1) : entry.seq, entry.end);
  const acks = tcb.irs === undefined ? 0 : FLAG.ACK;
  const flags = acks | (entry.syn ? FLAG.SYN : 0) | (entry.fin ? FLAG.FIN : 0) | pushFor(tcb, entry.end, text);
  const options = entry.syn ? synOptions(work, tcb) : NO_OPTIONS;
  tcb.sndNxt = latest(tcb.sndNxt, entry.end);
  tcb.sndMax = latest(tcb.sndMax, tcb.sndNxt);
  if (tcb.timed === undefined && !again) tcb.timed = { ack: entry.end, at: work.now };
  if (tcb.sendTimer.kind !== 'retransmit') tcb.sendTimer = { kind: 'retransmit', at: work.now + tcb.rto }; // RFC 6298, (5.1)
  emit(work, flags, entry.seq, text, options, again);
  if (again) work.history.retransmits += 1;
  else work.progress = true;
}

/** A reset that answers the arriving segment, or ends our connection. Its number is one the other side will believe. */
export function sendReset(work: Work, form: 'SEG.ACK' | 'SND.NXT' | 'RST,ACK'): void {
  if (form === 'SND.NXT') put(work, reset(connection(work).sndNxt));
  else if (form === 'SEG.ACK') put(work, reset(arriving(work).ack));
  else put(work, { ...reset(seq(0)), flags: FLAG.RST | FLAG.ACK, ack: segmentEnd(arriving(work)) });
}

const reset = (number: Seq): Segment => ({
  flags: FLAG.RST,
  seq: number,
  ack: seq(0),
  win: 0,
  urg: 0,
  options: NO_OPTIONS,
  text: NO_BYTES,
});

function put(work: Work, segment: Segment, retransmission = false): void {
  work.sends.push({ segment, retransmission });
  const { sentUpTo } = work.history;
  const end = segmentEnd(segment);
  if (sentUpTo === undefined || !has(segment, 'RST')) {
    work.history.sentUpTo = sentUpTo === undefined || has(segment, 'SYN') ? end : latest(sentUpTo, end);
  }
}

function emit(work: Work, flags: Flags, from: Seq, text: Bytes, options: SegmentOptions, retransmission: boolean) {
  const tcb = connection(work);
  const acks = (flags & FLAG.ACK) !== 0;
  const urgent = tcb.sndUp !== undefined && precedes(from, tcb.sndUp) && byteLength(text) > 0;
  const win = (flags & FLAG.SYN) !== 0 ? offerSynWindow(work, tcb) : offerWindow(tcb, work.options);
  put(
    work,
    {
      flags: urgent ? flags | FLAG.URG : flags,
      seq: from,
      ack: acks ? tcb.rcvNxt : seq(0),
      win,
      // 16 bits: what lies further ahead is told by a later segment (3.1).
      urg: urgent && tcb.sndUp !== undefined ? Math.min(distance(from, tcb.sndUp), 65_535) : 0,
      options,
      text,
    },
    retransmission,
  );
  if (byteLength(text) > 0) tcb.textSentAt = work.now;
  if (!acks) return;
  work.acknowledge = 'no';
  tcb.delayedAckAt = undefined;
  tcb.unacknowledgedBytes = 0;
}

function offerSynWindow(work: Work, tcb: Draft<Tcb>): number {
  const win = synWindow(work.options);
  if (tcb.irs !== undefined) tcb.rcvWnd = win;
  return win;
}

/** MSS always (3.7.1, MAY-3); the shift if we offer it, and in answer only to an offer (RFC 7323, 2.2). */
function synOptions(work: Work, tcb: Tcb): SegmentOptions {
  const { wscale } = work.options;
  const answers = tcb.irs !== undefined && !tcb.scalingOffered;
  return { mss: ownMss(work), ...(wscale === undefined || answers ? {} : { wscale }) };
}

function textBetween(tcb: Tcb, from: Seq, to: Seq): Bytes {
  const start = distance(tcb.textSeq, from);
  return sliceBytes(tcb.text, Math.max(0, start), Math.max(0, start + distance(from, to)));
}

/** PSH where a SEND ends (3.9.1.2): in the segment that carries its last byte. */
function pushFor(tcb: Tcb, end: Seq, text?: Bytes): Flags {
  if (text !== undefined && text.length === 0) return 0;
  const last = tcb.finSeq !== undefined && precedesOrIs(tcb.finSeq, end) ? tcb.finSeq : end;
  return tcb.pushes.some((push) => push === last) || last === textEnd(tcb) ? FLAG.PSH : 0;
}
