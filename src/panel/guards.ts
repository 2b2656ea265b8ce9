/**
 * Whether a value from outside is what it should be: small guards, and guards made of guards.
 *
 * Rule: a record's guard is keyed by its type, so that a property without a guard does not compile.
 */

export type Guard<T> = (value: unknown) => value is T;

type Fields<T> = { readonly [K in keyof T]-?: Guard<T[K]> };

export const isText: Guard<string> = (value) => typeof value === 'string';
export const isTruth: Guard<boolean> = (value) => typeof value === 'boolean';
export const isNumber: Guard<number> = (value): value is number => Number.isFinite(value);
/** 0, 1, 2 ... */
export const isCount: Guard<number> = (value): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Missing counts as undefined. */
export const maybe =
  <T>(guard: Guard<T>): Guard<T | undefined> =>
  (value): value is T | undefined =>
    value === undefined || guard(value);

export const either =
  <A, B>(first: Guard<A>, second: Guard<B>): Guard<A | B> =>
  (value): value is A | B =>
    first(value) || second(value);

export const oneOf =
  <const T extends string | number | boolean>(...values: readonly T[]): Guard<T> =>
  (value): value is T =>
    values.some((one) => one === value);

export const listOf =
  <T>(guard: Guard<T>): Guard<readonly T[]> =>
  (value): value is readonly T[] =>
    Array.isArray(value) && value.every(guard);

export const pairOf =
  <T>(guard: Guard<T>): Guard<readonly [T, T]> =>
  (value): value is readonly [T, T] =>
    Array.isArray(value) && value.length === 2 && value.every(guard);

/** An object whose every value is such. */
export const tableOf =
  <T>(guard: Guard<T>): Guard<Readonly<Record<string, T>>> =>
  (value): value is Readonly<Record<string, T>> =>
    isObject(value) && Object.values(value).every(guard);

/** An object with these properties; others are no fault. */
export function record<T>(fields: Fields<T>): Guard<T> {
  const keys = Object.keys(fields);
  const guards: readonly Guard<unknown>[] = Object.values(fields);
  return (value): value is T => isObject(value) && guards.every((guard, place) => guard(value[keys[place] ?? '']));
}

/** A union on `kind`: one guard for each of its members, by the name of its kind. */
export function unionOf<T extends { readonly kind: string }>(
  members: {
    readonly [K in T['kind']]: Guard<Extract<T, { readonly kind: K }>>;
  },
): Guard<T> {
  const guards: ReadonlyMap<unknown, Guard<unknown>> = new Map(Object.entries(members));
  return (value): value is T => isObject(value) && guards.get(value['kind'])?.(value) === true;
}

/** What to call a message of which one cannot make sense. */
export const nameOf = (message: unknown): string =>
  isObject(message) && typeof message['kind'] === 'string'
    ? `a message "${message['kind'].slice(0, 40)}"`
    : 'what is no message';
