/**
 * Where a session stands in its run.
 *
 * Rule 1: `after` events have happened. Between two events there is at most one stop before a statement.
 * Rule 2: places are ordered; going forwards and going backwards meet the same ones.
 */
export type Place =
  /** Before a statement runs; `statement` is its index, one past the last where `finally` is judged. */
  | { readonly kind: 'statement'; readonly after: number; readonly statement: number }
  /** Event number `after` has just happened, and its statement is still the one that is looked at. */
  | { readonly kind: 'event'; readonly after: number }
  /** The segment of event `after + 1` arrives, and this check of RFC 9293, 3.10.7 is applied; counts from 0. */
  | { readonly kind: 'check'; readonly after: number; readonly check: number }
  /** The scenario has ended. */
  | { readonly kind: 'end'; readonly after: number };

const rank = (place: Place): number => {
  if (place.kind === 'event') return 0;
  return place.kind === 'check' ? 2 + place.check : 1;
};

/** Less than 0 if `a` comes before `b`. */
export const comparePlaces = (a: Place, b: Place): number => a.after - b.after || rank(a) - rank(b);
