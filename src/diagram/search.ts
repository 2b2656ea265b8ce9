/** Finding in a list that is in order. */

/** Index of the last entry that is at most `limit`; -1 if there is none. `numbers` ascend. */
export function lastAtMost(numbers: readonly number[], limit: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? limit) <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Index of the last entry for which something holds that holds for all before it; -1 if it holds for none. */
export function lastThat<T>(entries: readonly T[], holds: (entry: T) => boolean): number {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    // Below the length there is an entry.
    if (holds(entries[middle] as T)) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
