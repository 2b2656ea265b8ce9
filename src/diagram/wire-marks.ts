/** What becomes of a segment on the wire, as it stands in the ladder: a number, a word, a cross; and the room of each. */
import { render, type Sentence, say, type Translate } from '../words/sentence';
import type { Flight } from './flights';
import { beadWidth } from './parts';
import { textWidth } from './text-width';
import { type Turned, upright } from './turned';

/** Where the lifelines are so near to each other, there is room for fewer words. */
const isTight = ({ x1, x2 }: { readonly x1: number; readonly x2: number }): boolean => Math.abs(x2 - x1) < 200;

/** How far a segment comes that is lost, as a share of its way; its word stands behind it. */
export const lostAt = (way: { readonly x1: number; readonly x2: number }): number => (isTight(way) ? 0.42 : 0.62);
/** The same of one that is discarded. */
const DISCARDED_AT = 0.88;
export const NUMBER_SIZE = 9;
export const WORD_SIZE = 11;

export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** An arrow on its way: from where to where, and how far along it each thing was done to it. */
export interface Way {
  readonly flight: Flight;
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  /** By mark of the flight: a share of the way. */
  readonly shares: readonly number[];
}

export interface WireMark {
  readonly n: number;
  /** Where its number stands; an injected segment has none, its arrival has it. */
  readonly bead: Spot | undefined;
  readonly word: { readonly text: string; readonly at: Spot; readonly anchor: 'start' | 'end' } | undefined;
  readonly look: 'lost' | 'held';
  readonly sign: { readonly kind: 'cross' | 'bar' | 'diamond'; readonly at: Spot } | undefined;
}

export const spotOn = ({ x1, y1, x2, y2 }: Way, share: number): Spot => ({
  x: x1 + (x2 - x1) * share,
  y: y1 + (y2 - y1) * share,
});

export function wireMarks(way: Way, translate: Translate): readonly WireMark[] {
  const { flight } = way;
  const towards = flight.from === 0 ? 1 : -1;
  const marks: WireMark[] = [];
  const add = (
    n: number,
    sign: WireMark['sign'],
    bead: Spot | undefined,
    word: Sentence | undefined,
    at: Spot,
    direction: number,
  ): void => {
    const text = word && render(word, translate);
    const look = sign?.kind === 'cross' ? 'lost' : 'held';
    const written = text && { text, at, anchor: direction > 0 ? ('start' as const) : ('end' as const) };
    marks.push({ n, bead, look, sign, word: written || undefined });
  };
  /** `dx` along the direction in which the segment flies. */
  const from = ({ x, y }: Spot, dx: number, dy: number): Spot => ({ x: x + dx * towards, y: y + dy });
  const start = spotOn(way, 0);
  if (flight.start.kind === 'injected') {
    add(
      flight.end?.n ?? flight.start.n,
      { kind: 'diamond', at: start },
      undefined,
      isTight(way) ? undefined : say('injected'),
      from(start, -2, -8),
      towards,
    );
  }
  if (flight.start.kind === 'released') {
    const abrupt = flight.end?.n === flight.start.n;
    add(
      flight.start.n,
      abrupt ? { kind: 'diamond', at: start } : undefined,
      abrupt ? undefined : from(start, -14, 0),
      say('released'),
      abrupt ? from(start, -2, -8) : from(start, -27, 4),
      abrupt ? towards : -towards,
    );
  }
  flight.marks.forEach(({ n, kind }, index) => {
    const at = spotOn(way, way.shares[index] ?? 0.3);
    const word = kind === 'delayed' ? say('delayed') : undefined;
    add(n, undefined, at, word, from(at, 12, 15), towards);
  });
  const { end } = flight;
  if (end?.kind === 'lost') {
    const at = spotOn(way, lostAt(way));
    add(end.n, { kind: 'cross', at }, from(at, 23, 5), say('lost'), from(at, 37, 9), towards);
  }
  if (end?.kind === 'discard') {
    const at = spotOn(way, DISCARDED_AT);
    add(end.n, { kind: 'cross', at }, from(at, -6, 18), say('corrupted'), from(at, -20, 22), -towards);
  }
  if (end?.kind === 'held') {
    const at = spotOn(way, 1);
    add(end.n, { kind: 'bar', at }, from(at, 14, 0), say('held'), from(at, 27, 4), towards);
  }
  return marks;
}

/** The room that they take. */
export function roomOf(marks: readonly WireMark[]): readonly Turned[] {
  return marks.flatMap(({ n, bead, word, sign }) => {
    const rooms: Turned[] = [];
    if (sign !== undefined) rooms.push(upright(sign.at.x - 8, sign.at.y - 8, 16, 16));
    if (bead !== undefined) {
      const width = beadWidth({ peer: 'neutral', n, size: NUMBER_SIZE }) + 2;
      rooms.push(upright(bead.x - width / 2, bead.y - 9, width, 18));
    }
    if (word !== undefined) {
      const width = textWidth(word.text, WORD_SIZE, 'sans', true);
      const left = word.anchor === 'start' ? word.at.x : word.at.x - width;
      rooms.push(upright(left - 1, word.at.y - 10, width + 2, 13));
    }
    return rooms;
  });
}
