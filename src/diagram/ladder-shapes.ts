/**
 * A ladder at a moment, as much of it as is to be seen: what is later is faded, and what flies is an envelope.
 *
 * Rule: the work depends on what is to be seen, not on how long the trace is.
 */

import { visible } from '../trace/columns';
import { clock } from '../trace/duration';
import { render, say, type Translate } from '../words/sentence';
import { foldText, type Ladder, type LadderRow, type StateSpan } from './ladder';
import { boxOfEnvelope, type Envelope, envelopeOf, flightShape } from './ladder-flight';
import { labelSize, placeFor } from './ladder-labels';
import { beside, cardShape } from './ladder-side';
import { bead, lettering, nodeSize, SIDES, token } from './parts';
import { initials, peerOf } from './scene';
import { lastAtMost, lastThat } from './search';
import { classes, rounded, type Shape, shape } from './shape';
import { fitting, textWidth } from './text-width';
import { BRACKET_SIZE, type Bracket } from './timer-spans';
import { overlap, type Turned } from './turned';
import type { Way } from './wire-marks';

/** The height of the heading with both peers, which stands above the ladder or stays at its top. */
export const HEAD_HEIGHT = 56;

/** Where the moment's line is. */
export const nowAt = (ladder: Ladder, n: number): number => ladder.ends[Math.min(n, ladder.ends.length - 1)] ?? 0;

/** The ladder between two heights, `from` and `to`, after event `n`; in the layout's pixels, nothing translated by `from`. */
export function ladderShapes(
  ladder: Ladder,
  from: number,
  to: number,
  n: number,
  translate: Translate,
): readonly Shape[] {
  const now = nowAt(ladder, n);
  const rows = rowsBetween(ladder, from, to);
  const latest = n >= ladder.trace.events.length;
  return [
    ...(!latest && now < to ? [future(ladder, Math.max(now, from), Math.min(to, ladder.height))] : []),
    ...([0, 1] as const).flatMap((peer) => lifeline(ladder, peer, from, to, n, now)),
    ...rows.flatMap((row) => (row.kind === 'chapter' ? [chapter(ladder, row, now)] : [])),
    ...rows.flatMap((row) => (row.kind === 'fold' ? [fold(ladder, row, n)] : [])),
    ...bracketsBetween(ladder, from, to).map((each) => bracket(each, n)),
    ...flightShapes(ladder, from, to, n),
    ...rows.flatMap((row) => (row.kind === 'event' ? [eventShape(ladder, row, n)] : [])),
    ...(now >= from - 10 && now <= to + 10 && n > 0 && !latest ? [nowLine(ladder, now, translate)] : []),
    ...rows.flatMap((row) =>
      row.kind === 'card' ? [cardShape(ladder, row.event, row.card, row.top, n, translate)] : [],
    ),
  ];
}

/** Both peers, their addresses and their signs. */
export function ladderHead(ladder: Ladder, translate: Translate): Shape {
  const letters = initials(ladder.trace);
  const narrow = ladder.form === 'narrow';
  return shape(
    'g',
    { class: 'heads' },
    ...([0, 1] as const).flatMap((peer) => {
      const { name, address, kind } = ladder.trace.scenario.peers[peer];
      const x = ladder.lifelines[peer];
      const outward = peer === 0 ? -1 : 1;
      const at = x + outward * 20;
      const room = peer === 0 ? at - 6 : ladder.width - at - 6;
      const anchor = peer === 0 ? 'end' : 'start';
      const title = `${visible(name)}${kind === 'scripted' ? ` (${render(say('scripted'), translate)})` : ''}`;
      const port = narrow ? address?.replace(/^.*(?=:)/, '') : address;
      return [
        token(peer, letters[peer], { x, y: 30 }, 24),
        lettering(
          fitting(title, room, 12, 'sans', true),
          { x: at, y: port === undefined ? 34 : 28 },
          { size: 12, bold: true, anchor, class: 'strong' },
        ),
        ...(port === undefined
          ? []
          : [
              lettering(
                fitting(port, room, 10.5, 'mono'),
                { x: at, y: 42 },
                { size: 10.5, face: 'mono', anchor, class: 'muted' },
              ),
            ]),
      ];
    }),
  );
}

// ---------------------------------------------------------------- what is to be seen

function rowsBetween({ rows, tops, bottoms }: Ladder, from: number, to: number): readonly LadderRow[] {
  const found: LadderRow[] = [];
  for (let index = lastAtMost(tops, to); index >= 0 && (bottoms[index] ?? 0) >= from; index -= 1) {
    const row = rows[index];
    if (row !== undefined && row.top + row.height >= from) found.push(row);
  }
  return found.reverse();
}

/** Indices of the flights, in their order. */
function flightsBetween({ flights, lowest }: Ladder, from: number, to: number): readonly number[] {
  const found: number[] = [];
  // Flights begin ever lower, but for those that are there at once, which begin a little above their row.
  for (
    let index = lastThat(flights, ({ y1 }) => y1 <= to + 20);
    index >= 0 && (lowest[index] ?? 0) >= from;
    index -= 1
  ) {
    const place = flights[index];
    if (place !== undefined && Math.max(place.y1, place.y2) >= from) found.push(index);
  }
  return found.reverse();
}

const bracketsBetween = ({ brackets }: Ladder, from: number, to: number): readonly Bracket[] =>
  brackets.flatMap((ofTimer) =>
    ofTimer.slice(lastThat(ofTimer, ({ bottom }) => bottom < from) + 1, lastThat(ofTimer, ({ top }) => top <= to) + 1),
  );

/** Labels stay where the layout put them, unless an envelope comes there; one that finds no room is left out. */
function flightShapes(ladder: Ladder, from: number, to: number, n: number): readonly Shape[] {
  const now = nowAt(ladder, n);
  const { form, obstacles, heights } = ladder;
  const size = labelSize(form);
  const indices = flightsBetween(ladder, from, to);
  const places = indices.flatMap((index) => ladder.flights[index] ?? []);
  const labels = indices.map(ladder.placed);
  const around = ({ y1, y2 }: Way): readonly Turned[] =>
    obstacles.slice(Math.max(0, lastAtMost(heights, y1 - 140)), lastAtMost(heights, y2 + 140) + 1);
  const envelopes = new Map<Way, Envelope>();
  const rooms: Turned[] = [];
  for (const place of places) {
    const envelope = envelopeOf(place, n, now, [...around(place), ...rooms]);
    if (envelope === undefined) continue;
    envelopes.set(place, envelope);
    rooms.push(boxOfEnvelope(envelope));
  }
  const shapes = places.map((place, index) => {
    let label = labels[index];
    if (label !== undefined && rooms.some((room) => overlap(room, label?.box ?? room))) {
      const others = places.filter((other) => other !== place);
      const taken = labels.flatMap((other) => (other === undefined || other === labels[index] ? [] : [other.box]));
      label = placeFor(place, size, [...rooms, ...taken, ...around(place)], others);
      labels[index] = label;
    }
    return flightShape(place, ladder.marks.get(place) ?? [], label?.placed, envelopes.get(place), n, form);
  });
  return [...shapes.map(([way]) => way), ...shapes.flatMap(([, told]) => told ?? [])];
}

// ---------------------------------------------------------------- lifelines

function lifeline(ladder: Ladder, peer: 0 | 1, from: number, to: number, n: number, now: number): readonly Shape[] {
  const spans = ladder.spans[peer];
  const first = lastThat(spans, (span) => span.from <= from);
  const last = lastThat(spans, (span) => span.from <= to);
  return spans.slice(Math.max(0, first), last + 1).flatMap((span) => piece(ladder, peer, span, n, now));
}

function piece(ladder: Ladder, peer: 0 | 1, span: StateSpan, n: number, now: number): readonly Shape[] {
  const x = ladder.lifelines[peer];
  const bar = (top: number, bottom: number, look: string | false): Shape =>
    shape('rect', {
      class: classes('state', SIDES[peer], (span.state === 'CLOSED' || span.state === undefined) && 'closed', look),
      'data-state': span.state,
      'data-peer': peer,
      x: x - 4,
      y: top + 1,
      width: 8,
      height: Math.max(2, bottom - top - 2),
      rx: 3,
    });
  if (span.n > n) return [bar(span.from, span.to, 'faded')];
  if (span.to <= now) return [bar(span.from, span.to, false)];
  return [bar(span.from, now, 'now'), ...(now < span.to ? [bar(now, span.to, 'faded')] : [])];
}

// ---------------------------------------------------------------- rows

function eventShape(ladder: Ladder, row: Extract<LadderRow, { kind: 'event' }>, n: number): Shape {
  const { event, y } = row;
  const peer = peerOf(event, ladder.trace);
  const time =
    ladder.clock === 0
      ? undefined
      : lettering(
          clock(event.time, ladder.decimals),
          { x: ladder.clock - 2, y: y + 4 },
          { size: 10.5, face: 'mono', anchor: 'end', class: 'muted', bold: event.n === n },
        );
  return shape(
    'g',
    { class: classes('event', event.n > n && 'faded', event.n === n && 'now'), 'data-event': event.n },
    time,
    ...(peer === undefined
      ? []
      : [
          ...beside(ladder, peer, row, stateSince(ladder, peer, n) === event.n),
          bead({ peer: SIDES[peer], n: event.n, size: nodeSize(event.n) }, { x: ladder.lifelines[peer], y }),
        ]),
  );
}

/** The event that brought a peer into the state in which it is at the moment. */
function stateSince(ladder: Ladder, peer: 0 | 1, n: number): number | undefined {
  const spans = ladder.spans[peer];
  return spans[lastThat(spans, (span) => span.n <= n)]?.n;
}

function chapter(ladder: Ladder, { title, top }: Extract<LadderRow, { kind: 'chapter' }>, now: number): Shape {
  const text = fitting(title, ladder.width - 60, 12, 'sans', true);
  const width = textWidth(text, 12, 'sans', true);
  const y = top + 20;
  return shape(
    'g',
    { class: classes('chapter', top > now && 'faded') },
    shape('rect', { class: 'paper', x: 4, y: y - 13, width: width + 14, height: 18 }),
    lettering(text, { x: 10, y }, { size: 12, bold: true, class: 'strong' }),
    shape('path', { class: 'line', d: `M${rounded(width + 22)} ${y - 4}H${rounded(ladder.width - 8)}` }),
  );
}

function fold(ladder: Ladder, { top, height, length, before }: Extract<LadderRow, { kind: 'fold' }>, n: number): Shape {
  const y = top + height / 2;
  const [left, right] = ladder.lifelines;
  const zigzag = (x: number, dy: number): string => `M${rounded(x - 9)} ${rounded(y + dy)}l6 4l6 -4l6 4`;
  return shape(
    'g',
    { class: classes('fold', before > n && 'faded') },
    ...[left, right].flatMap((x) => [
      shape('path', { class: 'gap', d: zigzag(x, -2) }),
      shape('path', { class: 'line', d: `${zigzag(x, -5)}${zigzag(x, 1)}` }),
    ]),
    lettering(
      foldText(length),
      { x: (left + right) / 2, y: y + 12 },
      { size: 10.5, anchor: 'middle', class: 'muted halo' },
    ),
  );
}

/** From where a timer was set to where it expired, with its length. */
function bracket({ span, x, top, bottom, text, at }: Bracket, n: number): Shape {
  return shape(
    'g',
    { class: classes('bracket', 'timers', span.from > n && 'faded'), 'data-event': span.to },
    shape('path', {
      class: 'line',
      d: `M${rounded(x)} ${rounded(top)}V${rounded(bottom)}M${rounded(x - 4)} ${rounded(top)}h8M${rounded(x - 4)} ${rounded(bottom)}h8`,
    }),
    lettering(text, at, { size: BRACKET_SIZE, anchor: span.peer === 0 ? 'start' : 'end', class: 'halo' }),
  );
}

// ---------------------------------------------------------------- the moment

const future = (ladder: Ladder, top: number, bottom: number): Shape =>
  shape('rect', { class: 'future', x: 0, y: top, width: ladder.width, height: Math.max(0, bottom - top) });

function nowLine(ladder: Ladder, y: number, translate: Translate): Shape {
  const start = ladder.form === 'wide' ? ladder.clock + 2 : 34;
  return shape(
    'g',
    { class: 'nowline' },
    shape('path', { class: 'line', d: `M${start} ${rounded(y)}H${rounded(ladder.width - 4)}` }),
    shape('path', { class: 'head', d: `M${start - 4} ${rounded(y - 6)}l9 6l-9 6z` }),
    lettering(render(say('now'), translate), { x: start - 7, y: y + 4 }, { size: 10.5, bold: true, anchor: 'end' }),
  );
}
