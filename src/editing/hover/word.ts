/** What is said of the words that the tree does not keep: keywords, units, and the words that stand for flags. */
import { type Lexed, lex } from '../../language/lexer';
import type { Line, Range } from '../../language/tree';
import { FLAG_WORDS, flagWordNamed } from '../../language/vocabulary/flags';
import { CONNECTIVES, isKeyword, isStatementWord, STATEMENTS } from '../../language/vocabulary/keywords';
import { isUnit, UNITS } from '../../language/vocabulary/units';
import type { Paragraph } from '../paragraph';
import { at } from '../span';
import { entryParagraphs, formsParagraphs } from './entry';

type Token = Lexed['tokens'][number];

/** What is said of the word at a column, and where it stands. */
export function wordHover(line: Line, column: number): { range: Range; paragraphs: readonly Paragraph[] } | undefined {
  const { tokens } = lex(line.text);
  const token = at(tokens.slice(0, -1), column);
  if (token === undefined) return undefined;
  const paragraphs = tokenParagraphs(token, token === tokens[0]);
  return paragraphs && { range: unitRange(token), paragraphs };
}

function tokenParagraphs(token: Token, first: boolean): readonly Paragraph[] | undefined {
  if (token.kind === 'number') return isUnit(token.unit) ? entryParagraphs(UNITS[token.unit]) : undefined;
  if (token.kind !== 'word') return undefined;
  const word = token.text.toLowerCase();
  if (first && isStatementWord(word)) return formsParagraphs(STATEMENTS[word]);
  if (isKeyword(word) && !isStatementWord(word)) return entryParagraphs(CONNECTIVES[word]);
  const flags = flagWordNamed(token.text);
  return flags && entryParagraphs(FLAG_WORDS[flags]);
}

/** Of a number only its unit is spoken of. */
const unitRange = (token: Token): Range =>
  token.kind === 'number'
    ? { start: token.start + token.digits.length, end: token.end }
    : { start: token.start, end: token.end };
