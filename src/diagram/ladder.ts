/**
 * Where everything of a ladder stands: computed once for a whole trace, in one walk. `ladder-shapes.ts` draws the part
 * of it that is to be seen.
 *
 * Rule 1: time runs down, one row for each event that has something to show; what is later is lower, by its order and
 *         not by a scale. A long time in which nothing happens is folded, with its length.
 * Rule 2: a segment leaves at the row of the event that sends it and arrives at the row of the event that it causes.
 * Rule 3: pixels are those of the layout's own width, whatever the picture is scaled to.
 */
import { visible } from '../trace/columns';
import { clock, decimalsFor, duration } from '../trace/duration';
import type { TraceEvent } from '../trace/event';
import { windowChanges } from '../trace/flights';
import { failuresOf } from '../trace/judgments';
import type { Numbers } from '../trace/segment-text';
import { statesPassed } from '../trace/states';
import type { ShownTrace } from '../trace/trace';
import { render, say, type Translate } from '../words/sentence';
import { type Flights, flyingAt } from './flights';
import type { Form } from './grid';
import { type Candidate, labelOf, labelPlaces, type SegmentLabel } from './ladder-labels';
import { isAbrupt, SEND_GAP, wayOf } from './ladder-ways';
import { peerOf, type Scene } from './scene';
import { textWidth, wrapped } from './text-width';
import { type Bracket, bracketsOf, byTimer, timerSpansOf } from './timer-spans';
import { type Turned, upright } from './turned';
import { byHeight, type Way, type WireMark, wireMarks } from './wire-marks';

/** From here on a time in which nothing is drawn is folded; microseconds. */
const LONG_WAIT = 100_000;
const EVENT_HEIGHT = 32;
const WIRE_HEIGHT = 24;
export const LINE_HEIGHT = 14;
export const TEXT_SIZE = 11;
const CARD_PADDING = 8;
/** So many events may come before a text that waits for an empty wire. */
const PATIENCE = 5;

export type LadderRow = { readonly top: number; readonly height: number } & (
  | { readonly kind: 'chapter'; readonly title: string }
  | { readonly kind: 'fold'; readonly length: number; readonly before: number }
  /** `y` is where its node stands; `states` are those it passes, if it changes the state. */
  | { readonly kind: 'event'; readonly event: TraceEvent; readonly y: number; readonly states: readonly string[] }
  | { readonly kind: 'card'; readonly event: TraceEvent; readonly card: Card }
);

/** A text of its own: a note, a rule, a judgment that failed. */
export interface Card {
  readonly kind: 'note' | 'rule' | 'failure';
  readonly lines: readonly string[];
  /** Beside which lifeline; undefined: across the picture. */
  readonly side: 0 | 1 | undefined;
  readonly x: number;
  readonly width: number;
}

export interface StateSpan {
  readonly state: string | undefined;
  /** The event that begins it; 0 at the start. */
  readonly n: number;
  readonly from: number;
  readonly to: number;
}

const NO_LABEL: SegmentLabel = { flags: '', rest: '', width: 0 };

export interface Ladder {
  readonly trace: ShownTrace;
  readonly form: Form;
  readonly width: number;
  readonly height: number;
  /** The x of both lifelines. */
  readonly lifelines: readonly [number, number];
  /** The end of the column with the time; 0 in the narrow form, which has none. */
  readonly clock: number;
  readonly decimals: 3 | 6;
  readonly rows: readonly LadderRow[];
  readonly tops: readonly number[];
  /** By row: the lowest end of it and all before. */
  readonly bottoms: readonly number[];
  /** By an event's number, from 0: where its node stands, and the end of what it shows. Those that show nothing are where the last did. */
  readonly nodes: readonly number[];
  readonly ends: readonly number[];
  readonly spans: readonly [readonly StateSpan[], readonly StateSpan[]];
  readonly flights: readonly Way[];
  /** What becomes of a segment on the wire, where something does. */
  readonly marks: ReadonlyMap<Way, readonly WireMark[]>;
  /** By index of the flight: where its label stands as long as no envelope is in its way. */
  readonly placed: (index: number) => Candidate | undefined;
  /** By flight: the lowest end of it and all before, to know where to stop looking backwards. */
  readonly lowest: readonly number[];
  /** Of each timer of each peer, from above: they follow each other. */
  readonly brackets: readonly (readonly Bracket[])[];
  /** What no label may stand on, by height. */
  readonly obstacles: readonly Turned[];
  readonly heights: readonly number[];
}

export interface LadderOptions {
  readonly form: Form;
  readonly numbers: Numbers;
  readonly translate: Translate;
}

export function ladderLayout(scene: Scene, options: LadderOptions): Ladder {
  const { trace, flights } = scene;
  const { form, numbers, translate } = options;
  const labels = labelsOf(trace, flights, numbers, form, translate);
  const decimals = decimalsFor(trace.events.map((event) => event.time));
  const columns = columnsOf(trace, labels, form, decimals);
  const { rows, nodes, ends, bottom } = rowsOf(scene, columns, form, translate);
  const inRows = rows.flatMap((row) => roomOfRow(row, columns)).sort(byHeight);
  const brackets = bracketsOf(timerSpansOf(scene), nodes, rows, columns.lifelines, inRows);
  const across = rows.filter((row) => row.kind === 'card' && row.card.side === undefined);
  const ways = flights.all.map((flight, index) => {
    const label = labels[index] ?? NO_LABEL;
    return wayOf(flight, label, nodes, columns.lifelines, across);
  });
  const texts = [...inRows, ...brackets.map(({ room }) => room)].sort(byHeight);
  const { marks, rooms } = wireMarks(ways, texts, translate);
  const obstacles = [...rooms, ...texts].sort(byHeight);
  const height = ways.reduce((low, { y2 }) => Math.max(low, y2 + BELOW_WAY), bottom + 26);
  return {
    trace,
    form,
    ...columns,
    height,
    decimals,
    rows,
    tops: rows.map(({ top }) => top),
    bottoms: lowestSoFar(rows.map(({ top, height: tall }) => top + tall)),
    nodes,
    ends,
    spans: [spansOf(scene, 0, nodes, height), spansOf(scene, 1, nodes, height)],
    flights: ways,
    marks,
    placed: labelPlaces(ways, form, obstacles),
    lowest: lowestSoFar(ways.map(({ y1, y2 }) => Math.max(y1, y2))),
    brackets: byTimer(brackets),
    obstacles,
    heights: obstacles.map(({ y }) => y),
  };
}

const lowestSoFar = (values: readonly number[]): readonly number[] => {
  let low = 0;
  return values.map((value) => {
    low = Math.max(low, value);
    return low;
  });
};

const labelsOf = (
  trace: ShownTrace,
  flights: Flights,
  numbers: Numbers,
  form: Form,
  translate: Translate,
): readonly SegmentLabel[] => {
  const windows = windowChanges(trace.events);
  return flights.all.map((flight) => labelOf(flight, numbers, windows.has(flight.segment.id), form, translate));
};

// ---------------------------------------------------------------- columns

interface Columns {
  readonly width: number;
  readonly lifelines: readonly [number, number];
  readonly clock: number;
}

const NARROW_WIDTH = 356;
const NARROW_SIDE = 96;
/** Room beside a lifeline: for a state and a call, for a note. */
const SIDE = 204;

function columnsOf(trace: ShownTrace, labels: readonly SegmentLabel[], form: Form, decimals: 3 | 6): Columns {
  if (form === 'narrow') {
    return { width: NARROW_WIDTH, lifelines: [NARROW_SIDE, NARROW_WIDTH - NARROW_SIDE], clock: 0 };
  }
  const longest = labels.reduce((most, { width }) => Math.max(most, width), 0);
  const gap = Math.min(460, Math.max(290, longest + 70));
  const time = clock(trace.events.at(-1)?.time ?? 0, decimals);
  const end = Math.ceil(textWidth(time, 10.5, 'mono')) + 8;
  const first = end + SIDE;
  return { width: first + gap + SIDE, lifelines: [first, first + gap], clock: end };
}

// ---------------------------------------------------------------- rows

/**
 * A text stands at its side as high as there is room; what comes later at the other side need not wait for it, and a
 * chapter waits for both.
 */
function rowsOf({ trace, flights }: Scene, columns: Columns, form: Form, translate: Translate) {
  const rows: LadderRow[] = [];
  const nodes = [8];
  const ends = [8];
  let top = 8;
  let chapter = 0;
  let drawnAt = 0;
  let side: 0 | 1 = 0;
  const free: [number, number] = [0, 0];
  const waiting: { readonly event: TraceEvent; readonly card: Card }[] = [];
  let passed = 0;
  const abrupt = new Set(flights.all.filter(isAbrupt).map(({ start }) => start.n));
  const { chapters } = trace.scenario;
  const push = (row: LadderRow): void => {
    rows.push(row);
    top = Math.max(top, row.top + row.height);
  };
  for (const event of trace.events) {
    for (let next = chapters[chapter]; next && next.line < event.line; next = chapters[++chapter]) {
      push({ kind: 'chapter', title: visible(next.title), top: Math.max(top, ...free), height: 34 });
    }
    const drawn = isDrawn(event);
    const peer = peerOf(event, trace);
    const cards = cardsOf(event, peer ?? side, columns, form, translate);
    if (drawn || cards.length > 0) {
      const waited = event.time - drawnAt;
      if (waited >= LONG_WAIT) push({ kind: 'fold', length: waited, before: event.n, top, height: 44 });
      drawnAt = event.time;
    }
    let node = top;
    if (drawn) {
      const states = statesPassed(event);
      if (peer !== undefined) {
        side = peer;
        top = Math.max(top, free[peer]);
      }
      const above = abrupt.has(event.n) ? 20 : form === 'narrow' && states.length > 0 && hasStimulus(event) ? 14 : 0;
      const below =
        Math.max(0, event.sends.length - 1) * SEND_GAP + (extraLine(event, states) === '' ? 0 : LINE_HEIGHT);
      const height = (peer === undefined ? WIRE_HEIGHT : EVENT_HEIGHT) + above + below;
      node = top + above + (peer === undefined ? WIRE_HEIGHT : EVENT_HEIGHT) / 2;
      push({ kind: 'event', event, states, y: node, top, height });
    }
    // A text across the picture would cut arrows in two: it waits until the wire is empty, but not for long.
    if (drawn) passed += 1;
    if (waiting.length === 0) passed = 0;
    for (const card of cards) waiting.push({ event, card });
    const hold = form === 'narrow' && passed < PATIENCE && waiting.length > 0 && flyingAt(flights, event.n).length > 0;
    for (const { event, card } of hold ? NONE : waiting) {
      const across = card.side === undefined;
      const height = heightOf(card);
      const start = across ? Math.max(top, ...free) : Math.max(top, free[card.side]);
      const row = { kind: 'card', event, card, top: start, height } as const;
      if (card.side === undefined) push(row);
      else {
        rows.push(row);
        free[card.side] = start + height;
      }
    }
    if (!hold) waiting.length = 0;
    nodes.push(drawn ? node : top);
    ends.push(top);
  }
  for (const { event, card } of waiting) {
    push({ kind: 'card', event, card, top, height: heightOf(card) });
  }
  // By height, so that what is to be seen is found by it.
  return { rows: [...rows].sort((a, b) => a.top - b.top), nodes, ends, bottom: Math.max(top, ...free) };
}

const NONE: readonly never[] = [];

/** What is across the picture leaves room for the moment's line. */
const heightOf = ({ lines, side }: Card): number =>
  lines.length * LINE_HEIGHT + 2 * CARD_PADDING + (side === undefined ? 2 * ABOVE_CARD : 0) + 4;
export const ABOVE_CARD = 7;
/** Room for the label of a segment that is under way at the end. */
const BELOW_WAY = 34;

/** Whether an event stands at a lifeline or on the wire. */
const isDrawn = ({ kind, segment }: TraceEvent): boolean =>
  segment !== undefined || kind === 'call' || kind === 'timer';

/** Whether there is a call or a timer to be named. */
export const hasStimulus = (event: TraceEvent): boolean =>
  event.kind === 'timer' || (event.kind === 'call' && event.call !== 'script');

/** A second line at the side: what was refused or signalled, states that were only passed, an answer. */
export function extraLine(event: TraceEvent, states: readonly string[]): string {
  if (event.error !== undefined) return `error: ${event.error}`;
  if (event.result !== undefined && event.result !== 'ok') return event.result;
  return states.length > 2 ? `${states.slice(0, -1).join(' → ')} →` : '';
}

function cardsOf(event: TraceEvent, side: 0 | 1, columns: Columns, form: Form, translate: Translate): readonly Card[] {
  const { kind, text } = event;
  const failures = failuresOf(event);
  if (text === undefined && failures.length === 0) return NONE;
  const cards: Card[] = [];
  if (text !== undefined && (kind === 'note' || kind === 'rule' || kind === 'fork')) {
    const at = place(side, columns, form);
    const lines = wrapped(visible(render(text, translate)), at.width - 30, TEXT_SIZE);
    cards.push({ kind: kind === 'note' ? 'note' : 'rule', lines, ...at });
  }
  for (const { line, message, expected, actual, hints } of failures) {
    const width = columns.width - columns.clock - 24;
    const parts = [
      `✗ ${render(say('line {0}', line), translate)}: ${render(message, translate)}`,
      `${render(say('expected'), translate)}: ${render(expected, translate)}`,
      `${render(say('actual'), translate)}: ${render(actual, translate)}`,
      ...hints.map((hint) => render(hint, translate)),
    ];
    const lines = parts.flatMap((part) => wrapped(visible(part), width - 30, TEXT_SIZE));
    cards.push({ kind: 'failure', lines, side: undefined, x: columns.clock + 12, width });
  }
  return cards;
}

/** A note stands beside the lifeline it is about; where there is no room, across the picture. */
function place(side: 0 | 1, { lifelines, clock: gutter, width }: Columns, form: Form) {
  if (form === 'narrow') return { side: undefined, x: 8, width: width - 16 };
  return { side, x: side === 0 ? gutter + 8 : lifelines[1] + 16, width: SIDE - 24 };
}

// ---------------------------------------------------------------- rooms and states

/** The room of what stands between the lifelines, or across. */
function roomOfRow(row: LadderRow, { lifelines: [left, right], width }: Columns): readonly Turned[] {
  if (row.kind === 'card' && row.card.side === undefined) return [upright(0, row.top, width, row.height)];
  if (row.kind === 'chapter') return [upright(0, row.top + 5, width, 22)];
  if (row.kind === 'event') return [left, right].map((x) => upright(x - 13, row.y - 9, 26, 18));
  if (row.kind !== 'fold') return [];
  const half = textWidth(foldText(row.length), 10.5) / 2 + 2;
  return [upright((left + right) / 2 - half, row.top + row.height / 2 + 1, 2 * half, 15)];
}

export const foldText = (length: number): string => `⋯ ${duration(length)} ⋯`;

function spansOf(scene: Scene, peer: 0 | 1, nodes: readonly number[], height: number): readonly StateSpan[] {
  const spans: StateSpan[] = [];
  let current = { state: scene.start[peer], n: 0, from: 0 };
  scene.states.forEach((states, index) => {
    if (states[peer] === current.state) return;
    const y = nodes[index + 1] ?? 0;
    spans.push({ ...current, to: y });
    current = { state: states[peer], n: index + 1, from: y };
  });
  return [...spans, { ...current, to: height }];
}
