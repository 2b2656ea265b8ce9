/** A segment line's pattern: compared with a segment, or made into one. */
import {
  type FieldPattern,
  type NumericField,
  otherPeer,
  type PeerIndex,
  type Scenario,
  type SegmentPattern,
} from '../program/program';
import { type Bytes, byteLength, byteString, patternBytes, textBytes } from '../tcp/bytes';
import { FLAG, flagNames, has, type Segment, type SegmentOptions } from '../tcp/segment';
import { advance, distance, type Seq, seq } from '../tcp/seq';
import { evaluate, evaluateNumber, evaluateSequence } from './evaluate';
import { expected, sentUpTo } from './stimulus';
import { relative, type World } from './world';

/** One thing in which a segment is not as its line says. */
export interface Difference {
  readonly what: string;
  readonly expected: string;
  readonly actual: string;
  /** Its columns in the line, where it has any. */
  readonly blame: readonly [number, number] | undefined;
}

const COMPARED = FLAG.SYN | FLAG.ACK | FLAG.FIN | FLAG.RST | FLAG.URG;

/** Where a segment differs from its line; empty if it is the one. */
export function differences(world: World, pattern: SegmentPattern, segment: Segment): readonly Difference[] {
  const found = [...flagDifferences(pattern, segment)];
  for (const field of pattern.fields) {
    const difference = fieldDifference(world, pattern.from, field, segment);
    if (difference !== undefined) found.push(difference);
  }
  const length = byteLength(segment.text);
  if (pattern.flags.kind === 'exact' && length > 0 && !saysLength(pattern)) {
    found.push({ what: 'len', expected: '0', actual: String(length), blame: undefined });
  }
  return found;
}

const saysLength = (pattern: SegmentPattern): boolean =>
  pattern.fields.some((field) => (field.kind === 'number' && field.name === 'len') || field.kind === 'data');

function flagDifferences(pattern: SegmentPattern, segment: Segment): readonly Difference[] {
  const { kind, flags, compared } = pattern.flags;
  const mask = (kind === 'exact' ? COMPARED : 0) | compared;
  const found: Difference[] = [];
  if ((segment.flags & mask) !== (flags & mask)) {
    const shown = mask | (segment.flags & COMPARED);
    found.push({
      what: 'flags',
      expected: flagNames(flags & mask),
      actual: flagNames(segment.flags & shown),
      blame: undefined,
    });
  }
  if (kind === 'data' && segment.text.length === 0) {
    found.push({ what: 'len', expected: '> 0', actual: '0', blame: undefined });
  }
  return found;
}

function fieldDifference(world: World, from: PeerIndex, field: FieldPattern, segment: Segment): Difference | undefined {
  const blame = [field.start, field.end] as const;
  const differ = (what: string, wanted: string, actual: string): Difference | undefined =>
    wanted === actual ? undefined : { what, expected: wanted, actual, blame };
  switch (field.kind) {
    case 'number': {
      const absolute = isAbsolute(field.value);
      return differ(
        field.name,
        wantedNumber(world, from, field.name, field.value, absolute),
        actualNumber(world, from, field.name, segment, absolute),
      );
    }
    case 'data': {
      const value = evaluate(world, field.value);
      const wanted = value.kind === 'text' ? byteString(textBytes(value.value)) : '';
      return differ('data', quote(wanted), quote(byteString(segment.text)));
    }
    case 'sackok':
      return differ('sackok', 'on', segment.options.sackok ? 'on' : 'off');
    case 'sack':
      return differ(
        'sack',
        showBlocks(wantedBlocks(world, from, field.blocks), world, from),
        actualSack(world, from, segment),
      );
    case 'absent':
      return differ(field.name, 'off', actualOption(world, from, field.name, segment));
  }
}

const quote = (bytes: string): string => JSON.stringify(bytes.length > 60 ? `${bytes.slice(0, 60)}...` : bytes);

/** The base of the numbers that a field of a segment from `from` carries. */
function baseOf(world: World, from: PeerIndex, field: NumericField): Seq | undefined {
  if (field === 'seq') return world.peers[from].base;
  return field === 'ack' ? world.peers[otherPeer(from)].base : undefined;
}

/** Numbers are told as their author wrote them: `#105` absolute. */
const isAbsolute = (value: FieldValue): boolean =>
  value.kind === 'constant' && value.value.kind === 'sequence' && value.value.base === undefined;

const showSequence = (base: Seq, number: Seq, absolute: boolean): string =>
  absolute ? `#${number}` : String(relative(base, number));

function wantedNumber(
  world: World,
  from: PeerIndex,
  field: NumericField,
  value: FieldValue,
  absolute: boolean,
): string {
  const base = baseOf(world, from, field);
  if (base === undefined) return String(evaluateNumber(world, value));
  return showSequence(base, evaluateSequence(world, value, base), absolute);
}

type FieldValue = Extract<FieldPattern, { kind: 'number' }>['value'];

function actualNumber(world: World, from: PeerIndex, field: NumericField, segment: Segment, absolute = false): string {
  const value = numberIn(segment, field);
  const base = baseOf(world, from, field);
  if (value === undefined) return 'off';
  return base === undefined ? String(value) : showSequence(base, seq(value), absolute);
}

function numberIn(segment: Segment, field: NumericField): number | undefined {
  switch (field) {
    case 'seq':
      return segment.seq;
    case 'ack':
      return has(segment, 'ACK') ? segment.ack : undefined;
    case 'len':
      return byteLength(segment.text);
    case 'win':
      return segment.win;
    case 'urg':
      return has(segment, 'URG') ? segment.urg : undefined;
    default:
      return segment.options[field];
  }
}

type BlockPattern = Extract<FieldPattern, { kind: 'sack' }>['blocks'];

/** SACK blocks of a segment count in the numbers of the peer it goes to. */
function wantedBlocks(world: World, from: PeerIndex, blocks: BlockPattern): NonNullable<SegmentOptions['sack']> {
  const base = world.peers[otherPeer(from)].base;
  return blocks.map((block) => ({
    from: evaluateSequence(world, block.from, base),
    to: evaluateSequence(world, block.to, base),
  }));
}

function showBlocks(blocks: NonNullable<SegmentOptions['sack']>, world: World, from: PeerIndex): string {
  const base = world.peers[otherPeer(from)].base;
  return blocks.map((block) => `${relative(base, block.from)}..${relative(base, block.to)}`).join(',');
}

const actualSack = (world: World, from: PeerIndex, segment: Segment): string =>
  segment.options.sack === undefined ? 'off' : showBlocks(segment.options.sack, world, from);

function actualOption(world: World, from: PeerIndex, name: string, segment: Segment): string {
  if (name === 'sack') return actualSack(world, from, segment);
  if (name === 'sackok') return segment.options.sackok ? 'on' : 'off';
  if (name === 'data') return segment.text.length === 0 ? 'off' : quote(byteString(segment.text));
  const value = actualNumber(world, from, name as NumericField, segment);
  return name === 'len' && value === '0' ? 'off' : value;
}

/** The segment that a line makes for a scripted sender, or injects. Unwritten: see the language's "Segments". */
export function makeSegment(world: World, pattern: SegmentPattern): Segment {
  const { from, to, fields } = pattern;
  const number = (name: NumericField): number | undefined => {
    const field = fields.find((other) => other.kind === 'number' && other.name === name);
    if (field?.kind !== 'number') return undefined;
    const base = baseOf(world, from, name);
    return base === undefined ? evaluateNumber(world, field.value) : evaluateSequence(world, field.value, base);
  };
  const flags = pattern.flags.flags | (pattern.flags.kind === 'data' ? FLAG.ACK : 0);
  const first = seq(number('seq') ?? expected(world, to) ?? world.peers[from].base);
  const acks = (flags & FLAG.ACK) !== 0;
  return {
    flags,
    seq: first,
    ack: acks ? seq(number('ack') ?? sentUpTo(world, to)) : seq(0),
    win: Math.max(0, number('win') ?? 65_535),
    urg: (flags & FLAG.URG) !== 0 ? Math.max(0, number('urg') ?? 0) : 0,
    options: makeOptions(world, pattern, number),
    text: makeText(world, pattern, first, Math.max(0, number('len') ?? 0)),
  };
}

function makeText(world: World, pattern: SegmentPattern, first: Seq, length: number): Bytes {
  const data = pattern.fields.find((field) => field.kind === 'data');
  const value = data?.kind === 'data' ? evaluate(world, data.value) : undefined;
  if (value?.kind === 'text') return textBytes(value.value);
  // The pattern runs over the stream: its first byte is the one after the SYN.
  const syn = pattern.flags.flags & FLAG.SYN ? 1 : 0;
  const at = distance(advance(world.peers[pattern.from].base, 1), advance(first, syn));
  return patternBytes(Math.max(0, at), length);
}

function makeOptions(world: World, pattern: SegmentPattern, number: (name: NumericField) => number | undefined) {
  const options: { -readonly [K in keyof SegmentOptions]: SegmentOptions[K] } = {};
  for (const name of ['mss', 'wscale', 'tsval', 'tsecr'] as const) {
    const value = number(name);
    if (value !== undefined) options[name] = value;
  }
  for (const field of pattern.fields) {
    if (field.kind === 'sackok') options.sackok = true;
    if (field.kind === 'sack') options.sack = wantedBlocks(world, pattern.from, field.blocks);
  }
  return options;
}

/** A segment as a line would write it: `SYN+ACK seq=0 ack=1`, with the length if it has text; in `pattern`'s numbers. */
export function writeSegment(world: World, from: PeerIndex, segment: Segment, pattern?: SegmentPattern): string {
  const absolute = (name: 'seq' | 'ack'): boolean =>
    pattern?.fields.some((field) => field.kind === 'number' && field.name === name && isAbsolute(field.value)) ?? false;
  const parts = [flagNames(segment.flags & ~FLAG.PSH)];
  parts.push(`seq=${actualNumber(world, from, 'seq', segment, absolute('seq'))}`);
  if (has(segment, 'ACK')) parts.push(`ack=${actualNumber(world, from, 'ack', segment, absolute('ack'))}`);
  const length = byteLength(segment.text);
  if (length > 0) parts.push(`len=${length}`);
  return parts.join(' ');
}

/** `client -> server`. */
export const writeDirection = (scenario: Scenario, pattern: Pick<SegmentPattern, 'from' | 'to'>): string =>
  `${scenario.peers[pattern.from].name} -> ${scenario.peers[pattern.to].name}`;
