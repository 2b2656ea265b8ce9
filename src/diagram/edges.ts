/**
 * The edges of the state diagram: which pair of states each joins, and its way across the picture.
 *
 * Rule 1: one edge for each pair of different states that rows of the machine join, so every row that moves has its
 *         edge; rows that stay have none. One edge more is RFC 9293's own (Figure 5, note 2): FIN_WAIT_1 to TIME_WAIT,
 *         which the machine takes in two rows of one segment.
 * Rule 2: no two ways cross. A ghost, which the figure does not have, is drawn only while it is taken.
 */
import type { TcpEventType } from '../tcp/fsm';
import type { State } from '../tcp/state';
import { type Form, GRIDS, type Grid, placeOf, port, type Side } from './grid';
import { bow, type Point, placeOn, polyline, type Route } from './route';

/** `FIN_WAIT_1>FIN_WAIT_2`: what `data-row` holds. */
export type EdgeId = `${State}>${State}`;

export interface Edge {
  readonly id: EdgeId;
  readonly from: State;
  readonly to: State;
  /** The event whose row is its label; a ghost has none, it shows the row that is taken. */
  readonly event: TcpEventType | undefined;
  readonly ghost: boolean;
  readonly route: Route;
  /** Where the label stands: its middle, its beginning or its end. `middle` on the line, with a ground of its own. */
  readonly label: Point & { readonly anchor: 'middle' | 'above' | 'start' | 'end' };
}

export const edgeId = (from: State, to: State): EdgeId => `${from}>${to}`;

/** The edge that two rows of one event make together. */
export const FIN_AND_ACK = edgeId('FIN_WAIT_1', 'TIME_WAIT');

function build(grid: Grid): readonly Edge[] {
  const edges: Edge[] = [];
  const { rail, ghost, outer, radius } = grid;
  const at = (state: State, side: Side, offset = 0): Point => port(state, side, offset, grid);
  const [left, middle, right] = grid.columns;
  const line = (...corners: readonly Point[]): Route => polyline(corners, radius);
  const add = (
    from: State,
    to: State,
    event: TcpEventType | undefined,
    route: Route,
    label: Edge['label'] = { ...placeOn(route, route.length / 2), anchor: 'middle' },
  ): void => {
    edges.push({ id: edgeId(from, to), from, to, event, ghost: event === undefined, route, label });
  };
  /** A bow that leaves sideways or up and down, and comes in the other way. */
  const curve = (from: Point, fromSide: Side, to: Point, toSide: Side): Route => {
    const reach = 0.62;
    const [width, height] = [Math.abs(to.x - from.x) * reach, Math.abs(to.y - from.y) * reach];
    const away = ({ x, y }: Point, side: Side): Point => ({
      x: side === 'left' ? x - width : side === 'right' ? x + width : x,
      y: side === 'top' ? y - height : side === 'bottom' ? y + height : y,
    });
    return bow(from, away(from, fromSide), away(to, toSide), to);
  };
  const y = (state: State): number => placeOf(state, grid).y;
  const halfway = (a: State, b: State): number => (y(a) + y(b)) / 2;

  // ---------------------------------------------------------------- opening
  const opening = halfway('CLOSED', 'LISTEN') - 3;
  add('CLOSED', 'LISTEN', 'passive OPEN', line(at('CLOSED', 'bottom', -26), at('LISTEN', 'top', -26)), {
    x: middle - 35,
    y: opening,
    anchor: 'end',
  });
  add('LISTEN', 'CLOSED', 'CLOSE', line(at('LISTEN', 'top', 26), at('CLOSED', 'bottom', 26)), {
    x: middle + 35,
    y: opening + 6,
    anchor: 'start',
  });
  const active = { x: right + 24 * grid.scale.x, y: at('CLOSED', 'right', -9).y };
  add('CLOSED', 'SYN_SENT', 'active OPEN', line(at('CLOSED', 'right', -9), active, at('SYN_SENT', 'top', 24)), {
    x: active.x,
    y: halfway('CLOSED', 'SYN_SENT') + 20,
    anchor: 'middle',
  });
  const given = { x: right - 24 * grid.scale.x, y: at('CLOSED', 'right', 9).y };
  add('SYN_SENT', 'CLOSED', 'CLOSE', line(at('SYN_SENT', 'top', -24), given, at('CLOSED', 'right', 9)), {
    x: given.x - 9,
    y: given.y + 30,
    anchor: 'end',
  });
  const taken = { x: left - 24 * grid.scale.x, y: at('LISTEN', 'left', -8).y };
  add('SYN_RCVD', 'LISTEN', 'rcv RST', line(at('SYN_RCVD', 'top', -24), taken, at('LISTEN', 'left', -8)), {
    x: taken.x + 16,
    y: taken.y - 18,
    anchor: 'start',
  });
  add('LISTEN', 'SYN_RCVD', 'rcv SYN', curve(at('LISTEN', 'left', 9), 'left', at('SYN_RCVD', 'top', 38), 'top'));
  add('LISTEN', 'SYN_SENT', 'SEND', curve(at('LISTEN', 'right', 9), 'right', at('SYN_SENT', 'left', -5), 'left'));
  add('SYN_SENT', 'SYN_RCVD', 'rcv SYN', line(at('SYN_SENT', 'left', 8), at('SYN_RCVD', 'right', 8)));
  add(
    'SYN_RCVD',
    'ESTABLISHED',
    'rcv ACK of SYN',
    curve(at('SYN_RCVD', 'bottom', 30), 'bottom', at('ESTABLISHED', 'left', -9), 'left'),
  );
  add(
    'SYN_SENT',
    'ESTABLISHED',
    'rcv SYN,ACK',
    curve(at('SYN_SENT', 'bottom', -30), 'bottom', at('ESTABLISHED', 'right', -9), 'right'),
  );

  // ---------------------------------------------------------------- closing
  add('SYN_RCVD', 'FIN_WAIT_1', 'CLOSE', line(at('SYN_RCVD', 'bottom', -30), at('FIN_WAIT_1', 'top', -30)), {
    x: left - 39,
    y: y('ESTABLISHED'),
    anchor: 'end',
  });
  add(
    'ESTABLISHED',
    'FIN_WAIT_1',
    'CLOSE',
    curve(at('ESTABLISHED', 'left', 9), 'left', at('FIN_WAIT_1', 'top', 30), 'top'),
  );
  add(
    'ESTABLISHED',
    'CLOSE_WAIT',
    'rcv FIN',
    curve(at('ESTABLISHED', 'right', 9), 'right', at('CLOSE_WAIT', 'top', -30), 'top'),
  );
  const closing = halfway('FIN_WAIT_1', 'FIN_WAIT_2') - 3;
  add(
    'FIN_WAIT_1',
    'FIN_WAIT_2',
    'rcv ACK of FIN',
    line(at('FIN_WAIT_1', 'bottom', -44), at('FIN_WAIT_2', 'top', -44)),
    {
      x: left - 35,
      y: closing - 2,
      anchor: 'start',
    },
  );
  add('FIN_WAIT_1', 'CLOSING', 'rcv FIN', line(at('FIN_WAIT_1', 'right', -6), at('CLOSING', 'left', -6)), {
    x: (left + middle) / 2,
    y: y('CLOSING') - 29,
    anchor: 'above',
  });
  const both = line(at('FIN_WAIT_1', 'bottom', 54), at('TIME_WAIT', 'top', -38));
  add('FIN_WAIT_1', 'TIME_WAIT', 'rcv FIN', both, { x: (left + middle) / 2 + 6, y: closing + 5, anchor: 'middle' });
  add('FIN_WAIT_2', 'TIME_WAIT', 'rcv FIN', line(at('FIN_WAIT_2', 'right', 4), at('TIME_WAIT', 'left', 4)), {
    x: (left + middle) / 2,
    y: y('TIME_WAIT') + 27,
    anchor: 'above',
  });
  add('CLOSING', 'TIME_WAIT', 'rcv ACK of FIN', line(at('CLOSING', 'bottom', 40), at('TIME_WAIT', 'top', 40)), {
    x: middle + 31,
    y: closing - 6,
    anchor: 'end',
  });
  add('CLOSE_WAIT', 'LAST_ACK', 'CLOSE', line(at('CLOSE_WAIT', 'bottom'), at('LAST_ACK', 'top')), {
    x: right - 9,
    y: closing,
    anchor: 'end',
  });
  const into = at('CLOSED', 'top', 26);
  add(
    'LAST_ACK',
    'CLOSED',
    'rcv ACK of FIN',
    line(
      at('LAST_ACK', 'right'),
      { x: rail.right, y: y('LAST_ACK') },
      { x: rail.right, y: rail.top },
      { x: into.x, y: rail.top },
      into,
    ),
    { x: (middle + rail.right) / 2 + 20, y: rail.top, anchor: 'middle' },
  );
  const back = at('CLOSED', 'top', -26);
  add(
    'TIME_WAIT',
    'CLOSED',
    'timeout=2MSL',
    line(
      at('TIME_WAIT', 'bottom'),
      { x: middle, y: rail.bottom },
      { x: rail.left, y: rail.bottom },
      { x: rail.left, y: rail.top },
      { x: back.x, y: rail.top },
      back,
    ),
    { x: (middle + rail.left) / 2 - 20, y: rail.top, anchor: 'middle' },
  );

  // ---------------------------------------------------------------- ghosts
  const leftGhost = { x: (ghost.left + middle) / 2, y: y('CLOSED'), anchor: 'middle' } as const;
  for (const [state, offset] of [
    ['SYN_RCVD', -6],
    ['FIN_WAIT_1', 0],
    ['FIN_WAIT_2', 0],
  ] as const) {
    const start = at(state, 'left', offset);
    const end = at('CLOSED', 'left');
    add(
      state,
      'CLOSED',
      undefined,
      line(start, { x: ghost.left, y: start.y }, { x: ghost.left, y: end.y }, end),
      leftGhost,
    );
  }
  for (const state of ['ESTABLISHED', 'CLOSE_WAIT'] as const) {
    const start = at(state, 'right');
    const end = at('CLOSED', 'top', 48);
    add(
      state,
      'CLOSED',
      undefined,
      line(start, { x: ghost.right, y: start.y }, { x: ghost.right, y: ghost.top }, { x: end.x, y: ghost.top }, end),
      { x: ghost.right - 8, y: halfway('SYN_SENT', 'ESTABLISHED'), anchor: 'end' },
    );
  }
  const out = { x: (middle + right) / 2, y: y('CLOSING') };
  add(
    'CLOSING',
    'CLOSED',
    undefined,
    line(
      at('CLOSING', 'right'),
      out,
      { x: out.x, y: outer.bottom },
      { x: outer.right, y: outer.bottom },
      { x: outer.right, y: outer.top },
      { x: middle, y: outer.top },
      at('CLOSED', 'top'),
    ),
    { x: out.x, y: closing + 6, anchor: 'middle' },
  );
  const anew = at('TIME_WAIT', 'bottom', -36);
  const caller = at('SYN_RCVD', 'left', 6);
  add(
    'TIME_WAIT',
    'SYN_RCVD',
    undefined,
    line(
      anew,
      { x: anew.x, y: ghost.bottom },
      { x: ghost.left, y: ghost.bottom },
      { x: ghost.left, y: caller.y },
      caller,
    ),
    { x: (left + middle) / 2 - 20, y: ghost.bottom, anchor: 'middle' },
  );
  return edges;
}

/** Every edge of each form, those of the figure first. */
export const EDGES: Readonly<Record<Form, readonly Edge[]>> = { wide: build(GRIDS.wide), narrow: build(GRIDS.narrow) };

/**
 * The edges that a move from one state to another takes. A move that no way can show without crossing another, since
 * no segment makes it (SYN_RCVD to CLOSE_WAIT), goes through the state between.
 */
export function edgesOf(from: State, to: State): readonly EdgeId[] {
  if (from === to) return [];
  if (from === 'SYN_RCVD' && to === 'CLOSE_WAIT') return [edgeId(from, 'ESTABLISHED'), edgeId('ESTABLISHED', to)];
  const id = edgeId(from, to);
  return EDGES.wide.some((edge) => edge.id === id) ? [id] : [];
}
