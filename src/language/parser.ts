/**
 * One line of text into its tree.
 *
 * Rule 1: it never fails; what cannot be understood is a `broken` statement with a diagnostic that says why.
 * Rule 2: a line is read by itself; nothing that another line says changes its tree.
 */
import { say } from '../words/sentence';
import type { Code } from './codes';
import { Cursor, GIVE_UP, replace } from './cursor';
import type { Diagnostic } from './diagnostics';
import { lex } from './lexer';
import { nearest } from './nearest';
import {
  callLine,
  handshakeLine,
  injectLine,
  releaseLine,
  replayLine,
  ruleLine,
  runLine,
  segmentLine,
  waitLine,
} from './parser-actions';
import { chapter, isChapter } from './parser-chapters';
import { letLine, networkLine, peerLine, scenarioLine } from './parser-declarations';
import { expression } from './parser-expressions';
import { expectLine, neverLine, noteLine, watchLine } from './parser-judgments';
import { isArrow } from './parser-names';
import type { Expression, Line, Statement } from './tree';
import { unknown } from './unknown';
import type { StatementWord } from './vocabulary';
import { flagNamed } from './vocabulary/flags';
import { isStatementWord, STATEMENTS } from './vocabulary/keywords';
import { stateNamed } from './vocabulary/states';
import { isVerb, VERBS } from './vocabulary/verbs';

/** Characters; so that a binary file does not keep the editor busy. */
const LONGEST_LINE = 10_000;

const STATEMENT_PARSERS: { readonly [W in StatementWord]: (cursor: Cursor) => Statement } = {
  scenario: scenarioLine,
  peer: peerLine,
  network: networkLine,
  let: letLine,
  inject: injectLine,
  drop: (cursor) => ruleLine(cursor, 'drop'),
  delay: (cursor) => ruleLine(cursor, 'delay'),
  duplicate: (cursor) => ruleLine(cursor, 'duplicate'),
  corrupt: (cursor) => ruleLine(cursor, 'corrupt'),
  release: releaseLine,
  replay: replayLine,
  wait: waitLine,
  run: runLine,
  handshake: handshakeLine,
  expect: expectLine,
  always: (cursor) => watchLine(cursor, 'always'),
  never: neverLine,
  finally: (cursor) => watchLine(cursor, 'finally'),
  note: noteLine,
};

/** The tree of one line, given without its line end. */
export function parseLine(text: string): Line {
  if (text.length > LONGEST_LINE) return tooLong(text);
  if (isChapter(text)) return chapter(text);
  const { tokens, comment, diagnostics, unreadable } = lex(text);
  const start = tokens[0]?.start ?? 0;
  const end = (comment ? text.slice(0, comment.start) : text).trimEnd().length;
  if (unreadable) return { text, statement: { kind: 'broken', start, end }, comment, diagnostics };
  const cursor = new Cursor(text, tokens);
  if (cursor.atEnd) return { text, statement: { kind: 'blank', start: end, end }, comment, diagnostics };
  const parsed = attempt(cursor, statement) ?? { kind: 'broken', start, end };
  return { text, statement: parsed, comment, diagnostics: inOrder(diagnostics, cursor.diagnostics) };
}

/** An expression by itself, as in watches, hovers and conditional breakpoints. */
export function parseExpression(text: string): {
  readonly expression: Expression;
  readonly diagnostics: readonly Diagnostic[];
} {
  const line = text.length > LONGEST_LINE ? '' : text;
  const { tokens, diagnostics, unreadable } = lex(line);
  const cursor = new Cursor(line, tokens);
  const parsed = unreadable ? undefined : attempt(cursor, (inner) => expression(inner, say('expected an expression')));
  return {
    expression: parsed ?? { kind: 'broken-expression', start: 0, end: text.length },
    diagnostics: inOrder(diagnostics, cursor.diagnostics),
  };
}

/** What `parse` makes of the whole line; text behind it is reported. Undefined if the line was given up. */
function attempt<T>(cursor: Cursor, parse: (cursor: Cursor) => T): T | undefined {
  try {
    const parsed = parse(cursor);
    trailing(cursor);
    return parsed;
  } catch (reason) {
    if (reason !== GIVE_UP) throw reason;
    return undefined;
  }
}

function trailing(cursor: Cursor): void {
  if (cursor.atEnd || cursor.hasError) return;
  const { start } = cursor.peek();
  const complete = cursor.end;
  while (!cursor.atEnd) cursor.take();
  const rest = cursor.from(start);
  const shown = cursor.text.slice(rest.start, Math.min(rest.end, rest.start + 40));
  const fix = replace({ start: complete, end: rest.end }, '');
  cursor.error('unexpected-text', rest, say('unexpected "{0}" after a complete line', shown), fix);
}

/** statement := segment | keyword line | call */
function statement(cursor: Cursor): Statement {
  const first = cursor.peek();
  if (first.kind !== 'word') {
    return cursor.giveUp(say('a line begins with a word of the language or the name of a peer'));
  }
  if (isArrow(cursor, 1)) return segmentLine(cursor);
  if (isStatementWord(first.text)) return STATEMENT_PARSERS[first.text](cursor);
  const lower = first.text.toLowerCase();
  if (isStatementWord(lower)) {
    cursor.respell('wrong-case', first, lower);
    return STATEMENT_PARSERS[lower](cursor);
  }
  return callOrUnknown(cursor);
}

/** A call, or whatever it may have been meant to be. */
function callOrUnknown(cursor: Cursor): Statement {
  const first = cursor.peek();
  const second = cursor.peek(1);
  const statements = Object.keys(STATEMENTS);
  if (second.kind === 'symbol' && second.text === '=') {
    const fix = { title: say('write "{0}"', `let ${first.text}`), start: first.start, end: first.start, text: 'let ' };
    cursor.error('missing-let', first, say('a value gets its name with "let": let {0} = ...', first.text), fix);
    throw GIVE_UP;
  }
  if (second.kind === 'word' && isVerb(second.text.toLowerCase())) return callLine(cursor);
  const isCondition = second.kind === 'word' ? stateNamed(second.text) !== undefined || second.text === 'in' : false;
  if (isCondition || cursor.isSymbol('.', 1)) {
    const fix = { title: say('write "{0}"', 'expect'), start: first.start, end: first.start, text: 'expect ' };
    cursor.error('missing-expect', first, say('a condition is judged with "expect"'), fix);
    throw GIVE_UP;
  }
  const third = cursor.peek(2);
  if (second.kind === 'word' && third.kind === 'word' && flagNamed(third.text) !== undefined) {
    cursor.take();
    const fix = { title: say('write "{0}"', '->'), start: second.start, end: second.start, text: '-> ' };
    cursor.giveUp(say('expected "->" between two peers'), fix);
  }
  const nearVerb = second.kind === 'word' && nearest(second.text, Object.keys(VERBS)).length > 0;
  const nearStatement = nearest(first.text, statements).length > 0;
  if (second.kind === 'word' && (nearVerb || !nearStatement)) return callLine(cursor);
  if (nearStatement) {
    unknown(cursor, 'statement', first, statements);
  } else {
    const message = say(
      'expected what "{0}" does ({1}), or "->" and a segment',
      first.text,
      Object.keys(VERBS).join(', '),
    );
    cursor.take();
    cursor.missing(message);
  }
  throw GIVE_UP;
}

function tooLong(text: string): Line {
  const diagnostic: Diagnostic = {
    code: 'line-too-long' satisfies Code,
    severity: 'error',
    start: LONGEST_LINE,
    end: text.length,
    message: say('the line has more than {0} characters and is not read', LONGEST_LINE),
    fix: undefined,
  };
  return {
    text,
    statement: { kind: 'broken', start: 0, end: text.length },
    comment: undefined,
    diagnostics: [diagnostic],
  };
}

const inOrder = (lexer: readonly Diagnostic[], parser: readonly Diagnostic[]): readonly Diagnostic[] =>
  lexer.length === 0 && parser.length < 2 ? parser : [...lexer, ...parser].sort((a, b) => a.start - b.start);
