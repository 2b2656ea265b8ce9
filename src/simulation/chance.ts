/**
 * Seeded chance: `(state) -> (number, state)`. Marsaglia's xorshift with 32 bits, the same on every machine. Nothing
 * else in this program is random.
 */
export interface Chance {
  /** Not zero. */
  readonly state: number;
}

/** Seeds that lie close together begin far apart. */
export function seeded(seed: number): Chance {
  const spread = Math.imul((seed ^ 0x9e3779b9) >>> 0, 0x85ebca6b) ^ Math.floor(seed / 2 ** 32);
  let chance: Chance = { state: spread >>> 0 || 1 };
  for (let round = 0; round < 8; round += 1) chance = draw(chance).chance;
  return chance;
}

/** A whole number from 0 to 2^32 - 1. */
export function draw(chance: Chance): { readonly value: number; readonly chance: Chance } {
  let x = chance.state;
  x ^= x << 13;
  x ^= x >>> 17;
  x ^= x << 5;
  x >>>= 0;
  return { value: x, chance: { state: x } };
}

/** A whole number from `from` to `to`, both included. */
export function drawBetween(chance: Chance, from: number, to: number): { value: number; chance: Chance } {
  if (from === to) return { value: from, chance };
  const drawn = draw(chance);
  return { value: from + Math.floor((drawn.value / 2 ** 32) * (to - from + 1)), chance: drawn.chance };
}

/** True in `probability` of all cases. Certain answers draw nothing. */
export function drawLuck(chance: Chance, probability: number): { value: boolean; chance: Chance } {
  if (probability <= 0) return { value: false, chance };
  if (probability >= 1) return { value: true, chance };
  const drawn = draw(chance);
  return { value: drawn.value < probability * 2 ** 32, chance: drawn.chance };
}
