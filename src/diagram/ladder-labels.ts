/**
 * What is written along a segment's arrow, and where along it: so that no label stands on another, and as few as can be
 * on another's arrow.
 */

import { fieldTexts, type Numbers } from '../trace/segment-text';
import { render, say, type Translate } from '../words/sentence';
import type { Flight } from './flights';
import type { Form } from './grid';
import { lastAtMost } from './search';
import { textWidth } from './text-width';
import { crosses, overlap, TALLEST, type Turned } from './turned';
import { lostAt, type Way } from './wire-marks';

export interface SegmentLabel {
  readonly flags: string;
  readonly rest: string;
  /** Pixels. */
  readonly width: number;
}

/** Where a label's middle is, how it is turned (degrees), and its baseline from there: above or below the line. */
export interface Placed {
  readonly x: number;
  readonly y: number;
  readonly angle: number;
  readonly baseline: number;
  /** Whether there is room for the flags alone. */
  readonly short: boolean;
}

export const labelSize = (form: Form): number => (form === 'wide' ? 11 : 9.5);
const NARROW_ROOM = 116;

/** As much of a segment as there is room for; flags are never left out. */
export function labelOf(
  { segment, copy }: Flight,
  numbers: Numbers,
  windowChanged: boolean,
  form: Form,
  translate: Translate,
): SegmentLabel {
  const { flags } = segment;
  const fields = fieldTexts(segment, numbers);
  const window = windowChanged ? [`win=${segment.win}`] : [];
  const width = (rest: string): number => textWidth(flags + rest, labelSize(form), 'mono');
  if (form === 'wide') {
    const again = segment.retransmission ? ` (${render(say('again'), translate)})` : '';
    const duplicate = copy > 0 ? ` (${render(say('duplicate'), translate)})` : '';
    const rest = ` ${fields.join(' ')}${windowChanged ? ` win=${segment.win}` : ''}${again}${duplicate}`;
    return { flags, rest, width: width(rest) };
  }
  const choices = [
    [...fields, ...window],
    // A window that changed says more than where the segment begins.
    ...(windowChanged ? [fields.slice(1), fields.slice(1, 2), []].map((kept) => [...kept, ...window]) : []),
    fields,
    fields.slice(0, 2),
    fields.slice(0, 1),
  ];
  const rest = choices.map((parts) => ` ${parts.join(' ')}`).find((choice) => width(choice) <= NARROW_ROOM) ?? '';
  return { flags, rest, width: width(rest) };
}

/** Parts of the way to try, the best first. */
const SHARES = [0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.26, 0.74, 0.2, 0.8, 0.14, 0.86];

/**
 * Where the label of each line stands, found when it is asked for; undefined where there is no room for one. `obstacles` are in the order of their heights.
 *
 * Rule: the place of a label does not depend on which was asked for first. Lines come in blocks, and of blocks that are
 *       near each other in the picture some come before others (`RANKS`): the labels of a block look at those of its own
 *       and of the blocks that come before it.
 */
export function labelPlaces(
  lines: readonly Way[],
  form: Form,
  obstacles: readonly Turned[],
): (index: number) => Candidate | undefined {
  const size = labelSize(form);
  const heights = obstacles.map(({ y }) => y);
  const blocks = new Map<number, readonly (Candidate | undefined)[]>();
  const reachOf = (block: number): Reach => {
    const inBlock = lines.slice(Math.max(0, block * BLOCK), Math.max(0, (block + 1) * BLOCK));
    const ends = inBlock.flatMap(({ y1, y2 }) => [y1, y2]);
    return { top: Math.min(...ends) - 2 * size, bottom: Math.max(...ends) + 2 * size };
  };
  const blockOf = (block: number): readonly (Candidate | undefined)[] => {
    const known = blocks.get(block);
    if (known !== undefined) return known;
    const taken = DISTANCES.map((by) => block + by)
      .filter((other) => rankOf(other) < rankOf(block) && meets(reachOf(other), reachOf(block)))
      .flatMap(blockOf)
      .flatMap((each) => each?.box ?? []);
    const own: (Candidate | undefined)[] = [];
    for (let index = block * BLOCK; index < Math.min(lines.length, (block + 1) * BLOCK); index += 1) {
      const line = lines[index];
      if (line === undefined) break;
      const [top, bottom] = [Math.min(line.y1, line.y2) - 2 * size, Math.max(line.y1, line.y2) + 2 * size];
      const [first, last] = [lastAtMost(heights, top - TALLEST), lastAtMost(heights, bottom + TALLEST)];
      const boxes = [...taken, ...obstacles.slice(Math.max(0, first), last + 1)];
      const best = placeFor(line, size, boxes, linesBetween(lines, index, top, bottom));
      own.push(best);
      if (best !== undefined) taken.push(best.box);
    }
    blocks.set(block, own);
    return own;
  };
  return (index) => blockOf(Math.floor(index / BLOCK))[index % BLOCK];
}

const BLOCK = 16;
/** Blocks that follow each other have different ranks: as many as there are. */
const RANKS = [0, 8, 4, 12, 2, 10, 6, 14, 1, 9, 5, 13, 3, 11, 7, 15] as const;
const rankOf = (block: number): number => RANKS[((block % RANKS.length) + RANKS.length) % RANKS.length] ?? 0;
const DISTANCES = RANKS.slice(1).flatMap((_, index) => [-1 - index, 1 + index]);

/** From where to where something is in the picture; of nothing, from below to above everything. */
interface Reach {
  readonly top: number;
  readonly bottom: number;
}
const meets = (a: Reach, b: Reach): boolean => a.top <= b.bottom && b.top <= a.bottom;

/** As many lines before one are looked at, at most. */
const NEIGHBOURS = 60;

/** The other lines that come into a stretch of the picture. */
function linesBetween(lines: readonly Way[], index: number, top: number, bottom: number): readonly Way[] {
  const found: Way[] = [];
  for (let before = index - 1; before >= 0 && before > index - NEIGHBOURS; before -= 1) {
    const line = lines[before];
    if (line !== undefined && Math.max(line.y1, line.y2) > top) found.push(line);
  }
  for (let after = index + 1; after < lines.length; after += 1) {
    const line = lines[after];
    if (line === undefined || Math.min(line.y1, line.y2) > bottom) break;
    found.push(line);
  }
  return found;
}

export interface Candidate {
  readonly placed: Placed;
  readonly box: Turned;
}

/** Where a label meets no box: the whole of it, else its flags alone; undefined if there is no room for either. */
export function placeFor(
  line: Way,
  size: number,
  boxes: readonly Turned[],
  others: readonly Way[],
): Candidate | undefined {
  const whole = bestPlace(line, size, boxes, others);
  if (whole !== undefined && whole.cost < BOX) return whole;
  const { flags } = line.label;
  const flagsAlone = { flags, rest: '', width: textWidth(flags, size, 'mono') };
  const short = bestPlace({ ...line, label: flagsAlone }, size, boxes, others);
  return short !== undefined && short.cost < BOX
    ? { placed: { ...short.placed, short: true }, box: short.box }
    : undefined;
}

/** What it costs to stand on a box. */
const BOX = 1000;

interface Judged extends Candidate {
  readonly cost: number;
}

/** Where a label meets the fewest boxes, then the fewest lines, then where it is best to read. */
function bestPlace(line: Way, size: number, boxes: readonly Turned[], others: readonly Way[]): Judged | undefined {
  let best: Judged | undefined;
  let order = 0;
  for (const candidate of candidates(line, size)) {
    // Those that follow are worse to read, so nothing can be better than what meets nothing.
    if (best !== undefined && best.cost <= order) return best;
    let cost = order;
    for (const box of boxes) if (overlap(candidate.box, box)) cost += BOX;
    if (best === undefined || cost < best.cost) {
      for (const other of others) if (crosses(candidate.box, other)) cost += 20;
    }
    if (best === undefined || cost < best.cost) best = { ...candidate, cost };
    order += 1;
  }
  return best;
}

/** What is turned may come so much nearer to a lifeline with its corners. */
const SLACK = 5;

function* candidates(line: Way, size: number): Generator<Candidate> {
  const { x1, y1, x2, y2, label, flight } = line;
  const slope = Math.atan2(y2 - y1, x2 - x1);
  const angle = flight.from === 0 ? slope : slope - Math.PI * Math.sign(slope || 1);
  const length = Math.hypot(x2 - x1, y2 - y1);
  const half = label.width / 2;
  const reach = length * (flight.end?.kind === 'lost' ? lostAt(line) - 0.06 : 1);
  const [least, most] = [line.between[0] * length + half, line.between[1] * length - half];
  if (least > most) return;
  const ends = line.between.map((share) => x1 + (x2 - x1) * share);
  const [left, right] = [Math.min(...ends) - SLACK, Math.max(...ends) + SLACK];
  for (const baseline of [-5, size + 3, -15, size + 12]) {
    for (const share of SHARES) {
      // The whole label beside the line, where it is long enough; in any case between the lifelines.
      const wished =
        reach > label.width + 8 ? Math.min(Math.max(reach * share, half + 4), reach - half - 4) : reach / 2;
      const along = Math.min(Math.max(wished, least), most);
      const [x, y] = [x1 + ((x2 - x1) * along) / length, y1 + ((y2 - y1) * along) / length];
      const placed = { x, y, angle: (angle * 180) / Math.PI, baseline, short: false };
      const box = boxOfLabel(placed, label.width, size);
      const across = box.halfWidth * Math.abs(box.cos) + box.halfHeight * Math.abs(box.sin);
      if (box.x - across >= left && box.x + across <= right) yield { placed, box };
    }
  }
}

/** The room that a label takes where it is. */
function boxOfLabel({ x, y, angle, baseline }: Placed, width: number, size: number): Turned {
  const turn = (angle * Math.PI) / 180;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const up = baseline - size * 0.36;
  return { x: x - up * sin, y: y + up * cos, halfWidth: width / 2 + 2, halfHeight: size * 0.62, cos, sin };
}
