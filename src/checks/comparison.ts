/**
 * What was expected above what was, so that the eye finds the difference: equal fields stand in equal columns, and
 * the fields that differ are marked below.
 *
 * Rule 1: only a segment is marked against a segment. What a condition says and what its variables are differ everywhere.
 * Rule 2: a length that is not written is 0 (docs/language.md): text that is there all the same is marked.
 */
import { displayWidth, padEnd } from '../trace/columns';

export interface Comparison {
  readonly expected: string;
  readonly actual: string;
  /** Carets below what differs; empty if nothing is marked. */
  readonly marks: string;
}

/** A word, or a field with its name. Words are known by their place among the words: the flags are word 0. */
interface Token {
  readonly key: string;
  readonly text: string;
}

function tokens(text: string): readonly Token[] {
  const found: Token[] = [];
  let words = 0;
  for (const part of text.match(/(?:"(?:[^"\\]|\\.)*"|\([^)]*\)|[^\s"(])+|["(]/g) ?? []) {
    const name = /^([a-z]+)=[^=]/.exec(part)?.[1];
    found.push({ key: name ?? `word ${words++}`, text: part });
  }
  return found;
}

/** `blamed`: the parts of the author's line that are known not to match (`ack=2`, `SYN+ACK`); empty if that is not known. */
export function compare(expected: string, actual: string, blamed: readonly string[] = []): Comparison {
  const left = tokens(expected);
  const right = tokens(actual);
  const words = (list: readonly Token[]): number => list.filter(({ key }) => key.startsWith('word')).length;
  const segments = words(left) === words(right) && right.length > words(right);
  if (!segments) return { expected, actual, marks: '' };
  const actualText = new Map(right.map(({ key, text }) => [key, text]));
  const expectedText = new Map(left.map(({ key, text }) => [key, text]));
  const blamedKeys = new Set(blamed.flatMap((text) => tokens(text)).map(({ key }) => key));
  const known = left.some(({ key }) => blamedKeys.has(key));
  const noText = !/\b(?:DATA|ANY|len=|data=)|\.\./.test(expected);
  const keys = [...left, ...right.filter(({ key }) => !expectedText.has(key))].map(({ key }) => key);
  const columns = keys.map((key) => {
    const wanted = expectedText.get(key) ?? '';
    const found = actualText.get(key) ?? '';
    const width = Math.max(displayWidth(wanted), displayWidth(found));
    const differs = known ? blamedKeys.has(key) : wanted !== '' && !same(key, wanted, actualText);
    const mark = '^'.repeat(differs || (key === 'len' && noText) ? displayWidth(found) || displayWidth(wanted) : 0);
    return [wanted, found, mark].map((text) => padEnd(text, width));
  });
  const line = (index: number): string =>
    columns
      .map((column) => column[index])
      .join(' ')
      .trimEnd();
  return { expected: line(0), actual: line(1), marks: line(2) };
}

/** True if the field holds what was written; `seq=1..1461` is a first number and a length. */
function same(key: string, wanted: string, actual: ReadonlyMap<string, string>): boolean {
  const range = /^seq=(\d+)\.\.(\d+)$/.exec(wanted);
  if (range === null) return actual.get(key) === wanted;
  const [first, end] = [Number(range[1]), Number(range[2])];
  return actual.get('seq') === `seq=${first}` && actual.get('len') === `len=${end - first}`;
}
