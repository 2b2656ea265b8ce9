/** What the other side's SYN brings: its numbers, its options, and text or a FIN that has to wait (3.10.7.2, 3.10.7.3). */
import { byteLength } from './bytes';
import { hold } from './reassembly';
import { has } from './segment';
import { advance } from './seq';
import { DEFAULT_SEND_MSS } from './tcb';
import { ownMss } from './transmission';
import { synWindow } from './window';
import { arriving, connection, type Work } from './work';

/** RFC 7323, 2.3: a larger shift is taken for this one. */
const MAX_SHIFT = 14;

/** `RCV.NXT over SYN`: IRS and RCV.NXT are set, MSS and window scale agreed. */
export function acceptSyn(work: Work): void {
  const tcb = connection(work);
  const segment = arriving(work);
  const { mss, wscale } = segment.options;
  tcb.irs = segment.seq;
  tcb.rcvNxt = advance(segment.seq, 1);
  tcb.rcvWnd = synWindow(work.options);
  tcb.sendMss = Math.max(1, Math.min(mss ?? DEFAULT_SEND_MSS, ownMss(work)));
  tcb.scalingOffered = wscale !== undefined;
  if (wscale !== undefined && work.options.wscale !== undefined) {
    tcb.sndShift = Math.min(wscale, MAX_SHIFT);
    tcb.rcvShift = work.options.wscale;
  }
  tcb.sndWnd = segment.win;
  tcb.maxSndWnd = segment.win;
  tcb.sndWl1 = segment.seq;
  tcb.sndWl2 = has(segment, 'ACK') ? segment.ack : tcb.sndUna;
}

/** Text and FIN of a SYN are queued until the connection is established (3.10.7.2, third check; 3.10.7.3, fourth). */
export function holdForLater(work: Work): void {
  const segment = arriving(work);
  if (byteLength(segment.text) === 0 && !has(segment, 'FIN')) return;
  hold(connection(work), { seq: advance(segment.seq, 1), text: segment.text, fin: has(segment, 'FIN') });
}
