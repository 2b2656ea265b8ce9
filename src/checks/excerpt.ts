/** A line of the author's text with its number, and carets below the part that is meant. */
import { displayWidth, visible } from '../trace/columns';

/** The file's lines as VS Code counts them: they end at `\n`, `\r\n` or a lone `\r`. */
export const sourceLines = (text: string): readonly string[] => text.split(/\r\n|\n|\r/);

/** Two lines; `columns` are `[start, end)` in UTF-16 units. An empty part gets one caret. */
export function excerpt(
  line: number,
  source: string,
  columns: readonly (readonly [start: number, end: number])[],
): readonly [string, string] {
  const number = String(line).padStart(4);
  const shown = (text: string): string => visible(text.replaceAll('\t', ' '));
  if (source.length > LONGEST) return cutExcerpt(number, shown(source.slice(0, LONGEST)));
  let marks = '';
  for (const [start, end] of [...columns].sort((a, b) => a[0] - b[0])) {
    const before = displayWidth(shown(source.slice(0, start)));
    const width = Math.max(1, displayWidth(shown(source.slice(start, end))));
    if (before >= marks.length) marks = marks.padEnd(before) + '^'.repeat(width);
  }
  return [`${number} | ${shown(source)}`, `${' '.repeat(number.length)} | ${marks}`.trimEnd()];
}

/** Of a longer line only the begin is shown, whatever part is meant. */
const LONGEST = 1_000;

const cutExcerpt = (number: string, begin: string): readonly [string, string] => [
  `${number} | ${begin.slice(0, 100)} ...`,
  `${' '.repeat(number.length)} | ^`,
];

/** The columns of the statement on a line: all but the blanks around it and the comment. */
export function statementColumns(source: string): readonly [number, number] {
  const bare = withoutComment(source);
  const start = bare.length - bare.trimStart().length;
  return [start, Math.max(start + 1, bare.trimEnd().length)];
}

/** A `#` starts a comment, unless it stands in a string or begins an absolute number (`#100`). */
function withoutComment(source: string): string {
  const found = /^(?:"(?:[^"\\]|\\.)*"?|#(?=\d)|[^"#])*/.exec(source);
  return found?.[0] ?? source;
}
