/** Simulated time as people read it. Everything here takes whole microseconds and knows no time zone. */

const SECOND = 1_000_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Digits after the point that all of these moments need: 3 (milliseconds) or 6. */
export const decimalsFor = (moments: Iterable<number>): 3 | 6 => {
  for (const moment of moments) if (moment % 1000 !== 0) return 6;
  return 3;
};

/** Seconds from the scenario's start, without a unit, for a column: `240.070`. */
export const clock = (microseconds: number, decimals: 3 | 6): string => (microseconds / SECOND).toFixed(decimals);

/** A moment in a sentence: `0.040 s`, `240.070 s`. */
export const moment = (microseconds: number): string => `${clock(microseconds, decimalsFor([microseconds]))} s`;

/** How long something lasts: `0.010 s`, `3 s`, `2 min`, `2 min 0.500 s`, `1 h 30 min`. */
export function duration(microseconds: number): string {
  if (microseconds < 0) return `-${duration(-microseconds)}`;
  const parts: string[] = [];
  const hours = Math.floor(microseconds / HOUR);
  const minutes = Math.floor((microseconds % HOUR) / MINUTE);
  const rest = microseconds % MINUTE;
  if (hours > 0) parts.push(`${hours} h`);
  if (minutes > 0) parts.push(`${minutes} min`);
  if (rest > 0 || parts.length === 0) parts.push(rest % SECOND === 0 ? `${rest / SECOND} s` : moment(rest));
  return parts.join(' ');
}

/** As the scenario language writes it: `1.5s`, `200ms`, `30us`. */
export function showDuration(microseconds: number): string {
  const size = Math.abs(microseconds);
  if (size >= SECOND) return `${microseconds / SECOND}s`;
  return size >= 1_000 ? `${microseconds / 1_000}ms` : `${microseconds}us`;
}
