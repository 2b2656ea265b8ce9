/** What each action of the machine does. The table does not compile when an action has no effect. */
import { acceptAcknowledgment, acceptWindow } from './acknowledgment';
import { read, readArrived } from './application';
import { byteLength, concatenate } from './bytes';
import type { ActionName, Row } from './fsm';
import { hold, takeText, trim } from './reassembly';
import { retransmitAfterTimeout } from './retransmission';
import { advance, isLongPast, latest } from './seq';
import { acceptSyn, holdForLater } from './synchronization';
import { NO_HISTORY, newTcb, type SendTimer, type Tcb } from './tcb';
import { ownMss, sendFin, sendProbe, sendReset, sendSyn, sendText } from './transmission';
import { arriving, connection, textEnd, unsent, type Work } from './work';

type Effect = (work: Work, row: Row) => void;

const OFF: SendTimer = { kind: 'off' };

export const EFFECTS: Readonly<Record<ActionName, Effect>> = {
  'create TCB': (work, row) => {
    work.tcb = newTcb(row.event !== 'active OPEN', work.options);
    // What the application knows begins anew with an OPEN; a SYN in TIME_WAIT is none.
    if (row.from === 'CLOSED') work.history = { ...NO_HISTORY, sentUpTo: work.history.sentUpTo };
  },
  'delete TCB': (work) => {
    work.tcb = undefined;
  },
  'snd SYN': (work) => {
    connection(work).openedPassively = false;
    sendSyn(work);
  },
  'snd SYN,ACK': (work) => {
    sendSyn(work);
    holdForLater(work);
  },
  'snd ACK': (work, row) => {
    if (work.acknowledge !== 'now') work.acknowledge = mayWait(work, row) ? 'later' : 'now';
  },
  'snd challenge ACK': (work) => {
    work.acknowledge = 'now';
  },
  'snd FIN': sendFin,
  // 3.10.5 and 3.10.7.4 end our own connection; every other reset answers a segment (3.5.2).
  'snd RST': (work, row) => {
    sendReset(work, row.event === 'ABORT' || row.event === 'rcv SYN' ? 'SND.NXT' : 'SEG.ACK');
  },
  'snd RST,ACK': (work) => sendReset(work, 'RST,ACK'),

  'queue SEND': (work) => {
    const { call } = work;
    if (call?.kind !== 'SEND') throw new Error('SEND without text.');
    const tcb = connection(work);
    tcb.text = concatenate(tcb.text, call.text);
    tcb.pushes = [...tcb.pushes, textEnd(tcb)];
    if (call.urgent) tcb.sndUp = textEnd(tcb); // 3.10.2, ESTABLISHED
  },
  'queue RECEIVE': (work) => {
    connection(work).wanted += wanted(work);
  },
  'queue CLOSE': (work) => {
    connection(work).closeQueued = true;
  },
  'deliver text': (work) => read(work, wanted(work)),
  'hold segment': (work) => {
    const tcb = connection(work);
    hold(tcb, trim(tcb, arriving(work)));
  },

  'RCV.NXT over SYN': acceptSyn,
  'RCV.NXT over text': (work) => {
    const tcb = connection(work);
    if (tcb.held.length > 0) work.acknowledge = 'now'; // it fills a gap (RFC 5681, 4.2)
    tcb.unacknowledgedBytes += takeText(tcb, work.segment === undefined ? [] : trim(tcb, work.segment).text);
    if (tcb.rcvUp !== undefined && isLongPast(tcb.rcvUp, tcb.rcvNxt)) tcb.rcvUp = undefined;
    readArrived(work);
  },
  'RCV.NXT over FIN': (work) => {
    const tcb = connection(work);
    tcb.rcvNxt = advance(tcb.rcvNxt, 1); // a FIN takes no room in the buffer, so the window stays as wide
    tcb.remoteClosed = true;
    tcb.held = [];
  },
  'advance SND.UNA': acceptAcknowledgment,
  'update SND.WND': acceptWindow,
  'advance RCV.UP': (work) => {
    const tcb = connection(work);
    const segment = arriving(work);
    const pointer = advance(segment.seq, segment.urg);
    tcb.rcvUp = tcb.rcvUp === undefined ? pointer : latest(tcb.rcvUp, pointer);
  },

  'return to LISTEN': (work) => {
    // The application is not told, so a RECEIVE of its still waits.
    work.tcb = { ...newTcb(true, work.options), wanted: connection(work).wanted };
  },
  'flush queues': (work, row) => {
    // 3.10.5 and 3.10.7.4: outstanding SENDs and RECEIVEs are told; the general signal is an action of its own.
    if (row.event === 'ABORT' && outstanding(connection(work))) refuse(work, 'connection reset');
  },
  retransmit: retransmitAfterTimeout,
  'probe window': (work) => probe(work),
  'stop timers': (work) => {
    Object.assign(connection(work), { sendTimer: OFF, delayedAckAt: undefined, userTimeoutAt: undefined });
  },
  'start 2MSL timer': (work) => {
    connection(work).timeWaitAt = work.now + 2 * work.options.msl;
  },

  ok: (work) => {
    work.result = 'ok';
  },
  'return state': (work, row) => {
    work.result = `state = ${rfcSpelling(row.from)}`;
  },
  'signal connection closing': (work) => {
    // Only a RECEIVE that waits is answered with an error (3.10.7.4, eighth check).
    const tcb = connection(work);
    if (tcb.wanted > 0) refuse(work, 'connection closing');
    tcb.wanted = 0;
  },
  'error: closing': (work) => {
    if (outstanding(connection(work))) refuse(work, 'closing');
  },
  'error: connection does not exist': (work) => refuse(work, 'connection does not exist'),
  'error: connection already exists': (work) => refuse(work, 'connection already exists'),
  'error: connection closing': (work) => refuse(work, 'connection closing'),
  'error: connection refused': (work) => refuse(work, 'connection refused'),
  'error: connection reset': (work) => refuse(work, 'connection reset'),
  'error: connection aborted due to user timeout': (work) => refuse(work, 'connection aborted due to user timeout'),
};

function refuse(work: Work, error: string): void {
  work.error = error;
  work.history.error = error;
}

/** SENDs that are not acknowledged, RECEIVEs that are not answered. */
const outstanding = (tcb: Tcb): boolean => byteLength(tcb.text) > 0 || tcb.wanted > 0;

function wanted(work: Work): number {
  if (work.call?.kind !== 'RECEIVE') throw new Error('RECEIVE without an amount.');
  return work.call.amount;
}

/**
 * Whether the acknowledgment may wait for something to ride on (3.8.6.3): text in order, at most one full-sized
 * segment of it; and a FIN to which the application may still answer with its own.
 */
function mayWait(work: Work, row: Row): boolean {
  if (work.options.delayedAck === undefined) return false;
  const tcb = connection(work);
  if (row.event === 'rcv text') return tcb.unacknowledgedBytes < 2 * ownMss(work);
  return row.event === 'rcv FIN' && row.to === 'CLOSE_WAIT';
}

/** Probes back off like retransmissions (3.8.6.1, SHLD-30), but never give up (MUST-37). */
function probe(work: Work): void {
  const tcb = connection(work);
  const text = unsent(tcb);
  if (text === 0) return;
  if (tcb.sndWnd > 0) {
    // The window is not closed, only too small to be worth a segment until now (3.8.6.2.1, (4): the override timeout).
    sendText(work, Math.min(text, tcb.sndWnd, tcb.sendMss), 0);
    return;
  }
  const doubled = tcb.sendTimer.kind === 'persist' ? tcb.sendTimer.interval * 2 : tcb.rto;
  const interval = Math.min(doubled, work.options.rtoMax);
  tcb.sendTimer = { kind: 'persist', at: work.now + interval, interval };
  sendProbe(work);
}

/** `SYN_RCVD` as 3.10.6 writes it. */
function rfcSpelling(state: string): string {
  return state.replace('SYN_RCVD', 'SYN-RECEIVED').replaceAll('_', '-');
}
