/**
 * A language that does not exist: the words of every sentence stand in brackets, its arguments do not. What is outside
 * of brackets was never given to the translation, or is an argument, and may then only be of the protocol, of the
 * scenario language, or of the author.
 */
import { CAPTURE_FIELDS, GLOBALS, PEER_FIELDS } from '../../src/language/vocabulary/expression-fields';
import { FIELDS } from '../../src/language/vocabulary/fields';
import { FLAG_WORDS, FLAGS } from '../../src/language/vocabulary/flags';
import { CONNECTIVES, STATEMENTS } from '../../src/language/vocabulary/keywords';
import { NETWORK_OPTIONS } from '../../src/language/vocabulary/network-options';
import { OUTCOMES } from '../../src/language/vocabulary/outcomes';
import { PEER_OPTIONS } from '../../src/language/vocabulary/peer-options';
import { STATES } from '../../src/language/vocabulary/states';
import { UNITS } from '../../src/language/vocabulary/units';
import { VERBS } from '../../src/language/vocabulary/verbs';
import { rows } from '../../src/tcp/fsm';
import { TIMERS } from '../../src/tcp/timers';
import type { Translate } from '../../src/words/sentence';

/** `unknown peer "{0}"` is `⟦unknown peer "⟧{0}⟦"⟧`. */
export const pseudo: Translate = (english) =>
  english
    .split(/(\{\d+\})/)
    .map((part) => (/^\{\d+\}$/.test(part) || part.trim() === '' ? part : `⟦${part}⟧`))
    .join('');

/** Every text of a table, but those that are said. */
function words(table: unknown, name = ''): readonly string[] {
  if (typeof table === 'string') return name === 'meaning' || name === 'gives' ? [] : [table];
  if (typeof table !== 'object' || table === null) return [];
  return Object.entries(table).flatMap(([key, value]) => [
    ...(Array.isArray(table) ? [] : [key]),
    ...words(value, Array.isArray(table) ? name : key),
  ]);
}

/** What stays as it is in every language. */
const PROTOCOL: readonly string[] = [
  ...[STATES, FLAGS, FLAG_WORDS, FIELDS, VERBS, OUTCOMES, STATEMENTS, CONNECTIVES, PEER_OPTIONS, NETWORK_OPTIONS],
  ...[PEER_FIELDS, CAPTURE_FIELDS, GLOBALS, UNITS],
]
  .flatMap((table) => words(table))
  .concat(
    rows.flatMap(({ event, guard = '', actions, rule }) => [event, guard, ...actions, rule]),
    rows.flatMap(({ actions }) => actions.map((action) => action.replace('error: ', ''))),
    TIMERS,
    Object.keys(PEER_FIELDS).map((name) => name.toUpperCase()),
    // Fields of a segment and sections as RFC 9293, 3.10.7 names them.
    ['SEG.SEQ', 'SEG.ACK', 'SEG.LEN', 'SEG.WND', 'SEG.UP', 'CTL', 'SEQ', 'WND', 'DATA', 'RFC'],
    ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth'].map((ordinal) => `${ordinal} check`),
    // What happens, as the trace and the names of function breakpoints have it (docs/trace.md, docs/debugger.md).
    ['call', 'arrive', 'timer', 'lost', 'discard', 'held', 'delayed', 'underway', 'released', 'note', 'expect', 'rule'],
    ['wait', 'fork', 'script', 'challenge'],
  );

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const KNOWN = new RegExp(
  `(?<![\\w])(?:${[...new Set(PROTOCOL)]
    .filter((word) => /[A-Za-z]{2}/.test(word))
    .sort((a, b) => b.length - a.length)
    .map(escaped)
    .join('|')})(?![\\w])`,
  'g',
);

/** The words of a text that were not translated (what is cut short, `…`, has lost its bracket); `authors` is what an author wrote, whose words are no English of ours. */
export function escapes(text: string, authors = ''): readonly string[] {
  const own = new Set(authors.match(/[\p{L}\p{N}_]+/gu) ?? []);
  const rest = text.replace(/⟦[^⟧]*(?:⟧|…|$)/g, ' ').replace(KNOWN, ' ');
  return (rest.match(/[\p{L}\p{N}_]+/gu) ?? []).filter(
    (word) => /^[^\d].*[A-Za-z]{2}|^[A-Za-z]{2}/.test(word) && !own.has(word),
  );
}
