/**
 * The variables of a TCB that may be changed from outside while a run is looked at, and what changing them means.
 *
 * Rule 1: nothing that the machine or the queues answer for can be set: the state, what was sent, what was acknowledged.
 *         Every TCB that is made here is one from which TCP can go on.
 * Rule 2: a timer that runs can be given another deadline or stopped; none can be started, for there is a reason to each.
 */
import type { PeerField, Value } from '../program/expression';
import { otherPeer, type PeerIndex } from '../program/program';
import { type Seq, seq } from '../tcp/seq';
import type { Tcb } from '../tcp/tcb';
import { deadline, type TimerName } from '../tcp/timers';
import { type Sentence, say } from '../words/sentence';
import { schedule } from './stimulus';
import { tcpPeer, type World } from './world';

/** The TCB with the value, or why it cannot have it. */
type Setter = (tcb: Tcb, value: Value, world: World, peer: PeerIndex) => Tcb | Sentence;

const bytes =
  (least: number, change: (tcb: Tcb, value: number) => Tcb): Setter =>
  (tcb, value) =>
    value.kind === 'number' && Number.isSafeInteger(value.value) && value.value >= least && value.value < 2 ** 31
      ? change(tcb, value.value)
      : say('a number of bytes from {0} on must stand here', least);

const sequence =
  (whose: 'own' | 'other', change: (tcb: Tcb, value: Seq) => Tcb): Setter =>
  (tcb, value, world, peer) => {
    const { base } = world.peers[whose === 'own' ? peer : otherPeer(peer)];
    if (value.kind === 'sequence') return change(tcb, seq(value.value));
    return value.kind === 'number' && Number.isSafeInteger(value.value)
      ? change(tcb, seq(base + value.value))
      : say('a sequence number must stand here');
  };

const duration =
  (change: (tcb: Tcb, value: number) => Tcb): Setter =>
  (tcb, value) =>
    value.kind === 'time' && value.value > 0
      ? change(tcb, value.value)
      : say('a duration above 0 must stand here, as 200ms');

const timer =
  (name: TimerName, change: (tcb: Tcb, at: number | undefined) => Tcb): Setter =>
  (tcb, value, world) => {
    if (deadline(tcb, name) === undefined)
      return say('the timer does not run, and nothing is there that it could time');
    if (value.kind === 'off') return change(tcb, undefined);
    return value.kind === 'time' && value.value >= 0
      ? change(tcb, world.time + value.value)
      : say('the time left must stand here, as 200ms, or "off"');
  };

const sendTimer = (tcb: Tcb, at: number | undefined): Tcb =>
  at === undefined || tcb.sendTimer.kind === 'off'
    ? { ...tcb, sendTimer: { kind: 'off' } }
    : { ...tcb, sendTimer: { ...tcb.sendTimer, at } };

const SETTERS: Readonly<Partial<Record<PeerField, Setter>>> = {
  'snd.wnd': bytes(0, (tcb, sndWnd) => ({ ...tcb, sndWnd })),
  'snd.wl1': sequence('other', (tcb, sndWl1) => ({ ...tcb, sndWl1 })),
  'snd.wl2': sequence('own', (tcb, sndWl2) => ({ ...tcb, sndWl2 })),
  'rcv.nxt': sequence('other', (tcb, rcvNxt) => ({ ...tcb, rcvNxt })),
  'rcv.wnd': bytes(0, (tcb, rcvWnd) => ({ ...tcb, rcvWnd })),
  mss: bytes(1, (tcb, sendMss) => ({ ...tcb, sendMss })),
  cwnd: bytes(1, (tcb, cwnd) => ({ ...tcb, congestion: { ...tcb.congestion, cwnd } })),
  ssthresh: bytes(1, (tcb, ssthresh) => ({ ...tcb, congestion: { ...tcb.congestion, ssthresh } })),
  rto: duration((tcb, rto) => ({ ...tcb, rto })),
  srtt: duration((tcb, srtt) => ({ ...tcb, srtt })),
  'timer.retransmit': timer('retransmit', sendTimer),
  'timer.persist': timer('persist', sendTimer),
  'timer.timewait': timer('timewait', (tcb, timeWaitAt) => ({ ...tcb, timeWaitAt })),
  'timer.delayedack': timer('delayedack', (tcb, delayedAckAt) => ({ ...tcb, delayedAckAt })),
};

export const isSettable = (field: PeerField): boolean => SETTERS[field] !== undefined;

/** The world in which `PEER.field` has the value, or why it cannot. */
export function setVariable(world: World, index: PeerIndex, field: PeerField, value: Value): World | Sentence {
  const peer = world.peers[index];
  if (peer.kind !== 'tcp') return say('a scripted peer runs no TCP that has {0}', field);
  const setter = SETTERS[field];
  if (setter === undefined) {
    return say('{0} follows from what was sent and received, and from the rows of the state machine', field);
  }
  const { endpoint } = tcpPeer(world, index);
  if (endpoint.tcb === undefined || endpoint.tcb.state === 'LISTEN') {
    return say('there is no connection that has {0}', field);
  }
  const tcb = setter(endpoint.tcb, value, world, index);
  if ('arguments' in tcb) return tcb;
  const draft = { ...world };
  const changed = {
    ...peer,
    endpoint: { ...endpoint, tcb },
    timers: schedule(draft, index, peer, { ...endpoint, tcb }),
  };
  draft.peers = index === 0 ? [changed, world.peers[1]] : [world.peers[0], changed];
  return draft;
}
