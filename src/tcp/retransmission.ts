/** Sending again: at the timer's word, at the third duplicate ACK, and what follows after a timeout. */
import { count, first } from './chunks';
import * as congestion from './congestion';
import { backedOff } from './rto';
import { distance } from './seq';
import { sendQueued } from './transmission';
import { connection, type Work } from './work';

/** Sends the front of the retransmission queue again. */
export function retransmitFront(work: Work): void {
  const tcb = connection(work);
  const front = first(tcb.queue);
  if (front === undefined) return;
  tcb.timed = undefined; // Karn (RFC 6298, 3)
  sendQueued(work, front, true);
}

/** The timer has expired: RFC 6298, (5.4) to (5.6), and RFC 5681, 3.1. */
export function retransmitAfterTimeout(work: Work): void {
  const tcb = connection(work);
  const front = first(tcb.queue);
  if (front === undefined) throw new Error('The retransmission timer ran for an empty queue.');
  const again = tcb.retries > 0;
  tcb.retries += 1;
  tcb.rto = backedOff(tcb.rto, work.options);
  tcb.sendTimer = { kind: 'retransmit', at: work.now + tcb.rto };
  if (!front.syn) {
    const flight = distance(tcb.sndUna, tcb.sndNxt);
    tcb.congestion = congestion.timedOut(tcb.congestion, tcb.sndNxt, flight, tcb.sendMss, again);
    tcb.resend = count(tcb.queue) > 1 ? front.end : undefined;
  }
  retransmitFront(work);
}
