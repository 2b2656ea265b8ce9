/**
 * What a scenario asks for, resolved: peers are indices, options are complete, expressions are lowered.
 *
 * Rule: a program comes from a file without errors, so nothing below this floor meets a name it does not know.
 */
import type { TcpOptions } from '../tcp/options';
import type { Flags, SegmentOptions } from '../tcp/segment';
import type { Condition, Expression } from './expression';

/** Which of the two peers, in the order of declaration. */
export type PeerIndex = 0 | 1;
export const otherPeer = (peer: PeerIndex): PeerIndex => (peer === 0 ? 1 : 0);

export interface Program {
  readonly scenarios: readonly Scenario[];
}

export interface Scenario {
  readonly name: string;
  /** 1-based line of its `scenario` line; 1 for a file without one. */
  readonly line: number;
  readonly peers: readonly [Peer, Peer];
  /** The path from peer 0 to peer 1, and back. */
  readonly paths: readonly [Path, Path];
  readonly seed: number;
  readonly chapters: readonly Chapter[];
  readonly statements: readonly Statement[];
}

export interface Chapter {
  readonly title: string;
  readonly line: number;
}

export interface Peer {
  readonly name: string;
  /** As it was declared: `10.0.0.1:49152`, `:80`. */
  readonly address: string | undefined;
  /** `scripted` runs no TCP: segment lines make its segments. */
  readonly kind: 'tcp' | 'scripted';
  /** One for each connection in turn, the last repeated. `random` draws from the seed. */
  readonly iss: readonly (number | 'random')[];
  readonly options: TcpOptions;
  /** The options that a scripted peer's `peer` line gives, for its half of a `handshake`. */
  readonly announced: SegmentOptions;
}

/** One direction of the network. */
export interface Path {
  /** Microseconds; a range draws from the seed. */
  readonly delay: { readonly from: number; readonly to: number };
  /** Bits a second; undefined: without limit. */
  readonly bandwidth: number | undefined;
  readonly mtu: number;
  /** Fractions from 0 to 1. */
  readonly loss: number;
  readonly duplicate: number;
  readonly reorder: number;
  readonly corrupt: number;
}

// ---------------------------------------------------------------- statements

/** A statement stands on a line, 1-based; every one is a stop of the debugger, but for `let`. */
export type Statement = { readonly line: number } & (
  | { readonly kind: 'let'; readonly name: string; readonly value: Expression }
  | { readonly kind: 'network'; readonly changes: readonly PathChange[]; readonly seed: number | undefined }
  | { readonly kind: 'call'; readonly peer: PeerIndex; readonly call: Call }
  | {
      readonly kind: 'segment';
      readonly segment: SegmentPattern;
      readonly outcome: Outcome;
      readonly capture: string | undefined;
    }
  | { readonly kind: 'inject'; readonly segment: SegmentPattern; readonly capture: string | undefined }
  | { readonly kind: 'rule'; readonly rule: Rule }
  | { readonly kind: 'release' | 'replay'; readonly capture: string }
  | { readonly kind: 'wait'; readonly duration: Expression; readonly source: string }
  | { readonly kind: 'wait-until'; readonly condition: Condition; readonly within: Expression | undefined }
  | { readonly kind: 'run' }
  | { readonly kind: 'handshake'; readonly from: PeerIndex; readonly to: PeerIndex }
  | { readonly kind: 'expect'; readonly condition: Condition }
  | { readonly kind: 'always' | 'never' | 'finally'; readonly condition: Condition }
  | { readonly kind: 'expect-no'; readonly segment: SegmentPattern; readonly during: Expression | undefined }
  | { readonly kind: 'never-segment'; readonly segment: SegmentPattern }
  | { readonly kind: 'note'; readonly peer: PeerIndex | undefined; readonly text: string }
);
export type StatementKind = Statement['kind'];
export type StatementOf<K extends StatementKind> = Extract<Statement, { readonly kind: K }>;

/** What changes on the path from `from`; what is undefined stays. */
export interface PathChange {
  readonly from: PeerIndex;
  readonly path: Partial<Path>;
}

export type Call =
  | { readonly verb: 'listen' | 'connect' | 'close' | 'abort' | 'status' }
  | { readonly verb: 'crash' }
  | { readonly verb: 'send'; readonly amount: Expression; readonly urgent: boolean }
  | { readonly verb: 'recv'; readonly amount: Expression | 'all' }
  | {
      readonly verb: 'set';
      readonly options: Partial<TcpOptions>;
      readonly iss: Peer['iss'] | undefined;
      /** As its author wrote it: `set mss=536 nagle=off`. */
      readonly source: string;
    };

/** A segment line's outcome; amounts are evaluated when the line runs. */
export type Outcome =
  | { readonly kind: 'arrives' | 'lost' | 'corrupted' | 'overtaking' | 'held' | 'underway' }
  | { readonly kind: 'duplicated'; readonly times: Expression | undefined }
  | { readonly kind: 'delayed'; readonly by: Expression };

export interface Rule {
  readonly action: 'drop' | 'delay' | 'duplicate' | 'corrupt';
  /** How many segments it acts on; `all` without end. */
  readonly count: Expression | 'all';
  readonly segment: SegmentPattern;
  /** For `delay`. */
  readonly by: Expression | undefined;
}

/** What a segment line says of a segment: compared with one that was sent, or made into one by a scripted sender. */
export interface SegmentPattern {
  readonly from: PeerIndex;
  readonly to: PeerIndex;
  /** As its author wrote it, from the flags on: `SYN+ACK seq=0 ack=1`. */
  readonly source: string;
  readonly flags: FlagPattern;
  readonly fields: readonly FieldPattern[];
}

export type FlagPattern =
  /** SYN, ACK, FIN, RST and URG exactly as in `flags`; PSH, ECE and CWR only if in `compared`. */
  | { readonly kind: 'exact'; readonly flags: Flags; readonly compared: Flags }
  /** Any segment with text (`DATA`). */
  | { readonly kind: 'data'; readonly flags: Flags; readonly compared: Flags }
  /** Any segment (`ANY`, or no flags written). */
  | { readonly kind: 'any'; readonly flags: Flags; readonly compared: Flags };

export type NumericField = 'seq' | 'ack' | 'len' | 'win' | 'urg' | 'mss' | 'wscale' | 'tsval' | 'tsecr';

/** One `field=value`; `start` and `end` are its columns in the line. */
export type FieldPattern = { readonly start: number; readonly end: number } & (
  | { readonly kind: 'number'; readonly name: NumericField; readonly value: Expression }
  | { readonly kind: 'data'; readonly value: Expression }
  | { readonly kind: 'sackok' }
  | { readonly kind: 'sack'; readonly blocks: readonly { readonly from: Expression; readonly to: Expression }[] }
  | { readonly kind: 'absent'; readonly name: NumericField | 'sackok' | 'sack' | 'data' }
);
