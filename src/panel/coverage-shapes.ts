/**
 * The state diagram with its edges as thick as scenarios take them.
 *
 * Rule: an edge that no scenario takes is marked by its form too (dashes), not by its colour alone.
 */
import type { EdgeId } from '../diagram/edges';
import type { Shape } from '../diagram/shape';
import { rowsOfEdge } from '../diagram/state-diagram';
import type { Row } from '../tcp/fsm';

/** In how many scenarios the edge is taken by one of its rows; undefined for one that no row of its own makes. */
export function countOfEdge(edge: string, rows: readonly Row[], counts: readonly number[]): number | undefined {
  const own = new Set(rowsOfEdge(edge as EdgeId, rows)); // an id that is none has no rows
  if (own.size === 0) return undefined;
  return rows.reduce((most, row, place) => (own.has(row) ? Math.max(most, counts[place] ?? 0) : most), 0);
}

/** The one line of an edge, without what tells who has taken it. */
function plain(part: Shape | string): readonly (Shape | string)[] {
  if (typeof part === 'string') return [part];
  const look = String(part.attributes['class']);
  if (look === 'glow' || part.name === 'g') return [];
  return look === 'line under' ? [{ ...part, attributes: { ...part.attributes, class: 'line' } }] : [part];
}

const STEPS = 5;

export function covered(diagram: Shape, rows: readonly Row[], counts: readonly number[]): Shape {
  const most = Math.max(1, ...counts);
  const marked = (shape: Shape): Shape => {
    const { class: look, 'data-row': edge } = shape.attributes;
    const children = shape.children.map((child) => (typeof child === 'string' ? child : marked(child)));
    const count = edge === undefined ? undefined : countOfEdge(String(edge), rows, counts);
    if (count === undefined || !String(look).startsWith('edge')) return { ...shape, children };
    const weight = count === 0 ? 'never' : `weight-${Math.ceil((STEPS * Math.sqrt(count)) / Math.sqrt(most))}`;
    return {
      ...shape,
      attributes: { ...shape.attributes, class: `edge ${weight}` },
      children: children.flatMap(plain),
    };
  };
  return marked(diagram);
}
