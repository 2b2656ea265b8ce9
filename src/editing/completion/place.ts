/**
 * Where in a line the cursor is, and what can be written there.
 *
 * Rule: only what stands before the cursor counts, and it need not be a line that parses: it seldom is.
 */
import type { OptionOwner } from '../../language/parser-options';
import type { StatementWord } from '../../language/vocabulary';
import { isStatementWord } from '../../language/vocabulary/keywords';
import { isVerb } from '../../language/vocabulary/verbs';
import { optionEntry } from '../hover/option';
import { expressionOffers } from './expression-place';
import { type Offer, offerWords } from './offer';
import { isArrow, isSymbol, isWord, type Token } from './reader';
import { durationOffers, segmentOffers, type Tail } from './segment-place';

const SEGMENT: Tail = { made: false, flagsRequired: true, outcome: true, word: 'as' };
const INJECT: Tail = { made: true, flagsRequired: true, outcome: false, word: 'as' };
const RULE: Tail = { made: false, flagsRequired: false, outcome: false, word: undefined };
const DELAY: Tail = { ...RULE, word: 'by' };
const EXPECT_NO: Tail = { ...RULE, word: 'for' };
const NEVER: Tail = { ...RULE, flagsRequired: true };

/** What can be written behind these tokens of a line. */
export function offersBehind(tokens: readonly Token[]): readonly Offer[] {
  const [first, second] = tokens;
  if (first === undefined) return [{ kind: 'line' }];
  if (first.kind !== 'word') return [];
  if (isArrow(second)) return segmentOffers(tokens, 0, SEGMENT);
  const word = first.text.toLowerCase();
  return isStatementWord(word) ? STATEMENTS[word](tokens) : callOffers(tokens);
}

const nothing = (): readonly Offer[] => [];
const condition = (tokens: readonly Token[]): readonly Offer[] => expressionOffers(tokens, 1, true, []);

const STATEMENTS: { readonly [W in StatementWord]: (tokens: readonly Token[]) => readonly Offer[] } = {
  scenario: nothing,
  peer: peerOffers,
  network: (tokens) =>
    isArrow(tokens[2])
      ? tokens.length === 3
        ? [{ kind: 'peers', not: tokens[1]?.text }]
        : optionOffers(tokens, 4, 'network')
      : [...optionOffers(tokens, 1, 'network'), ...(tokens.length === 1 ? [{ kind: 'directions' } as const] : [])],
  let: (tokens) => (isSymbol(tokens[2], '=', '==') ? expressionOffers(tokens, 3, false, []) : []),
  inject: (tokens) => segmentOffers(tokens, 1, INJECT),
  drop: (tokens) => ruleOffers(tokens, RULE),
  delay: (tokens) => ruleOffers(tokens, DELAY),
  duplicate: (tokens) => ruleOffers(tokens, RULE),
  corrupt: (tokens) => ruleOffers(tokens, RULE),
  release: (tokens) => (tokens.length === 1 ? [{ kind: 'segments', held: true }] : []),
  replay: (tokens) => (tokens.length === 1 ? [{ kind: 'segments', held: false }] : []),
  wait: waitOffers,
  run: nothing,
  handshake: (tokens) => (tokens.length < 4 ? segmentOffers(tokens, 1, RULE) : []),
  expect: (tokens) =>
    isWord(tokens[1], 'no')
      ? segmentOffers(tokens, 2, EXPECT_NO)
      : [...condition(tokens), ...(tokens.length === 1 ? [offerWords('no')] : [])],
  always: condition,
  never: (tokens) =>
    isArrow(tokens[2])
      ? segmentOffers(tokens, 1, NEVER)
      : [...condition(tokens), ...(tokens.length === 1 ? [{ kind: 'directions' } as const] : [])],
  finally: condition,
  note: (tokens) => (tokens.length === 1 ? [{ kind: 'peers', not: undefined }] : []),
};

/** A line that begins with the name of a peer. */
function callOffers(tokens: readonly Token[]): readonly Offer[] {
  const [peer, verb] = tokens;
  if (peer === undefined) return [];
  if (verb === undefined) return [{ kind: 'verbs', peer: peer.text }, { kind: 'arrow' }];
  const name = verb.text.toLowerCase();
  if (!isVerb(name)) return [];
  if (name === 'set') return optionOffers(tokens, 2, 'peer');
  const units: Offer = { kind: 'units', measures: ['size'] };
  if (name === 'recv') return [...(tokens.length === 2 ? [offerWords('all')] : amount(tokens)), units];
  if (name === 'send') return [...(isWord(tokens.at(-1), 'urgent') ? [] : amount(tokens)), units];
  return [];
}

const amount = (tokens: readonly Token[]): readonly Offer[] =>
  expressionOffers(tokens, 2, false, isWord(tokens[1], 'send') ? [offerWords('urgent')] : []);

function peerOffers(tokens: readonly Token[]): readonly Offer[] {
  if (tokens.length === 1) return [{ kind: 'roles' }];
  const scripted = tokens.some((token) => isWord(token, 'scripted'));
  const offers = optionOffers(tokens, 2, 'peer');
  const isNext = offers.some(({ kind }) => kind === 'options');
  return isNext && !scripted ? [...offers, offerWords('scripted')] : offers;
}

/** The options that are not written yet, or what the one before the cursor can be set to. */
function optionOffers(tokens: readonly Token[], start: number, owner: OptionOwner): readonly Offer[] {
  const last = tokens.at(-1);
  const equals = tokens.findLastIndex((token) => isSymbol(token, '=', '=='));
  if (equals >= start && (isSymbol(last, '=', '==', ',', '..') || equals === tokens.length - 1)) {
    const option = hyphenatedBefore(tokens, equals);
    const entry = optionEntry(owner, option);
    if (entry === undefined) return [];
    const unit: Offer = { kind: 'units', measures: measuresOf(entry.value) };
    return [{ kind: 'choices', owner, option }, unit];
  }
  const written = tokens.flatMap((token, index) =>
    index >= start && isSymbol(token, '=', '==') ? [hyphenatedBefore(tokens, index)] : [],
  );
  return [{ kind: 'options', owner, written }];
}

type Measures = Extract<Offer, { kind: 'units' }>['measures'];

function measuresOf(value: string): Measures {
  if (value.startsWith('duration')) return ['time'];
  if (value === 'size') return ['size'];
  if (value === 'bandwidth') return ['rate'];
  return value === 'percentage' ? ['part'] : [];
}

/** The word before token `end`, with what is joined to it by hyphens. */
function hyphenatedBefore(tokens: readonly Token[], end: number): string {
  let start = end - 1;
  while (isSymbol(tokens[start - 1], '-') && tokens[start - 1]?.end === tokens[start]?.start) start -= 2;
  return tokens
    .slice(Math.max(0, start), end)
    .map(({ text }) => text)
    .join('')
    .toLowerCase();
}

/** `drop next 2 client -> server`. */
function ruleOffers(tokens: readonly Token[], tail: Tail): readonly Offer[] {
  if (tokens.length === 1) return [offerWords('next', 'all')];
  const arrow = tokens.findIndex(isArrow);
  if (arrow > 0) return segmentOffers(tokens, arrow - 1, tail);
  const counted = isWord(tokens[1], 'next') && tokens[2]?.kind === 'number' ? 3 : 2;
  return segmentOffers(tokens, counted, tail);
}

function waitOffers(tokens: readonly Token[]): readonly Offer[] {
  if (tokens.length === 1) return [offerWords('until'), ...durationOffers(tokens, 1)];
  if (!isWord(tokens[1], 'until')) return durationOffers(tokens, 1);
  const within = tokens.findIndex((token) => isWord(token, 'within'));
  if (within > 0) return durationOffers(tokens, within + 1);
  return expressionOffers(tokens, 2, true, tokens.length > 2 ? [offerWords('within')] : []);
}
