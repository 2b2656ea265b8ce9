/** An expression as canonical text, with the parentheses that it needs. */
import { fold } from './fold';
import type {
  AbsoluteLiteral,
  Binary,
  DurationLiteral,
  Expression,
  FieldValue,
  MslLiteral,
  NumberLiteral,
  PercentageLiteral,
  Text,
} from './tree';
import { stateNamed } from './vocabulary/states';

/** The parts that are there, one space between them. */
export const joined = (...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join(' ');

/** How strongly an operator binds; more is stronger. */
const STRENGTH: { readonly [O in Binary['operator']]: number } = {
  or: 1,
  and: 2,
  '==': 4,
  '!=': 4,
  '<': 4,
  '<=': 4,
  '>': 4,
  '>=': 4,
  '+': 5,
  '-': 5,
  '*': 6,
};
const NOT = 3;
const COMPARISON = 4;
const MINUS = 7;
const ATOM = 8;

function strength(expression: Expression): number {
  if (expression.kind === 'binary') return STRENGTH[expression.operator];
  if (expression.kind === 'unary') return expression.operator === 'not' ? NOT : MINUS;
  return ATOM;
}

export function printExpression(expression: Expression, source: string): string {
  switch (expression.kind) {
    case 'number':
    case 'duration':
    case 'msl':
    case 'percentage':
    case 'absolute':
      return printLiteral(expression, source);
    case 'text':
      return printText(expression, source);
    case 'off':
      return 'off';
    case 'name':
      return stateNamed(expression.text) ?? expression.text;
    case 'field':
      return `${expression.owner.text}.${expression.name.text}`;
    case 'in-state': {
      const states = expression.states.map((state) => state.value ?? state.text).join(', ');
      return expression.states.length === 1
        ? `${expression.peer.text} ${states}`
        : `${expression.peer.text} in ${states}`;
    }
    case 'visited':
      return `${expression.peer.text}.visited ${expression.state.value ?? expression.state.text}`;
    case 'unary': {
      const operand = wrapped(expression.operand, strength(expression), source);
      return expression.operator === 'not' ? `not ${operand}` : `-${operand}`;
    }
    case 'binary':
      return printBinary(expression, source);
    case 'broken-expression':
      return source.slice(expression.start, expression.end);
  }
}

/** Operators of one strength group from the left; comparisons do not chain; `and` inside `or` is set apart. */
function printBinary({ operator, left, right }: Binary, source: string): string {
  const own = STRENGTH[operator];
  const atLeast = operator === 'or' ? NOT : own === COMPARISON ? own + 1 : own;
  const sameOperator = left.kind === 'binary' && left.operator === operator && own !== COMPARISON;
  const first = wrapped(left, sameOperator ? own : atLeast, source);
  const second = wrapped(right, operator === 'or' ? NOT : own + 1, source);
  return `${first} ${operator} ${second}`;
}

function wrapped(expression: Expression, atLeast: number, source: string): string {
  const text = printExpression(expression, source);
  return strength(expression) < atLeast ? `(${text})` : text;
}

/** An amount or a duration: what is calculated stands in parentheses, as in `wait (1s - time)`. */
export function printQuantity(expression: Expression, source: string): string {
  const text = printExpression(expression, source);
  return strength(expression) < MINUS || isCondition(expression) ? `(${text})` : text;
}

/** What is understood as one expression only where conditions are. */
const isCondition = (expression: Expression): boolean =>
  expression.kind === 'in-state' || expression.kind === 'visited';

/** The value of a field, without spaces or in parentheses. */
export function printFieldValue(value: FieldValue, source: string): string {
  const range = ({ from, to }: { readonly from: Expression; readonly to: Expression }): string =>
    `${printTight(from, source)}..${printTight(to, source)}`;
  switch (value.kind) {
    case 'present':
      return 'on';
    case 'absent':
      return 'off';
    case 'value':
      return printTight(value.value, source);
    case 'range':
      return range(value);
    case 'blocks':
      return value.blocks.map(range).join(',');
  }
}

function printTight(expression: Expression, source: string): string {
  return tight(expression, source) ?? `(${printExpression(expression, source)})`;
}

/** `d0.ack+10`: sums of atoms without spaces, unless a minus would stand between names. Undefined if it needs spaces. */
function tight(expression: Expression, source: string): string | undefined {
  if (expression.kind === 'unary' && expression.operator === '-') {
    return strength(expression.operand) === ATOM ? `-${tight(expression.operand, source)}` : undefined;
  }
  if (expression.kind === 'binary' && '+-*'.includes(expression.operator)) {
    const { operator, left, right } = expression;
    const first = strength(left) >= STRENGTH[operator] ? tight(left, source) : undefined;
    const second = strength(right) === ATOM ? tight(right, source) : undefined;
    const joinsNames = operator === '-' && (left.kind === 'name' || /^[\p{L}_]/u.test(second ?? ''));
    return first === undefined || second === undefined || joinsNames ? undefined : `${first}${operator}${second}`;
  }
  const needsSpaces = strength(expression) < ATOM || isCondition(expression);
  return needsSpaces ? undefined : printExpression(expression, source);
}

type Literal = NumberLiteral | DurationLiteral | MslLiteral | PercentageLiteral | AbsoluteLiteral;

/** As it was written; a literal that was not read from the source is written from its value. */
export function printLiteral(literal: Literal, source: string): string {
  if (literal.end > literal.start) return fold(source.slice(literal.start, literal.end)).replaceAll(/[\s()]/g, '');
  switch (literal.kind) {
    case 'number':
      return String(literal.value);
    case 'duration':
      return printDuration(literal.microseconds);
    case 'msl':
      return `${literal.count}msl`;
    case 'percentage':
      return `${Number((literal.fraction * 100).toPrecision(12))}%`;
    case 'absolute':
      return `#${literal.value}`;
  }
}

function printDuration(microseconds: number): string {
  if (microseconds % 1_000_000 === 0) return `${microseconds / 1_000_000}s`;
  if (microseconds % 1_000 === 0) return `${microseconds / 1_000}ms`;
  return `${microseconds}us`;
}

/** As it was written, in straight quotation marks. */
export function printText(text: Text, source: string): string {
  const written = source.slice(text.start, text.end).replaceAll(/^[\s(]+|[\s)]+$/g, '');
  return written.startsWith('"') && written.endsWith('"') ? written : JSON.stringify(text.value);
}
