/** The timers of a connection: which run, and what their expiry means (RFC 9293, 3.10.8 and 3.8). */

import { first } from './chunks';
import { take } from './take';
import type { Tcb } from './tcb';
import { connection, unsent, type Work } from './work';

export const TIMERS = ['retransmit', 'persist', 'timewait', 'delayedack', 'usertimeout'] as const;
export type TimerName = (typeof TIMERS)[number];

/** When a timer expires, in microseconds; undefined if it does not run. */
export function deadline(tcb: Tcb, timer: TimerName): number | undefined {
  switch (timer) {
    case 'retransmit':
    case 'persist':
      return tcb.sendTimer.kind === timer ? tcb.sendTimer.at : undefined;
    case 'timewait':
      return tcb.timeWaitAt;
    case 'delayedack':
      return tcb.delayedAckAt;
    case 'usertimeout':
      return tcb.userTimeoutAt;
  }
}

/** A timer has expired. */
export function expire(work: Work, timer: TimerName): void {
  const tcb = connection(work);
  switch (timer) {
    case 'retransmit':
      take(work, givesUp(work) ? 'R2 reached' : 'retransmission timeout');
      return;
    case 'persist':
      take(work, 'persist timeout');
      // Nothing but a FIN waits: it is the probe itself.
      if (unsent(tcb) === 0 && tcb.closeQueued) take(work, 'data sent');
      return;
    case 'timewait':
      take(work, 'timeout=2MSL');
      return;
    case 'delayedack':
      tcb.delayedAckAt = undefined;
      take(work, 'delayed ACK timeout');
      return;
    case 'usertimeout':
      take(work, 'user timeout');
  }
}

/** R2 of 3.8.3, for SYN and for everything else. */
function givesUp(work: Work): boolean {
  const { retries, queue } = connection(work);
  return retries >= (first(queue)?.syn === true ? work.options.synRetries : work.options.retries);
}
