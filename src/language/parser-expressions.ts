/**
 * Expressions, by recursive descent: the weakest operator first.
 *
 * `or` < `and` < `not` < comparison < `+ -` < `*` < unary minus.
 */
import { type Sentence, say } from '../words/sentence';
import { type Cursor, GIVE_UP, replace } from './cursor';
import { absolute, literal } from './parser-literals';
import { hyphenated, peekHyphenated } from './parser-names';
import type { BinaryOperator, BrokenExpression, Expression, Term, Word } from './tree';
import { unknown } from './unknown';
import type { StateName } from './vocabulary';
import { isKeyword } from './vocabulary/keywords';
import { STATES, stateNamed } from './vocabulary/states';

/** Where an expression stands: only in conditions `client ESTABLISHED` is one; in fields a minus needs no spaces. */
type Place = 'condition' | 'quantity' | 'field';

/** expression := or; `missing` is what to say if nothing is there. */
export function expression(cursor: Cursor, missing: Sentence): Expression {
  return cursor.atEnd ? nothing(cursor, missing) : or(cursor, 'condition');
}

/** quantity := sum; a duration, a number of bytes, how often */
export function quantity(cursor: Cursor, missing: Sentence): Expression {
  return cursor.atEnd ? nothing(cursor, missing) : sum(cursor, 'quantity');
}

/** value := sum, in a field of a segment */
export const fieldExpression = (cursor: Cursor): Expression => sum(cursor, 'field');

/** Can the token that is next begin an expression? */
export function beginsExpression(cursor: Cursor): boolean {
  const token = cursor.peek();
  if (token.kind === 'symbol') return token.text === '-' || token.text === '(';
  if (token.kind === 'word') return cursor.isName() || isValueWord(token.text.toLowerCase());
  return token.kind !== 'end';
}

/** The keywords that are values. */
const isValueWord = (word: string): word is 'time' | 'wire' | 'off' =>
  word === 'time' || word === 'wire' || word === 'off';

function nothing(cursor: Cursor, missing: Sentence): BrokenExpression {
  cursor.missing(missing);
  const { start } = cursor.peek();
  return { kind: 'broken-expression', start, end: start };
}

const binary = (operator: BinaryOperator, left: Expression, right: Expression): Expression => ({
  kind: 'binary',
  operator,
  left,
  right,
  start: left.start,
  end: right.end,
});

/** In one line; so that no tree is too deep for those who walk it. */
const MOST_OPERATORS = 200;
const MOST_PARENTHESES = 500;

function countOne(cursor: Cursor, what: 'operators' | 'parentheses'): void {
  cursor[what] += 1;
  if (cursor.operators <= MOST_OPERATORS && cursor.parentheses <= MOST_PARENTHESES) return;
  const message = say('the line has too many operators or parentheses; give parts of it a name with "let"');
  cursor.error('too-complex', cursor.peek(), message);
  throw GIVE_UP;
}

/** or := and ("or" and)* */
function or(cursor: Cursor, place: Place): Expression {
  let left = and(cursor, place);
  while (connective(cursor, 'or', '||')) left = binary('or', left, and(cursor, place));
  return left;
}

/** and := not ("and" not)* */
function and(cursor: Cursor, place: Place): Expression {
  let left = not(cursor, place);
  while (connective(cursor, 'and', '&&')) left = binary('and', left, not(cursor, place));
  return left;
}

/** not := "not" not | comparison */
function not(cursor: Cursor, place: Place): Expression {
  const { start } = cursor.peek();
  if (!connective(cursor, 'not', '!')) return comparison(cursor, place);
  const operand = not(cursor, place);
  return { kind: 'unary', operator: 'not', operand, start, end: operand.end };
}

/** Takes the word, or the symbol that other languages have for it. */
function connective(cursor: Cursor, word: 'or' | 'and' | 'not', symbol: string): boolean {
  if (!cursor.isKeyword(word) && !cursor.isSymbol(symbol)) return false;
  countOne(cursor, 'operators');
  if (cursor.optionalKeyword(word)) return true;
  const spaceBefore = cursor.adjacent() && !cursor.isSymbol('(', -1) ? ' ' : '';
  const token = cursor.take();
  cursor.respell('symbol-operator', token, `${spaceBefore}${word}${cursor.adjacent() ? ' ' : ''}`);
  return true;
}

const COMPARISONS: ReadonlyMap<string, BinaryOperator> = new Map([
  ['==', '=='],
  ['=', '=='],
  ['!=', '!='],
  ['<', '<'],
  ['<=', '<='],
  ['>', '>'],
  ['>=', '>='],
]);

/** comparison := sum [("==" | "!=" | "<" | "<=" | ">" | ">=") sum] */
function comparison(cursor: Cursor, place: Place): Expression {
  let left = sum(cursor, place);
  for (let count = 1; ; count++) {
    const token = cursor.peek();
    const operator = token.kind === 'symbol' ? COMPARISONS.get(token.text) : undefined;
    if (operator === undefined) return left;
    countOne(cursor, 'operators');
    cursor.take();
    if (token.text === '=') cursor.respell('single-equals', token, '==');
    if (count === 2) {
      const message = say('comparisons do not chain; write two of them, joined by "and"');
      cursor.error('chained-comparison', token, message);
    }
    left = binary(operator, left, sum(cursor, place));
  }
}

/** sum := product (("+" | "-") product)* */
function sum(cursor: Cursor, place: Place): Expression {
  let left = product(cursor, place);
  while (cursor.isSymbol('+') || cursor.isSymbol('-')) {
    countOne(cursor, 'operators');
    checkMinus(cursor, place);
    const operator = cursor.take().text === '+' ? '+' : '-';
    left = binary(operator, left, product(cursor, place));
  }
  return left;
}

/** `a-b` could be one word; in fields, where values have no spaces, it is understood as a difference. */
function checkMinus(cursor: Cursor, place: Place): void {
  const token = cursor.peek();
  const tight = cursor.adjacent() && cursor.adjacent(1);
  const betweenNames = cursor.peek(-1).kind === 'word' && cursor.peek(1).kind === 'word';
  if (token.text !== '-' || !tight || !betweenNames || place === 'field') return;
  const message = say('a minus between names has spaces around it');
  const fix = { ...replace(token, ' - '), title: say('put spaces around it') };
  cursor.warning('minus-without-spaces', token, message, fix);
}

/** product := unary ("*" unary)* */
function product(cursor: Cursor, place: Place): Expression {
  let left = unary(cursor, place);
  while (cursor.optional('*')) {
    countOne(cursor, 'operators');
    left = binary('*', left, unary(cursor, place));
  }
  return left;
}

/** unary := "-" unary | primary */
function unary(cursor: Cursor, place: Place): Expression {
  const minus = cursor.optional('-');
  if (!minus) return primary(cursor, place);
  countOne(cursor, 'operators');
  const operand = unary(cursor, place);
  return { kind: 'unary', operator: '-', operand, start: minus.start, end: operand.end };
}

/** primary := literal | ABSOLUTE | TEXT | "off" | "(" expression ")" | word */
function primary(cursor: Cursor, place: Place): Expression {
  const token = cursor.peek();
  switch (token.kind) {
    case 'number':
      return literal(cursor, token);
    case 'absolute':
      return absolute(cursor, token);
    case 'text':
      cursor.take();
      return { kind: 'text', value: token.value, start: token.start, end: token.end };
    case 'word':
      return cursor.isName() || isValueWord(token.text.toLowerCase()) ? word(cursor, place) : noValue(cursor);
    case 'symbol':
      return token.text === '(' ? parenthesized(cursor) : noValue(cursor);
    case 'end':
      return noValue(cursor);
  }
}

function noValue(cursor: Cursor): BrokenExpression {
  const before = cursor.peek(-1);
  return nothing(cursor, say('expected a value after "{0}"', before.text));
}

function parenthesized(cursor: Cursor): Expression {
  const open = cursor.take();
  countOne(cursor, 'parentheses');
  const inner = or(cursor, 'condition');
  if (!cursor.optional(')') && !cursor.hasError) cursor.missing(say('expected ")"'));
  return { ...inner, ...cursor.from(open.start) };
}

/** word := NAME | NAME "." field | NAME "in" state ("," state)* | NAME state | STATE */
function word(cursor: Cursor, place: Place): Expression {
  const token = cursor.peek();
  if (cursor.isSymbol('.', 1)) return field(cursor);
  const spelled = peekHyphenated(cursor);
  if (spelled.tokens > 1 && stateNamed(spelled.text) !== undefined) return { kind: 'name', ...hyphenated(cursor) };
  const owner = lowered(cursor);
  if (owner.text === 'off') return { kind: 'off', start: token.start, end: token.end };
  if (cursor.optionalKeyword('in')) {
    const states = [state(cursor)];
    while (cursor.optional(',')) states.push(state(cursor));
    return { kind: 'in-state', peer: owner, states, ...cursor.from(owner.start) };
  }
  if (place === 'condition' && cursor.isName()) {
    return { kind: 'in-state', peer: owner, states: [state(cursor)], ...cursor.from(owner.start) };
  }
  return { kind: 'name', ...owner };
}

/** Takes a word; `Time`, `WIRE` and `OFF` are respelled. */
function lowered(cursor: Cursor): Word {
  const { text, start, end } = cursor.take();
  const lower = text.toLowerCase();
  if (lower === text || !isKeyword(lower)) return { text, start, end };
  cursor.respell('wrong-case', { start, end }, lower);
  return { text: lower, start, end };
}

/** field := NAME "." WORD ("." WORD)* | NAME ".visited" state */
function field(cursor: Cursor): Expression {
  const owner = lowered(cursor);
  const parts: string[] = [];
  let start = cursor.peek().end;
  while (cursor.optional('.')) {
    if (cursor.peek().kind !== 'word') {
      cursor.missing(say('expected the name of a field after "."'));
      break;
    }
    const part = cursor.take();
    if (parts.length === 0) start = part.start;
    parts.push(part.text);
  }
  const fieldName: Word = { text: parts.join('.'), start, end: cursor.end };
  if (fieldName.text === 'visited') {
    return { kind: 'visited', peer: owner, state: state(cursor), ...cursor.from(owner.start) };
  }
  return { kind: 'field', owner, name: fieldName, ...cursor.from(owner.start) };
}

/** state := one of the eleven, in any accepted spelling */
function state(cursor: Cursor): Term<StateName> {
  if (!cursor.isName()) {
    cursor.missing(say('expected a state'));
    const { start } = cursor.peek();
    return { text: '', value: undefined, start, end: start };
  }
  const spelled = hyphenated(cursor);
  const value = stateNamed(spelled.text);
  if (value === undefined) unknown(cursor, 'state', spelled, Object.keys(STATES));
  return { value, ...spelled };
}
