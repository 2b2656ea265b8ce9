/** The application's side of receiving: RECEIVE takes what has arrived in order (RFC 9293, 3.9.1.3). */
import { byteLength, concatenate, sliceBytes } from './bytes';
import { connection, type Work } from './work';

/** Hands up to `amount` bytes to the application. */
export function read(work: Work, amount: number): void {
  const tcb = connection(work);
  const taken = sliceBytes(tcb.readable, 0, amount);
  tcb.readable = sliceBytes(tcb.readable, byteLength(taken));
  work.history.received += byteLength(taken);
  work.history.data = concatenate(work.history.data, taken);
}

/** Text has arrived: an application that reads by itself takes all of it, a queued RECEIVE what it asked for. */
export function readArrived(work: Work): void {
  const tcb = connection(work);
  if (tcb.readable.length === 0) return;
  if (work.options.read === 'auto') {
    read(work, Number.POSITIVE_INFINITY);
  } else if (tcb.wanted > 0) {
    read(work, tcb.wanted);
  } else return;
  tcb.wanted = 0;
}
