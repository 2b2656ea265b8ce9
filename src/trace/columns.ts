/**
 * Text in columns of a fixed-width font: how wide it is, padded, wrapped, cut.
 *
 * Rule 1: Chinese, Japanese and Korean characters and emoji are two columns wide, combining characters none.
 * Rule 2: what is printed cannot move the cursor or turn the line around: control and direction characters become
 *         visible escapes (`\u001b`).
 */

/** First and last code point of each wide block (Unicode, East Asian Width W and F). */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x1b000, 0x1b2ff],
  [0x20000, 0x3fffd],
];

const COMBINING = /^[\p{Mn}\p{Me}\p{Cf}]$/u;
const EMOJI = /^\p{Emoji_Presentation}$/u;
/** Control characters, direction marks and overrides, line and paragraph separators, halves of a surrogate pair. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu;

function characterWidth(character: string): number {
  const point = character.codePointAt(0) ?? 0;
  if (point < 0x300) return 1;
  if (COMBINING.test(character)) return 0;
  return WIDE.some(([first, last]) => point >= first && point <= last) || EMOJI.test(character) ? 2 : 1;
}

/** Columns that a text without control characters takes. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

/** The text with everything that would disturb a terminal made visible. */
export function visible(text: string): string {
  return text.replace(UNPRINTABLE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Blanks after the text up to `width` columns; a longer text stays whole. */
export const padEnd = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - displayWidth(text)));

/** Blanks before the text up to `width` columns; a longer text stays whole. */
export const padStart = (text: string, width: number): string =>
  ' '.repeat(Math.max(0, width - displayWidth(text))) + text;

/** The text in the middle of `width` columns. */
export const center = (text: string, width: number): string =>
  padEnd(' '.repeat(Math.max(0, Math.floor((width - displayWidth(text)) / 2))) + text, width);

/** At most `width` columns of the text, `...` for what is left out. */
export function cut(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  let kept = '';
  let taken = 3;
  for (const character of text) {
    taken += characterWidth(character);
    if (taken > width) break;
    kept += character;
  }
  return `${kept}...`;
}

/**
 * The text in lines of at most `width` columns, broken at blanks and between wide characters; a word longer than a
 * line is broken where the line ends. An empty text is one empty line.
 */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let taken = 0;
  for (const word of text.match(/\s+|[^\s\u1100-\uffff]+|./gsu) ?? []) {
    const size = displayWidth(word);
    if (taken + size <= width) {
      line += word;
      taken += size;
      continue;
    }
    if (line.trim() !== '') lines.push(line.trimEnd());
    line = '';
    taken = 0;
    if (word.trim() === '') continue;
    for (const character of word) {
      if (taken + characterWidth(character) > width) {
        lines.push(line);
        line = '';
        taken = 0;
      }
      line += character;
      taken += characterWidth(character);
    }
  }
  if (line !== '' || lines.length === 0) lines.push(line.trimEnd());
  return lines;
}

/** Rows of cells as lines whose columns begin one below the other, two blanks between; the last column is not padded. */
export function* table(rows: Iterable<readonly string[]>): Generator<string> {
  const all = [...rows];
  const widths: number[] = [];
  for (const row of all) {
    row.forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, displayWidth(cell));
    });
  }
  for (const row of all) {
    yield row
      .map((cell, column) => padEnd(cell, widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  }
}
