/**
 * The tree of a scenario file.
 *
 * Rule 1: a line is parsed by itself, so its tree knows columns and no line number: the same text gives the same
 *         (shared) tree wherever it stands, and an edit re-parses only the lines that changed.
 * Rule 2: every node carries the range of its characters in the line, `[start, end)` in UTF-16 units.
 * Rule 3: a line that cannot be understood is a `broken` statement; it never damages another line.
 */
import type { Diagnostic } from './diagnostics';
import type { FieldName, FlagName, StateName, Verb } from './vocabulary';

export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A word as it was written: a name, a keyword, an option. */
export interface Word extends Range {
  readonly text: string;
}

/** A word that stands for one of the vocabulary's, with the canonical spelling found for it (undefined if unknown). */
export interface Term<T extends string> extends Word {
  readonly value: T | undefined;
}

export interface Document {
  readonly lines: readonly Line[];
  /** How the file ends its lines; `\n` if it does so in more than one way. */
  readonly newline: '\n' | '\r\n' | '\r';
}

export interface Line {
  readonly text: string;
  readonly statement: Statement;
  /** The comment with its `#`, if there is one. */
  readonly comment: Word | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

export interface Direction extends Range {
  readonly from: Word;
  readonly to: Word;
}

// ---------------------------------------------------------------- statements

export type Statement =
  | Blank
  | Broken
  | ScenarioLine
  | PeerLine
  | NetworkLine
  | LetLine
  | ChapterLine
  | CallLine
  | SegmentLine
  | InjectLine
  | RuleLine
  | ReleaseLine
  | ReplayLine
  | WaitLine
  | WaitUntilLine
  | RunLine
  | HandshakeLine
  | ExpectLine
  | ExpectNoLine
  | WatchLine
  | NeverSegmentLine
  | NoteLine;

export type StatementKind = Statement['kind'];

/** Nothing, or a comment alone. */
export interface Blank extends Range {
  readonly kind: 'blank';
}
/** Text that is no statement; the line's diagnostics say why. */
export interface Broken extends Range {
  readonly kind: 'broken';
}
export interface ScenarioLine extends Range {
  readonly kind: 'scenario';
  readonly title: Text;
}
export interface PeerLine extends Range {
  readonly kind: 'peer';
  readonly name: Word;
  readonly address: Word | undefined;
  readonly scripted: Word | undefined;
  readonly options: readonly OptionNode[];
}
export interface NetworkLine extends Range {
  readonly kind: 'network';
  readonly direction: Direction | undefined;
  readonly options: readonly OptionNode[];
}
export interface LetLine extends Range {
  readonly kind: 'let';
  readonly name: Word;
  readonly value: Expression;
}
export interface ChapterLine extends Range {
  readonly kind: 'chapter';
  readonly title: Word;
}
export interface CallLine extends Range {
  readonly kind: 'call';
  readonly peer: Word;
  readonly verb: Term<Verb>;
  /** `send 1000`, `send "text"`, `recv 100`. `recv all` and verbs without an amount have none. */
  readonly amount: Expression | undefined;
  readonly urgent: Word | undefined;
  /** The options of `set`; empty for every other verb. */
  readonly options: readonly OptionNode[];
}
export interface SegmentLine extends Range {
  readonly kind: 'segment';
  readonly direction: Direction;
  readonly pattern: Pattern;
  readonly outcome: Outcome | undefined;
  readonly capture: Word | undefined;
}
export interface InjectLine extends Range {
  readonly kind: 'inject';
  readonly direction: Direction;
  readonly pattern: Pattern;
  readonly capture: Word | undefined;
}
export type RuleAction = 'drop' | 'delay' | 'duplicate' | 'corrupt';
export interface RuleLine extends Range {
  readonly kind: 'rule';
  readonly action: RuleAction;
  /** `next` without a number is 1; `all` is undefined. */
  readonly count: Expression | 'next' | 'all';
  readonly direction: Direction;
  readonly pattern: Pattern;
  /** `by 200ms`, for `delay`. */
  readonly by: Expression | undefined;
}
export interface ReleaseLine extends Range {
  readonly kind: 'release';
  readonly capture: Word;
}
export interface ReplayLine extends Range {
  readonly kind: 'replay';
  readonly capture: Word;
}
export interface WaitLine extends Range {
  readonly kind: 'wait';
  readonly duration: Expression;
}
export interface WaitUntilLine extends Range {
  readonly kind: 'wait-until';
  readonly condition: Expression;
  readonly within: Expression | undefined;
}
export interface RunLine extends Range {
  readonly kind: 'run';
}
export interface HandshakeLine extends Range {
  readonly kind: 'handshake';
  readonly direction: Direction;
}
export interface ExpectLine extends Range {
  readonly kind: 'expect';
  readonly condition: Expression;
}
export interface ExpectNoLine extends Range {
  readonly kind: 'expect-no';
  readonly direction: Direction;
  readonly pattern: Pattern;
  readonly during: Expression | undefined;
}
/** `always`, `never` and `finally` with a condition. */
export interface WatchLine extends Range {
  readonly kind: 'always' | 'never' | 'finally';
  readonly condition: Expression;
}
export interface NeverSegmentLine extends Range {
  readonly kind: 'never-segment';
  readonly direction: Direction;
  readonly pattern: Pattern;
}
export interface NoteLine extends Range {
  readonly kind: 'note';
  readonly peer: Word | undefined;
  readonly text: Text;
}

// ---------------------------------------------------------------- options

/** `mss=1460`, `iss=300,400`, `delay=10ms..50ms`, `congestion=reno`. A bare word has no values. */
export interface OptionNode extends Range {
  readonly name: Word;
  readonly values: readonly OptionValue[];
}
export type OptionValue =
  | NumberLiteral
  | DurationLiteral
  | MslLiteral
  | PercentageLiteral
  | AbsoluteLiteral
  | OptionWord
  | OptionRange;
export interface OptionWord extends Word {
  readonly kind: 'word';
}
export interface OptionRange extends Range {
  readonly kind: 'range';
  readonly from: DurationLiteral;
  readonly to: DurationLiteral;
}

// ---------------------------------------------------------------- segments

/** What a segment line says of its segment. Without flags (`expect no A -> B`) any flags match. */
export interface Pattern extends Range {
  readonly flags: Flags | undefined;
  readonly fields: readonly FieldNode[];
}
export interface Flags extends Range {
  /** `exact`: the flags written (none for `NONE`); `data`: `DATA`; `any`: `ANY`. */
  readonly kind: 'exact' | 'data' | 'any';
  readonly names: readonly Term<FlagName>[];
}
export interface FieldNode extends Range {
  readonly name: Term<FieldName>;
  readonly value: FieldValue;
}
export type FieldValue =
  | { readonly kind: 'present' }
  | { readonly kind: 'absent'; readonly start: number; readonly end: number }
  | { readonly kind: 'value'; readonly value: Expression }
  | SequenceRange
  | { readonly kind: 'blocks'; readonly blocks: readonly SequenceRange[] };
/** `1..1461`: the first number and the one after the last. */
export interface SequenceRange extends Range {
  readonly kind: 'range';
  readonly from: Expression;
  readonly to: Expression;
}

export type OutcomeKind = 'lost' | 'duplicated' | 'corrupted' | 'delayed' | 'overtaking' | 'held' | 'underway';
export interface Outcome extends Range {
  readonly kind: OutcomeKind;
  /** How often for `duplicated`, how long for `delayed`. */
  readonly amount: Expression | undefined;
}

// ---------------------------------------------------------------- expressions

export type Expression =
  | NumberLiteral
  | DurationLiteral
  | MslLiteral
  | PercentageLiteral
  | AbsoluteLiteral
  | Text
  | Off
  | Name
  | Field
  | InState
  | Visited
  | Unary
  | Binary
  | BrokenExpression;

/** `1460`, `0x5b4`, `64KiB`. */
export interface NumberLiteral extends Range {
  readonly kind: 'number';
  readonly value: number;
}
/** `200ms`, in microseconds. */
export interface DurationLiteral extends Range {
  readonly kind: 'duration';
  readonly microseconds: number;
}
/** `2msl`: a multiple of the larger MSL of the two peers. */
export interface MslLiteral extends Range {
  readonly kind: 'msl';
  readonly count: number;
}
/** `1%`, as a fraction. */
export interface PercentageLiteral extends Range {
  readonly kind: 'percentage';
  readonly fraction: number;
}
/** `#305419896`: a sequence number as it is in the header. */
export interface AbsoluteLiteral extends Range {
  readonly kind: 'absolute';
  readonly value: number;
}
export interface Text extends Range {
  readonly kind: 'text';
  readonly value: string;
}
export interface Off extends Range {
  readonly kind: 'off';
}
/** A word by itself: `time`, a name from `let`, or a state (`client.state == TIME_WAIT`). */
export interface Name extends Word {
  readonly kind: 'name';
}
/** `client.snd.nxt`, `d1.seq`, `wire.count`. */
export interface Field extends Range {
  readonly kind: 'field';
  readonly owner: Word;
  /** The part after the owner, dots included: `snd.nxt`. */
  readonly name: Word;
}
/** `client ESTABLISHED`, `client in FIN_WAIT_1, FIN_WAIT_2`. */
export interface InState extends Range {
  readonly kind: 'in-state';
  readonly peer: Word;
  readonly states: readonly Term<StateName>[];
}
/** `client.visited CLOSING`. */
export interface Visited extends Range {
  readonly kind: 'visited';
  readonly peer: Word;
  readonly state: Term<StateName>;
}
export interface Unary extends Range {
  readonly kind: 'unary';
  readonly operator: 'not' | '-';
  readonly operand: Expression;
}
export type BinaryOperator = '==' | '!=' | '<' | '<=' | '>' | '>=' | 'and' | 'or' | '+' | '-' | '*';
export interface Binary extends Range {
  readonly kind: 'binary';
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
}
/** An expression that could not be read; a diagnostic says why. */
export interface BrokenExpression extends Range {
  readonly kind: 'broken-expression';
}
