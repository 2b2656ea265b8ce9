/** A pause in long work. */

/** Lets whatever waits be done: resolves in a later turn. */
export const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
