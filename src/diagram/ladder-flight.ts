/** One segment on its way in the ladder: arrow, label, what happened to it, and the envelope while it flies. */

import { render, say, type Translate } from '../words/sentence';
import type { Form } from './grid';
import type { FlightPlace } from './ladder';
import { labelSize } from './ladder-labels';
import { bead, head, lettering, SIDES } from './parts';
import { classes, rounded, type Shape, shape } from './shape';

/** How far a lost segment comes. */
const LOST_AT = 0.62;

interface Spot {
  readonly x: number;
  readonly y: number;
}

/** `now` is the y of the moment, `n` its event. */
export function flightShape(of: FlightPlace, n: number, now: number, form: Form, translate: Translate): Shape {
  const { flight } = of;
  const side = SIDES[flight.from];
  const future = flight.start.n > n;
  const flying = !future && (flight.end === undefined || flight.end.n > n);
  const at = (share: number): Spot => ({ x: of.x1 + (of.x2 - of.x1) * share, y: of.y1 + (of.y2 - of.y1) * share });
  const shapes = flying ? underWay(of, at, now) : ended(of, at, translate);
  return shape(
    'g',
    {
      class: classes(
        'flight',
        side,
        future && 'faded',
        flight.start.n === n && 'now',
        flight.copy > 0 && 'copy',
        flying && 'flying',
      ),
      'data-segment': flight.segment.id,
      'data-event': flight.end?.n ?? flight.start.n,
    },
    shape('path', { class: 'hit', d: path(at(0), at(1)) }),
    ...shapes,
    ...beginning(of, at, translate),
    ...flight.marks.flatMap((mark) => marked(of, mark, at, n, translate)),
    label(of, form),
  );
}

const path = (a: Spot, b: Spot): string => `M${rounded(a.x)} ${rounded(a.y)}L${rounded(b.x)} ${rounded(b.y)}`;
const line = (a: Spot, b: Spot, name = 'line'): Shape => shape('path', { class: name, d: path(a, b) });

/** Up to the moment, then the envelope, then the way that it has before it. */
function underWay(of: FlightPlace, at: (share: number) => Spot, now: number): readonly Shape[] {
  const down = of.y2 - of.y1;
  const share = Math.min(0.82, Math.max(0.18, down <= 0 ? 0.5 : (now - of.y1) / down));
  const here = at(share);
  const angle = (Math.atan2(of.y2 - of.y1, of.x2 - of.x1) * 180) / Math.PI;
  return [
    line(at(0), here),
    line(here, at(1), 'line ahead'),
    ...(of.flight.end?.kind === 'arrive' ? [head(at(1), at(0), 8)] : []),
    envelope(here, of.flight.from === 0 ? angle : angle - 180),
  ];
}

function envelope({ x, y }: Spot, angle: number): Shape {
  return shape(
    'g',
    { class: 'envelope', transform: `translate(${rounded(x)} ${rounded(y)}) rotate(${rounded(angle)})` },
    shape('rect', { class: 'shape', x: -12, y: -8.5, width: 24, height: 17, rx: 3 }),
    shape('path', { class: 'flap', d: 'M-11 -7l11 8l11 -8' }),
  );
}

/** The whole way, as far as it came. */
function ended({ flight }: FlightPlace, at: (share: number) => Spot, translate: Translate): readonly Shape[] {
  const { end } = flight;
  const towards = flight.from === 0 ? 1 : -1;
  if (end === undefined) return [line(at(0), at(1), 'line ahead')];
  switch (end.kind) {
    case 'arrive':
      return [line(at(0), at(1)), head(at(1), at(0), 9)];
    case 'lost': {
      const [cross, number] = [at(LOST_AT), at(LOST_AT)];
      return [
        line(at(0), cross),
        shape('path', { class: 'cross', d: crossAt(cross) }),
        bead({ peer: 'neutral', n: end.n, size: 9 }, { x: number.x + 22 * towards, y: number.y + 5 }),
        word(render(say('lost'), translate), { x: number.x + 36 * towards, y: number.y + 9 }, towards, 'lost'),
      ];
    }
    case 'discard': {
      const cross = at(0.9);
      return [
        line(at(0), at(1)),
        shape('path', { class: 'cross', d: crossAt(cross) }),
        bead({ peer: 'neutral', n: end.n, size: 9 }, { x: cross.x - 20 * towards, y: cross.y + 9 }),
        word(render(say('corrupted'), translate), { x: cross.x - 34 * towards, y: cross.y + 14 }, -towards, 'lost'),
      ];
    }
    case 'held': {
      const stop = at(1);
      return [
        line(at(0), stop),
        shape('path', { class: 'line held', d: `M${rounded(stop.x)} ${rounded(stop.y - 7)}v14` }),
        bead({ peer: 'neutral', n: end.n, size: 9 }, { x: stop.x + 14 * towards, y: stop.y }),
        word(render(say('held'), translate), { x: stop.x + 27 * towards, y: stop.y + 4 }, towards, 'held'),
      ];
    }
  }
}

const crossAt = ({ x, y }: Spot): string =>
  `M${rounded(x - 6)} ${rounded(y - 6)}l12 12M${rounded(x + 6)} ${rounded(y - 6)}l-12 12`;

const word = (text: string, at: Spot, towards: number, name: string): Shape =>
  lettering(text, at, { size: 11, bold: true, anchor: towards > 0 ? 'start' : 'end', class: `halo ${name}` });

/** Where it comes from, if no peer sent it now. */
function beginning({ flight }: FlightPlace, at: (share: number) => Spot, translate: Translate): readonly Shape[] {
  const { x, y } = at(0);
  const towards = flight.from === 0 ? 1 : -1;
  if (flight.start.kind === 'injected') {
    return [
      shape('path', { class: 'head', d: `M${rounded(x)} ${rounded(y - 5)}l5 5l-5 5l-5 -5z` }),
      word(render(say('injected'), translate), { x: x + 4 * towards, y: y - 8 }, towards, 'held'),
    ];
  }
  if (flight.start.kind === 'released') {
    return [
      bead({ peer: 'neutral', n: flight.start.n, size: 9 }, { x: x - 14 * towards, y }),
      word(render(say('released'), translate), { x: x - 27 * towards, y: y + 4 }, -towards, 'held'),
    ];
  }
  return [];
}

/** What was done to it on the wire, at the row of that event. */
function marked(
  of: FlightPlace,
  mark: FlightPlace['flight']['marks'][number] & { readonly y?: number },
  at: (share: number) => Spot,
  n: number,
  translate: Translate,
): readonly Shape[] {
  if (mark.n > n && of.flight.start.n <= n) return [];
  const index = of.flight.marks.findIndex((each) => each.n === mark.n);
  const spot = at((index + 1) / (of.flight.marks.length + 1) / 2);
  const towards = of.flight.from === 0 ? 1 : -1;
  const number = bead({ peer: 'neutral', n: mark.n, size: 9 }, spot);
  if (mark.kind === 'underway') return [number];
  return [
    number,
    word(render(say('delayed'), translate), { x: spot.x + 12 * towards, y: spot.y + 14 }, towards, 'held'),
  ];
}

/** Along the arrow: the flags bold, then the numbers. */
function label({ label: text, placed }: FlightPlace, form: Form): Shape {
  const { x, y, angle, baseline } = placed;
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
    text.rest,
  );
}
