/** Messages without the keys that have no value: what is undefined is left out. */
export type Given<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** The same object without its undefined keys. */
export function given<T extends object>(object: T): Given<T> {
  const entries = Object.entries(object).filter(([, value]) => value !== undefined);
  // Every key that is left has a value, and no other key was taken away.
  return Object.fromEntries(entries) as unknown as Given<T>;
}
