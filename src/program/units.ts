/** Units that authors leave out. */
import type { Fix } from '../language/diagnostics';
import type { Range } from '../language/tree';
import { append } from './report';

/** The unit that a bare number of this size most likely lacks: few are seconds, many milliseconds. */
export const likelyUnit = (amount: number): 's' | 'ms' => (amount < 10 ? 's' : 'ms');

/** The fix that writes the unit behind a number; none for one in parentheses, whose range is theirs. */
export const addUnit = (number: Range & { readonly value: number }, text: string): Fix | undefined =>
  text[number.end - 1] === ')' ? undefined : append(number, likelyUnit(number.value));
