/**
 * The columns of a ladder: number, time, one peer's state, what travels, the other peer's state.
 *
 * Rule: a layout is measured once for a whole trace, so that every line of it stands in the same columns.
 */

import { render, say, type Translate, type Words } from '../words/sentence';
import { center, cut, displayWidth, padEnd, padStart, visible, wrap } from './columns';
import { clock, decimalsFor, duration, moment } from './duration';
import type { TraceEvent, TraceSegment } from './event';
import { windowChanges } from './flights';
import { figureText, type Numbers } from './segment-text';
import { statesAtStart } from './states';
import type { ShownPeer, ShownScenario, ShownTrace } from './trace';

/** Columns of an arrow, `-->`; one blank stands beside each. */
const ARROW = 3;
export const ARROWS = 2 * (ARROW + 1);

/** What one line of the ladder holds, each part undefined or empty where there is nothing. */
export interface Rung {
  readonly at?: TraceEvent;
  readonly left?: string;
  readonly middle?: string;
  readonly right?: string;
}

export interface Layout {
  readonly scenario: ShownScenario;
  readonly numbers: Numbers;
  readonly decimals: 3 | 6;
  readonly number: number;
  readonly clock: number;
  /** Of a state column; both are equally wide. */
  readonly left: number;
  readonly middle: number;
  readonly windows: ReadonlySet<number>;
  /** In the reader's language. */
  readonly said: (words: Words) => string;
}

export function layoutOf(trace: ShownTrace, numbers: Numbers, translate: Translate): Layout {
  const said = (words: Words): string => render(words, translate);
  const { scenario, events } = trace;
  const windows = windowChanges(events);
  let middle = 40;
  // The longest name of a state, and room for the parentheses of an inferred one.
  let left = scenario.peers.some((peer) => peer.kind === 'scripted') ? 13 : 11;
  for (const event of events) {
    if (event.error !== undefined) middle = Math.max(middle, displayWidth(said(refusal(event))));
    if (event.kind === 'delayed' && event.segment) left = Math.max(left, displayWidth(said(until(event.segment))));
    for (const segment of [event.segment, ...event.sends]) {
      if (segment) middle = Math.max(middle, displayWidth(said(label(segment, numbers, windows))) + ARROWS);
    }
  }
  const decimals = decimalsFor(events.map((event) => event.time));
  const last = events.at(-1);
  return {
    scenario,
    numbers,
    decimals,
    number: Math.max(3, String(last?.n ?? 0).length),
    clock: Math.max(6, clock(last?.time ?? 0, decimals).length),
    left,
    middle,
    windows,
    said,
  };
}

/** A refused call, or a signal to the user: never cut, for it is what a reader looks for. */
const refusal = ({ call, error = '' }: TraceEvent): Words =>
  call === undefined ? say('error: {0}', error) : say('({0})  {1}', call, say('error: {0}', error));

/** What stands where a delayed segment's arrival would. */
export const until = (segment: TraceSegment): Words => say('(until {0})', moment(segment.due));

export function label(segment: TraceSegment, numbers: Numbers, windows: ReadonlySet<number>): Words {
  const text = figureText(segment, numbers, windows.has(segment.id));
  return segment.retransmission ? say('{0} (again)', text) : text;
}

// ---------------------------------------------------------------- lines

const gutter = (layout: Layout): number => layout.number + 2 + layout.clock + 2;
const width = (layout: Layout): number => gutter(layout) + layout.left + 2 + layout.middle + 2 + layout.left;

export function line(rung: Rung, layout: Layout): string {
  const number = rung.at ? String(rung.at.n) : '';
  const time = rung.at ? clock(rung.at.time, layout.decimals) : '';
  const start = `${padStart(number, layout.number)}  ${padStart(time, layout.clock)}  ${padEnd(rung.left ?? '', layout.left)}`;
  return `${start}  ${padEnd(rung.middle ?? '', layout.middle)}  ${rung.right ?? ''}`.trimEnd();
}

export function* heading(layout: Layout): Generator<string> {
  const { scenario } = layout;
  yield visible(scenario.name);
  yield '';
  const [left, right] = scenario.peers;
  const room = layout.left + 2 + layout.middle;
  const names = (a: string, b: string): string =>
    `${' '.repeat(gutter(layout))}${padEnd(cut(a, room), room)}  ${cut(b, 40)}`.trimEnd();
  const title = ({ name, kind }: ShownPeer): string =>
    kind === 'scripted' ? layout.said(say('{0} (scripted)', name)) : name;
  const [number, time] = [layout.said(say('no')), layout.said(say('time'))];
  yield `${padStart(number, layout.number)}  ${padStart(time, layout.clock)}  ${names(title(left), title(right)).slice(gutter(layout))}`;
  if (left.address !== undefined || right.address !== undefined) yield names(left.address ?? '', right.address ?? '');
  yield '';
  const [first, second] = statesAtStart(scenario);
  yield line({ left: first ?? '', right: second ?? '' }, layout);
}

export const section = (title: string, layout: Layout): string => {
  const begin = `== ${visible(title)} `;
  return begin + '='.repeat(Math.max(2, width(layout) - displayWidth(begin)));
};

export const pause = (length: number, layout: Layout): Rung => ({
  left: ':',
  middle: center(`(${duration(length)})`, layout.middle),
  right: ':',
});

/** Text over the whole width, wrapped; the first line has the event's number and time. */
export function* prose(event: TraceEvent | undefined, mark: string, text: string, layout: Layout): Generator<string> {
  const indent = ' '.repeat(displayWidth(mark));
  const lines = wrap(visible(text), width(layout) - gutter(layout) - indent.length);
  for (const [index, part] of lines.entries()) {
    const shown = index === 0 && event ? { at: event } : {};
    yield line(shown, layout).padEnd(gutter(layout)) + (index === 0 ? mark : indent) + part;
  }
}
