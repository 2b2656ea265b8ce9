/**
 * The state diagram with how often runs have taken each edge: the wider, the more often; what was never taken is marked.
 *
 * Rule: an edge counts the rows that it stands for. The one that two rows make together (FIN_WAIT_1 to TIME_WAIT) cannot
 *       be told from rows, and has no count.
 */
import type { Row } from '../tcp/fsm';
import { STATES } from '../tcp/state';
import { type RowCounts, rowKey } from '../trace/coverage';
import { render, say, type Translate } from '../words/sentence';
import { EDGES, type Edge, FIN_AND_ACK } from './edges';
import { type Form, GRIDS } from './grid';
import { arrowhead, lettering, outline } from './parts';
import { placeOn } from './route';
import { classes, type Shape, shape } from './shape';
import { labelShape, node, region, rowsOfEdge } from './state-diagram';
import { textWidth } from './text-width';

const COUNT_SIZE = 9.5;

export function coverageDiagram(rows: readonly Row[], counts: RowCounts, form: Form, translate: Translate): Shape {
  const grid = GRIDS[form];
  const edges = EDGES[form].filter((edge) => !edge.ghost);
  const counted = edges.map((edge) => ({ edge, count: countOf(edge, rows, counts) }));
  const never = counted.filter(({ count }) => count === 0).length;
  const most = counted.reduce((sum, { count = 0 }) => Math.max(sum, count), 1);
  const said = render(say('{0} of {1} edges were never taken', never, edges.length - 1), translate);
  const plain = {
    current: undefined,
    taken: [undefined, undefined],
    next: undefined,
    nextPeer: undefined,
    weight: 0,
  } as const;
  return shape(
    'svg',
    {
      class: classes('tcp', 'diagram', 'coverage', form),
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${grid.width} ${grid.height}`,
      role: 'img',
      'aria-label': `${render(say('TCP state diagram'), translate)}. ${said}`,
    },
    ...(form === 'wide' ? [region('active', grid, translate), region('passive', grid, translate)] : []),
    ...counted.map(({ edge, count }) => edgeShape(edge, count, most)),
    ...(form === 'wide' ? edges.flatMap((edge) => labelShape({ edge, ...plain }, rows) ?? []) : []),
    ...STATES.map((state) => node(state, [false, false], form, translate)),
    ...(form === 'wide' ? counted.map(({ edge, count }) => countShape(edge, count)) : []),
    lettering(said, { x: grid.rail.left + 4, y: grid.legend }, { size: 11, class: never > 0 ? 'lost' : 'muted' }),
  );
}

function countOf({ id }: Edge, rows: readonly Row[], counts: RowCounts): number | undefined {
  if (id === FIN_AND_ACK) return undefined;
  return rowsOfEdge(id, rows).reduce((sum, row) => sum + (counts.get(rowKey(row)) ?? 0), 0);
}

/** In one of five widths, by the logarithm of the count. */
function edgeShape({ id, route }: Edge, count: number | undefined, most: number): Shape {
  const level = count === undefined || count === 0 ? 0 : 1 + Math.round((4 * Math.log1p(count)) / Math.log1p(most));
  return shape(
    'g',
    { class: classes('edge', count === 0 && 'never', level > 0 && `often-${Math.min(5, level)}`), 'data-row': id },
    shape('path', { class: 'line', d: route.d }),
    arrowhead(route, 9),
    shape('path', { class: 'hit', d: route.d }),
  );
}

function countShape({ id, route }: Edge, count: number | undefined): Shape | undefined {
  if (count === undefined) return undefined;
  const at = placeOn(route, route.length < 90 ? 11 : 20);
  const text = String(count);
  const width = Math.max(15, textWidth(text, COUNT_SIZE, 'sans', true) + 6);
  return shape(
    'g',
    { class: classes('bead', count === 0 ? 'lost' : 'neutral'), 'data-row': id },
    outline('neutral', at, width, 16),
    lettering(text, { x: at.x, y: at.y + 3.4 }, { size: COUNT_SIZE, bold: true, anchor: 'middle' }),
  );
}
