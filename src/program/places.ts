/**
 * The places of a statement where an expression can stand, and what each wants: one table for the rules that judge
 * types and amounts.
 */
import type { Expression, FieldNode, Outcome, Pattern, Statement } from '../language/tree';
import type { FieldName } from '../language/vocabulary';
import { once } from './once';

/** What a place wants. `sequence` takes bare numbers too, `bytes` a number or a text, `any` what has a value. */
export type Want = 'truth' | 'duration' | 'number' | 'sequence' | 'text' | 'bytes' | 'any';

export interface Place {
  readonly expression: Expression;
  readonly wants: Want;
  /** What the value is, as a reader would call it: `len`, `wait`. */
  readonly name: string;
  /** Bounds of a value that is known before the run. */
  readonly least: number;
  readonly most: number;
}

const NONE: readonly Place[] = [];
const ENDLESS = Number.POSITIVE_INFINITY;

function place(name: string, expression: Expression | undefined, wants: Want, least = -ENDLESS, most = ENDLESS) {
  return expression === undefined ? NONE : [{ expression, wants, name, least, most }];
}

const duration = (name: string, expression: Expression | undefined) => place(name, expression, 'duration', 0);

/** Every place of a statement that has an expression in it, in the order of the line. */
export const placesOf = once((statement: Statement): readonly Place[] => {
  switch (statement.kind) {
    case 'let':
      return place('let', statement.value, 'any');
    case 'call':
      return place(statement.verb.text, statement.amount, statement.verb.value === 'send' ? 'bytes' : 'number', 0);
    case 'segment':
      return [...patternPlaces(statement.pattern), ...outcomePlaces(statement.outcome)];
    case 'inject':
    case 'never-segment':
      return patternPlaces(statement.pattern);
    case 'rule':
      return [
        ...(typeof statement.count === 'string' ? NONE : place('next', statement.count, 'number', 1)),
        ...patternPlaces(statement.pattern),
        ...duration('by', statement.by),
      ];
    case 'wait':
      return duration('wait', statement.duration);
    case 'wait-until':
      return [...place('wait until', statement.condition, 'truth'), ...duration('within', statement.within)];
    case 'expect':
    case 'always':
    case 'never':
    case 'finally':
      return place(statement.kind, statement.condition, 'truth');
    case 'expect-no':
      return [...patternPlaces(statement.pattern), ...duration('for', statement.during)];
    default:
      return NONE;
  }
});

const outcomePlaces = (outcome: Outcome | undefined): readonly Place[] =>
  outcome?.kind === 'duplicated'
    ? place('duplicated', outcome.amount, 'number', 2)
    : duration('delayed', outcome?.amount);

const patternPlaces = (pattern: Pattern): readonly Place[] => pattern.fields.flatMap(fieldPlaces);

const WORD = 2 ** 32 - 1;

/** What the value of a field wants, and its bounds: those of the header (RFC 9293, 3.1; RFC 7323), `win` scaled. */
const FIELDS: Partial<Record<FieldName, readonly [Want, least: number, most: number]>> = {
  seq: ['sequence', -ENDLESS, ENDLESS],
  ack: ['sequence', -ENDLESS, ENDLESS],
  len: ['number', 0, ENDLESS],
  win: ['number', 0, 65_535 * 2 ** 14],
  urg: ['number', 0, 65_535],
  data: ['text', -ENDLESS, ENDLESS],
  mss: ['number', 0, 65_535],
  wscale: ['number', 0, 255],
  tsval: ['number', 0, WORD],
  tsecr: ['number', 0, WORD],
};

function fieldPlaces({ name, value }: FieldNode): readonly Place[] {
  if (value.kind === 'value') {
    const [wants, least, most] = (name.value && FIELDS[name.value]) ?? ['any', -ENDLESS, ENDLESS];
    return place(name.text, value.value, wants, least, most);
  }
  const ranges = value.kind === 'range' ? [value] : value.kind === 'blocks' ? value.blocks : [];
  return ranges.flatMap((range) => [
    ...place(name.text, range.from, 'sequence'),
    ...place(name.text, range.to, 'sequence'),
  ]);
}
