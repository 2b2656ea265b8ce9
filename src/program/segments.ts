/**
 * From a pattern of the tree to what is compared with a segment, or made into one.
 *
 * Rule 1: a segment is made by `inject` and by the segment line of a scripted sender; `DATA` is then an ACK with text.
 * Rule 2: PSH, ECE and CWR are compared only when written, as a flag or as `psh=off`. So is every flag beside `DATA` and
 *         `ANY`: `DATA+FIN`.
 * Rule 3: `seq=1..1461` is `seq=1 len=1460`.
 *
 * What is spread stands last: Node.js 20 takes ten times as long for a property that is added to a spread.
 */
import type { Direction, FieldNode, Flags as FlagsNode, Pattern, Statement } from '../language/tree';
import type { FieldName } from '../language/vocabulary';
import { FLAG, type Flags } from '../tcp/segment';
import { isScripted } from './cast';
import { lowerBinary, lowerExpression, lowerPeer, unresolved } from './expressions';
import type { View } from './names';
import type { FieldPattern, FlagPattern, NumericField, SegmentPattern } from './program';

type PatternStatement = Extract<Statement, { readonly pattern: Pattern }>;

/** True for a line whose pattern makes a segment; the others compare theirs with one that was sent. */
export const makesSegment = (statement: Statement, view: View): boolean =>
  statement.kind === 'inject' || (statement.kind === 'segment' && isScripted(view.cast, statement.direction.from.text));

export function lowerSegment(statement: PatternStatement, view: View): SegmentPattern {
  const { direction, pattern } = statement;
  return {
    source: view.line.text.slice(pattern.start, pattern.end),
    flags: lowerFlags(pattern, makesSegment(statement, view)),
    fields: pattern.fields.flatMap((field) => lowerField(field, view)),
    ...lowerDirection(direction, view),
  };
}

export const lowerDirection = (direction: Direction, view: View) => ({
  from: lowerPeer(direction.from.text, view),
  to: lowerPeer(direction.to.text, view),
});

/** The flags that are compared only when written. */
const OPTIONAL = FLAG.PSH | FLAG.ECE | FLAG.CWR;

function lowerFlags({ flags: node, fields }: Pattern, made: boolean): FlagPattern {
  const flags = flagBits(node);
  const denied = fields.reduce((bits, field) => bits | deniedFlag(field.name.value), 0);
  if (node?.kind === 'exact') return { kind: 'exact', flags, compared: (flags & OPTIONAL) | denied };
  if (node?.kind === 'data' && made) return { kind: 'exact', flags: flags | FLAG.ACK, compared: denied };
  return { kind: node?.kind ?? 'any', flags, compared: flags | denied };
}

function flagBits(node: FlagsNode | undefined): Flags {
  return (node?.names ?? []).reduce((bits, { text, value }) => bits | FLAG[value ?? unresolved(`"${text}"`)], 0);
}

/** The flag that `psh=off` says is not set. */
function deniedFlag(name: FieldName | undefined): Flags {
  if (name === 'psh') return FLAG.PSH;
  if (name === 'ece') return FLAG.ECE;
  return name === 'cwr' ? FLAG.CWR : 0;
}

function lowerField(field: FieldNode, view: View): readonly FieldPattern[] {
  const name = field.name.value ?? unresolved(`the field "${field.name.text}"`);
  if (name === 'psh' || name === 'ece' || name === 'cwr') return [];
  const at = { start: field.start, end: field.end };
  const { value } = field;
  switch (value.kind) {
    case 'present':
      return [{ kind: 'sackok', ...at }];
    case 'absent':
      return [{ kind: 'absent', name, ...at }];
    case 'blocks':
      return [{ kind: 'sack', blocks: value.blocks.map((block) => lowerRange(block, view)), ...at }];
    case 'range':
      return name === 'sack'
        ? [{ kind: 'sack', blocks: [lowerRange(value, view)], ...at }]
        : lowerSequenceRange(at, lowerRange(value, view));
    case 'value': {
      const expression = lowerExpression(value.value, view);
      if (name === 'data') return [{ kind: 'data', value: expression, ...at }];
      return [{ kind: 'number', name: numeric(name), value: expression, ...at }];
    }
  }
}

function numeric(name: Exclude<FieldName, 'psh' | 'ece' | 'cwr' | 'data'>): NumericField {
  return name === 'sackok' || name === 'sack' ? unresolved(`a value of ${name}`) : name;
}

type LoweredRange = Extract<FieldPattern, { kind: 'sack' }>['blocks'][number];

const lowerRange = (range: Extract<FieldNode['value'], { kind: 'range' }>, view: View): LoweredRange => ({
  from: lowerExpression(range.from, view),
  to: lowerExpression(range.to, view),
});

const lowerSequenceRange = (
  at: { start: number; end: number },
  { from, to }: LoweredRange,
): readonly FieldPattern[] => [
  { kind: 'number', name: 'seq', value: from, ...at },
  { kind: 'number', name: 'len', value: lowerBinary('-', to, from), ...at },
];
