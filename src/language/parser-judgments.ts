/** Lines that judge, and remarks: `expect`, `always`, `never`, `finally`, `note`. */
import { say } from '../words/sentence';
import { type Cursor, GIVE_UP, replace } from './cursor';
import { text } from './parser-declarations';
import { expression, quantity } from './parser-expressions';
import { direction, isDirection, name } from './parser-names';
import { pattern } from './parser-segments';
import type { ExpectLine, ExpectNoLine, NeverSegmentLine, NoteLine, WatchLine } from './tree';

/** expect := "expect" expression | "expect" "no" direction pattern ["for" quantity] */
export function expectLine(cursor: Cursor): ExpectLine | ExpectNoLine {
  const { start, end } = cursor.take();
  if (isDirection(cursor)) {
    const message = say(
      'a segment line checks by itself and needs no "expect"; "{0}" at its end leaves the segment on the wire',
      'underway',
    );
    cursor.error('expect-segment', { start, end }, message, replace({ start, end: cursor.peek().start }, ''));
    throw GIVE_UP;
  }
  if (cursor.optionalKeyword('no')) {
    const way = direction(cursor);
    const shape = pattern(cursor, 'optional');
    const during = cursor.optionalKeyword('for') ? quantity(cursor, say('expected a duration')) : undefined;
    return { kind: 'expect-no', direction: way, pattern: shape, during, ...cursor.from(start) };
  }
  return { kind: 'expect', condition: expression(cursor, say('expected a condition')), ...cursor.from(start) };
}

/** watch := ("always" | "finally") expression */
export function watchLine(cursor: Cursor, kind: WatchLine['kind']): WatchLine {
  const { start } = cursor.take();
  return { kind, condition: expression(cursor, say('expected a condition')), ...cursor.from(start) };
}

/** never := "never" expression | "never" direction pattern */
export function neverLine(cursor: Cursor): WatchLine | NeverSegmentLine {
  if (!isDirection(cursor, 1)) return watchLine(cursor, 'never');
  const { start } = cursor.take();
  const way = direction(cursor);
  return { kind: 'never-segment', direction: way, pattern: pattern(cursor, 'required'), ...cursor.from(start) };
}

/** note := "note" [NAME] TEXT */
export function noteLine(cursor: Cursor): NoteLine {
  const { start } = cursor.take();
  const hasPeer = cursor.peek().kind === 'word' && cursor.peek(1).kind === 'text';
  const peer = hasPeer ? name(cursor, say('expected the name of a peer')) : undefined;
  const remark = text(cursor, say('expected a text in quotation marks'));
  return { kind: 'note', peer, text: remark, ...cursor.from(start) };
}
