/**
 * How wide a text is, without asking a browser: the same everywhere, so that a label stands where it stood.
 *
 * Rule: the table is that of a wide face. In a narrower one a label has more room than it needs, never less.
 */
import { displayWidth } from '../trace/columns';

export type Face = 'sans' | 'mono';

/** Advance widths in thousandths of the font size; characters of one width stand together. */
const WIDTHS: readonly (readonly [characters: string, width: number])[] = [
  ['ijl', 280],
  ["'|IJ", 300],
  [' ,.:;!/\\·', 340],
  ['f-`', 365],
  ['rt()[]', 412],
  ['"_?*', 530],
  ['sczL', 558],
  ['kvxyTFYP', 615],
  ['aeo', 615],
  ['bdghnpqu0123456789S$', 640],
  ['ABEKRVXZC', 700],
  ['DHNGUO&Q', 790],
  ['w=+<>~^→←↔≤≥×−', 840],
  ['M', 865],
  ['m', 976],
  ['W%@…—', 1000],
];

const WIDTH_OF = new Map(
  WIDTHS.flatMap(([characters, width]) => [...characters].map((each) => [each, width] as const)),
);
const MONO = 603;
const BOLD = 1.13;
/** Each character of one column. */
const PLAIN = /^[ -~]*$/;

/** Pixels that `text` takes at `size` pixels. Chinese, Japanese and Korean characters are as wide as they are high. */
export function textWidth(text: string, size: number, face: Face = 'sans', bold = false): number {
  if (face === 'mono' && PLAIN.test(text)) return (text.length * MONO * size) / 1000;
  let thousandths = 0;
  for (const character of text) {
    const columns = character < '\u0300' ? 1 : displayWidth(character);
    if (columns === 2) thousandths += 1000;
    else if (face === 'mono') thousandths += MONO * columns;
    else thousandths += (WIDTH_OF.get(character) ?? 640 * columns) * (bold ? BOLD : 1);
  }
  return (thousandths * size) / 1000;
}

/** As much of the text as fits into `width` pixels, `…` for what is left out. */
export function fitting(text: string, width: number, size: number, face: Face = 'sans', bold = false): string {
  if (textWidth(text, size, face, bold) <= width) return text;
  let kept = '';
  for (const character of text) {
    if (textWidth(`${kept}${character}…`, size, face, bold) > width) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

/** The text in lines of at most `width` pixels, broken at blanks and between wide characters, else where it must. */
export function wrapped(
  text: string,
  width: number,
  size: number,
  face: Face = 'sans',
  bold = false,
): readonly string[] {
  const lines: string[] = [];
  let line = '';
  const put = (piece: string): void => {
    if (textWidth(line + piece.trimEnd(), size, face, bold) <= width) {
      line += piece;
      return;
    }
    if (line.trim() !== '') lines.push(line.trimEnd());
    line = '';
    if (textWidth(piece.trimEnd(), size, face, bold) <= width) {
      line = piece.trimStart();
      return;
    }
    for (const character of piece) {
      if (line !== '' && textWidth(line + character, size, face, bold) > width) {
        lines.push(line);
        line = '';
      }
      line += character;
    }
  };
  for (const piece of text.match(/[^\s\u2e80-\uffff]+\s*|[\u2e80-\uffff][，。；：！？、）」』]*\s*|\s+|./gsu) ?? [])
    put(piece);
  if (line.trim() !== '' || lines.length === 0) lines.push(line.trimEnd());
  return lines;
}
