/** Chapters: `== Title ==`. The title is text, not tokens, so they are read before the lexer sees the line. */
import { say } from '../words/sentence';
import type { Diagnostic } from './diagnostics';
import { fold } from './fold';
import type { Line } from './tree';

export const isChapter = (text: string): boolean => fold(text.trimStart().slice(0, 2)) === '==';

/** chapter := "==" title "==" [COMMENT]; the closing `==` is the first with nothing or a comment behind it */
export function chapter(text: string): Line {
  const folded = fold(text);
  const start = text.length - text.trimStart().length;
  const open = start + equalsFrom(folded, start);
  const close = closing(folded, open);
  const bodyEnd = close ? close.start : text.trimEnd().length;
  const body = text.slice(open, bodyEnd);
  const titleStart = open + body.length - body.trimStart().length;
  const title = { text: body.trim(), start: titleStart, end: titleStart + body.trim().length };
  const end = close ? close.end : text.trimEnd().length;
  const rest = text.slice(end);
  const commentStart = end + rest.length - rest.trimStart().length;
  const comment = rest.trim() === '' ? undefined : `#${text.slice(commentStart + 1).trimEnd()}`;
  const diagnostics: Diagnostic[] = [];
  if (title.text === '') {
    diagnostics.push({
      code: 'incomplete-line',
      severity: 'error',
      start,
      end,
      message: say('expected a title: == Title =='),
      fix: undefined,
    });
  } else if (close === undefined) {
    diagnostics.push({
      code: 'chapter-end',
      severity: 'warning',
      start,
      end,
      message: say('a chapter ends with "=="'),
      fix: { title: say('add "=="'), start: end, end, text: ' ==' },
    });
  }
  const broken = title.text === '';
  return {
    text,
    statement: broken ? { kind: 'broken', start, end } : { kind: 'chapter', title, start, end },
    comment:
      comment === undefined ? undefined : { text: comment, start: commentStart, end: commentStart + comment.length },
    diagnostics,
  };
}

/** How many `=` stand from `at` on. */
function equalsFrom(folded: string, at: number): number {
  let end = at;
  while (folded[end] === '=') end += 1;
  return end - at;
}

function closing(folded: string, open: number): { readonly start: number; readonly end: number } | undefined {
  for (let at = folded.indexOf('==', open); at >= 0; at = folded.indexOf('==', at)) {
    const end = at + equalsFrom(folded, at);
    const behind = folded.slice(end).trimStart();
    if (behind === '' || behind.startsWith('#')) return { start: at, end };
    at = end;
  }
  return undefined;
}
