/** Ways across the picture: corners become arcs, and a place on the way is found by its distance from the start. */
import { rounded } from './shape';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Route {
  /** The path as SVG writes it. */
  readonly d: string;
  /** The same as straight pieces, close enough to measure. */
  readonly points: readonly Point[];
  readonly length: number;
}

const between = (a: Point, b: Point, part: number): Point => ({
  x: a.x + (b.x - a.x) * part,
  y: a.y + (b.y - a.y) * part,
});
const distance = (a: Point, b: Point): number => Math.hypot(b.x - a.x, b.y - a.y);
const text = ({ x, y }: Point): string => `${rounded(x)} ${rounded(y)}`;

function measured(d: string, points: readonly Point[]): Route {
  let length = 0;
  points.forEach((point, index) => {
    const before = points[index - 1];
    if (before !== undefined) length += distance(before, point);
  });
  return { d, points, length };
}

/** Straight from corner to corner, each rounded with at most `radius`. */
export function polyline(corners: readonly Point[], radius: number): Route {
  const [first, ...rest] = corners;
  if (first === undefined) throw new Error('A way has a beginning.');
  let d = `M${text(first)}`;
  const points = [first];
  rest.forEach((corner, index) => {
    const before = corners[index] ?? first;
    const after = rest[index + 1];
    if (after === undefined) {
      d += `L${text(corner)}`;
      points.push(corner);
      return;
    }
    const [back, ahead] = [distance(corner, before), distance(corner, after)];
    const turn = Math.min(radius, back / 2, ahead / 2);
    const from = between(corner, before, turn / back);
    const to = between(corner, after, turn / ahead);
    d += `L${text(from)}Q${text(corner)} ${text(to)}`;
    for (let step = 0; step <= 6; step += 1) {
      const part = step / 6;
      points.push(between(between(from, corner, part), between(corner, to, part), part));
    }
  });
  return measured(d, points);
}

/** One bow from `from` to `to`, leaving towards `leaving` and coming in from `entering`. */
export function bow(from: Point, leaving: Point, entering: Point, to: Point): Route {
  const points: Point[] = [];
  for (let step = 0; step <= 24; step += 1) {
    const part = step / 24;
    const [a, b, c] = [between(from, leaving, part), between(leaving, entering, part), between(entering, to, part)];
    points.push(between(between(a, b, part), between(b, c, part), part));
  }
  return measured(`M${text(from)}C${text(leaving)} ${text(entering)} ${text(to)}`, points);
}

/** The place at `along` pixels from the start, at the ends at most. */
export function placeOn({ points }: Route, along: number): Point {
  let left = Math.max(0, along);
  for (const [index, point] of points.entries()) {
    const next = points[index + 1];
    if (next === undefined) return point;
    const piece = distance(point, next);
    if (left <= piece) return piece === 0 ? point : between(point, next, left / piece);
    left -= piece;
  }
  return { x: 0, y: 0 };
}
