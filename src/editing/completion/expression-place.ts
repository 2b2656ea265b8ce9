/**
 * Where in an expression the cursor is. The last few tokens say it: an operand is to come, a state, a variable behind
 * its dot, or an operator.
 */
import { stateNamed } from '../../language/vocabulary/states';
import { type Offer, offerWords } from './offer';
import { isSymbol, isWord, type Token } from './reader';

/** `ends`: what can stand behind the whole expression. `start` is the index of its first token. */
export function expressionOffers(
  tokens: readonly Token[],
  start: number,
  condition: boolean,
  ends: readonly Offer[],
): readonly Offer[] {
  const last = tokens.length > start ? tokens.at(-1) : undefined;
  if (last === undefined) return operand(condition);
  if (isSymbol(last, '.')) return variables(tokens, start);
  if (last.kind === 'symbol' && !isSymbol(last, ')', ',')) return afterOperator(tokens, start, condition);
  if (isWord(last, 'in') || isSymbol(last, ',')) return condition ? [{ kind: 'states' }] : [];
  if (isWord(last, 'and', 'or', 'not')) return operand(condition);
  if (isWord(last, 'visited') && isSymbol(tokens[tokens.length - 2], '.')) return [{ kind: 'states' }];
  if (!condition) return ends;
  if (beginsOperand(tokens, start)) return [{ kind: 'after-name', name: last.text }, ...ends];
  return [{ kind: 'operators', comparing: canCompare(tokens, start) }, ...ends];
}

/** Is what stands before the cursor a value that is not compared yet, and no state? */
function canCompare(tokens: readonly Token[], start: number): boolean {
  for (let at = tokens.length - 1; at >= start; at -= 1) {
    const token = tokens[at];
    if (isWord(token, 'and', 'or', 'not')) return true;
    if (isSymbol(token, '==', '!=', '<', '<=', '>', '>=', '=')) return false;
    if (token?.kind === 'word' && stateNamed(token.text) !== undefined) return false;
  }
  return true;
}

const operand = (condition: boolean): readonly Offer[] => [{ kind: 'operands', condition }];

/** Behind `client.state ==` a state is meant, behind `client.error ==` one of the few texts. */
function afterOperator(tokens: readonly Token[], start: number, condition: boolean): readonly Offer[] {
  const left = tokens.at(-2);
  const asked = tokens.length - 3 > start && isSymbol(tokens.at(-3), '.') && isSymbol(tokens.at(-1), '==', '!=', '=');
  if (asked && isWord(left, 'state', 'previous')) return [{ kind: 'states' }];
  if (asked && isWord(left, 'error')) return [{ kind: 'errors' }];
  const off = asked && isSymbol(tokens.at(-5), '.') && isWord(tokens.at(-4), 'timer');
  return off ? [...operand(condition), offerWords('off')] : operand(condition);
}

/** `client.`, `client.snd.`: what can follow replaces all that stands behind the first dot. */
function variables(tokens: readonly Token[], start: number): readonly Offer[] {
  let at = tokens.length - 1;
  while (at - 2 > start && isSymbol(tokens[at - 2], '.') && tokens[at - 1]?.kind === 'word') at -= 2;
  const owner = tokens[at - 1];
  const dot = tokens[at];
  if (at - 1 < start || owner?.kind !== 'word' || dot === undefined) return [];
  return [{ kind: 'variables', owner: owner.text, from: dot.end }];
}

/** Is the last token a word at the beginning of an operand: a peer of which a state is to be said? */
function beginsOperand(tokens: readonly Token[], start: number): boolean {
  const last = tokens.at(-1);
  if (last?.kind !== 'word' || stateNamed(last.text) !== undefined || isWord(last, 'time', 'off', 'wire')) return false;
  const before = tokens.length - 2 >= start ? tokens.at(-2) : undefined;
  if (before === undefined || isWord(before, 'and', 'or', 'not')) return true;
  return before.kind === 'symbol' && !isSymbol(before, '.', ')', ',');
}
