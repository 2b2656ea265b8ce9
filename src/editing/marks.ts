/**
 * The words of a line that mean something, and where they stand: what hovers, colours, names and references look at.
 *
 * Rule 1: they come from the tree alone, in the order of the line; a broken line has none.
 * Rule 2: what a name stands for is not known here: `d1` of `d1.seq` is an `owner`, be it a peer or a segment.
 */
import type { OptionOwner } from '../language/parser-options';
import type { Expression, Line, OptionNode, Outcome, Pattern, Range, Statement, Term, Word } from '../language/tree';
import type { FieldName, FlagName, OutcomeName, StateName, Verb } from '../language/vocabulary';
import { directionOf, patternOf } from '../program/parts';
import { placesOf } from '../program/places';

export type Mark = Range &
  /** A word that can only be a peer; `declares` on its `peer` line. */
  (
    | { readonly kind: 'peer'; readonly text: string; readonly declares: boolean }
    /** What stands before a dot: a peer, a segment, or `wire`. */
    | { readonly kind: 'owner'; readonly text: string }
    /** What stands behind the dot. */
    | { readonly kind: 'variable'; readonly text: string; readonly owner: string }
    /** A word by itself: a value from `let`, `time` or a state. */
    | { readonly kind: 'name'; readonly text: string }
    /** The name that a `let`, or an `as`, defines. */
    | { readonly kind: 'constant' | 'capture'; readonly text: string }
    /** The name of a segment that is released or replayed. */
    | { readonly kind: 'segment'; readonly text: string }
    | { readonly kind: 'state'; readonly value: StateName | undefined }
    | { readonly kind: 'flag'; readonly value: FlagName | undefined }
    | { readonly kind: 'field'; readonly value: FieldName | undefined }
    | { readonly kind: 'verb'; readonly value: Verb | undefined }
    | { readonly kind: 'outcome'; readonly value: OutcomeName }
    | { readonly kind: 'option'; readonly owner: OptionOwner; readonly value: string }
    /** A word that an option is set to. */
    | { readonly kind: 'choice'; readonly owner: OptionOwner; readonly option: string; readonly value: string }
  );

/** The marks of a line. They are found quickly enough not to be kept. */
export function marksOf({ statement, text }: Line): readonly Mark[] {
  const marks: Mark[] = [];
  addOwn(marks, statement);
  const direction = directionOf(statement);
  if (direction) marks.push(peer(direction.from), peer(direction.to));
  const pattern = patternOf(statement);
  if (pattern) addPattern(marks, pattern);
  for (const { expression } of placesOf(statement)) addExpression(marks, expression, text);
  return marks.sort((a, b) => a.start - b.start);
}

const peer = ({ text, start, end }: Word, declares = false): Mark => ({ kind: 'peer', text, declares, start, end });

/** The words that only this kind of statement has. */
function addOwn(marks: Mark[], statement: Statement): void {
  switch (statement.kind) {
    case 'peer':
      marks.push(peer(statement.name, true));
      for (const option of statement.options) addOption(marks, option, 'peer');
      break;
    case 'network':
      for (const option of statement.options) addOption(marks, option, 'network');
      break;
    case 'let':
      marks.push(word('constant', statement.name));
      break;
    case 'call': {
      const { value, start, end } = statement.verb;
      marks.push(peer(statement.peer), { kind: 'verb', value, start, end });
      for (const option of statement.options) addOption(marks, option, 'peer');
      break;
    }
    case 'segment':
      if (statement.outcome) marks.push(outcome(statement.outcome));
      if (statement.capture) marks.push(word('capture', statement.capture));
      break;
    case 'inject':
      if (statement.capture) marks.push(word('capture', statement.capture));
      break;
    case 'release':
    case 'replay':
      marks.push(word('segment', statement.capture));
      break;
    case 'note':
      if (statement.peer) marks.push(peer(statement.peer));
      break;
    default:
  }
}

const word = (kind: 'constant' | 'capture' | 'segment' | 'owner' | 'name', { text, start, end }: Word): Mark => ({
  kind,
  text,
  start,
  end,
});

/** The word alone, without its amount. */
const outcome = ({ kind, start }: Outcome): Mark => ({ kind: 'outcome', value: kind, start, end: start + kind.length });

function addPattern(marks: Mark[], { flags, fields }: Pattern): void {
  for (const { value, start, end } of flags?.names ?? []) marks.push({ kind: 'flag', value, start, end });
  for (const { name } of fields) marks.push({ kind: 'field', value: name.value, start: name.start, end: name.end });
}

function addOption(marks: Mark[], { name, values }: OptionNode, owner: OptionOwner): void {
  marks.push({ kind: 'option', owner, value: name.text, start: name.start, end: name.end });
  for (const value of values) {
    if (value.kind !== 'word') continue;
    const { text, start, end } = value;
    marks.push({ kind: 'choice', owner, option: name.text, value: text, start, end });
  }
}

function addExpression(marks: Mark[], expression: Expression, text: string): void {
  switch (expression.kind) {
    case 'unary':
      addExpression(marks, expression.operand, text);
      break;
    case 'binary':
      addExpression(marks, expression.left, text);
      addExpression(marks, expression.right, text);
      break;
    case 'name':
      marks.push(word('name', expression));
      break;
    case 'field': {
      const { owner, name } = expression;
      marks.push(word('owner', owner), variable(name, owner));
      break;
    }
    case 'in-state':
      marks.push(peer(expression.peer));
      for (const each of expression.states) marks.push(state(each));
      break;
    case 'visited': {
      const { peer: owner } = expression;
      const start = Math.max(owner.end, text.indexOf('visited', owner.end));
      const name: Word = { text: 'visited', start, end: start + 'visited'.length };
      marks.push(peer(owner), variable(name, owner), state(expression.state));
      break;
    }
    default:
  }
}

const variable = ({ text, start, end }: Word, owner: Word): Mark => ({
  kind: 'variable',
  text,
  owner: owner.text,
  start,
  end,
});

const state = ({ value, start, end }: Term<StateName>): Mark => ({ kind: 'state', value, start, end });
