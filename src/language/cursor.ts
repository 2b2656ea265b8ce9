/**
 * Where the parser is in its line, and what it has found wrong.
 *
 * The words of the parser: `peek` looks, `take` goes on, `optional` takes if it is there, `error` and
 * `warning` report and go on, `missing` reports that something else had to stand here, `giveUp` stops after that.
 */
import { type Sentence, say } from '../words/sentence';
import { CODES, type Code } from './codes';
import type { Diagnostic, Fix } from './diagnostics';
import type { Token } from './lexer';
import type { Range, Word } from './tree';
import type { ConnectiveWord } from './vocabulary';
import { isKeyword } from './vocabulary/keywords';

/** Thrown when nothing can be made of the line, after the reason was reported; caught where the line began. */
export const GIVE_UP: unique symbol = Symbol('the line is broken');

const END: Token = { kind: 'end', text: '', start: 0, end: 0 };

export class Cursor {
  readonly diagnostics: Diagnostic[] = [];
  /** How many were taken. */
  operators = 0;
  parentheses = 0;
  private at = 0;

  constructor(
    readonly text: string,
    private readonly tokens: readonly Token[],
  ) {}

  peek(ahead = 0): Token {
    return this.tokens[this.at + ahead] ?? this.tokens.at(-1) ?? END;
  }

  take(): Token {
    const token = this.peek();
    if (token.kind !== 'end') this.at += 1;
    return token;
  }

  /** The end of the last token taken. */
  get end(): number {
    return this.tokens[this.at - 1]?.end ?? this.peek().start;
  }

  get atEnd(): boolean {
    return this.peek().kind === 'end';
  }

  get hasError(): boolean {
    return this.diagnostics.some((diagnostic) => diagnostic.severity === 'error');
  }

  /** Is there no space before the token that far ahead? */
  adjacent(ahead = 0): boolean {
    const before = this.tokens[this.at + ahead - 1];
    return before !== undefined && before.end === this.peek(ahead).start;
  }

  isSymbol(text: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.kind === 'symbol' && token.text === text;
  }

  /** Is the word that far ahead this keyword, be it with capital letters? */
  isKeyword(word: ConnectiveWord, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.kind === 'word' && (token.text === word || token.text.toLowerCase() === word);
  }

  /** Can the token that far ahead be a name: a word that is no keyword, in any case? */
  isName(ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.kind === 'word' && !isKeyword(token.text) && !isKeyword(token.text.toLowerCase());
  }

  optional(symbol: string): Token | undefined {
    return this.isSymbol(symbol) ? this.take() : undefined;
  }

  optionalKeyword(word: ConnectiveWord): Word | undefined {
    if (!this.isKeyword(word)) return undefined;
    const token = this.take();
    if (token.text !== word) this.respell('wrong-case', token, word);
    return { text: word, start: token.start, end: token.end };
  }

  /** The tokens taken from column `start` on. */
  takenFrom(start: number): readonly Token[] {
    return this.tokens.slice(0, this.at).filter((token) => token.start >= start);
  }

  /** The range from `start` to the last token taken. */
  from(start: number): Range {
    return { start, end: this.end };
  }

  error(code: Code, { start, end }: Range, message: Sentence, fix?: Fix): void {
    this.report(code, { start, end }, message, fix);
  }

  warning(code: Code, { start, end }: Range, message: Sentence, fix: Fix): void {
    this.report(code, { start, end }, message, fix);
  }

  /** A slip whose mending is to write `right` where `range` is. */
  respell(code: Code, range: Range, right: string): void {
    const written = this.text.slice(range.start, range.end);
    this.warning(code, range, say('"{0}" should be written "{1}"', written, right.trim()), replace(range, right));
  }

  /** Reports that something else had to stand here, and gives the line up. */
  giveUp(message: Sentence, fix?: Fix): never {
    this.missing(message, fix);
    throw GIVE_UP;
  }

  /** Reports that something else had to stand here. */
  missing(message: Sentence, fix?: Fix): void {
    const token = this.peek();
    this.error(token.kind === 'end' ? 'incomplete-line' : 'unexpected-text', token, message, fix);
  }

  private report(code: Code, { start, end }: Range, message: Sentence, fix: Fix | undefined): void {
    this.diagnostics.push({ code, severity: CODES[code].severity, start, end, message, fix });
  }
}

/** The fix that writes `text` where `range` is. */
export const replace = ({ start, end }: Range, text: string): Fix => ({
  title: text === '' ? say('remove it') : say('write "{0}"', text.trim()),
  start,
  end,
  text,
});
