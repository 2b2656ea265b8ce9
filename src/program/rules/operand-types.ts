/** What stands on both sides of an operator goes together. */
import type { Expression } from '../../language/tree';
import { say } from '../../words/sentence';
import type { View } from '../names';
import { expressionsOf } from '../parts';
import { type Problem, problem } from '../report';
import { everyLine } from '../rule';
import { fits, isOrdered, resultOf, TYPE_NAMES, type Type, typeOf } from '../types';
import { addUnit } from '../units';

export const operandTypes = everyLine((view) =>
  expressionsOf(view.line.statement).flatMap((expression) => {
    if (expression.kind === 'unary') return judgeUnary(expression, view);
    return expression.kind === 'binary' ? judgeBinary(expression, view) : [];
  }),
);

type Unary = Extract<Expression, { kind: 'unary' }>;
type Binary = Extract<Expression, { kind: 'binary' }>;

const mismatch = (expression: Expression, message: Problem['message']): readonly Problem[] => [
  problem('mismatched-types', expression, message),
];

function judgeUnary({ operator, operand }: Unary, view: View): readonly Problem[] {
  const type = typeOf(operand, view);
  if (operator === 'not') return judgeCondition('not', operand, type);
  if (type === 'unknown' || isOrdered(type)) return [];
  return mismatch(operand, say('{0} has no negative', TYPE_NAMES[type]));
}

function judgeCondition(operator: string, operand: Expression, type: Type): readonly Problem[] {
  if (fits(type, 'truth')) return [];
  return mismatch(operand, say('"{0}" takes conditions, and this is {1}', operator, TYPE_NAMES[type]));
}

function judgeBinary(expression: Binary, view: View): readonly Problem[] {
  const { operator, left, right } = expression;
  const [a, b] = [typeOf(left, view), typeOf(right, view)];
  if (operator === 'and' || operator === 'or') {
    return [...judgeCondition(operator, left, a), ...judgeCondition(operator, right, b)];
  }
  if (resultOf(operator, a, b) !== undefined) return [];
  const bare = unitless(left, a, b) ?? unitless(right, b, a);
  if (bare !== undefined && operator !== '*') {
    const message = say('a number and a duration do not go together; add the unit');
    return [problem('missing-unit', bare, message, addUnit(bare, view.line.text))];
  }
  const [first, second] = [TYPE_NAMES[a], TYPE_NAMES[b]];
  if (operator === '+' || operator === '-' || operator === '*') {
    return mismatch(expression, say('{0} {1} {2} has no meaning', first, operator, second));
  }
  if (a === b) return mismatch(expression, say('{0} is neither less nor more than another', first));
  return mismatch(expression, say('{0} and {1} cannot be compared', first, second));
}

/** The number literal beside a duration, which lacks its unit. */
const unitless = (side: Expression, type: Type, other: Type) =>
  side.kind === 'number' && type === 'number' && other === 'duration' ? side : undefined;
