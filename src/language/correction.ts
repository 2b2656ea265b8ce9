/**
 * A segment line as it should read, given the segment that was sent.
 *
 * Rule 1: what does not differ stays as its author wrote it: the spelling, the outcome, the name, the comment.
 * Rule 2: only what was written is corrected, but for a length: an unwritten one is 0, so text has to be mentioned.
 */
import { printStatement } from './printer-statements';
import type { Expression, FieldNode, FieldValue, Flags, Line, SegmentLine } from './tree';
import type { FieldName, FlagName } from './vocabulary';
import { flagNamed } from './vocabulary/flags';

/** What a correction must know of a segment; those of the trace are such. Numbers are relative but for `abs...`. */
export interface SentSegment {
  /** `SYN+ACK`; `NONE` without any. */
  readonly flags: string;
  readonly seq: number;
  readonly ack: number | undefined;
  readonly win: number;
  readonly len: number;
  readonly urg: number | undefined;
  readonly options: {
    readonly mss?: number;
    readonly wscale?: number;
    readonly sackok?: true;
    readonly sack?: readonly (readonly [number, number])[];
    readonly tsval?: number;
    readonly tsecr?: number;
  };
  readonly absSeq: number;
  readonly absAck: number | undefined;
  /** The text, one character a byte; undefined if it is not the author's. */
  readonly data: string | undefined;
}

/** The line, without indentation. `differing` names what differs: `flags`, and fields. */
export function correctedLine(line: Line, sent: SentSegment, differing: ReadonlySet<string>): string {
  const { statement } = line;
  if (statement.kind !== 'segment') throw new Error('Only a segment line is corrected.');
  const { cells } = printStatement(corrected(statement, sent, differing), line.text);
  return [...cells, ...(line.comment ? [line.comment.text] : [])].join('  ');
}

function corrected(line: SegmentLine, sent: SentSegment, differing: ReadonlySet<string>): SegmentLine {
  const { pattern } = line;
  const flags = pattern.flags && correctedFlags(pattern.flags, sent, differing);
  const kept = pattern.fields.filter(({ name }) => !deniesSetFlag(name.value, sent));
  const rangeNeeded = differing.has('len') && flags?.kind === 'exact' && !kept.some(saysLength);
  const fields = kept.flatMap((field) => correctedField(field, sent, differing, rangeNeeded, flags?.kind === 'exact'));
  const mentioned = !rangeNeeded || fields.some(saysLength) || sent.len === 0;
  return {
    ...line,
    pattern: { ...pattern, flags, fields: mentioned ? fields : [...fields, numeric('len', sent.len)] },
  };
}

// ---------------------------------------------------------------- flags

/** The flags that are compared only when they are written. */
const OPTIONAL: ReadonlySet<string> = new Set(['PSH', 'ECE', 'CWR']);

const flagsOf = (sent: SentSegment): readonly FlagName[] =>
  sent.flags.split('+').flatMap((name) => flagNamed(name) ?? []);

function correctedFlags(flags: Flags, sent: SentSegment, differing: ReadonlySet<string>): Flags {
  const noText = flags.kind === 'data' && sent.len === 0;
  if (!differing.has('flags') && !noText) return flags;
  const written = new Set<string>(flags.names.map(({ text, value }) => value ?? text));
  const set = flagsOf(sent);
  const kind = noText ? 'exact' : flags.kind;
  const names = set.filter((name) => written.has(name) || (kind === 'exact' && !OPTIONAL.has(name)));
  return { ...flags, kind, names: names.map((value) => ({ text: value, value, start: 0, end: 0 })) };
}

/** `psh=off` of a segment that has PSH. */
const deniesSetFlag = (name: FieldName | undefined, sent: SentSegment): boolean =>
  flagsOf(sent).some((flag) => OPTIONAL.has(flag) && flag.toLowerCase() === name);

// ---------------------------------------------------------------- fields

const saysLength = ({ name, value }: FieldNode): boolean =>
  name.value === 'len' || (name.value === 'data' && value.kind === 'value') || isRange(name.value, value);

const isRange = (name: FieldName | undefined, value: FieldValue): boolean => name === 'seq' && value.kind === 'range';

function correctedField(
  field: FieldNode,
  sent: SentSegment,
  differing: ReadonlySet<string>,
  rangeNeeded: boolean,
  exact: boolean,
): readonly FieldNode[] {
  const name = field.name.value;
  if (name === undefined) return [field];
  const range = isRange(name, field.value);
  if (name === 'seq' && (differing.has('seq') || ((range || rangeNeeded) && differing.has('len')))) {
    return [sequenceField(field, sent, range || rangeNeeded)];
  }
  if (!differing.has(name)) return [field];
  switch (name) {
    case 'seq':
    case 'psh':
    case 'ece':
    case 'cwr':
      return [field];
    case 'ack': {
      if (sent.ack === undefined || sent.absAck === undefined) return [];
      return [withValue(field, isAbsolute(field.value) ? absolute(sent.absAck) : number(sent.ack))];
    }
    case 'len':
      return sent.len === 0 && exact ? [] : [numeric('len', sent.len)];
    case 'win':
      return [numeric('win', sent.win)];
    case 'urg':
      return sent.urg === undefined ? [] : [numeric('urg', sent.urg)];
    case 'data':
      return dataField(field, sent, exact);
    case 'sackok':
      return [{ ...field, value: sent.options.sackok ? { kind: 'present' } : ABSENT }];
    case 'sack': {
      const blocks = (sent.options.sack ?? []).map(([from, to]) => rangeOf(number(from), number(to)));
      return [{ ...field, value: blocks.length === 0 ? ABSENT : { kind: 'blocks', blocks } }];
    }
    default: {
      const value = sent.options[name];
      return [value === undefined ? { ...field, value: ABSENT } : numeric(name, value)];
    }
  }
}

/** `seq=1..1461` for text if the line gives its length here, `seq=1` otherwise. */
function sequenceField(field: FieldNode, sent: SentSegment, range: boolean): FieldNode {
  const isHeader = isAbsolute(field.value);
  const from = isHeader ? absolute(sent.absSeq) : number(sent.seq);
  if (!range || sent.len === 0) return withValue(field, from);
  const to = isHeader ? absolute((sent.absSeq + sent.len) % 2 ** 32) : number(sent.seq + sent.len);
  return { ...field, value: rangeOf(from, to) };
}

/** The text itself if it can be written, else its length. */
function dataField(field: FieldNode, sent: SentSegment, exact: boolean): readonly FieldNode[] {
  if (sent.len === 0) return exact ? [] : [{ ...field, value: ABSENT }];
  const text = sent.data === undefined ? undefined : decoded(sent.data);
  if (text === undefined) return [numeric('len', sent.len)];
  return [withValue(field, { kind: 'text', value: text, start: 0, end: 0 })];
}

/** From one character a byte to the text that is these bytes in UTF-8; undefined if there is none. */
function decoded(bytes: string): string | undefined {
  try {
    const text = Uint8Array.from(bytes, (byte) => byte.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(text);
  } catch {
    return undefined;
  }
}

const isAbsolute = (value: FieldValue): boolean =>
  (value.kind === 'value' && value.value.kind === 'absolute') ||
  (value.kind === 'range' && value.from.kind === 'absolute');

// ---------------------------------------------------------------- nodes that no author wrote

const ABSENT: FieldValue = { kind: 'absent', start: 0, end: 0 };

function number(value: number): Expression {
  const literal = { kind: 'number', value: Math.abs(value), start: 0, end: 0 } as const;
  return value < 0 ? { kind: 'unary', operator: '-', operand: literal, start: 0, end: 0 } : literal;
}

const absolute = (value: number): Expression => ({ kind: 'absolute', value, start: 0, end: 0 });

const rangeOf = (from: Expression, to: Expression) => ({ kind: 'range', from, to, start: 0, end: 0 }) as const;

const withValue = (field: FieldNode, value: Expression): FieldNode => ({ ...field, value: { kind: 'value', value } });

const numeric = (name: FieldName, value: number): FieldNode => ({
  name: { text: name, value: name, start: 0, end: 0 },
  value: { kind: 'value', value: number(value) },
  start: 0,
  end: 0,
});
