/** What becomes of a segment on the wire, as it stands in the ladder: a number, a word, a cross; and the room of each. */
import { render, type Sentence, say, type Translate } from '../words/sentence';
import type { Flight } from './flights';
import type { SegmentLabel } from './ladder-labels';
import { beadWidth } from './parts';
import { lastAtMost } from './search';
import { textWidth } from './text-width';
import { overlap, TALLEST, type Turned, upright } from './turned';

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
  readonly label: SegmentLabel;
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  /** By mark of the flight: a share of the way. */
  readonly shares: readonly number[];
  /** From where to where its line, made longer, is between the lifelines: shares of the way. */
  readonly between: readonly [number, number];
}

export interface Word {
  readonly text: string;
  readonly at: Spot;
  readonly anchor: 'start' | 'end';
}

export interface WireMark {
  readonly n: number;
  /** Where its number stands; an injected segment has none, its arrival has it. */
  readonly bead: Spot | undefined;
  readonly word: Word | undefined;
  readonly look: 'lost' | 'held';
  readonly sign: { readonly kind: 'cross' | 'bar' | 'diamond'; readonly at: Spot } | undefined;
}

/** Its word can stand in several places, the best first. */
interface Draft extends Omit<WireMark, 'word'> {
  readonly words: readonly Word[];
}

export const spotOn = ({ x1, y1, x2, y2 }: Way, share: number): Spot => ({
  x: x1 + (x2 - x1) * share,
  y: y1 + (y2 - y1) * share,
});

const NONE: readonly never[] = [];

function draftsOf(way: Way, translate: Translate): readonly Draft[] {
  const { flight } = way;
  const { start, end } = flight;
  if (start.kind === 'sent' && flight.marks.length === 0 && (end === undefined || end.kind === 'arrive')) return NONE;
  const towards = flight.from === 0 ? 1 : -1;
  const drafts: Draft[] = [];
  /** `dx` along the direction in which the segment flies. */
  const from = ({ x, y }: Spot, dx: number, dy: number): Spot => ({ x: x + dx * towards, y: y + dy });
  const add = (
    n: number,
    sign: WireMark['sign'],
    bead: Spot | undefined,
    word: Sentence | undefined,
    at: Spot,
    /** From `at` on, where a word begins: along the way, or back. */
    ...places: readonly (readonly [dx: number, dy: number, onward: boolean])[]
  ): void => {
    const text = word === undefined ? '' : render(word, translate);
    const words = places.map(([dx, dy, onward]): Word => {
      return { text, at: from(at, dx, dy), anchor: onward === towards > 0 ? 'start' : 'end' };
    });
    drafts.push({ n, bead, sign, look: sign?.kind === 'cross' ? 'lost' : 'held', words: text === '' ? NONE : words });
  };
  const first = spotOn(way, 0);
  if (start.kind === 'injected') {
    const word = isTight(way) ? undefined : say('injected');
    add(end?.n ?? start.n, { kind: 'diamond', at: first }, undefined, word, first, [-2, -8, true]);
  }
  if (start.kind === 'released') {
    if (end?.n === start.n) {
      add(start.n, { kind: 'diamond', at: first }, undefined, say('released'), first, [-2, -8, true]);
    } else {
      add(start.n, undefined, from(first, -14, 0), say('released'), first, [-27, 4, false], [-14, 20, false]);
    }
  }
  flight.marks.forEach(({ n, kind }, index) => {
    const at = spotOn(way, way.shares[index] ?? 0.3);
    const word = kind === 'delayed' ? say('delayed') : undefined;
    add(n, undefined, at, word, at, [12, 15, true], [-12, -8, false], [12, -8, true], [-12, 15, false]);
  });
  if (end?.kind === 'lost') {
    const at = spotOn(way, lostAt(way));
    add(end.n, { kind: 'cross', at }, from(at, 23, 5), say('lost'), at, [37, 9, true], [12, 25, true], [12, -10, true]);
  }
  if (end?.kind === 'discard') {
    const at = spotOn(way, DISCARDED_AT);
    add(end.n, { kind: 'cross', at }, from(at, -6, 18), say('corrupted'), at, [-20, 22, false], [0, 40, false]);
  }
  if (end?.kind === 'held') {
    const at = spotOn(way, 1);
    add(end.n, { kind: 'bar', at }, from(at, 14, 0), say('held'), at, [27, 4, true], [14, 20, true]);
  }
  return drafts;
}

/**
 * What becomes of the segment of each way, and the room of all that, by height. `obstacles` are by height too.
 *
 * Rule: numbers and signs stand where it happened; a word stands beside them where nothing is, or is left out: the sign
 *       and the log tell it too.
 */
export function wireMarks(
  ways: readonly Way[],
  obstacles: readonly Turned[],
  translate: Translate,
): { readonly marks: ReadonlyMap<Way, readonly WireMark[]>; readonly rooms: readonly Turned[] } {
  const drafts: (readonly [Way, readonly Draft[]])[] = [];
  for (const way of ways) {
    const ofWay = draftsOf(way, translate);
    if (ofWay.length > 0) drafts.push([way, ofWay]);
  }
  const signs = drafts.flatMap(([, ofWay]) => ofWay.flatMap(roomOfSign)).sort(byHeight);
  const [signHeights, heights] = [signs.map(({ y }) => y), obstacles.map(({ y }) => y)];
  const words: Turned[] = [];
  const isFree = (room: Turned): boolean =>
    ![...between(signs, signHeights, room.y), ...between(obstacles, heights, room.y), ...words.slice(-WORDS)].some(
      (other) => overlap(other, room),
    );
  const placed = ({ words: places, ...mark }: Draft): WireMark => {
    const word = places.find((place) => isFree(roomOfWord(place)));
    if (word !== undefined) words.push(roomOfWord(word));
    return { ...mark, word };
  };
  const marks = new Map(drafts.map(([way, ofWay]) => [way, ofWay.map(placed)]));
  return { marks, rooms: [...signs, ...words].sort(byHeight) };
}

/** So many words that were placed last may be in the way of the next. */
const WORDS = 40;

export const byHeight = (a: Turned, b: Turned): number => a.y - b.y;

/** Those that might be in the way at a height. */
const between = (rooms: readonly Turned[], heights: readonly number[], y: number): readonly Turned[] =>
  rooms.slice(Math.max(0, lastAtMost(heights, y - TALLEST)), lastAtMost(heights, y + TALLEST) + 1);

function roomOfSign({ n, bead, sign }: Draft): readonly Turned[] {
  const rooms: Turned[] = [];
  if (sign !== undefined) rooms.push(upright(sign.at.x - 8, sign.at.y - 8, 16, 16));
  if (bead !== undefined) {
    const width = beadWidth({ peer: 'neutral', n, size: NUMBER_SIZE }) + 2;
    rooms.push(upright(bead.x - width / 2, bead.y - 9, width, 18));
  }
  return rooms;
}

function roomOfWord({ text, at, anchor }: Word): Turned {
  const width = textWidth(text, WORD_SIZE, 'sans', true);
  return upright((anchor === 'start' ? at.x : at.x - width) - 1, at.y - 10, width + 2, 13);
}
