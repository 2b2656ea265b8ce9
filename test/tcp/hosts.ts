/**
 * One TCP in each state, each made from the one before by what its application or the other side does.
 *
 * Both initial sequence numbers lie just below 2^32, so that everything here crosses the wrap. Numbers in the tests are
 * relative: 0 is the SYN. From ESTABLISHED on the host has 10 bytes outstanding (1 to 10) and has received 10.
 */
import { type Bytes, patternBytes } from '../../src/tcp/bytes';
import {
  type Circumstances,
  type Endpoint,
  newEndpoint,
  type Reaction,
  react,
  type Stimulus,
} from '../../src/tcp/endpoint';
import { DEFAULT_OPTIONS, type TcpOptions } from '../../src/tcp/options';
import { FLAG, type Flag, type Segment, type SegmentOptions } from '../../src/tcp/segment';
import { advance, seq } from '../../src/tcp/seq';
import type { State } from '../../src/tcp/state';
import type { Tcb } from '../../src/tcp/tcb';
import type { TimerName } from '../../src/tcp/timers';
import type { UserCall } from '../../src/tcp/work';

/** The host's initial sequence number and the remote's. */
export const ISS = seq(2 ** 32 - 6);
export const IRS = seq(2 ** 32 - 4);

export const NOW: Circumstances = { now: 0, mtu: 1500, nextIss: ISS };

interface Fields {
  readonly seq?: number;
  readonly ack?: number;
  readonly win?: number;
  readonly urg?: number;
  /** Bytes of the remote's pattern, its first the one after the SYN. */
  readonly len?: number;
  readonly text?: Bytes;
  readonly options?: SegmentOptions;
}

/** A segment from the remote: `segment('SYN+ACK', { seq: 0, ack: 1 })`, numbers relative. */
export function segment(flags: string, fields: Fields = {}): Segment {
  const { seq: number = 0, ack = 0, win = 1000, urg = 0, len = 0, options = {} } = fields;
  const bits = flagsOf(flags);
  const first = bits & FLAG.SYN ? number : number - 1;
  return {
    flags: bits,
    seq: advance(IRS, number),
    ack: bits & FLAG.ACK ? advance(ISS, ack) : seq(0),
    win,
    urg,
    options,
    text: fields.text ?? patternBytes(first, len),
  };
}

function flagsOf(names: string): number {
  if (names === 'NONE') return 0;
  return names.split('+').reduce((bits, name) => bits | FLAG[name as Flag], 0);
}

export const arrives = (flags: string, fields: Fields = {}): Stimulus => ({
  kind: 'arrive',
  segment: segment(flags, fields),
});
export const calls = (kind: Exclude<UserCall['kind'], 'SEND' | 'RECEIVE'>): Stimulus => ({
  kind: 'call',
  call: { kind },
});
/** `at`: the number of its first byte in the stream. */
export const sends = (amount: number, at = 0): Stimulus => ({
  kind: 'call',
  call: { kind: 'SEND', text: patternBytes(at, amount), urgent: false },
});
export const receives = (amount: number): Stimulus => ({ kind: 'call', call: { kind: 'RECEIVE', amount } });
export const expires = (timer: TimerName): Stimulus => ({ kind: 'timer', timer });

/** What the last of the stimuli made the host do; all of them happen at `now`. */
export function reactionOf(endpoint: Endpoint, stimuli: readonly Stimulus[], now = 0): Reaction {
  let reaction: Reaction | undefined;
  let host = endpoint;
  for (const stimulus of stimuli) {
    reaction = react(host, stimulus, { ...NOW, now });
    host = reaction.endpoint;
  }
  if (reaction === undefined) throw new Error('A host reacts to something.');
  return reaction;
}

/** The host after the stimuli. */
export const after = (endpoint: Endpoint, ...stimuli: readonly Stimulus[]): Endpoint =>
  reactionOf(endpoint, stimuli).endpoint;

/** The TCB of a host that has one. */
export function tcbOf({ tcb }: Endpoint): Tcb {
  if (tcb === undefined) throw new Error('This host has no TCB.');
  return tcb;
}

const OPTIONS: TcpOptions = { ...DEFAULT_OPTIONS, window: 1000 };

/** The states, SYN_RCVD in both its kinds (MUST-11). */
export type Place = Exclude<State, 'SYN_RCVD'> | 'SYN_RCVD, passive' | 'SYN_RCVD, active';

/** A host in each state. */
export function hosts(options: Partial<TcpOptions> = {}): Readonly<Record<Place, Endpoint>> {
  const closed = newEndpoint({ ...OPTIONS, ...options });
  const listen = after(closed, calls('passive OPEN'));
  const synSent = after(closed, calls('active OPEN'));
  const passive = after(listen, arrives('SYN'));
  const active = after(synSent, arrives('SYN'));
  const open = after(passive, arrives('ACK', { seq: 1, ack: 1 }));
  const established = after(open, sends(10), arrives('ACK', { seq: 1, ack: 1, len: 10 }));
  const finWait1 = after(established, calls('CLOSE'));
  const finWait2 = after(finWait1, arrives('ACK', { seq: 11, ack: 12 }));
  const closeWait = after(established, arrives('FIN+ACK', { seq: 11, ack: 1 }));
  const closing = after(finWait1, arrives('FIN+ACK', { seq: 11, ack: 1 }));
  const lastAck = after(closeWait, calls('CLOSE'));
  const timeWait = after(finWait2, arrives('FIN+ACK', { seq: 11, ack: 12 }));
  return {
    CLOSED: closed,
    LISTEN: listen,
    SYN_SENT: synSent,
    'SYN_RCVD, passive': passive,
    'SYN_RCVD, active': active,
    ESTABLISHED: established,
    FIN_WAIT_1: finWait1,
    FIN_WAIT_2: finWait2,
    CLOSE_WAIT: closeWait,
    CLOSING: closing,
    LAST_ACK: lastAck,
    TIME_WAIT: timeWait,
  };
}
