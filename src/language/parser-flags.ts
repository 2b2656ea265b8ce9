/** Flags: `SYN+ACK`, `NONE`, `DATA`, `ANY`. */
import { say } from '../words/sentence';
import type { Cursor } from './cursor';
import type { Flags, Term } from './tree';
import { unknown } from './unknown';
import type { FlagName, FlagWord } from './vocabulary';
import { FLAG_WORDS, FLAGS, flagNamed, flagWordNamed } from './vocabulary/flags';

interface Found {
  readonly names: Term<FlagName>[];
  readonly words: FlagWord[];
  /** True if they are not joined by `+` alone. */
  slip: boolean;
}

/** flags := flag ("+" flag)* */
export function flags(cursor: Cursor): Flags {
  const { start } = cursor.peek();
  const found: Found = { names: [], words: [], slip: false };
  flag(cursor, found);
  while (joint(cursor, found)) flag(cursor, found);
  const range = cursor.from(start);
  const kind = found.words.includes('DATA') ? 'data' : found.words.includes('ANY') ? 'any' : 'exact';
  if (found.slip && !cursor.hasError) {
    const right = [...found.words, ...found.names.map((name) => name.value ?? name.text)].join('+');
    cursor.respell('flag-separator', range, right);
  }
  if (found.words.includes('NONE') && found.words.length + found.names.length > 1) {
    cursor.error('unexpected-text', range, say('NONE is a segment without flags; no other stands beside it'));
  }
  return { kind, names: found.names, ...range };
}

/** Takes what joins two flags. `SYN/ACK`, `SYN,ACK`, `SYN-ACK` and `SYN ACK` are understood. */
function joint(cursor: Cursor, found: Found): boolean {
  const token = cursor.peek();
  const spaced = !cursor.adjacent() || !cursor.adjacent(1);
  if (token.kind === 'word') {
    // A flag after a space; `ack=1` and `ack 1` are fields.
    const next = cursor.peek(1);
    const isField = cursor.isSymbol('=', 1) || cursor.isSymbol('==', 1) || next.kind === 'number';
    if (isField || flagNamed(token.text) === undefined) return false;
    found.slip = true;
    return true;
  }
  if (token.kind !== 'symbol' || !'+/,|&-'.includes(token.text)) return false;
  if (token.text === '-' && spaced) return false;
  if (token.text !== '+' || spaced) found.slip = true;
  cursor.take();
  return true;
}

/** flag := "SYN" | ... | "NONE" | "DATA" | "ANY", in any case */
function flag(cursor: Cursor, found: Found): void {
  const token = cursor.peek();
  if (token.kind !== 'word') {
    cursor.missing(say('expected a flag: {0}', Object.keys(FLAGS).join(', ')));
    return;
  }
  cursor.take();
  const special = flagWordNamed(token.text);
  if (special !== undefined) {
    found.words.push(special);
    return;
  }
  const names = runTogether(token.text);
  if (names.length > 1) found.slip = true;
  for (const value of names) {
    if (found.names.some((other) => other.value === value)) {
      cursor.error('repeated-flag', token, say('"{0}" is written twice', value));
    }
    found.names.push({ text: token.text, value, start: token.start, end: token.end });
  }
  if (names.length === 0) {
    unknown(cursor, 'flag', token, [...Object.keys(FLAGS), ...Object.keys(FLAG_WORDS)]);
    found.names.push({ text: token.text, value: undefined, start: token.start, end: token.end });
  }
}

/** The flags of a word: one, or several run together (`SYNACK`); none if there is anything else in it. */
function runTogether(text: string): readonly FlagName[] {
  const names = (text.match(/.{1,3}/g) ?? []).map(flagNamed);
  const known = names.filter((name) => name !== undefined);
  return known.length === names.length ? known : [];
}
