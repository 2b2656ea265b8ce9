/**
 * A trace as a ladder in the style of RFC 9293, Figures 6 to 13: both peers' states in two columns, what travels
 * between them in the middle, time running down.
 *
 * Rule 1: a segment stands where it arrives, with the states of its sender and its receiver. If its sender has moved to
 *         another state by then, or the segment never arrives, a line before shows it leave and be under way (`...`).
 * Rule 2: a peer's state is written where something happens to it, and nowhere else.
 * Rule 3: every line begins with the number and the time of its event; lines that add to one have none.
 * Rule 4: judgments that held are only counted, at the end; one that failed stands where it failed.
 */
import { english, say, type Translate, type Words } from '../words/sentence';
import { center, cut, displayWidth, padEnd, padStart, visible } from './columns';
import type { Judgment, TraceEvent, TraceSegment } from './event';
import { departuresOf } from './flights';
import { failuresOf } from './judgments';
import { heading, type Layout, layoutOf, line, pause, prose, type Rung, section } from './ladder-layout';
import { departure, flight, stateText } from './ladder-segments';
import { outcome } from './outcome';
import { sectionsOf } from './sections';
import { lineText, type Numbers, numbersOf } from './segment-text';
import { type StatesAt, statesOf, statesPassed } from './states';
import type { ShownTrace, Trace } from './trace';

/** From here on a time in which nothing is drawn gets a line of its own with its length. */
const LONG_WAIT = 500_000;

/** The whole ladder, with the numbers that its author thinks in; lines without their line breaks. */
export const ladder = (
  trace: Trace,
  numbers: Numbers = numbersOf(trace.scenario),
  translate: Translate = english,
): Generator<string> => ladderIn(numbers, trace, translate);

export function* ladderIn(numbers: Numbers, trace: ShownTrace, translate: Translate = english): Generator<string> {
  const { events } = trace;
  const layout = layoutOf(trace, numbers, translate);
  const states = statesOf(trace);
  const departures = departuresOf(trace, states);
  yield* heading(layout);
  let drawnAt = 0;
  let index = -1;
  for (const { title, events: inside } of sectionsOf(trace)) {
    if (title !== undefined) {
      yield '';
      yield section(title, layout);
    }
    for (const event of inside) {
      index += 1;
      const at = states[index];
      if (at === undefined) continue;
      const rungs = [...rungsOf(event, at, layout, departures.early.get(index) ?? [], departures.left)];
      if (rungs.length === 0) continue;
      if (event.time - drawnAt >= LONG_WAIT) yield line(pause(event.time - drawnAt, layout), layout);
      drawnAt = event.time;
      for (const rung of rungs) yield typeof rung === 'string' ? rung : line(rung, layout);
    }
  }
  const ended = events.at(-1)?.time ?? 0;
  if (ended - drawnAt >= LONG_WAIT) yield line(pause(ended - drawnAt, layout), layout);
  yield* ending(trace, layout.said);
}

// ---------------------------------------------------------------- events

/** The lines of one event; none for what has nothing to show. */
function* rungsOf(
  event: TraceEvent,
  states: StatesAt,
  layout: Layout,
  leaving: readonly TraceSegment[],
  left: ReadonlyMap<number, number>,
): Generator<Rung | string> {
  const drawn =
    event.segment !== undefined || (event.kind === 'call' && event.call !== 'script') || event.kind === 'timer';
  if (event.segment !== undefined)
    yield flight(event, event.segment, states, layout, (left.get(event.segment.id) ?? event.n) < event.n);
  else if (drawn) yield atPeer(event, states, layout, stimulus(event));
  if (drawn) yield* additions(event, states, layout);
  else if (event.text !== undefined && event.kind !== 'wait') yield* remark(event, layout);
  for (const segment of leaving) yield departure(segment, states, layout);
  for (const [index, judgment] of failuresOf(event).entries()) {
    yield* failure(drawn || index > 0 ? undefined : event, judgment, layout);
  }
}

function remark(event: TraceEvent, layout: Layout): Generator<string> {
  const text = event.text === undefined ? '' : layout.said(event.text);
  const whose = event.kind === 'note' && event.peer !== undefined ? `${event.peer}: ` : '';
  return prose(event, event.kind === 'note' ? '# ' : '* ', whose + text, layout);
}

const stimulus = (event: TraceEvent): Words => {
  const { kind, timer = '', call = '', error, result } = event;
  if (kind === 'timer') return say('(timer {0})', timer);
  if (error !== undefined) return say('({0})  {1}', call, say('error: {0}', error));
  return result === undefined || result === 'ok' ? `(${call})` : `(${call})  ${result}`;
};

/** A line at one peer's side: its state, and the text beside it. */
function atPeer(
  event: TraceEvent | undefined,
  states: StatesAt,
  layout: Layout,
  text: Words,
  peer = event?.peer,
): Rung {
  const shown = cut(visible(layout.said(text)), layout.middle);
  const at = event ? { at: event } : {};
  if (peer === layout.scenario.peers[1].name) {
    const right = event ? stateText(states.after, 1, layout.scenario) : '';
    return { ...at, middle: padStart(shown, layout.middle), right };
  }
  return { ...at, left: event ? stateText(states.after, 0, layout.scenario) : '', middle: shown };
}

/** What an event says beyond its line: states it only passed, who lost it, a signal to the user. */
function* additions(event: TraceEvent, states: StatesAt, layout: Layout): Generator<Rung> {
  const passed = statesPassed(event).slice(1, -1);
  if (passed.length > 0) yield atPeer(undefined, states, layout, say('(through {0})', passed.join(', ')), event.peer);
  if (event.text !== undefined && (event.kind === 'lost' || event.kind === 'delayed')) {
    yield { middle: center(visible(layout.said(event.text)), layout.middle) };
  }
  if (event.error !== undefined && event.kind !== 'call') {
    yield atPeer(undefined, states, layout, say('error: {0}', event.error), event.peer);
  }
}

// ---------------------------------------------------------------- judgments

/** `event` is given if the verdict is the first that is shown of it. */
function* failure(event: TraceEvent | undefined, judgment: Judgment, layout: Layout): Generator<string> {
  const { line: judged, message, expected, actual, hints } = judgment;
  const { said } = layout;
  const labels = [said(say('expected')), said(say('actual'))] as const;
  const width = Math.max(...labels.map(displayWidth));
  const [wanted, found] = labels.map((text) => `  ${padEnd(text, width)}  `);
  yield* prose(event, '✗ ', said(say('line {0}: {1}', judged, message)), layout);
  yield* prose(undefined, wanted ?? '', said(expected), layout);
  yield* prose(undefined, found ?? '', said(actual), layout);
  for (const hint of hints) yield* prose(undefined, '  ', said(hint), layout);
}

function* ending({ events, unnamed }: ShownTrace, said: Layout['said']): Generator<string> {
  yield '';
  yield said(outcome(events));
  if (unnamed.length === 0) return;
  yield said(say('Segments that no line names:'));
  for (const segment of unnamed.slice(0, 5)) yield `  ${lineText(segment)}`;
  if (unnamed.length > 5) yield `  ${said(say('and {0} more', unnamed.length - 5))}`;
}
