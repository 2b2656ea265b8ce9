/**
 * The shape of the vocabulary: which words the language has, as unions, and what is said of each.
 *
 * The tables themselves stand in `vocabulary/`, one noun a file; each is keyed by its union, so a word without an entry
 * does not compile. Parser, formatter, completion, hover, the language reference and the TextMate grammar all read them.
 *
 * Rule 1: an entry says what people need in one plain sentence (`meaning`), in English, the key of its translation.
 * Rule 2: a word that this version understands but cannot do yet is in its table with `available: false`.
 */

export type StateName =
  | 'CLOSED'
  | 'LISTEN'
  | 'SYN_SENT'
  | 'SYN_RCVD'
  | 'ESTABLISHED'
  | 'FIN_WAIT_1'
  | 'FIN_WAIT_2'
  | 'CLOSE_WAIT'
  | 'CLOSING'
  | 'LAST_ACK'
  | 'TIME_WAIT';

export type FlagName = 'SYN' | 'ACK' | 'FIN' | 'RST' | 'PSH' | 'URG' | 'ECE' | 'CWR';

/** What stands for flags without being one. */
export type FlagWord = 'NONE' | 'DATA' | 'ANY';

/** `psh`, `ece` and `cwr` are written only as `psh=off`: the flag is not set. */
export type FieldName =
  | 'seq'
  | 'ack'
  | 'len'
  | 'win'
  | 'urg'
  | 'data'
  | 'mss'
  | 'wscale'
  | 'sackok'
  | 'sack'
  | 'tsval'
  | 'tsecr'
  | 'psh'
  | 'ece'
  | 'cwr';

export type Verb = 'listen' | 'connect' | 'send' | 'recv' | 'close' | 'abort' | 'status' | 'set' | 'crash';

export type OutcomeName = 'lost' | 'duplicated' | 'corrupted' | 'delayed' | 'overtaking' | 'held' | 'underway';

export type PeerOptionName =
  | 'iss'
  | 'mss'
  | 'window'
  | 'wscale'
  | 'sack'
  | 'timestamps'
  | 'nagle'
  | 'delayed-ack'
  | 'msl'
  | 'rto-initial'
  | 'rto-min'
  | 'rto-max'
  | 'syn-retries'
  | 'retries'
  | 'user-timeout'
  | 'keepalive'
  | 'congestion'
  | 'initial-window'
  | 'read'
  | 'challenge-ack'
  | 'rfc1337'
  | 'timewait-reuse'
  | 'syn-fin'
  | 'ecn'
  | 'profile';

export type NetworkOptionName = 'delay' | 'bandwidth' | 'mtu' | 'loss' | 'duplicate' | 'reorder' | 'corrupt' | 'seed';

/** What can follow `PEER.` in an expression. */
export type PeerFieldName =
  | 'state'
  | 'visited'
  | 'previous'
  | 'error'
  | 'iss'
  | 'irs'
  | 'snd.una'
  | 'snd.nxt'
  | 'snd.wnd'
  | 'snd.up'
  | 'snd.wl1'
  | 'snd.wl2'
  | 'rcv.nxt'
  | 'rcv.wnd'
  | 'rcv.up'
  | 'mss'
  | 'cwnd'
  | 'ssthresh'
  | 'rto'
  | 'srtt'
  | 'sent'
  | 'acked'
  | 'received'
  | 'readable'
  | 'retransmits'
  | 'data'
  | 'timer.retransmit'
  | 'timer.persist'
  | 'timer.timewait'
  | 'timer.delayedack';

/** What can follow the name of a segment (`... as d1`, then `d1.seq`). */
export type CaptureFieldName = 'seq' | 'ack' | 'len' | 'win' | 'tsval' | 'time';

/** What the scenario itself knows: `time`, `wire.count`. */
export type GlobalName = 'time' | 'wire.count';

/** The words a line can begin with. */
export type StatementWord =
  | 'scenario'
  | 'peer'
  | 'network'
  | 'let'
  | 'inject'
  | 'drop'
  | 'delay'
  | 'duplicate'
  | 'corrupt'
  | 'release'
  | 'replay'
  | 'wait'
  | 'run'
  | 'handshake'
  | 'expect'
  | 'always'
  | 'never'
  | 'finally'
  | 'note';

/** The words inside lines and expressions. */
export type ConnectiveWord =
  | 'scripted'
  | 'urgent'
  | 'all'
  | 'next'
  | 'by'
  | 'as'
  | 'until'
  | 'within'
  | 'no'
  | 'for'
  | 'and'
  | 'or'
  | 'not'
  | 'in'
  | 'off'
  | 'time'
  | 'wire';

/** A word with a fixed meaning, lower case: no peer, value or segment can have it as its name. */
export type Keyword = StatementWord | ConnectiveWord;

// ---------------------------------------------------------------- entries

export interface Entry<N extends string = string> {
  readonly name: N;
  /** One plain sentence. */
  readonly meaning: string;
  /** Where the standard says so: `RFC 9293, 3.10.1`. */
  readonly clause?: string;
  /** False: understood, but not possible in this version. */
  readonly available?: false;
}

export interface StateEntry extends Entry<StateName> {
  /** Other names that are accepted besides hyphens and any case; the formatter rewrites them. */
  readonly spellings: readonly string[];
  /** What `ss` and `netstat` call it on Linux. */
  readonly ss: string;
  readonly netstat: string;
}

export interface VerbEntry extends Entry<Verb> {
  /** As one writes it: `send 1000`, `send "text" [urgent]`. */
  readonly forms: readonly string[];
  /** The user call of RFC 9293, 3.9.1, if there is one. */
  readonly userCall?: string;
  /** The socket call that readers know, if there is one. */
  readonly sockets?: string;
  /** Words people try instead; they are suggested, not accepted. */
  readonly similar: readonly string[];
}

export interface FieldEntry extends Entry<FieldName> {
  /** As one writes it: `seq=1`, `seq=1..1461`. */
  readonly forms: readonly string[];
  /** What its value is; `flag`: only `=off`; `presence`: none, or `=off`. All but `flag` can be `off`. */
  readonly takes: 'sequence' | 'count' | 'text' | 'blocks' | 'presence' | 'flag';
}

export interface OutcomeEntry extends Entry<OutcomeName> {
  /** As one writes it: `duplicated`, `duplicated 3`. */
  readonly forms: readonly string[];
  readonly amount: 'none' | 'optional' | 'required';
}

export interface StatementEntry extends Entry<StatementWord> {
  /** The whole line, as one writes it. */
  readonly forms: readonly string[];
  readonly group: 'declaration' | 'segment' | 'time' | 'judgment' | 'remark';
}

export type ValueKind =
  | 'on-off'
  | 'size'
  | 'count'
  | 'duration'
  | 'duration or range'
  | 'percentage'
  | 'bandwidth'
  | 'word'
  | 'iss list';

/** One of the words an option can be set to. */
export interface Choice {
  readonly name: string;
  readonly meaning: string;
  readonly available?: false;
}

export interface OptionEntry<N extends string = string> extends Entry<N> {
  readonly value: ValueKind;
  /** True if `off` is possible where `value` alone does not say so. */
  readonly orOff?: true;
  /** As one would write it; `mtu - 40` for the one that is computed. */
  readonly default: string;
  /** For `word` and `on-off`. */
  readonly choices: readonly Choice[];
}

export interface ExpressionFieldEntry<N extends string = string> extends Entry<N> {
  /** What the value is: shown in hovers and tables. */
  readonly gives: string;
}
