/**
 * Colours that only the parser knows, on top of the TextMate grammar: which peer a word is, what a name stands for, and
 * what is lost.
 *
 * Rule: tokens stand in the order of the text and do not overlap; each lies in one line.
 */
import type { Document, Line, SegmentLine } from '../language/tree';
import { stateNamed } from '../language/vocabulary/states';
import { peerIndex } from '../program/cast';
import type { View } from '../program/names';
import { type Mark, marksOf } from './marks';
import { meaningOf } from './names';
import { viewAt } from './scopes';
import type { LineRange, Span } from './span';

export const TOKEN_TYPES = ['peer', 'state', 'flag', 'field', 'segment', 'constant'] as const;
export type TokenType = (typeof TOKEN_TYPES)[number];

/** `first` and `second` tell the peers apart; `lost` is what never arrives, or arrives corrupted. */
export const TOKEN_MODIFIERS = ['first', 'second', 'declaration', 'lost'] as const;
export type TokenModifier = (typeof TOKEN_MODIFIERS)[number];

export interface SemanticToken extends Span {
  readonly type: TokenType;
  readonly modifiers: readonly TokenModifier[];
}

/** The tokens of a document, or of some of its lines. */
export function tokensOf(document: Document, lines: LineRange = whole(document)): readonly SemanticToken[] {
  const tokens: SemanticToken[] = [];
  for (let number = Math.max(0, lines.first); number <= lines.last; number += 1) {
    const line = document.lines[number];
    if (line === undefined) break;
    if (line.statement.kind === 'blank' || line.statement.kind === 'broken') continue;
    const view = viewAt(document, number);
    if (view) addTokens(tokens, line, number, view);
  }
  return tokens;
}

const whole = ({ lines }: Document): LineRange => ({ first: 0, last: lines.length - 1 });

function addTokens(tokens: SemanticToken[], line: Line, number: number, view: View): void {
  const { statement } = line;
  const lost = statement.kind === 'segment' && isLost(statement);
  let behind = 0;
  for (const mark of marksOf(line)) {
    const colour = mark.start < behind || mark.end === mark.start ? undefined : colourOf(mark, view);
    if (colour === undefined) continue;
    const end = lost && mark.kind === 'field' ? fieldEnd(statement, mark.start) : mark.end;
    const modifiers = lost ? [...colour.modifiers, 'lost' as const] : colour.modifiers;
    tokens.push({ line: number, start: mark.start, end, type: colour.type, modifiers });
    behind = end;
  }
}

const isLost = ({ outcome }: SegmentLine): boolean => outcome?.kind === 'lost' || outcome?.kind === 'corrupted';

/** A field is struck through with its value. */
const fieldEnd = ({ pattern }: SegmentLine, start: number): number =>
  pattern.fields.find((field) => field.start === start)?.end ?? start;

interface Colour {
  readonly type: TokenType;
  readonly modifiers: readonly TokenModifier[];
}

function colourOf(mark: Mark, view: View): Colour | undefined {
  switch (mark.kind) {
    case 'state':
      return mark.value && { type: 'state', modifiers: [] };
    case 'flag':
      return mark.value && { type: 'flag', modifiers: [] };
    case 'field':
      return mark.value && { type: 'field', modifiers: [] };
    default:
      return nameColour(mark, view);
  }
}

function nameColour(mark: Mark, view: View): Colour | undefined {
  const meaning = meaningOf(mark, view);
  switch (meaning?.kind) {
    case 'peer': {
      const which = peerIndex(view.cast, meaning.name) === 0 ? 'first' : 'second';
      return { type: 'peer', modifiers: meaning.defines ? [which, 'declaration'] : [which] };
    }
    case 'segment':
    case 'constant':
      return { type: meaning.kind, modifiers: meaning.defines ? ['declaration'] : [] };
    default:
      return mark.kind === 'name' && stateNamed(mark.text) !== undefined ? { type: 'state', modifiers: [] } : undefined;
  }
}
