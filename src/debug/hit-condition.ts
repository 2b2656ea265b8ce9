/** At which of its moments a breakpoint stops: `3`, `>= 3`, `% 10`. */

export type HitCondition = (hits: number) => boolean;

const COMPARISONS: Readonly<Record<string, (hits: number, wanted: number) => boolean>> = {
  '=': (hits, wanted) => hits === wanted,
  '==': (hits, wanted) => hits === wanted,
  '===': (hits, wanted) => hits === wanted,
  '>': (hits, wanted) => hits > wanted,
  '>=': (hits, wanted) => hits >= wanted,
  '<': (hits, wanted) => hits < wanted,
  '<=': (hits, wanted) => hits <= wanted,
  '%': (hits, wanted) => wanted > 0 && hits % wanted === 0,
};

/** Undefined if the text is no such condition. */
export function hitCondition(text: string): HitCondition | undefined {
  const match = /^\s*(===?|=|>=?|<=?|%)?\s*(\d{1,15})\s*$/.exec(text);
  const compare = COMPARISONS[match?.[1] ?? '=='];
  return match === null || compare === undefined ? undefined : (hits) => compare(hits, Number(match[2]));
}
