/** Where in what a line says of a segment the cursor is: its direction, flags, fields, outcome, name. */
import { isFieldName } from '../../language/vocabulary/fields';
import { isOutcomeName, OUTCOMES } from '../../language/vocabulary/outcomes';
import { expressionOffers } from './expression-place';
import { type Offer, offerWords } from './offer';
import { isArrow, isSymbol, isWord, type Token } from './reader';

/** What kind of line it is, for what may follow the fields. */
export interface Tail {
  /** The line makes its segment. */
  readonly made: boolean;
  readonly flagsRequired: boolean;
  readonly outcome: boolean;
  readonly word: 'as' | 'by' | 'for' | undefined;
}

/** What is offered in a line whose direction begins at token `start`. */
export function segmentOffers(tokens: readonly Token[], start: number, tail: Tail): readonly Offer[] {
  const [from, arrow, to] = tokens.slice(start, start + 3);
  if (from === undefined) return [{ kind: 'directions' }, { kind: 'peers', not: undefined }];
  if (arrow === undefined) return [{ kind: 'arrow' }];
  if (!isArrow(arrow)) return [];
  if (to === undefined) return [{ kind: 'peers', not: from.text }];
  return patternOffers(tokens, start + 3, tail);
}

/** What is offered behind a direction that reaches to token `start`. */
function patternOffers(tokens: readonly Token[], start: number, tail: Tail): readonly Offer[] {
  const flags: string[] = [];
  const fields: string[] = [];
  for (let at = start; at < tokens.length; ) {
    const token = tokens[at];
    const isField = isSymbol(tokens[at + 1], '=', '==');
    if (token?.kind === 'word' && (isField || isWord(token, 'sackok'))) {
      const name = token.text.toLowerCase();
      fields.push(name);
      if (!isField) {
        at += 1;
        continue;
      }
      const end = valueEnd(tokens, at + 2);
      if (end === tokens.length && isOpen(tokens, at + 2)) return valueOffers(tokens, at + 2, name);
      at = end;
    } else if (isWord(token, 'as', 'by', 'for')) {
      return afterWord(tokens, at);
    } else if (token?.kind === 'word' && isOutcomeName(token.text.toLowerCase())) {
      return afterOutcome(tokens, at);
    } else {
      if (token?.kind === 'word') flags.push(token.text.toUpperCase());
      at += 1;
    }
  }
  const offer: Offer = { kind: 'flags', written: flags, first: flags.length === 0, made: tail.made };
  if (isSymbol(tokens.at(-1), '+', '/', '|') && fields.length === 0) return [offer];
  const wantsFlags = flags.length === 0 && fields.length === 0;
  if (wantsFlags && tail.flagsRequired) return [offer];
  return [
    ...(wantsFlags ? [offer] : []),
    { kind: 'fields', written: fields, flags },
    ...(tail.outcome ? [{ kind: 'outcomes' } as const] : []),
    ...(tail.word === undefined ? [] : [offerWords(tail.word)]),
  ];
}

/** The token behind a value: values have no spaces, but in parentheses. */
function valueEnd(tokens: readonly Token[], start: number): number {
  let depth = 0;
  for (let at = start; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (depth === 0 && at > start && token?.start !== tokens[at - 1]?.end) return at;
    if (isSymbol(token, '(')) depth += 1;
    if (isSymbol(token, ')')) depth = Math.max(0, depth - 1);
  }
  return tokens.length;
}

/** Is the value that begins at `start` and reaches to the cursor still to be gone on with? */
function isOpen(tokens: readonly Token[], start: number): boolean {
  const value = tokens.slice(start);
  const last = value.at(-1);
  if (last === undefined || isSymbol(last, '.', '..', '+', '-', '*', '(', ',')) return true;
  const opened = value.filter((token) => isSymbol(token, '(')).length;
  return opened > value.filter((token) => isSymbol(token, ')')).length;
}

function valueOffers(tokens: readonly Token[], start: number, field: string): readonly Offer[] {
  if (!isFieldName(field)) return [];
  const range = tokens.findLastIndex((token) => isSymbol(token, '..', ','));
  const offers = expressionOffers(tokens, Math.max(start, range + 1), false, []);
  return tokens.length === start ? [...offers, offerWords('off')] : offers;
}

function afterWord(tokens: readonly Token[], at: number): readonly Offer[] {
  if (!isWord(tokens[at], 'as')) return durationOffers(tokens, at + 1);
  return at === tokens.length - 1 ? [{ kind: 'free-name' }] : [];
}

function afterOutcome(tokens: readonly Token[], at: number): readonly Offer[] {
  const name = tokens[at]?.text.toLowerCase() ?? '';
  const named = tokens.findIndex((token, index) => index > at && isWord(token, 'as'));
  if (named > 0) return afterWord(tokens, named);
  const takes = isOutcomeName(name) ? OUTCOMES[name].amount : 'none';
  if (takes === 'none') return at === tokens.length - 1 ? [offerWords('as')] : [];
  const offers = durationOffers(tokens, at + 1, [offerWords('as')]);
  return takes === 'optional' && at === tokens.length - 1 ? [offerWords('as'), ...offers] : offers;
}

/** A duration, or how often; behind it, what ends the line. */
export const durationOffers = (
  tokens: readonly Token[],
  start: number,
  ends: readonly Offer[] = [],
): readonly Offer[] => [...expressionOffers(tokens, start, false, ends), { kind: 'units', measures: ['time', 'msl'] }];
