/**
 * An expression of the scenario language with every name resolved and every unit gone: what the simulation evaluates.
 * Durations are microseconds, percentages fractions.
 */
import type { State } from '../tcp/state';
import { TCB_VARIABLES } from '../tcp/variables';
import type { PeerIndex } from './program';

export type Value =
  | { readonly kind: 'number'; readonly value: number }
  /** A duration or a moment, in microseconds. */
  | { readonly kind: 'time'; readonly value: number }
  /** A sequence number of the header; `base` is what relative numbers count from, if there is a peer to count from. */
  | { readonly kind: 'sequence'; readonly value: number; readonly base: number | undefined }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'state'; readonly value: State }
  | { readonly kind: 'truth'; readonly value: boolean }
  /** A timer that is not running, a variable of a connection that does not exist. */
  | { readonly kind: 'off' };

/** What `PEER.` can be followed by. The language's vocabulary has one entry for each. */
export const PEER_FIELDS = ['state', 'previous', 'error', ...TCB_VARIABLES, 'data'] as const;
export type PeerField = (typeof PEER_FIELDS)[number];

export const CAPTURE_FIELDS = ['seq', 'ack', 'len', 'win', 'tsval', 'time'] as const;
export type CaptureField = (typeof CAPTURE_FIELDS)[number];

export type Comparison = '==' | '!=' | '<' | '<=' | '>' | '>=';
export type Arithmetic = '+' | '-' | '*';

export type Expression =
  | { readonly kind: 'constant'; readonly value: Value }
  /** `2msl`: that many times the larger MSL of the two peers. */
  | { readonly kind: 'msl'; readonly count: number }
  | { readonly kind: 'time' }
  | { readonly kind: 'wire-count' }
  | { readonly kind: 'let'; readonly name: string }
  | { readonly kind: 'capture'; readonly name: string; readonly field: CaptureField }
  | { readonly kind: 'peer'; readonly peer: PeerIndex; readonly field: PeerField }
  | { readonly kind: 'in-state'; readonly peer: PeerIndex; readonly states: readonly State[] }
  | { readonly kind: 'visited'; readonly peer: PeerIndex; readonly state: State }
  | { readonly kind: 'not'; readonly operand: Expression }
  | { readonly kind: 'negate'; readonly operand: Expression }
  | { readonly kind: 'and' | 'or'; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'compare'; readonly operator: Comparison; readonly left: Expression; readonly right: Expression }
  | {
      readonly kind: 'calculate';
      readonly operator: Arithmetic;
      readonly left: Expression;
      readonly right: Expression;
    };

/** A condition and how its author wrote it, for messages. */
export interface Condition {
  readonly expression: Expression;
  readonly source: string;
}
