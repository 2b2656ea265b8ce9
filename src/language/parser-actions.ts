/** Lines that do something: calls, segments, rules, and the passing of time. */
import { say } from '../words/sentence';
import { type Cursor, replace } from './cursor';
import { beginsExpression, expression, quantity } from './parser-expressions';
import { direction, isDirection, name } from './parser-names';
import { options } from './parser-options';
import { capture, pattern, tail } from './parser-segments';
import type {
  CallLine,
  Expression,
  HandshakeLine,
  InjectLine,
  ReleaseLine,
  ReplayLine,
  RuleAction,
  RuleLine,
  RunLine,
  SegmentLine,
  Term,
  WaitLine,
  WaitUntilLine,
  Word,
} from './tree';
import { similarWords, unknown } from './unknown';
import type { Verb } from './vocabulary';
import { isVerb, VERBS } from './vocabulary/verbs';

const SIMILAR = similarWords(Object.values(VERBS));

/** call := NAME verb [amount] */
export function callLine(cursor: Cursor): CallLine {
  const peer = name(cursor, say('expected the name of a peer'));
  const verb = verbTerm(cursor);
  const needs = verb.value === 'send' || verb.value === 'recv';
  const amount = needs ? callAmount(cursor, verb) : undefined;
  const urgent = verb.value === 'send' ? cursor.optionalKeyword('urgent') : undefined;
  const settings = verb.value === 'set' ? options(cursor, 'peer') : [];
  if (verb.value === 'set' && settings.length === 0) {
    cursor.error('missing-value', verb, say('"set" needs an option: set nagle=off'));
  }
  return { kind: 'call', peer, verb, amount, urgent, options: settings, ...cursor.from(peer.start) };
}

function verbTerm(cursor: Cursor): Term<Verb> {
  const { text, start, end } = cursor.take();
  const lower = text.toLowerCase();
  if (!isVerb(lower)) {
    unknown(cursor, 'verb', { text, start, end }, Object.keys(VERBS), SIMILAR);
    return { text, start, end, value: undefined };
  }
  if (lower !== text) cursor.respell('wrong-case', { start, end }, lower);
  return { text, start, end, value: lower };
}

/** amount := quantity | TEXT | "all" */
function callAmount(cursor: Cursor, verb: Word & { readonly value: Verb | undefined }): Expression | undefined {
  const isRecv = verb.value === 'recv';
  if (isRecv && cursor.optionalKeyword('all')) return undefined;
  if (beginsExpression(cursor)) return quantity(cursor, say('expected an amount'));
  const message = isRecv
    ? say('"recv" needs an amount: recv 100 or recv all')
    : say('"send" needs an amount or a text: send 1000 or send "text"');
  cursor.error('missing-value', verb, message, isRecv ? replace(verb, 'recv all') : undefined);
  return undefined;
}

/** segment := direction pattern tail */
export function segmentLine(cursor: Cursor): SegmentLine {
  const way = direction(cursor);
  const shape = pattern(cursor, 'required');
  const { outcome, capture: named } = tail(cursor);
  return { kind: 'segment', direction: way, pattern: shape, outcome, capture: named, ...cursor.from(way.start) };
}

/** inject := "inject" direction pattern ["as" NAME] */
export function injectLine(cursor: Cursor): InjectLine {
  const { start } = cursor.take();
  const way = direction(cursor);
  const shape = pattern(cursor, 'required');
  return { kind: 'inject', direction: way, pattern: shape, capture: capture(cursor), ...cursor.from(start) };
}

/** rule := action ("next" [quantity] | "all") direction pattern ["by" quantity] */
export function ruleLine(cursor: Cursor, action: RuleAction): RuleLine {
  const { start } = cursor.take();
  const count = ruleCount(cursor);
  const way = direction(cursor);
  const shape = pattern(cursor, 'optional');
  const by = action === 'delay' ? ruleDelay(cursor) : undefined;
  return { kind: 'rule', action, count, direction: way, pattern: shape, by, ...cursor.from(start) };
}

function ruleCount(cursor: Cursor): RuleLine['count'] {
  if (cursor.optionalKeyword('all')) return 'all';
  if (!cursor.optionalKeyword('next')) {
    const { start } = cursor.peek();
    const fix = { title: say('write "{0}"', 'next'), start, end: start, text: 'next ' };
    cursor.giveUp(say('expected "next", "next" and a number, or "all"'), cursor.atEnd ? undefined : fix);
  }
  return isDirection(cursor) ? 'next' : quantity(cursor, say('expected the peer that sends'));
}

function ruleDelay(cursor: Cursor): Expression {
  if (!cursor.optionalKeyword('by')) cursor.giveUp(say('expected "by" and a duration: by 200ms'));
  return quantity(cursor, say('expected a duration'));
}

/** release := "release" NAME */
export function releaseLine(cursor: Cursor): ReleaseLine {
  const { start } = cursor.take();
  return { kind: 'release', capture: name(cursor, say('expected the name of a held segment')), ...cursor.from(start) };
}

/** replay := "replay" NAME */
export function replayLine(cursor: Cursor): ReplayLine {
  const { start } = cursor.take();
  return { kind: 'replay', capture: name(cursor, say('expected the name of a segment')), ...cursor.from(start) };
}

/** wait := "wait" quantity | "wait" "until" expression ["within" quantity] */
export function waitLine(cursor: Cursor): WaitLine | WaitUntilLine {
  const { start } = cursor.take();
  if (!cursor.optionalKeyword('until')) {
    const duration = quantity(cursor, say('expected a duration, or "until" and a condition'));
    return { kind: 'wait', duration, ...cursor.from(start) };
  }
  const condition = expression(cursor, say('expected a condition'));
  const within = cursor.optionalKeyword('within') ? quantity(cursor, say('expected a duration')) : undefined;
  return { kind: 'wait-until', condition, within, ...cursor.from(start) };
}

/** run := "run" */
export function runLine(cursor: Cursor): RunLine {
  const { start } = cursor.take();
  return { kind: 'run', ...cursor.from(start) };
}

/** handshake := "handshake" direction */
export function handshakeLine(cursor: Cursor): HandshakeLine {
  const { start } = cursor.take();
  return { kind: 'handshake', direction: direction(cursor), ...cursor.from(start) };
}
