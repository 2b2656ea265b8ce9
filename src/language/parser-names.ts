/** Names and directions: `client`, `client -> server`. */
import { type Sentence, say } from '../words/sentence';
import { type Cursor, replace } from './cursor';
import type { Direction, Word } from './tree';
import { isKeyword } from './vocabulary/keywords';

/** hyphenated := WORD ("-" (WORD | NUMBER))*, without spaces: `delayed-ack`, `FIN-WAIT-1` */
export function hyphenated(cursor: Cursor): Word {
  const first = cursor.take();
  let text = first.text;
  while (hyphenAhead(cursor)) text += cursor.take().text + cursor.take().text;
  return { text, start: first.start, end: cursor.end };
}

function hyphenAhead(cursor: Cursor, ahead = 0): boolean {
  const next = cursor.peek(ahead + 1).kind;
  const joined = cursor.isSymbol('-', ahead) && cursor.adjacent(ahead) && cursor.adjacent(ahead + 1);
  return joined && (next === 'word' || next === 'number');
}

/** The hyphenated word that begins here, without taking it, and of how many tokens it is made. */
export function peekHyphenated(cursor: Cursor): { readonly text: string; readonly tokens: number } {
  let text = cursor.peek().text;
  let tokens = 1;
  while (hyphenAhead(cursor, tokens)) {
    text += cursor.peek(tokens).text + cursor.peek(tokens + 1).text;
    tokens += 2;
  }
  return { text, tokens };
}

/** name := WORD that is no keyword */
export function name(cursor: Cursor, missing: Sentence): Word {
  if (cursor.peek().kind !== 'word') cursor.giveUp(missing);
  const word = hyphenated(cursor);
  if (word.text.includes('-')) {
    const right = word.text.replaceAll('-', '_');
    cursor.error('bad-name', word, say('a name is made of letters, digits and _: "{0}"', right), replace(word, right));
  } else if (isKeyword(word.text.toLowerCase())) {
    cursor.error('reserved-name', word, say('"{0}" is a word of the language and cannot be a name', word.text));
  }
  return word;
}

/** direction := NAME "->" NAME */
export function direction(cursor: Cursor): Direction {
  const left = name(cursor, say('expected the peer that sends'));
  if (!isArrow(cursor)) cursor.giveUp(say('expected "->" and the peer that receives'));
  const backwards = !cursor.isSymbol('->');
  const close = cursor.adjacent();
  const arrow = cursor.take();
  while (backwards && cursor.isSymbol('-') && cursor.adjacent()) cursor.take();
  const tight = close || cursor.adjacent();
  const right = name(cursor, backwards ? say('expected the peer that sends') : say('expected the peer that receives'));
  const range = cursor.from(left.start);
  if (backwards) {
    cursor.respell('left-arrow', range, `${right.text} -> ${left.text}`);
    return { from: right, to: left, ...range };
  }
  if (tight) {
    const gap = { start: left.end, end: right.start };
    const fix = { ...replace(gap, ' -> '), title: say('put spaces around it') };
    cursor.warning('arrow-spacing', arrow, say('an arrow has spaces around it'), fix);
  }
  return { from: left, to: right, ...range };
}

/** Is the token that far ahead an arrow? `<-` is one when a name stands behind it and it is no comparison with a minus. */
export function isArrow(cursor: Cursor, ahead = 0): boolean {
  if (cursor.isSymbol('->', ahead) || cursor.isSymbol('<-', ahead)) return true;
  if (!cursor.isSymbol('<', ahead)) return false;
  let behind = ahead + 1;
  while (cursor.isSymbol('-', behind) && cursor.adjacent(behind)) behind += 1;
  if (behind === ahead + 1 || cursor.peek(behind).kind !== 'word') return false;
  return cursor.adjacent(ahead) || !cursor.adjacent(behind);
}

/** Does a direction begin here? */
export const isDirection = (cursor: Cursor, ahead = 0): boolean =>
  cursor.peek(ahead).kind === 'word' && isArrow(cursor, ahead + 1);
