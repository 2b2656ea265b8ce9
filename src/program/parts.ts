/** The parts of a statement that rules ask for: the peers it names, its pattern, its expressions and theirs. */
import type { Direction, Expression, Pattern, Statement, Word } from '../language/tree';
import { once } from './once';
import { placesOf } from './places';

export function directionOf(statement: Statement): Direction | undefined {
  return 'direction' in statement ? statement.direction : undefined;
}

export function patternOf(statement: Statement): Pattern | undefined {
  return 'pattern' in statement ? statement.pattern : undefined;
}

/** The words that can only be peers, in the order of the line. */
export const peerWords = once((statement: Statement): readonly Word[] => {
  const direction = directionOf(statement);
  const ends = direction === undefined ? [] : [direction.from, direction.to];
  const named = (statement.kind === 'call' || statement.kind === 'note') && statement.peer !== undefined;
  const judged = expressionsOf(statement).flatMap((expression) =>
    expression.kind === 'in-state' || expression.kind === 'visited' ? [expression.peer] : [],
  );
  return [...(named ? [statement.peer] : []), ...ends, ...judged];
});

/** Every expression of a statement, the parts of larger ones included. */
export const expressionsOf = once((statement: Statement): readonly Expression[] =>
  placesOf(statement).flatMap((place) => withParts(place.expression)),
);

/** An expression and all it is made of, from left to right. */
export function withParts(expression: Expression): readonly Expression[] {
  const parts: Expression[] = [];
  const open = [expression];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    parts.push(next);
    if (next.kind === 'unary') open.push(next.operand);
    if (next.kind === 'binary') open.push(next.right, next.left);
  }
  return parts;
}
