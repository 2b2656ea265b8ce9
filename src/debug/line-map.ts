/**
 * Where the lines of the text that runs stand in the text as it is now, and the reverse: a file may be edited while it is
 * debugged, and what is shown should still be at the right line.
 *
 * Rule: lines that did not change keep their neighbours; a line that is gone leads to the place where it was.
 */
export interface LineMap {
  /** Lines count from 1. */
  readonly toNew: (line: number) => number;
  readonly toOld: (line: number) => number;
}

export const SAME_LINES: LineMap = { toNew: (line) => line, toOld: (line) => line };

export function lineMap(old: readonly string[], now: readonly string[]): LineMap {
  const least = Math.min(old.length, now.length);
  let head = 0;
  while (head < least && old[head] === now[head]) head += 1;
  let tail = 0;
  while (tail < least - head && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail += 1;
  const pairs = between(old, now, head, tail);
  const reverse = new Map([...pairs].map(([from, to]) => [to, from]));
  return {
    toNew: mapper(pairs, head, old.length - tail, now.length - tail, now.length),
    toOld: mapper(reverse, head, now.length - tail, old.length - tail, old.length),
  };
}

/** Of the lines between what is equal at both ends, those that occur on both sides, in order. Indices from 0. */
function between(old: readonly string[], now: readonly string[], head: number, tail: number): Map<number, number> {
  const pairs = new Map<number, number>();
  let next = head;
  for (let line = head; line < old.length - tail; line += 1) {
    const found = now.indexOf(old[line] ?? '', next);
    if (found < 0 || found >= now.length - tail || (old[line] ?? '').trim() === '') continue;
    pairs.set(line, found);
    next = found + 1;
  }
  return pairs;
}

/** `fromTail` and `toTail` are the indices at which the equal end begins on either side; `count` is how many lines there are. */
const mapper =
  (pairs: ReadonlyMap<number, number>, head: number, fromTail: number, toTail: number, count: number) =>
  (line: number): number => {
    const index = line - 1;
    if (index < head) return line;
    if (index >= fromTail) return index - fromTail + toTail + 1;
    for (let at = index; at >= head; at -= 1) {
      const known = pairs.get(at);
      if (known !== undefined) return Math.min(known + (index - at), Math.max(toTail - 1, known)) + 1;
    }
    return Math.min(index, Math.max(head, toTail - 1), count - 1) + 1;
  };
