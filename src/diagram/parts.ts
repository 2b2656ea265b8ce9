/** The parts of which both pictures are made: arrowheads, beads with an event's number, tokens of the peers. */
import { type Point, placeOn, type Route } from './route';
import { classes, rounded, type Shape, shape } from './shape';
import { type Face, textWidth } from './text-width';

export const SIDES = ['first', 'second'] as const;
export type PeerClass = (typeof SIDES)[number];

export interface Lettering {
  readonly size: number;
  readonly face?: Face;
  readonly bold?: boolean;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly class?: string | undefined;
  readonly transform?: string;
}

/** A line of text with its baseline at `y`. */
export const lettering = (content: string, { x, y }: Point, look: Lettering): Shape =>
  shape(
    'text',
    {
      class: classes(
        look.face === 'mono' && 'mono',
        look.bold && 'bold',
        look.anchor === 'middle' && 'middle',
        look.anchor === 'end' && 'end',
        look.class,
      ),
      x,
      y,
      'font-size': look.size,
      transform: look.transform,
    },
    content,
  );

/** A triangle at the end of a way. */
export function arrowhead(route: Route, size: number): Shape {
  const tip = placeOn(route, route.length);
  const tail = placeOn(route, route.length - size);
  return head(tip, tail, size);
}

/** A triangle whose tip is `tip`, pointing away from `tail`. */
export function head(tip: Point, tail: Point, size: number): Shape {
  const length = Math.hypot(tip.x - tail.x, tip.y - tail.y) || 1;
  const [dx, dy] = [(tip.x - tail.x) / length, (tip.y - tail.y) / length];
  const base = { x: tip.x - dx * size, y: tip.y - dy * size };
  const half = size * 0.46;
  const corner = (sign: number): string =>
    `${rounded(base.x - dy * half * sign)} ${rounded(base.y + dx * half * sign)}`;
  return shape('path', { class: 'head', d: `M${rounded(tip.x)} ${rounded(tip.y)}L${corner(1)}L${corner(-1)}z` });
}

/** A circle for the first peer, a square for the second, something between for what is nobody's; as wide as it must be. */
export function outline(peer: PeerClass | 'neutral', { x, y }: Point, width: number, height: number): Shape {
  const radius = peer === 'first' ? height / 2 : peer === 'second' ? height / 4 : height / 2.6;
  return shape('rect', {
    class: 'shape',
    x: x - width / 2,
    y: y - height / 2,
    width,
    height,
    rx: radius,
  });
}

export interface Bead {
  readonly peer: PeerClass | 'neutral';
  readonly n: number;
  /** How often, if more than once. */
  readonly count?: number;
  readonly size: number;
}

const beadText = ({ n, count = 1 }: Bead): string => (count > 1 ? `${n}×${count}` : String(n));

/** How wide a bead is. */
export const beadWidth = (bead: Bead): number =>
  Math.max(bead.size * 1.72, textWidth(beadText(bead), bead.size, 'sans', true) + bead.size * 0.62);

/** How large a number is written on a lifeline: a long one smaller, so that it covers no arrow's head. */
export const nodeSize = (n: number): number => (n < 100 ? 10 : n < 1_000 ? 9 : n < 10_000 ? 7.5 : 6.5);

/** An event's number, in the shape of its peer. */
export function bead(of: Bead, at: Point): Shape {
  return shape(
    'g',
    { class: classes('bead', of.peer), 'data-event': of.n },
    outline(of.peer, at, beadWidth(of), of.size * 1.72),
    lettering(beadText(of), { x: at.x, y: at.y + of.size * 0.36 }, { size: of.size, bold: true, anchor: 'middle' }),
  );
}

/** Where a peer is: its letter in its shape. What is only inferred is hollow. */
export function token(peer: 0 | 1, letter: string, at: Point, size: number, guessed = false): Shape {
  return shape(
    'g',
    { class: classes('token', SIDES[peer], guessed && 'guessed'), 'data-peer': peer },
    outline(SIDES[peer], at, size, size),
    lettering(letter, { x: at.x, y: at.y + size * 0.19 }, { size: size * 0.54, bold: true, anchor: 'middle' }),
  );
}
