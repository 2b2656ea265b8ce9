/** The tokens before the cursor, read from left to right. Nothing fails: what is not there is undefined. */
import { type Lexed, lex } from '../../language/lexer';

export type Token = Lexed['tokens'][number];

export interface Before {
  /** What stands before the word that is being written. */
  readonly tokens: readonly Token[];
  /** The word that is being written, `''` if none is; it reaches to the cursor. */
  readonly partial: string;
  /** Where it begins. */
  readonly start: number;
}

const WORD = /[\p{L}_][\p{L}\p{M}\p{N}_]*$/u;
/** `delayed-ack`, `FIN-WAIT-1`: whether a minus or a hyphen is meant, what the words are tells. */
const HYPHENATED = /[\p{L}_][\p{L}\p{M}\p{N}_]*(?:-[\p{L}\p{M}\p{N}_]*)+$/u;
const NUMBER = /(?<![\p{L}\p{M}\p{N}_.])(?:0[xX][0-9a-fA-F]*|[0-9]+(?:\.[0-9]*)?(?:[\p{L}]*|%))$/u;

/** What stands before the cursor; undefined in a comment, in a text, in a chapter, and where nothing can be read. */
export function readBefore(text: string, column: number, isHyphenated: (word: string) => boolean): Before | undefined {
  const prefix = text.slice(0, column);
  const hyphenated = HYPHENATED.exec(prefix)?.[0];
  const partial =
    hyphenated !== undefined && isHyphenated(hyphenated)
      ? hyphenated
      : (NUMBER.exec(prefix)?.[0] ?? WORD.exec(prefix)?.[0] ?? '');
  const start = prefix.length - partial.length;
  const { tokens, comment, diagnostics, unreadable } = lex(prefix.slice(0, start));
  if (unreadable || comment || diagnostics.some(({ code }) => code === 'unterminated-text')) return undefined;
  return { tokens: tokens.slice(0, -1), partial, start };
}

export const isSymbol = (token: Token | undefined, ...texts: readonly string[]): boolean =>
  token?.kind === 'symbol' && texts.includes(token.text);

export const isWord = (token: Token | undefined, ...texts: readonly string[]): boolean =>
  token?.kind === 'word' && texts.includes(token.text.toLowerCase());

export const isArrow = (token: Token | undefined): boolean => isSymbol(token, '->', '<-');
