/**
 * Sequence numbers: points on a circle of 2^32 (RFC 9293, 3.4).
 *
 * Rule: they are never compared or subtracted as numbers. `a < b` means that b is ahead of a by less than half the
 * circle; every comparison in section 3.10 is one of the functions below.
 */
declare const circular: unique symbol;
export type Seq = number & { readonly [circular]: true };

const CIRCLE = 2 ** 32;

/** Any integer, wrapped onto the circle. */
export const seq = (value: number): Seq =>
  (value >>> 0 === value ? value : ((value % CIRCLE) + CIRCLE) % CIRCLE) as Seq;

/** The number `count` further on (or back, if negative). */
export const advance = (from: Seq, count: number): Seq => seq(from + count);

/** How far `to` is ahead of `from`, from -2^31 to 2^31 - 1. */
export const distance = (from: Seq, to: Seq): number => (to - from) | 0;

export const precedes = (a: Seq, b: Seq): boolean => distance(a, b) > 0;
export const precedesOrIs = (a: Seq, b: Seq): boolean => distance(a, b) >= 0;

/** True if a number lies so far back that it would soon seem to lie ahead: it is forgotten before it is compared again. */
export const isLongPast = (number: Seq, now: Seq): boolean => distance(number, now) > CIRCLE / 4;

/** The later of two. */
export const latest = (a: Seq, b: Seq): Seq => (precedes(a, b) ? b : a);
