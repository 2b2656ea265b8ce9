/**
 * What is written along a segment's arrow, and where along it: so that no label stands on another, and as few as can be
 * on another's arrow.
 */

import { fieldTexts, type Numbers } from '../trace/segment-text';
import { render, say, type Translate } from '../words/sentence';
import type { Flight } from './flights';
import type { Form } from './grid';
import { textWidth } from './text-width';

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
}

export const labelSize = (form: Form): number => (form === 'wide' ? 11 : 9.5);
const NARROW_ROOM = 124;

/** As much of a segment as there is room for; flags are never left out. */
export function labelOf(
  { segment, copy }: Flight,
  numbers: Numbers,
  windowChanged: boolean,
  form: Form,
  translate: Translate,
): SegmentLabel {
  const fields = fieldTexts(segment, numbers);
  const remarks = [
    ...(segment.retransmission ? [render(say('again'), translate)] : []),
    ...(copy > 0 ? [render(say('duplicate'), translate)] : []),
  ].map((remark) => ` (${remark})`);
  const again = remarks.join('');
  const window = windowChanged ? ` win=${segment.win}` : '';
  const choices =
    form === 'wide'
      ? [` ${fields.join(' ')}${window}${again}`]
      : [
          ` ${fields.join(' ')}${window}`,
          ` ${fields.join(' ')}`,
          ` ${fields.slice(0, 2).join(' ')}`,
          ` ${fields[0] ?? ''}`,
        ];
  const width = (rest: string): number => textWidth(segment.flags + rest, labelSize(form), 'mono');
  const rest = choices.find((choice) => form === 'wide' || width(choice) <= NARROW_ROOM) ?? '';
  return { flags: segment.flags, rest, width: width(rest) };
}

interface Line {
  readonly flight: Flight;
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly label: SegmentLabel;
}

/** An upright rectangle that is turned about its middle. */
interface Turned {
  readonly x: number;
  readonly y: number;
  readonly halfWidth: number;
  readonly halfHeight: number;
  readonly cos: number;
  readonly sin: number;
}

/** Parts of the way to try, the best first. */
const SHARES = [0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73, 0.2, 0.8];

/** The lines, in their order, each with the place of its label. */
export function placeLabels<L extends Line>(
  lines: readonly L[],
  form: Form,
): readonly (L & { readonly placed: Placed })[] {
  const size = labelSize(form);
  const done: { readonly box: Turned; readonly bottom: number }[] = [];
  let settled = 0;
  return lines.map((line, index) => {
    const top = Math.min(line.y1, line.y2) - 2 * size;
    const bottom = Math.max(line.y1, line.y2) + 2 * size;
    // Lines begin ever lower: what ends above this one meets none after it.
    while (settled < done.length && (done[settled]?.bottom ?? 0) < top) settled += 1;
    const boxes = done.slice(Math.max(settled, done.length - 60)).map(({ box }) => box);
    const others = linesBetween(lines, index, top, bottom);
    const best = candidates(line, size)
      .map((candidate, order) => {
        const hits = boxes.filter((box) => overlap(candidate.box, box)).length;
        const crossed = others.filter((other) => crosses(candidate.box, other)).length;
        return { ...candidate, cost: hits * 1000 + crossed * 10 + order };
      })
      .reduce((a, b) => (b.cost < a.cost ? b : a));
    done.push({ box: best.box, bottom });
    return { ...line, placed: best.placed };
  });
}

/** The other lines that come into a stretch of the picture. */
function linesBetween<L extends Line>(lines: readonly L[], index: number, top: number, bottom: number): readonly L[] {
  const found: L[] = [];
  for (let before = index - 1; before >= 0 && before > index - 40; before -= 1) {
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

function candidates(line: Line, size: number): readonly { readonly placed: Placed; readonly box: Turned }[] {
  const { x1, y1, x2, y2, label, flight } = line;
  const slope = Math.atan2(y2 - y1, x2 - x1);
  const angle = flight.from === 0 ? slope : slope - Math.PI * Math.sign(slope || 1);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const length = Math.hypot(x2 - x1, y2 - y1);
  const half = label.width / 2;
  const last = flight.end?.kind === 'lost' ? 0.56 : 1;
  return [-5, size + 3].flatMap((baseline) =>
    SHARES.flatMap((share) => {
      const wished = last * share * length;
      // The whole label beside the line, where it is long enough.
      const along =
        length * last > label.width
          ? Math.min(Math.max(wished, half + 4), length * last - half - 4)
          : (length * last) / 2;
      const [x, y] = [x1 + ((x2 - x1) * along) / length, y1 + ((y2 - y1) * along) / length];
      const up = baseline - size * 0.36;
      const box = { x: x - up * sin, y: y + up * cos, halfWidth: half + 2, halfHeight: size * 0.62, cos, sin };
      return [{ placed: { x, y, angle: (angle * 180) / Math.PI, baseline }, box }];
    }),
  );
}

/** Whether two turned rectangles share a place: no axis of either lies between them. */
function overlap(a: Turned, b: Turned): boolean {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const apart = (cos: number, sin: number): boolean => {
    const reach = (box: Turned): number =>
      box.halfWidth * Math.abs(box.cos * cos + box.sin * sin) +
      box.halfHeight * Math.abs(box.cos * sin - box.sin * cos);
    return Math.abs(dx * cos + dy * sin) > reach(a) + reach(b);
  };
  return !(apart(a.cos, a.sin) || apart(-a.sin, a.cos) || apart(b.cos, b.sin) || apart(-b.sin, b.cos));
}

/** Whether a line goes through a turned rectangle. */
function crosses(box: Turned, { x1, y1, x2, y2 }: Line): boolean {
  const local = (x: number, y: number): readonly [number, number] => [
    (x - box.x) * box.cos + (y - box.y) * box.sin,
    (y - box.y) * box.cos - (x - box.x) * box.sin,
  ];
  const [[ax, ay], [bx, by]] = [local(x1, y1), local(x2, y2)];
  let [from, to] = [0, 1];
  for (const [start, step, half] of [
    [ax, bx - ax, box.halfWidth],
    [ay, by - ay, box.halfHeight],
  ] as const) {
    if (step === 0) {
      if (Math.abs(start) > half) return false;
      continue;
    }
    const [one, two] = [(-half - start) / step, (half - start) / step];
    from = Math.max(from, Math.min(one, two));
    to = Math.min(to, Math.max(one, two));
  }
  return from < to;
}
