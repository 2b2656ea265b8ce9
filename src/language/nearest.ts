/**
 * Which known words an unknown one may have been meant to be.
 *
 * Distance is Damerau and Levenshtein's (optimal string alignment): insertions, deletions, replacements and swaps of
 * neighbours each count one. Case, `-` and `_` do not count, and the beginning of a word is near to the whole.
 */

const plain = (word: string): string => word.toLowerCase().replaceAll(/[-_]/g, '');

/** The words of `known` near to `word`, nearest first, then in their own order. */
export function nearest(word: string, known: readonly string[]): readonly string[] {
  const wanted = plain(word);
  if (wanted.length > 40) return [];
  const limit = wanted.length <= 3 ? 1 : wanted.length <= 7 ? 2 : 3;
  return known
    .map((candidate) => ({ candidate, far: farness(wanted, plain(candidate), limit) }))
    .filter(({ far }) => far <= limit)
    .sort((a, b) => a.far - b.far)
    .map(({ candidate }) => candidate);
}

function farness(a: string, b: string, limit: number): number {
  if (a.length >= 3 && b.startsWith(a)) return Math.min(1, b.length - a.length);
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  // Of a word of two letters one must be right.
  const steps = distance(a, b);
  return steps < Math.max(a.length, b.length) ? steps : limit + 1;
}

/** How many steps lead from `a` to `b`. */
export function distance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let least = Math.min(at(last, column) + 1, at(current, column - 1) + 1, at(last, column - 1) + (same ? 0 : 1));
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) least = Math.min(least, at(beforeLast, column - 2) + 1);
      current.push(least);
    }
    beforeLast = last;
    last = current;
  }
  return at(last, b.length);
}

const at = (row: readonly number[], column: number): number => row[column] ?? 0;
