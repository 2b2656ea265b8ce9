/**
 * What goes out at the end of an event: a queued CLOSE, text as far as the windows allow, and the acknowledgment that
 * nothing else carried. All of it happens after the whole event was processed, so ACKs are aggregated (MUST-58, MUST-59).
 */
import { first, isEmpty, itemsFrom } from './chunks';
import * as congestion from './congestion';
import type { Draft } from './draft';
import { distance, precedes } from './seq';
import { take } from './take';
import type { Tcb } from './tcb';
import { sendAck, sendQueued, sendText } from './transmission';
import { windowCanOpen } from './window';
import { connection, unsent, type Work, windowTakesFin } from './work';

/** Sends what can be sent now, and sets the timers that what is left over needs. */
export function output(work: Work): void {
  if (work.tcb === undefined) return;
  // CLOSE in SYN_RCVD was queued until here (3.10.4).
  if (work.tcb.state === 'ESTABLISHED' && work.tcb.closeQueued) take(work, 'CLOSE');
  resendAfterTimeout(work);
  if (mayCarryText(work.tcb)) {
    restartAfterIdle(work);
    sendNewText(work);
  }
  acknowledge(work);
  setPersistTimer(work);
  setUserTimeout(work);
}

const mayCarryText = (tcb: Tcb): boolean =>
  tcb.state === 'ESTABLISHED' || tcb.state === 'CLOSE_WAIT' || (tcb.state === 'FIN_WAIT_1' && tcb.closeQueued);

function restartAfterIdle(work: Work): void {
  const tcb = connection(work);
  if (unsent(tcb) === 0 || !isEmpty(tcb.queue) || work.now - tcb.textSentAt <= tcb.rto) return;
  tcb.congestion = congestion.restart(tcb.congestion, work.options, tcb.sendMss);
}

const flightLimit = (work: Work, tcb: Tcb): number =>
  Math.min(tcb.sndWnd, congestion.allowance(tcb.congestion, work.options.congestion, tcb.sendMss));

/** After a timeout everything behind the front goes again too, as slow start allows (RFC 5681, 3.1). */
function resendAfterTimeout(work: Work): void {
  const tcb = connection(work);
  while (tcb.resend !== undefined) {
    const from = tcb.resend;
    const entry = first(itemsFrom(tcb.queue, (sent) => !precedes(sent.seq, from)));
    if (entry === undefined) {
      tcb.resend = undefined;
      return;
    }
    if (distance(tcb.sndUna, entry.end) > flightLimit(work, tcb)) return;
    sendQueued(work, entry, true);
    tcb.resend = entry.end;
  }
}

function sendNewText(work: Work): void {
  for (let tcb = connection(work); tcb.resend === undefined; tcb = connection(work)) {
    const left = unsent(tcb);
    const usable = flightLimit(work, tcb) - distance(tcb.sndUna, tcb.sndNxt);
    if (left === 0 || tcb.sndWnd <= distance(tcb.sndUna, tcb.sndNxt)) break;
    const length = Math.min(left, usable, tcb.sendMss);
    const closes = tcb.closeQueued && length === left && length < tcb.sndWnd - distance(tcb.sndUna, tcb.sndNxt);
    if (!worthSending(work, tcb, length, left, closes)) break;
    if (closes) {
      take(work, 'data sent');
      return;
    }
    sendText(work, length, 0);
  }
  const tcb = connection(work);
  if (tcb.closeQueued && tcb.resend === undefined && unsent(tcb) === 0 && windowTakesFin(tcb)) take(work, 'data sent');
}

/** Silly window avoidance at the sender, with Nagle's algorithm in it (3.8.6.2.1 and 3.7.4). Every SEND is pushed. */
function worthSending(work: Work, tcb: Tcb, length: number, left: number, closes: boolean): boolean {
  if (length <= 0) return false;
  if (length >= tcb.sendMss || closes) return true; // (1)
  const idle = tcb.sndUna === tcb.sndNxt;
  const bracket = idle || !work.options.nagle;
  return bracket && (length === left || length >= tcb.maxSndWnd / 2); // (2) and (3), Fs = 1/2
}

function acknowledge(work: Work): void {
  const tcb = connection(work);
  if (tcb.irs === undefined || tcb.state === 'SYN_SENT') return;
  // 3.8.6.2.2: an application that reads makes room, and the other side has to know of it.
  const opened = work.call?.kind === 'RECEIVE' && windowCanOpen(tcb, work.options) && !tcb.remoteClosed;
  if (work.acknowledge === 'now' || opened) sendAck(work);
  else if (work.acknowledge === 'later' && tcb.delayedAckAt === undefined) {
    tcb.delayedAckAt = work.now + (work.options.delayedAck ?? 0);
  }
}

/** Text or a FIN waits, nothing is outstanding whose ACK could bring news: ask after a while (3.8.6.1, SHLD-29). */
function setPersistTimer(work: Work): void {
  const tcb = connection(work);
  const blocked = mayCarryText(tcb) && isEmpty(tcb.queue) && (unsent(tcb) > 0 || tcb.closeQueued);
  if (blocked) startPersist(work, tcb);
  else if (tcb.sendTimer.kind === 'persist') tcb.sendTimer = { kind: 'off' };
}

/** The longest that text waits for a better window than the one that is open (3.8.6.2.1, (4)). In microseconds. */
const OVERRIDE = 1_000_000;

function startPersist(work: Work, tcb: Draft<Tcb>): void {
  if (tcb.sendTimer.kind === 'persist') return;
  const interval = tcb.sndWnd > 0 ? Math.min(tcb.rto, OVERRIDE) : tcb.rto;
  tcb.sendTimer = { kind: 'persist', at: work.now + interval, interval };
}

/** Runs while something is not acknowledged; progress starts it anew (3.9.1.1, 3.10.8). */
function setUserTimeout(work: Work): void {
  const tcb = connection(work);
  const { userTimeout } = work.options;
  const waiting = !isEmpty(tcb.queue) || tcb.closeQueued || (mayCarryText(tcb) && unsent(tcb) > 0);
  if (userTimeout === undefined || !waiting) tcb.userTimeoutAt = undefined;
  else if (work.progress || tcb.userTimeoutAt === undefined) tcb.userTimeoutAt = work.now + userTimeout;
}
