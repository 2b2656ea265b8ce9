/** What a line says of a segment: flags, fields, outcome, name. */
import { say } from '../words/sentence';
import type { Cursor } from './cursor';
import { beginsExpression, fieldExpression, quantity } from './parser-expressions';
import { flags } from './parser-flags';
import { name } from './parser-names';
import { equals, tighten } from './parser-values';
import type { Expression, FieldNode, FieldValue, Outcome, Pattern, SequenceRange, Term, Word } from './tree';
import { unknown } from './unknown';
import type { FieldName } from './vocabulary';
import { FIELDS, isFieldName } from './vocabulary/fields';
import { isOutcomeName, OUTCOMES } from './vocabulary/outcomes';

/** Words people try for fields. */
const SIMILAR: ReadonlyMap<string, string> = new Map([
  ['window', 'win'],
  ['length', 'len'],
  ['size', 'len'],
  ['text', 'data'],
  ['ts', 'tsval'],
]);

/** pattern := flags field*; without flags where they are optional, any will do */
export function pattern(cursor: Cursor, flagsAre: 'required' | 'optional'): Pattern {
  const { start } = cursor.peek();
  const written = beginsFlags(cursor) ? flags(cursor) : undefined;
  if (written === undefined && flagsAre === 'required') {
    cursor.missing(say('expected flags: SYN, ACK, SYN+ACK ..., NONE, DATA or ANY'));
  }
  const fields: FieldNode[] = [];
  while (beginsField(cursor)) fields.push(field(cursor, fields));
  const nothing = written === undefined && fields.length === 0;
  return { flags: written, fields, start: nothing ? cursor.end : start, end: cursor.end };
}

const beginsFlags = (cursor: Cursor): boolean => cursor.isName() && !beginsField(cursor);

/** Is the next word the name of a field: one with a value, or `sackok`? */
function beginsField(cursor: Cursor): boolean {
  const token = cursor.peek();
  if (token.kind !== 'word') return false;
  if (cursor.isSymbol('=', 1) || cursor.isSymbol('==', 1)) return true;
  const lower = token.text.toLowerCase();
  if (!isFieldName(lower)) return false;
  const next = cursor.peek(1);
  const isOff = next.kind === 'word' && next.text.toLowerCase() === 'off';
  return lower === 'sackok' || next.kind === 'number' || next.kind === 'text' || isOff;
}

/** field := NAME "=" value | "sackok" */
function field(cursor: Cursor, before: readonly FieldNode[]): FieldNode {
  const term = fieldName(cursor);
  if (term.value !== undefined && before.some((other) => other.name.value === term.value)) {
    cursor.error('repeated-field', term, say('"{0}" is written twice', term.value));
  }
  if (!equals(cursor, term)) return { name: term, value: { kind: 'present' }, start: term.start, end: term.end };
  const value = fieldValue(cursor, term);
  tighten(cursor, term.start);
  return { name: term, value, ...cursor.from(term.start) };
}

function fieldName(cursor: Cursor): Term<FieldName> {
  const { text, start, end } = cursor.take();
  const lower = text.toLowerCase();
  const word: Word = { text, start, end };
  if (!isFieldName(lower)) {
    unknown(cursor, 'field', word, Object.keys(FIELDS), SIMILAR);
    return { value: undefined, ...word };
  }
  if (lower !== text) cursor.respell('wrong-case', word, lower);
  return { value: lower, ...word };
}

/** value := "off" | expression | expression ".." expression | block ("," block)* */
function fieldValue(cursor: Cursor, term: Term<FieldName>): FieldValue {
  const off = cursor.optionalKeyword('off');
  if (off) return { kind: 'absent', start: off.start, end: off.end };
  const takes = term.value === undefined ? 'sequence' : FIELDS[term.value].takes;
  if (takes === 'presence' && cursor.peek().text === 'on') {
    cursor.take();
    return { kind: 'present' };
  }
  if (!beginsExpression(cursor)) {
    cursor.error('missing-value', term, say('"{0}" needs a value', term.text));
    return { kind: 'value', value: { kind: 'broken-expression', start: cursor.end, end: cursor.end } };
  }
  if (takes === 'blocks') return blocks(cursor);
  const value = fieldExpression(cursor);
  if (takes === 'flag' || takes === 'presence') {
    const message =
      takes === 'flag'
        ? say(
            '"{0}" takes only off; the flag itself stands with the flags: ACK+{1}',
            term.text,
            term.text.toUpperCase(),
          )
        : say('"{0}" stands by itself, or takes off', term.text);
    cursor.error('bad-value', value, message);
  }
  if (!cursor.isSymbol('..')) return { kind: 'value', value };
  if (takes !== 'sequence' || term.value === 'ack') {
    cursor.error('bad-value', cursor.peek(), say('only seq and sack take a range'));
  }
  return range(cursor, value);
}

/** blocks := block ("," block)* */
function blocks(cursor: Cursor): FieldValue {
  const found: SequenceRange[] = [];
  do {
    const from = fieldExpression(cursor);
    if (cursor.isSymbol('..')) found.push(range(cursor, from));
    else cursor.error('bad-value', from, say('a block is the first byte and the one after the last: sack=8..16'));
  } while (cursor.optional(','));
  return { kind: 'blocks', blocks: found };
}

/** range := expression ".." expression */
function range(cursor: Cursor, from: Expression): SequenceRange {
  cursor.take();
  const to = fieldExpression(cursor);
  return { kind: 'range', from, to, start: from.start, end: to.end };
}

/** tail := [outcome] ["as" NAME] */
export function tail(cursor: Cursor): { readonly outcome: Outcome | undefined; readonly capture: Word | undefined } {
  let outcome = optionalOutcome(cursor);
  const named = capture(cursor);
  if (named && outcome === undefined) {
    const { start } = cursor.peek();
    outcome = optionalOutcome(cursor);
    if (outcome) misplaced(cursor, named, start);
  }
  return { outcome, capture: named };
}

function misplaced(cursor: Cursor, named: Word, start: number): void {
  const text = cursor.text.slice(start, cursor.end);
  const whole = cursor.takenFrom(0).find((token) => token.end < named.start && token.text.toLowerCase() === 'as');
  const from = cursor.takenFrom(0).findLast((token) => token.end <= named.start)?.start ?? whole?.start ?? start;
  const right = `${text} as ${named.text}`;
  const fix = { title: say('write "{0}"', right), start: from, end: cursor.end, text: right };
  cursor.warning(
    'word-order',
    { start, end: cursor.end },
    say('the outcome stands before the name: "{0}"', right),
    fix,
  );
}

/** capture := "as" NAME */
export function capture(cursor: Cursor): Word | undefined {
  return cursor.optionalKeyword('as') ? name(cursor, say('expected a name for the segment')) : undefined;
}

/** outcome := WORD [quantity] */
function optionalOutcome(cursor: Cursor): Outcome | undefined {
  if (!cursor.isName()) return undefined;
  const { text, start, end } = cursor.take();
  const kind = text.toLowerCase();
  if (!isOutcomeName(kind)) {
    if (!cursor.hasError) unknown(cursor, 'outcome', { text, start, end }, Object.keys(OUTCOMES));
    return undefined;
  }
  if (kind !== text) cursor.respell('wrong-case', { start, end }, kind);
  const takes = OUTCOMES[kind].amount;
  if (takes === 'none') return { kind, amount: undefined, start, end };
  if (!beginsExpression(cursor)) {
    if (takes === 'required') {
      cursor.error('missing-value', { start, end }, say('"{0}" needs a duration: {0} 200ms', kind));
    }
    return { kind, amount: undefined, start, end };
  }
  const amount = quantity(cursor, say('expected a duration'));
  return { kind, amount, ...cursor.from(start) };
}
