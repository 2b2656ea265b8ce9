/** The variables of a peer as expressions, the trace and the debugger know them: one entry for each name. */
import { PEER_FIELDS, type PeerField, type Value } from '../program/expression';
import { otherPeer, type PeerIndex } from '../program/program';
import { byteLength, byteString } from '../tcp/bytes';
import { stateOf } from '../tcp/endpoint';
import type { Seq } from '../tcp/seq';
import type { Tcb } from '../tcp/tcb';
import { deadline, type TimerName } from '../tcp/timers';
import type { Shown } from '../trace/event';
import { relative, type TcpPeer, tcpPeer, type World } from './world';

const OFF: Value = { kind: 'off' };
const number = (value: number): Value => ({ kind: 'number', value });
const time = (value: number): Value => ({ kind: 'time', value });
const text = (value: string): Value => ({ kind: 'text', value });
/** Absolute by nature: counts from 0 (ISS and IRS). */
const absolute = (value: Seq): Value => ({ kind: 'sequence', value, base: 0 });

interface Sight {
  readonly world: World;
  readonly peer: TcpPeer;
  /** What our numbers count from, and theirs. */
  readonly own: Seq;
  readonly other: Seq;
}

type Reader = (tcb: Tcb, sight: Sight) => Value;

const own = (value: Seq | undefined, { own: base }: Sight): Value =>
  value === undefined ? OFF : { kind: 'sequence', value, base };
const other = (value: Seq | undefined, { other: base }: Sight): Value =>
  value === undefined ? OFF : { kind: 'sequence', value, base };

const sending =
  (reader: Reader): Reader =>
  (tcb, sight) =>
    tcb.state === 'LISTEN' ? OFF : reader(tcb, sight);
const receiving =
  (reader: Reader): Reader =>
  (tcb, sight) =>
    tcb.irs === undefined ? OFF : reader(tcb, sight);
const timer =
  (name: TimerName): Reader =>
  (tcb, { world }) => {
    const at = deadline(tcb, name);
    return at === undefined ? OFF : time(at - world.time);
  };

/** The variables of the TCB; without a connection each is `off`. */
const OF_TCB: Readonly<Partial<Record<PeerField, Reader>>> = {
  iss: sending((tcb) => absolute(tcb.iss)),
  irs: receiving((tcb) => (tcb.irs === undefined ? OFF : absolute(tcb.irs))),
  'snd.una': sending((tcb, sight) => own(tcb.sndUna, sight)),
  'snd.nxt': sending((tcb, sight) => own(tcb.sndNxt, sight)),
  'snd.wnd': sending((tcb) => number(tcb.sndWnd)),
  'snd.up': sending((tcb, sight) => own(tcb.sndUp, sight)),
  'snd.wl1': receiving((tcb, sight) => other(tcb.sndWl1, sight)),
  'snd.wl2': receiving((tcb, sight) => own(tcb.sndWl2, sight)),
  'rcv.nxt': receiving((tcb, sight) => other(tcb.rcvNxt, sight)),
  'rcv.wnd': receiving((tcb) => number(tcb.rcvWnd)),
  'rcv.up': receiving((tcb, sight) => other(tcb.rcvUp, sight)),
  mss: receiving((tcb) => number(tcb.sendMss)),
  cwnd: receiving((tcb) => number(tcb.congestion.cwnd)),
  ssthresh: (tcb) => (tcb.congestion.ssthresh === undefined ? OFF : number(tcb.congestion.ssthresh)),
  rto: sending((tcb) => time(tcb.rto)),
  srtt: (tcb) => (tcb.srtt === undefined ? OFF : time(tcb.srtt)),
  'timer.retransmit': timer('retransmit'),
  'timer.persist': timer('persist'),
  'timer.timewait': timer('timewait'),
  'timer.delayedack': timer('delayedack'),
};

/** What outlives the connection. */
const OF_PEER: Readonly<Partial<Record<PeerField, (peer: TcpPeer) => Value>>> = {
  state: (peer) => ({ kind: 'state', value: stateOf(peer.endpoint) }),
  previous: (peer) => ({ kind: 'state', value: peer.endpoint.history.previous }),
  error: (peer) => text(peer.endpoint.history.error),
  sent: (peer) => number(peer.endpoint.history.sent),
  acked: (peer) => number(peer.endpoint.history.acked),
  received: (peer) => number(peer.endpoint.history.received),
  readable: (peer) => number(byteLength(peer.endpoint.tcb?.readable ?? [])),
  retransmits: (peer) => number(peer.endpoint.history.retransmits),
  data: (peer) => text(decode(byteString(peer.endpoint.history.data))),
};

/** The value of `PEER.field` now. */
export function readVariable(world: World, index: PeerIndex, field: PeerField): Value {
  const peer = tcpPeer(world, index);
  const ofPeer = OF_PEER[field];
  if (ofPeer !== undefined) return ofPeer(peer);
  const { tcb } = peer.endpoint;
  const reader = OF_TCB[field];
  if (reader === undefined) throw new Error(`No peer has a variable ${field}.`);
  if (tcb === undefined) return OFF;
  return reader(tcb, { world, peer, own: peer.base, other: world.peers[otherPeer(index)].base });
}

const UTF_8 = new TextDecoder('utf-8', { fatal: true });

/** Bytes as the text they are in UTF-8, or one character for each byte where they are none. */
function decode(bytes: string): string {
  try {
    return UTF_8.decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)));
  } catch {
    return bytes;
  }
}

/** The variables that the trace follows. Text is not among them: it would be kept twice. */
const FOLLOWED = PEER_FIELDS.filter((field) => field !== 'data' && field !== 'previous' && field !== 'error');

/** A value as the trace shows it. */
function shown(value: Value, world: World, field: PeerField): Shown {
  switch (value.kind) {
    case 'off':
      return 'off';
    case 'sequence':
      return value.base === 0 ? value.value : relative((value.base ?? 0) as Seq, value.value as Seq);
    case 'truth':
      return String(value.value);
    case 'time':
      // A timer is followed by the moment it is due: what is left of it changes all the time.
      return field.startsWith('timer.') ? world.time + value.value : value.value;
    default:
      return value.value;
  }
}

/** The followed variables of a peer that differ between two worlds. */
export function changes(before: World, after: World, index: PeerIndex): Record<string, readonly [Shown, Shown]> {
  const changed: Record<string, readonly [Shown, Shown]> = {};
  for (const field of FOLLOWED) {
    const was = shown(readVariable(before, index, field), before, field);
    const is = shown(readVariable(after, index, field), after, field);
    if (was !== is) changed[field] = [was, is];
  }
  return changed;
}
