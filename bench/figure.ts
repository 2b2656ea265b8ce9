/** One measured figure beside a baseline that was measured in the same run: the ratio is what can be compared. */
export interface Figure {
  readonly name: string;
  /** `484,000 segments/s`, `12 ms`. */
  readonly value: string;
  readonly baseline: string;
  /** How many times the baseline's time (or memory) it takes. */
  readonly ratio: number;
}

/** Milliseconds that `work` takes: the median of `times` runs after one that does not count. */
export function median(work: () => unknown, times = 5): number {
  work();
  return middle(Array.from({ length: times }, () => elapsed(work)));
}

export const middle = (numbers: readonly number[]): number => percentile(numbers, 0.5);

/** The value that this part of all numbers does not exceed. */
export function percentile(numbers: readonly number[], part: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

export function elapsed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

export const milliseconds = (value: number): string => `${value < 10 ? value.toFixed(2) : Math.round(value)} ms`;

/** `12,345`: the same on every machine, whatever its locale. */
export const thousands = (value: number): string => String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ',');
