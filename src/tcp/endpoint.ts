/**
 * One TCP: `(endpoint, stimulus, circumstances) -> (endpoint, what it did)`. A pure function; no clock, no randomness.
 */

import { arrive } from './arrival';
import { call } from './calls';
import type { Row } from './fsm';
import type { TcpOptions } from './options';
import { output } from './output';
import type { Segment } from './segment';
import type { Seq } from './seq';
import type { State } from './state';
import { copyHistory, copyTcb, type History, NO_HISTORY, type Tcb } from './tcb';
import { expire, type TimerName } from './timers';
import type { Observer, Outgoing, UserCall, Work } from './work';

export interface Endpoint {
  readonly options: TcpOptions;
  /** Undefined in CLOSED: there is no TCB. */
  readonly tcb: Tcb | undefined;
  readonly history: History;
}

export type Stimulus =
  | { readonly kind: 'call'; readonly call: UserCall }
  | { readonly kind: 'arrive'; readonly segment: Segment }
  | { readonly kind: 'timer'; readonly timer: TimerName };

export interface Circumstances {
  /** Simulated time in microseconds. */
  readonly now: number;
  /** Of the path to the other side. */
  readonly mtu: number;
  /** The initial sequence number of the next connection, if this stimulus opens one. */
  readonly nextIss: Seq;
}

export interface Reaction {
  readonly endpoint: Endpoint;
  /** The machine's rows that were taken, in order. */
  readonly rows: readonly Row[];
  readonly sends: readonly Outgoing[];
  /** What a call returned; undefined if it was refused. */
  readonly result: string | undefined;
  /** A refusal or a signal to the user, without `error: `. */
  readonly error: string | undefined;
  /** `nextIss` was used. */
  readonly issTaken: boolean;
}

export const newEndpoint = (options: TcpOptions): Endpoint => ({ options, tcb: undefined, history: NO_HISTORY });

export const stateOf = (endpoint: Endpoint): State => endpoint.tcb?.state ?? 'CLOSED';

/** Lets one thing happen to an endpoint. Throws only if this program is wrong. */
export function react(
  endpoint: Endpoint,
  stimulus: Stimulus,
  { now, mtu, nextIss }: Circumstances,
  observer?: Observer,
): Reaction {
  const work: Work = {
    now,
    mtu,
    nextIss,
    options: endpoint.options,
    issTaken: false,
    tcb: endpoint.tcb === undefined ? undefined : copyTcb(endpoint.tcb),
    history: copyHistory(endpoint.history),
    segment: stimulus.kind === 'arrive' ? stimulus.segment : undefined,
    call: stimulus.kind === 'call' ? stimulus.call : undefined,
    acknowledge: 'no',
    progress: false,
    result: undefined,
    error: undefined,
    rows: [],
    sends: [],
    observer,
  };
  if (stimulus.kind === 'call') call(work);
  else if (stimulus.kind === 'arrive') arrive(work);
  else expire(work, stimulus.timer);
  observer?.(work.rows.length, work.tcb);
  output(work);
  return {
    endpoint: { options: endpoint.options, tcb: work.tcb, history: work.history },
    rows: work.rows,
    sends: work.sends,
    result: work.result,
    error: work.error,
    issTaken: work.issTaken,
  };
}
