/** Where the eleven states stand, and the rails around them; one for each form of the picture. */
import type { State } from '../tcp/state';
import type { Point } from './route';

export type Form = 'wide' | 'narrow';

export interface Grid {
  readonly width: number;
  readonly height: number;
  readonly columns: readonly [number, number, number];
  readonly rows: readonly [number, number, number, number, number, number];
  readonly nodeWidth: number;
  readonly nodeHeight: number;
  /** Of rounded corners of edges. */
  readonly radius: number;
  /** What an offset of one pixel in the wide form is here, along x and along y. */
  readonly scale: Point;
  /** Lines around the states: for the edges that are always drawn, for ghosts inside them, and around everything. */
  readonly rail: Box;
  readonly ghost: Box;
  readonly outer: Box;
  /** Baseline of what stands under the picture. */
  readonly legend: number;
}

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Column and row of each state: the RFC's figure, the active side on the left. */
const PLACES: Readonly<Record<State, readonly [column: 0 | 1 | 2, row: 0 | 1 | 2 | 3 | 4 | 5]>> = {
  CLOSED: [1, 0],
  LISTEN: [1, 1],
  SYN_RCVD: [0, 2],
  SYN_SENT: [2, 2],
  ESTABLISHED: [1, 3],
  FIN_WAIT_1: [0, 4],
  CLOSING: [1, 4],
  CLOSE_WAIT: [2, 4],
  FIN_WAIT_2: [0, 5],
  TIME_WAIT: [1, 5],
  LAST_ACK: [2, 5],
};

export const GRIDS: Readonly<Record<Form, Grid>> = {
  wide: {
    width: 868,
    height: 778,
    columns: [204, 466, 728],
    rows: [90, 202, 314, 426, 538, 650],
    nodeWidth: 142,
    nodeHeight: 42,
    radius: 14,
    scale: { x: 1, y: 1 },
    rail: { left: 22, right: 844, top: 32, bottom: 712 },
    ghost: { left: 64, right: 822, top: 52, bottom: 690 },
    outer: { left: 8, right: 858, top: 8, bottom: 726 },
    legend: 752,
  },
  narrow: {
    width: 356,
    height: 384,
    columns: [68, 178, 288],
    rows: [46, 100, 154, 208, 262, 316],
    nodeWidth: 92,
    nodeHeight: 27,
    radius: 7,
    scale: { x: 0.66, y: 0.64 },
    rail: { left: 7, right: 349, top: 14, bottom: 341 },
    ghost: { left: 14.5, right: 341.5, top: 23.5, bottom: 335 },
    outer: { left: 2, right: 354, top: 5, bottom: 348 },
    legend: 370,
  },
};

export function placeOf(state: State, { columns, rows }: Grid): Point {
  const [column, row] = PLACES[state];
  return { x: columns[column], y: rows[row] };
}

export type Side = 'left' | 'right' | 'top' | 'bottom';

/** A place on the border of a state's node, `offset` pixels of the wide form from the middle of that side. */
export function port(state: State, side: Side, offset: number, grid: Grid): Point {
  const { x, y } = placeOf(state, grid);
  const [halfWidth, halfHeight] = [grid.nodeWidth / 2, grid.nodeHeight / 2];
  switch (side) {
    case 'left':
      return { x: x - halfWidth, y: y + offset * grid.scale.y };
    case 'right':
      return { x: x + halfWidth, y: y + offset * grid.scale.y };
    case 'top':
      return { x: x + offset * grid.scale.x, y: y - halfHeight };
    case 'bottom':
      return { x: x + offset * grid.scale.x, y: y + halfHeight };
  }
}
