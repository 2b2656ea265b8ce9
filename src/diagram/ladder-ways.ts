/** From where to where each segment of a ladder is drawn, and how far along it stands what is told of it. */
import type { Flight } from './flights';
import type { SegmentLabel } from './ladder-labels';
import { lastThat } from './search';
import type { Way } from './wire-marks';

/** Between the segments that one event sends. */
export const SEND_GAP = 15;

interface Band {
  readonly top: number;
  readonly height: number;
}

/** Whether a segment is there at once, with the event in which it ends. */
export const isAbrupt = ({ start, end }: Flight): boolean =>
  start.kind !== 'sent' && (end === undefined || end.n === start.n);

/** From where to where a segment is drawn; `across` is what is in its way, from above. */
export function wayOf(
  flight: Flight,
  label: SegmentLabel,
  nodes: readonly number[],
  [left, right]: readonly [number, number],
  across: readonly Band[],
): Way {
  const node = (n: number): number => nodes[n] ?? 0;
  const [own, other] = flight.from === 0 ? [left, right] : [right, left];
  const towards = flight.from === 0 ? 1 : -1;
  const part = (share: number): number => own + (other - own) * share;
  const start = node(flight.start.n);
  const end = flight.end === undefined ? undefined : node(flight.end.n);
  const y1 = start + flight.start.place * SEND_GAP;
  const between = (x1: number, x2: number): readonly [number, number] => [
    (own + CLEAR * towards - x1) / (x2 - x1),
    (other - CLEAR * towards - x1) / (x2 - x1),
  ];
  if (isAbrupt(flight)) {
    const y2 = end ?? start;
    const [x1, x2] = [part(flight.start.kind === 'injected' ? 0.14 : HELD_AT - 0.2), other - 10 * towards];
    return { flight, label, x1, y1: y2 - 14, x2, y2, shares: [], between: between(x1, x2) };
  }
  const x1 = flight.start.kind === 'released' ? part(HELD_AT) : own + 10 * towards;
  const covered = (y: number): boolean => {
    const row = across[lastThat(across, ({ top }) => top <= y + MARK)];
    return row !== undefined && row.top + row.height > y - MARK;
  };
  // What is told of it stands at the height at which it is told, but not at the ends, nor behind a text.
  const shares = (y2: number): readonly number[] =>
    flight.marks.map(({ n }) => {
      const wished = Math.min(0.62, Math.max(0.38, y2 <= y1 ? 0 : (node(n) - y1) / (y2 - y1)));
      return ASIDE.map((by) => wished + by).find((share) => !covered(y1 + (y2 - y1) * share)) ?? wished;
    });
  const y2 = end ?? y1 + 20;
  const x2 = end === undefined ? part(0.6) : flight.end?.kind === 'held' ? part(HELD_AT) : other - 10 * towards;
  return { flight, label, x1, y1, x2, y2, shares: shares(y2), between: between(x1, x2) };
}

/** A text between the lifelines is so far from each. */
const CLEAR = 12;
/** Half the height of a number on the wire. */
const MARK = 10;
/** How far along its way a number may stand from where it should, the nearest first. */
const ASIDE = [0, -0.06, 0.06, -0.12, 0.12, -0.18, 0.18, -0.24, 0.24];

/** How far a segment comes that is held. */
const HELD_AT = 0.55;
