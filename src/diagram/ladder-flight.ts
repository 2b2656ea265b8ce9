/** One segment on its way in the ladder: arrow, label, what happened to it, and the envelope while it flies. */
import type { Form } from './grid';

import { labelSize, type Placed } from './ladder-labels';
import { bead, head, lettering, SIDES } from './parts';
import { classes, rounded, type Shape, shape } from './shape';
import { overlap, type Turned } from './turned';
import { lostAt, NUMBER_SIZE, type Spot, spotOn, type Way, type WireMark, WORD_SIZE } from './wire-marks';

/** Shares of the way from where it should be. */
const SHIFTS = [0, -0.07, 0.07, -0.14, 0.14, -0.21, 0.21, -0.28, 0.28, -0.4, 0.4];
const ENVELOPE = { width: 22, height: 15 };

export type Envelope = Spot & { readonly angle: number };

/**
 * Where a segment is at the moment, and how it is turned; undefined if it is not on the wire. As near to the moment's
 * line as it can be without being on one of `boxes`.
 */
export function envelopeOf(of: Way, n: number, now: number, boxes: readonly Turned[]): Envelope | undefined {
  const { flight } = of;
  if (flight.start.n > n || (flight.end !== undefined && flight.end.n <= n)) return undefined;
  const down = of.y2 - of.y1;
  const seen = of.shares.filter((_, index) => (flight.marks[index]?.n ?? 0) <= n);
  const least = Math.max(0.16, ...seen.map((share) => share + 0.14));
  const wished = down <= 0 ? 0.5 : (now - of.y1) / down;
  const slope = (Math.atan2(down, of.x2 - of.x1) * 180) / Math.PI;
  const angle = flight.from === 0 ? slope : slope - 180;
  const places = SHIFTS.map((shift): Envelope => {
    const share = Math.max(least, Math.min(0.84, wished) + shift);
    return { ...spotOn(of, Math.min(flight.end === undefined ? 1 : 0.88, share)), angle };
  });
  const met = places.map((place) => boxes.filter((box) => overlap(box, boxOfEnvelope(place))).length);
  return places[met.indexOf(Math.min(...met))];
}

/** The room that an envelope takes. */
export function boxOfEnvelope({ x, y, angle }: Envelope): Turned {
  const turn = (angle * Math.PI) / 180;
  const [halfWidth, halfHeight] = [ENVELOPE.width / 2 + 2, ENVELOPE.height / 2 + 2];
  return { x, y, halfWidth, halfHeight, cos: Math.cos(turn), sin: Math.sin(turn) };
}

/**
 * After event `n`; `placed` is where the label stands at this moment, `here` where the envelope is. Its way, and what is
 * told of it: that stands above the ways of all.
 */
export function flightShape(
  of: Way,
  marks: readonly WireMark[],
  placed: Placed | undefined,
  here: Envelope | undefined,
  n: number,
  form: Form,
): readonly [way: Shape, told: Shape | undefined] {
  const { flight } = of;
  const future = flight.start.n > n;
  // Of what flies, only what was done to it by now is told.
  const told = marks.filter((mark) => future || mark.n <= n).flatMap(markShapes);
  const attributes = {
    class: classes(
      'flight',
      SIDES[flight.from],
      future && 'faded',
      flight.start.n === n && 'now',
      flight.copy > 0 && 'copy',
      here && 'flying',
    ),
    'data-segment': flight.segment.id,
    'data-event': flight.end?.n ?? flight.start.n,
  };
  const hit = shape('path', { class: 'hit', d: path(spotOn(of, 0), spotOn(of, 1)) });
  if (placed !== undefined) told.push(label(of, placed, form));
  return [
    shape('g', attributes, hit, ...(here === undefined ? ended(of) : underWay(of, here))),
    told.length === 0 ? undefined : shape('g', attributes, ...told),
  ];
}

const path = (a: Spot, b: Spot): string => `M${rounded(a.x)} ${rounded(a.y)}L${rounded(b.x)} ${rounded(b.y)}`;
const line = (a: Spot, b: Spot, name = 'line'): Shape => shape('path', { class: name, d: path(a, b) });

/** Up to the moment, then the envelope, then the way that it has before it. */
function underWay(of: Way, here: Envelope): readonly Shape[] {
  const [from, to] = [spotOn(of, 0), spotOn(of, 1)];
  const { width, height } = ENVELOPE;
  return [
    line(from, here),
    line(here, to, 'line ahead'),
    ...(of.flight.end?.kind === 'arrive' ? [head(to, from, 8)] : []),
    shape(
      'g',
      {
        class: 'envelope',
        transform: `translate(${rounded(here.x)} ${rounded(here.y)}) rotate(${rounded(here.angle)})`,
      },
      shape('rect', { class: 'shape', x: -width / 2, y: -height / 2, width, height, rx: 3 }),
      shape('path', {
        class: 'flap',
        d: `M${-width / 2 + 1} ${-height / 2 + 1.5}L0 1L${width / 2 - 1} ${-height / 2 + 1.5}`,
      }),
    ),
  ];
}

/** The whole way, as far as it came. */
function ended(of: Way): readonly Shape[] {
  const [from, to] = [spotOn(of, 0), spotOn(of, 1)];
  switch (of.flight.end?.kind) {
    case undefined:
      return [line(from, to, 'line ahead')];
    case 'arrive':
      return [line(from, to), head(to, from, 9)];
    case 'lost':
      return [line(from, spotOn(of, lostAt(of)))];
    case 'discard':
    case 'held':
      return [line(from, to)];
  }
}

function markShapes({ n, bead: at, word, sign, look }: WireMark): readonly Shape[] {
  return [
    ...(sign === undefined ? [] : [signShape(sign.kind, sign.at)]),
    ...(at === undefined ? [] : [bead({ peer: 'neutral', n, size: NUMBER_SIZE }, at)]),
    ...(word === undefined
      ? []
      : [lettering(word.text, word.at, { size: WORD_SIZE, bold: true, anchor: word.anchor, class: `halo ${look}` })]),
  ];
}

function signShape(kind: 'cross' | 'bar' | 'diamond', { x, y }: Spot): Shape {
  const at = (dx: number, dy: number): string => `${rounded(x + dx)} ${rounded(y + dy)}`;
  switch (kind) {
    case 'cross':
      return shape('path', { class: 'cross', d: `M${at(-6, -6)}l12 12M${at(6, -6)}l-12 12` });
    case 'bar':
      return shape('path', { class: 'line held', d: `M${at(0, -7)}v14` });
    case 'diamond':
      return shape('path', { class: 'head', d: `M${at(0, -5)}l5 5l-5 5l-5 -5z` });
  }
}

/** Along the arrow: the flags bold, then the numbers. */
function label({ label: text }: Way, { x, y, angle, baseline, short }: Placed, form: Form): Shape {
  return shape(
    'text',
    {
      class: 'mono middle halo',
      x: 0,
      y: baseline,
      'font-size': labelSize(form),
      transform: `translate(${rounded(x)} ${rounded(y)}) rotate(${rounded(angle)})`,
    },
    shape('tspan', { class: 'bold' }, text.flags),
    short ? undefined : text.rest,
  );
}
