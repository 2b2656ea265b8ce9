/**
 * One line of text into tokens.
 *
 * Rule 1: it never fails; what is no token makes the line `unreadable`.
 * Rule 2: tokens carry canonical text and the range of what was written, so `＝` is the token `=` where `＝` stands.
 * Rule 3: `#` before a digit is an absolute sequence number where a value must follow (`seq=#5`), a comment elsewhere.
 */
import { say } from '../words/sentence';
import { CODES, type Code } from './codes';
import type { Diagnostic } from './diagnostics';
import { fold } from './fold';
import { lexText } from './text-lexer';
import type { Range, Word } from './tree';

export type Token = Range &
  (
    | { readonly kind: 'word'; readonly text: string }
    | { readonly kind: 'number'; readonly text: string; readonly digits: string; readonly unit: string }
    | { readonly kind: 'absolute'; readonly text: string; readonly value: number }
    | { readonly kind: 'text'; readonly text: string; readonly value: string }
    | { readonly kind: 'symbol'; readonly text: string }
    | { readonly kind: 'end'; readonly text: '' }
  );

export interface Lexed {
  /** The last one is the `end`. */
  readonly tokens: readonly Token[];
  readonly comment: Word | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** True if there is something that is no token; a diagnostic says what. */
  readonly unreadable: boolean;
}

const SPACE = /\s*/y;
const WORD = /[\p{L}_][\p{L}\p{M}\p{N}_]*/uy;
const NUMBER = /0[xX][0-9a-fA-F]+|[0-9]+(?:\.[0-9]+)?/y;
const UNIT = /%|[\p{L}_][\p{L}\p{M}\p{N}_]*/uy;
const ABSOLUTE = /#(?:0[xX][0-9a-fA-F]+|[0-9]+)/y;
/** Longest first. `-->` and `=>` are arrows that were written by hand. */
const SYMBOL = /-{1,9}>|={1,9}>|==|!=|<=|>=|&&|\|\||\.\.|[→←≤≥≠×=<>+\-*/(),:.!|&%[\]]/y;

/** What a symbol is in our spelling; the others are their own. */
const CANONICAL: ReadonlyMap<string, string> = new Map([
  ['→', '->'],
  ['←', '<-'],
  ['≤', '<='],
  ['≥', '>='],
  ['≠', '!='],
  ['×', '*'],
]);

/** After these a value must follow. */
const BEFORE_VALUE: ReadonlySet<string> = new Set(
  '= == != < <= > >= + - * ( , .. && || ! expect always never finally until and or not'.split(' '),
);

export function lex(text: string): Lexed {
  const folded = fold(text);
  const tokens: Token[] = [];
  const diagnostics: Diagnostic[] = [];
  let comment: Word | undefined;
  let last = '';
  for (let at = skipSpace(folded, 0); at < text.length; at = skipSpace(folded, at)) {
    const isValue = folded[at] === '#' && BEFORE_VALUE.has(last.toLowerCase()) && matchAt(ABSOLUTE, folded, at) !== '';
    if (folded[at] === '#' && !isValue) {
      comment = { text: `#${text.slice(at + 1).trimEnd()}`, start: at, end: text.trimEnd().length };
      if (text[at] !== '#') diagnostics.push(slip('full-width', text, { start: at, end: at + 1 }, '#'));
      break;
    }
    const token = readToken(text, folded, at, diagnostics);
    if (token === undefined) {
      return { tokens: [END], comment: undefined, diagnostics: [unreadableText(text, at)], unreadable: true };
    }
    tokens.push(token);
    at = token.end;
    last = token.text;
  }
  const end = tokens.at(-1)?.end ?? comment?.start ?? 0;
  tokens.push({ ...END, start: end, end });
  return { tokens, comment, diagnostics, unreadable: false };
}

const END: Token = { kind: 'end', text: '', start: 0, end: 0 };

const skipSpace = (folded: string, at: number): number => at + matchAt(SPACE, folded, at).length;

/** What the pattern matches right there; `''` if it does not. */
function matchAt(pattern: RegExp, folded: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.test(folded) ? folded.slice(at, pattern.lastIndex) : '';
}

/** The token that begins at `start`; its slips are added to `diagnostics`. Undefined if there is none. */
function readToken(text: string, folded: string, start: number, diagnostics: Diagnostic[]): Token | undefined {
  if (folded[start] === '"' || folded[start] === "'") {
    const { token, problems } = lexText(text, folded, start);
    diagnostics.push(...problems);
    return token;
  }
  const token = readPlain(folded, start);
  const written = text.slice(start, token?.end);
  if (token === undefined || written === token.text) return token;
  const isArrow = token.text === '->' && written !== '→';
  diagnostics.push(slip(isArrow ? 'arrow-shape' : 'full-width', text, token, token.text));
  return token;
}

/** A word, a number or a symbol. */
function readPlain(folded: string, start: number): Token | undefined {
  const word = matchAt(WORD, folded, start);
  if (word !== '') return { kind: 'word', text: word, start, end: start + word.length };
  const digits = matchAt(NUMBER, folded, start);
  if (digits !== '') {
    const unit = matchAt(UNIT, folded, start + digits.length);
    const text = digits + unit;
    return { kind: 'number', text, digits, unit, start, end: start + text.length };
  }
  const absolute = matchAt(ABSOLUTE, folded, start);
  if (absolute !== '') {
    return { kind: 'absolute', text: absolute, value: Number(absolute.slice(1)), start, end: start + absolute.length };
  }
  const symbol = matchAt(SYMBOL, folded, start);
  if (symbol === '') return undefined;
  const isArrow = /^[-=]+>$/.test(symbol);
  const canonical = isArrow ? '->' : (CANONICAL.get(symbol) ?? symbol);
  return { kind: 'symbol', text: canonical, start, end: start + symbol.length };
}

function slip(code: Code, text: string, { start, end }: Range, right: string): Diagnostic {
  return {
    code,
    severity: CODES[code].severity,
    start,
    end,
    message: say('"{0}" should be written "{1}"', text.slice(start, end), right),
    fix: { title: say('write "{0}"', right), start, end, text: right },
  };
}

/** One diagnostic, however much of the line is unreadable; control characters are shown as JSON escapes. */
function unreadableText(text: string, start: number): Diagnostic {
  const length = text.slice(start).search(/[\s\p{L}\p{N}]/u);
  const end = length > 0 ? start + length : length === 0 ? start + 1 : text.length;
  const shown = JSON.stringify(text.slice(start, Math.min(end, start + 20))).slice(1, -1);
  return {
    code: 'unreadable-text' satisfies Code,
    severity: 'error',
    start,
    end,
    message: say('cannot read "{0}"', end - start > 20 ? `${shown}...` : shown),
    fix: undefined,
  };
}
