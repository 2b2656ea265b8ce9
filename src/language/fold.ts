/**
 * Full-width and typographic characters as the ASCII they stand for, one character for each, so that ranges stay.
 *
 * Chinese and Japanese input methods write `，＃：“”＝（）`; word processors write dashes and curly quotation marks.
 */

const SINGLE: ReadonlyMap<string, string> = new Map([
  ['“', '"'],
  ['”', '"'],
  ['„', '"'],
  ['‘', "'"],
  ['’', "'"],
  ['、', ','],
  ['。', '.'],
  ['–', '-'],
  ['—', '-'],
  ['−', '-'],
  ['‐', '-'],
  ['‑', '-'],
  ['µ', 'u'],
  ['μ', 'u'],
]);

/** U+FF01 to U+FF5E are `!` to `~`, this much higher. */
const FULL_WIDTH = 0xfee0;

// biome-ignore lint/suspicious/noControlCharactersInRegex: it asks for what is not ASCII
const NOT_ASCII = /[^\x00-\x7f]/g;

export const fold = (text: string): string =>
  text.replace(NOT_ASCII, (character) => {
    const single = SINGLE.get(character);
    if (single !== undefined) return single;
    const wide = character >= '！' && character <= '～';
    return wide ? String.fromCharCode(character.charCodeAt(0) - FULL_WIDTH) : character;
  });
