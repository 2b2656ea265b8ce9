/**
 * The timers of a trace that expired: when each was started, for how long. Those that were stopped are not told, nor those
 * that expired at once.
 */
import type { TimerName } from '../tcp/timers';
import { duration } from '../trace/duration';
import { peerOf, type Scene } from './scene';
import { lastAtMost } from './search';
import { textWidth } from './text-width';
import { overlap, TALLEST, type Turned, upright } from './turned';

export interface TimerSpan {
  readonly peer: 0 | 1;
  readonly timer: TimerName;
  /** The events that set it and in which it expires. */
  readonly from: number;
  readonly to: number;
  /** Microseconds. */
  readonly length: number;
  /** Spans of one peer that overlap are in different lanes, from 0. */
  readonly lane: number;
}

/** In the order in which they expire. */
export function timerSpansOf({ trace, variables }: Scene): readonly TimerSpan[] {
  const spans: TimerSpan[] = [];
  for (const event of trace.events) {
    const peer = peerOf(event, trace);
    if (event.kind !== 'timer' || event.timer === undefined || peer === undefined) continue;
    const values = variables[peer].get(`timer.${event.timer}`);
    const last = values === undefined ? -1 : lastAtMost(values.at, event.n - 1);
    // It was off, or stopped.
    if (typeof values?.values[last] !== 'number') continue;
    const from = values.at[last] ?? 0;
    const length = event.time - (trace.events[from - 1]?.time ?? event.time);
    if (length <= 0) continue;
    const lanes = spans.slice(-8).filter((span) => span.peer === peer && span.to > from);
    const lane = [0, 1, 2].find((each) => lanes.every((span) => span.lane !== each)) ?? 0;
    spans.push({ peer, timer: event.timer, from, to: event.n, length, lane });
  }
  return spans;
}

/** A span as it is drawn inside of its peer's lifeline. */
export interface Bracket {
  readonly span: TimerSpan;
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
  readonly text: string;
  /** Where the text begins, or ends for the second peer. */
  readonly at: { readonly x: number; readonly y: number };
  readonly room: Turned;
}

export const BRACKET_SIZE = 10.5;

/**
 * `nodes` are the heights of the events, `obstacles` what no text may stand on, from above; where there is a fold, the
 * text stands in it.
 */
export function bracketsOf(
  spans: readonly TimerSpan[],
  nodes: readonly number[],
  rows: readonly { readonly kind: string; readonly top: number }[],
  lifelines: readonly [number, number],
  obstacles: readonly Turned[],
): readonly Bracket[] {
  const levels = obstacles.map(({ y }) => y);
  const folds = rows.flatMap(({ kind, top }) => (kind === 'fold' ? [top] : []));
  const brackets: Bracket[] = [];
  for (const span of spans) {
    const inward = span.peer === 0 ? 1 : -1;
    const x = lifelines[span.peer] + inward * (14 + 9 * span.lane);
    const [top, bottom] = [(nodes[span.from] ?? 0) + 7, (nodes[span.to] ?? 0) - 7];
    const fold = folds[lastAtMost(folds, bottom)] ?? -1;
    const wished = fold > top ? fold + 12 + 12 * span.lane : (top + bottom) / 2 + 4;
    const text = `${TIMER_WORDS[span.timer]} ${duration(span.length)}`;
    const width = textWidth(text, BRACKET_SIZE);
    const start = x + inward * 9;
    const roomAt = (y: number): Turned => upright(inward > 0 ? start : start - width, y - 10, width, 13);
    // Those that might be in the way expire at about the same time.
    const taken = [
      ...brackets.slice(-6).map(({ room }) => room),
      ...obstacles.slice(Math.max(0, lastAtMost(levels, wished - TALLEST)), lastAtMost(levels, wished + TALLEST) + 1),
    ];
    const heights = ASIDE.map((dy) => wished + dy);
    const y = heights.find((height) => !taken.some((room) => overlap(room, roomAt(height)))) ?? wished;
    brackets.push({ span, x, top, bottom, text, at: { x: start, y }, room: roomAt(y) });
  }
  return brackets;
}

/** Those of each timer of each peer, which follow each other. */
export function byTimer(brackets: readonly Bracket[]): readonly (readonly Bracket[])[] {
  const timers = new Map<string, Bracket[]>();
  for (const bracket of brackets) {
    const key = `${bracket.span.peer} ${bracket.span.timer}`;
    const known = timers.get(key);
    if (known === undefined) timers.set(key, [bracket]);
    else known.push(bracket);
  }
  return [...timers.values()];
}

/** Where else a text may stand, in pixels from where it should. */
const ASIDE = [0, 14, -14, 38, -38];

/** How a timer is called where there is little room. */
export const TIMER_WORDS: Readonly<Record<TimerName, string>> = {
  retransmit: 'RTO',
  persist: 'persist',
  timewait: '2 MSL',
  delayedack: 'delayed ACK',
  usertimeout: 'user timeout',
};
