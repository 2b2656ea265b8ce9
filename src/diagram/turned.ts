/** Rectangles that are turned about their middles: what a label takes along a slanted arrow, and what it may not touch. */

export interface Turned {
  readonly x: number;
  readonly y: number;
  readonly halfWidth: number;
  readonly halfHeight: number;
  readonly cos: number;
  readonly sin: number;
}

/** Nothing that is in the way of a text is taller than twice this. */
export const TALLEST = 120;

/** One that is not turned, from its upper left corner. */
export const upright = (x: number, y: number, width: number, height: number): Turned => ({
  x: x + width / 2,
  y: y + height / 2,
  halfWidth: width / 2,
  halfHeight: height / 2,
  cos: 1,
  sin: 0,
});

/** Whether two share a place: no axis of either lies between them. */
export function overlap(a: Turned, b: Turned): boolean {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const [across, down] = [a.halfWidth + b.halfWidth, a.halfHeight + b.halfHeight];
  if (Math.abs(dx) > across + down || Math.abs(dy) > across + down) return false;
  const apart = (cos: number, sin: number): boolean => {
    const reach = (box: Turned): number =>
      box.halfWidth * Math.abs(box.cos * cos + box.sin * sin) +
      box.halfHeight * Math.abs(box.cos * sin - box.sin * cos);
    return Math.abs(dx * cos + dy * sin) > reach(a) + reach(b);
  };
  return !(apart(a.cos, a.sin) || apart(-a.sin, a.cos) || apart(b.cos, b.sin) || apart(-b.sin, b.cos));
}

/** Whether a straight line goes through it. */
export function crosses(
  box: Turned,
  { x1, y1, x2, y2 }: { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number },
): boolean {
  const reach = box.halfWidth + box.halfHeight;
  if (Math.max(x1, x2) < box.x - reach || Math.min(x1, x2) > box.x + reach) return false;
  if (Math.max(y1, y2) < box.y - reach || Math.min(y1, y2) > box.y + reach) return false;
  const local = (x: number, y: number): readonly [number, number] => [
    (x - box.x) * box.cos + (y - box.y) * box.sin,
    (y - box.y) * box.cos - (x - box.x) * box.sin,
  ];
  const [[ax, ay], [bx, by]] = [local(x1, y1), local(x2, y2)];
  let [from, to] = [0, 1];
  for (const [start, step, half] of [
    [ax, bx - ax, box.halfWidth],
    [ay, by - ay, box.halfHeight],
  ] as const) {
    if (step === 0) {
      if (Math.abs(start) > half) return false;
      continue;
    }
    const [one, two] = [(-half - start) / step, (half - start) / step];
    from = Math.max(from, Math.min(one, two));
    to = Math.min(to, Math.max(one, two));
  }
  return from < to;
}
