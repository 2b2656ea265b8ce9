/** The `=` before a value, and the rule that a value has no spaces. */
import { say } from '../words/sentence';
import { type Cursor, replace } from './cursor';
import type { Word } from './tree';

/** Takes the `=` behind `name`; `==`, and a number or a text without `=`, are understood. False if there is no value. */
export function equals(cursor: Cursor, name: Word): boolean {
  if (cursor.optional('=')) return true;
  const token = cursor.peek();
  if (cursor.optional('==')) {
    cursor.respell('double-equals', token, '=');
    return true;
  }
  const isSwitch = token.kind === 'word' && ['on', 'off'].includes(token.text.toLowerCase());
  if (token.kind !== 'number' && token.kind !== 'text' && !isSwitch) return false;
  const gap = { start: name.end, end: token.start };
  cursor.warning('missing-equals', name, say('"{0}" and its value are joined by "="', name.text), replace(gap, '='));
  return true;
}

/** Reports spaces outside parentheses in what was taken from column `start` on. */
export function tighten(cursor: Cursor, start: number): void {
  let depth = 0;
  let end = start;
  let tight = '';
  let spaced = false;
  for (const token of cursor.takenFrom(start)) {
    const gap = cursor.text.slice(end, token.start);
    if (depth === 0 && gap !== '') spaced = true;
    tight += (depth > 0 ? gap : '') + cursor.text.slice(token.start, token.end);
    if (token.kind === 'symbol' && token.text === '(') depth += 1;
    if (token.kind === 'symbol' && token.text === ')') depth -= 1;
    end = token.end;
  }
  // Other slips of these characters have their own fix.
  const reported = cursor.diagnostics.some((diagnostic) => diagnostic.end > start);
  if (!spaced || reported) return;
  const range = { start, end };
  const message = say('a value has no spaces, or stands in parentheses: "{0}"', tight);
  cursor.warning('space-in-value', range, message, replace(range, tight));
}
