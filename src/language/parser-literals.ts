/** Numbers with and without a unit: `1460`, `0x5b4`, `64KiB`, `200ms`, `2msl`, `1%`; and absolute numbers: `#300`. */
import { say } from '../words/sentence';
import type { Cursor } from './cursor';
import type { Token } from './lexer';
import { isArrow } from './parser-names';
import type { AbsoluteLiteral, DurationLiteral, MslLiteral, NumberLiteral, PercentageLiteral, Range } from './tree';
import { similarWords, unknown } from './unknown';
import { isUnit, UNITS } from './vocabulary/units';

export type Literal = NumberLiteral | DurationLiteral | MslLiteral | PercentageLiteral;

const SIMILAR = similarWords(Object.values(UNITS));

/** literal := NUMBER [UNIT] */
export function literal(cursor: Cursor, token: Token & { kind: 'number' }): Literal {
  cursor.take();
  const unit = token.unit === '' ? unitAfterSpace(cursor, token) : token.unit;
  const range = cursor.from(token.start);
  const value = Number(token.digits);
  if (unit === '') return { kind: 'number', value: whole(cursor, range, value), ...range };
  if (!isUnit(unit)) {
    const word = { text: unit, start: token.end - unit.length, end: token.end };
    unknown(cursor, 'unit', word, Object.keys(UNITS), SIMILAR);
    return { kind: 'number', value, ...range };
  }
  const { measures, factor } = UNITS[unit];
  switch (measures) {
    case 'time':
      return { kind: 'duration', microseconds: whole(cursor, range, value * factor), ...range };
    case 'msl':
      return { kind: 'msl', count: value, ...range };
    case 'part':
      return { kind: 'percentage', fraction: value / 100, ...range };
    case 'size':
    case 'rate':
      return { kind: 'number', value: whole(cursor, range, value * factor), ...range };
  }
}

/** `20 ms`: the unit, taken and reported, if the next word is one and begins neither a direction nor an option. */
function unitAfterSpace(cursor: Cursor, number: Token): string {
  const next = cursor.peek();
  const isPercent = cursor.isSymbol('%');
  const begins = isArrow(cursor, 1) || cursor.isSymbol('=', 1); // `mss=500 msl=1s`
  if (!isPercent && (next.kind !== 'word' || !isUnit(next.text) || begins)) return '';
  cursor.take();
  cursor.respell('space-before-unit', cursor.from(number.start), number.text + next.text);
  return next.text;
}

/** `1.5KB` is whole, `1.5` and `0.5us` are not. Decimal fractions are not exact in binary, hence the tolerance. */
function whole(cursor: Cursor, range: Range, value: number): number {
  const rounded = Math.round(value);
  if (rounded > Number.MAX_SAFE_INTEGER) {
    cursor.error('bad-number', range, say('the number is too large'));
    return 0;
  }
  if (Math.abs(value - rounded) > 1e-6) {
    cursor.error('bad-number', range, say('the number is not whole: bytes, bits and microseconds are not divided'));
  }
  return rounded;
}

/** absolute := "#" NUMBER */
export function absolute(cursor: Cursor, token: Token & { kind: 'absolute' }): AbsoluteLiteral {
  cursor.take();
  if (token.value > 0xffff_ffff) {
    cursor.error('bad-number', token, say('a sequence number has 32 bits: it is at most {0}', '#4294967295'));
  }
  return { kind: 'absolute', value: token.value % 2 ** 32, start: token.start, end: token.end };
}
