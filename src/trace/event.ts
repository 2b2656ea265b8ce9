/**
 * What happened. One event is one stimulus and everything it causes at that peer in that instant, or one thing on the
 * wire or in the script. It is the only thing that checks, the debugger, the panel and the exporters know of a run.
 *
 * Rule 1: an event is plain data and holds nothing of the engine; `JSON.stringify` of what `json.ts` makes of it is
 *         the public form (docs/trace.md).
 * Rule 2: sequence numbers are relative (`seq`, `ack`, `changes`), with the header's own beside them (`absSeq`).
 * Rule 3: times are whole microseconds from the scenario's start.
 */
import type { Row } from '../tcp/fsm';
import type { TimerName } from '../tcp/timers';
import type { Sentence, Words } from '../words/sentence';

export type EventKind =
  /** The application's call. A scripted peer's segment is the call `script`. */
  | 'call'
  | 'arrive'
  | 'timer'
  /** On the wire: never arrives; arrives with a wrong checksum; stays off the wire; is due later; is only looked at; is put back. */
  | 'lost'
  | 'discard'
  | 'held'
  | 'delayed'
  | 'underway'
  | 'released'
  /** In the script. `wait` is the end of a time in which nothing else happened last. */
  | 'note'
  | 'expect'
  | 'rule'
  | 'wait'
  | 'fork';

export interface TraceSegment {
  /** Counts the segments of a run from 1; a duplicate has the id of the first. */
  readonly id: number;
  readonly from: string;
  readonly to: string;
  /** `SYN+ACK`. */
  readonly flags: string;
  readonly seq: number;
  /** Undefined without ACK. */
  readonly ack: number | undefined;
  /** In bytes, scaled. */
  readonly win: number;
  readonly len: number;
  /** SEG.UP; undefined without URG. */
  readonly urg: number | undefined;
  readonly options: {
    readonly mss?: number;
    readonly wscale?: number;
    readonly sackok?: true;
    /** Relative, `[first, one after the last]`. */
    readonly sack?: readonly (readonly [number, number])[];
    readonly tsval?: number;
    readonly tsecr?: number;
  };
  readonly absSeq: number;
  readonly absAck: number | undefined;
  /** The text, one character a byte, when its author wrote it as `"..."`; undefined for the fixed pattern. */
  readonly data: string | undefined;
  /** The event that sent it; undefined for an injected segment. */
  readonly sent: number | undefined;
  /** When it was sent. */
  readonly sentAt: number;
  /** When it is to arrive. */
  readonly due: number;
  /** True if it repeats sequence numbers that were sent before. */
  readonly retransmission: boolean;
}

/** A variable of the TCB as the trace shows it: a number, a text, `off` where there is none. */
export type Shown = number | string;

export interface TraceEvent {
  /** Counts from 1. */
  readonly n: number;
  readonly time: number;
  /** 1-based line of the statement being executed. */
  readonly line: number;
  readonly kind: EventKind;
  /** Where it happens; undefined on the wire and for a note without a peer. */
  readonly peer: string | undefined;
  /** `listen`, `connect`, `send 100` ... as the author wrote it. */
  readonly call: string | undefined;
  readonly timer: TimerName | undefined;
  /** What the call returned, in the RFC's words: `ok`, `state = LISTEN`. Undefined if refused. */
  readonly result: string | undefined;
  /** What a refused call or a signal to the user said, after `error: `. */
  readonly error: string | undefined;
  readonly segment: TraceSegment | undefined;
  readonly rows: readonly Row[];
  readonly sends: readonly TraceSegment[];
  /** Variables of this peer's TCB that changed, `[before, after]`. Timers as the moment they are due, or `off`. */
  readonly changes: Readonly<Record<string, readonly [Shown, Shown]>>;
  /** The event that caused this one. */
  readonly cause: number | undefined;
  /** For `note`, `rule` and what happens on the wire: one sentence that tells it. */
  readonly text: Sentence | undefined;
  /** For `expect` and for a segment line that failed. */
  readonly judgment: Judgment | undefined;
  /** What `always` and `never` ask and this event broke. */
  readonly violations: readonly Judgment[];
}

export interface Judgment {
  readonly ok: boolean;
  /** The line that is judged; for `always`, `never` and `finally` not the one being executed. */
  readonly line: number;
  /** One sentence that says what failed (or held). */
  readonly message: Sentence;
  readonly expected: Words;
  readonly actual: Words;
  /** The columns of the line that are to blame, if it is not the whole statement. */
  readonly blame: readonly (readonly [start: number, end: number])[];
  /** What waits on the wire, the likely cause, a way out: one sentence each. Empty if it held. */
  readonly hints: readonly Sentence[];
  /** What is on the wire, next to arrive first. Empty if it held. */
  readonly wire: readonly TraceSegment[];
}
