/** The value of an expression that does not wait for the run: literals and what is calculated from them. */
import type { Expression } from '../language/tree';

/** A number, a fraction or microseconds; undefined if only the run can tell, or if it is something else. */
export function constantOf(expression: Expression): number | undefined {
  switch (expression.kind) {
    case 'number':
      return expression.value;
    case 'percentage':
      return expression.fraction;
    case 'duration':
      return expression.microseconds;
    case 'unary': {
      const operand = expression.operator === '-' ? constantOf(expression.operand) : undefined;
      return operand === undefined ? undefined : -operand;
    }
    case 'binary': {
      const [left, right] = [constantOf(expression.left), constantOf(expression.right)];
      return left === undefined || right === undefined ? undefined : calculate(expression.operator, left, right);
    }
    default:
      return undefined;
  }
}

function calculate(operator: string, left: number, right: number): number | undefined {
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    default:
      return undefined;
  }
}
