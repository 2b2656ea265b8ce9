/** Options of peers and of the network: `mss=1460`, `iss=300,400`, `delay=10ms..50ms`. */
import { say } from '../words/sentence';
import { type Cursor, replace } from './cursor';
import { absolute, literal } from './parser-literals';
import { hyphenated } from './parser-names';
import { equals, tighten } from './parser-values';
import type { OptionNode, OptionValue, OptionWord, Word } from './tree';
import { unknown } from './unknown';
import type { OptionEntry } from './vocabulary';
import { NETWORK_OPTIONS } from './vocabulary/network-options';
import { PEER_OPTIONS } from './vocabulary/peer-options';

export type OptionOwner = 'peer' | 'network';

const TABLES: { readonly [owner in OptionOwner]: Readonly<Record<string, OptionEntry>> } = {
  peer: PEER_OPTIONS,
  network: NETWORK_OPTIONS,
};

/** options := option* */
export function options(cursor: Cursor, owner: OptionOwner): readonly OptionNode[] {
  const nodes: OptionNode[] = [];
  while (cursor.peek().kind === 'word') nodes.push(option(cursor, owner, nodes));
  return nodes;
}

/** option := NAME "=" value ("," value)* */
export function option(cursor: Cursor, owner: OptionOwner, before: readonly OptionNode[]): OptionNode {
  const name = optionName(cursor, owner);
  if (before.some((other) => other.name.text === name.text)) {
    cursor.error('repeated-option', name, say('"{0}" is written twice', name.text));
  }
  const entry = entryNamed(owner, name.text);
  if (!equals(cursor, name)) {
    if (entry) {
      const right = `${name.text}=${entry.value === 'on-off' ? 'on' : entry.default}`;
      const fix = right.includes(' ') ? undefined : replace(name, right);
      cursor.error('missing-value', name, say('"{0}" needs a value', name.text), fix);
    }
    return { name, values: [], start: name.start, end: name.end };
  }
  const values = [optionValue(cursor, name, entry)];
  while (cursor.optional(',')) values.push(optionValue(cursor, name, entry));
  tighten(cursor, name.start);
  const known = values.filter((value) => value !== undefined);
  return { name, values: known, ...cursor.from(name.start) };
}

const entryNamed = (owner: OptionOwner, name: string): OptionEntry | undefined =>
  Object.hasOwn(TABLES[owner], name) ? TABLES[owner][name] : undefined;

/** The name, respelled if only case, hyphens or underscores are wrong. */
function optionName(cursor: Cursor, owner: OptionOwner): Word {
  const word = hyphenated(cursor);
  const table = TABLES[owner];
  if (Object.hasOwn(table, word.text)) return word;
  const plain = (text: string): string => text.toLowerCase().replaceAll(/[-_]/g, '');
  const meant = Object.keys(table).find((known) => plain(known) === plain(word.text));
  if (meant !== undefined) {
    cursor.respell(meant === word.text.toLowerCase() ? 'wrong-case' : 'option-spelling', word, meant);
    return { ...word, text: meant };
  }
  const other: OptionOwner = owner === 'peer' ? 'network' : 'peer';
  if (entryNamed(other, word.text)) {
    const message =
      other === 'network'
        ? say('"{0}" is an option of the network: network {0}=...', word.text)
        : say('"{0}" is an option of a peer: peer NAME {0}=...', word.text);
    cursor.error('unknown-option', word, message);
  } else {
    unknown(cursor, 'option', word, Object.keys(table));
  }
  return word;
}

/** value := literal [".." literal] | ABSOLUTE | WORD */
function optionValue(cursor: Cursor, name: Word, entry: OptionEntry | undefined): OptionValue | undefined {
  const token = cursor.peek();
  let value: OptionValue | undefined;
  if (token.kind === 'number') value = literalOrRange(cursor);
  else if (token.kind === 'absolute') value = absolute(cursor, token);
  else if (token.kind === 'word' && !cursor.isSymbol('=', 1)) value = optionWord(cursor, entry);
  else if (token.kind === 'end' || token.kind === 'word') {
    cursor.error('missing-value', name, say('"{0}" needs a value', name.text));
    return undefined;
  }
  const next = cursor.peek();
  if (value === undefined || (next.kind === 'symbol' && '+-*('.includes(next.text))) {
    const message = say('an option takes a plain value: a number, a duration or a word');
    cursor.error('bad-value', next, message);
  }
  return value;
}

function literalOrRange(cursor: Cursor): OptionValue | undefined {
  const token = cursor.peek();
  if (token.kind !== 'number') return undefined;
  const from = literal(cursor, token);
  if (!cursor.optional('..')) return from;
  const second = cursor.peek();
  if (second.kind !== 'number') {
    cursor.missing(say('expected a duration after ".."'));
    return from;
  }
  const to = literal(cursor, second);
  if (from.kind === 'duration' && to.kind === 'duration') {
    return { kind: 'range', from, to, start: from.start, end: to.end };
  }
  // `10..50ms` is written for `10ms..50ms`.
  const missesUnit = token.unit === '' && to.kind === 'duration';
  const fix = missesUnit ? replace(token, token.text + second.text.replace(/^[\d.]+/, '')) : undefined;
  cursor.error('bad-value', cursor.from(from.start), say('a range goes from one duration to another: 10ms..50ms'), fix);
  return from;
}

/** A word, respelled if only its case is wrong: `Reno`, `OFF`. */
function optionWord(cursor: Cursor, entry: OptionEntry | undefined): OptionWord {
  const word = hyphenated(cursor);
  const lower = word.text.toLowerCase();
  const known = lower === 'on' || lower === 'off' || entry?.choices.some((choice) => choice.name === lower);
  if (!known || lower === word.text) return { kind: 'word', ...word };
  cursor.respell('wrong-case', word, lower);
  return { kind: 'word', ...word, text: lower };
}
