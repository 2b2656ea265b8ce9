/**
 * A trace as a sequence diagram of Mermaid (https://mermaid.js.org/syntax/sequenceDiagram.html), which GitHub, GitLab
 * and many note books draw.
 *
 * Rule 1: a segment is an arrow where its way ends: where it arrives, or with a cross where it is lost or discarded.
 *         What is still on its way when the scenario ends is an open arrow at the end.
 * Rule 2: calls, timers, changes of state and notes stand beside the peer; chapters are boxes; judgments that held are
 *         left out.
 * Rule 3: whatever text is in a scenario, the diagram is what was meant: of characters that are not letters, digits or
 *         known to be harmless, only their codes are written.
 */
import { visible, wrap } from '../trace/columns';
import { duration, moment } from '../trace/duration';
import type { TraceEvent, TraceSegment } from '../trace/event';
import { windowChanges } from '../trace/flights';
import { failuresOf } from '../trace/judgments';
import { sectionsOf } from '../trace/sections';
import { fieldsText, type Numbers, numbersOf } from '../trace/segment-text';
import { passageText } from '../trace/states';
import type { ShownPeer, ShownTrace, Trace } from '../trace/trace';
import { english, render, type Sentence, say, type Translate, type Words } from '../words/sentence';
import { headerOptions } from './header-options';

/** Columns of a note. */
const NOTE = 42;
/** A time in which nothing is drawn is said from here on, in microseconds. */
const LONG_WAIT = 500_000;
const UNDER_WAY = say('(under way)');

interface Drawing {
  readonly peers: readonly [ShownPeer, ShownPeer];
  readonly numbers: Numbers;
  readonly windows: ReadonlySet<number>;
  readonly said: (words: Words) => string;
}

/** The whole diagram, with the numbers that its author thinks in; lines without their line breaks. */
export const mermaid = (trace: Trace, translate: Translate = english): Generator<string> =>
  mermaidIn(numbersOf(trace.scenario), trace, translate);

export function* mermaidIn(numbers: Numbers, trace: ShownTrace, translate: Translate = english): Generator<string> {
  const { scenario, events } = trace;
  const said = (words: Words): string => render(words, translate);
  const drawing: Drawing = { peers: scenario.peers, numbers, windows: windowChanges(events), said };
  yield 'sequenceDiagram';
  yield `  title ${escaped(scenario.name)}`;
  for (const [index, peer] of scenario.peers.entries()) yield `  participant p${index} as ${title(peer, drawing)}`;
  let drawnAt = 0;
  for (const section of sectionsOf(trace)) {
    const indent = section.title === undefined ? '  ' : '    ';
    if (section.title !== undefined) {
      yield '  rect rgba(128, 128, 128, 0.12)';
      yield `${indent}Note over p0,p1: ${inLines(section.title)}`;
    }
    for (const event of section.events) {
      const lines = [...drawn(event, drawing)];
      if (lines.length === 0) continue;
      const passed = event.time - drawnAt;
      if (passed >= LONG_WAIT) yield `${indent}Note over p0,p1: ${escaped(said(say('({0} later)', duration(passed))))}`;
      drawnAt = event.time;
      for (const line of lines) yield indent + line;
    }
    if (section.title !== undefined) yield '  end';
  }
  for (const segment of trace.unnamed)
    yield `  ${arrow(segment, '-)', drawing)}: ${inLines(`${label(segment, drawing)} ${said(UNDER_WAY)}`)}`;
}

const title = ({ name, address, kind }: ShownPeer, { said }: Drawing): string =>
  [name, ...(address === undefined ? [] : [address]), ...(kind === 'scripted' ? [said(say('(scripted)'))] : [])]
    .map(escaped)
    .join('<br/>');

// ---------------------------------------------------------------- events

/** The lines of one event; none for what has nothing to show. */
function* drawn(event: TraceEvent, drawing: Drawing): Generator<string> {
  if (event.segment !== undefined) yield flight(event, event.segment, drawing);
  const said = remarks(event, drawing);
  if (said.length > 0) yield `${beside(event, drawing)}: ${said.map(inLines).join('<br/>')}`;
  for (const { line, message, expected, actual } of failuresOf(event)) {
    const { said } = drawing;
    const told = [
      `✗ ${said(say('line {0}: {1}', line, message))}`,
      said(say('expected: {0}', expected)),
      said(say('actual: {0}', actual)),
    ];
    yield `Note over p0,p1: ${told.map(inLines).join('<br/>')}`;
  }
}

/** At the outer side of the peer at which it happens, so that the arrows stay free; over both if it is nobody's. */
function beside(event: TraceEvent, { peers }: Drawing): string {
  if (event.peer === peers[0].name) return 'Note left of p0';
  return event.peer === peers[1].name ? 'Note right of p1' : 'Note over p0,p1';
}

function remarks(event: TraceEvent, { peers, said }: Drawing): readonly string[] {
  const remarks: Words[] = [];
  const { result, error, text } = event;
  if (event.kind === 'call' && event.call !== 'script') remarks.push(`[${event.n}] ${event.call ?? ''}`);
  if (event.kind === 'timer') remarks.push(`[${event.n}] timer ${event.timer ?? ''}`);
  const states = passageText(event, peers);
  if (states !== '') remarks.push(states);
  if (error !== undefined) remarks.push(say('error: {0}', error));
  else if (result !== undefined && result !== 'ok') remarks.push(result);
  if (text !== undefined && event.kind !== 'wait' && event.kind !== 'discard') remarks.push(text);
  return remarks.map(said);
}

function flight(event: TraceEvent, segment: TraceSegment, drawing: Drawing): string {
  const [line, end] = way(event);
  const ends = [...(segment.sent === undefined ? [say('(injected)')] : []), ...(end === undefined ? [] : [end])];
  const text = [`[${event.n}]`, label(segment, drawing), ...ends.map(drawing.said)].join(' ');
  const on = line === undefined ? 'Note over p0,p1' : arrow(segment, line, drawing);
  return `${on}: ${inLines(text)}<br/>${escaped(moment(event.time))}`;
}

/** The arrow, and what is said beside it. What only waits has none: its way does not end here. */
function way({ kind, segment }: TraceEvent): readonly [arrow: string | undefined, end: Sentence | undefined] {
  switch (kind) {
    case 'lost':
      return ['-x', say('(lost)')];
    case 'discard':
      return ['-x', say('(corrupted)')];
    case 'delayed':
      return [undefined, say('(until {0})', moment(segment?.due ?? 0))];
    case 'held':
      return [undefined, say('(held)')];
    case 'released':
      return [undefined, say('(released)')];
    case 'underway':
      return [undefined, UNDER_WAY];
    default:
      return ['->>', undefined];
  }
}

const arrow = (segment: TraceSegment, line: string, { peers }: Drawing): string =>
  segment.from === peers[0].name ? `p0${line}p1` : `p1${line}p0`;

/** Flags, numbers, and of window and options what says something new. */
function label(segment: TraceSegment, { numbers, windows, said }: Drawing): string {
  const window = windows.has(segment.id) ? [`win=${segment.win}`] : [];
  const fields = [fieldsText(segment, numbers), ...window, ...headerOptions(segment)].join(' ');
  return segment.retransmission ? said(say('{0} (again)', fields)) : fields;
}

// ---------------------------------------------------------------- text

const HARMLESS = /[^\p{L}\p{M}\p{N} .,_=()[\]+/!?'→✗-]/gu;

/** `#59;` is a semicolon to Mermaid: it has no other way to quote. */
const escaped = (text: string): string =>
  visible(text).replace(HARMLESS, (character) => `#${character.codePointAt(0) ?? 0};`);

const inLines = (text: string): string => wrap(visible(text), NOTE).map(escaped).join('<br/>');
