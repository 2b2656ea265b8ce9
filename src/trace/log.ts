/** A trace as a table: one row an event, in the words of the machine's rows. */
import { english, render, say, type Translate, type Words } from '../words/sentence';
import { displayWidth, padStart, table, visible } from './columns';
import { clock, decimalsFor } from './duration';
import type { TraceEvent } from './event';
import { judgmentsOf } from './judgments';
import { acknowledgmentOf, lineText, type Numbers, numbersOf, sequenceOf } from './segment-text';
import { statesPassed } from './states';
import type { Trace } from './trace';

const HEADINGS: readonly Words[] = [
  say('no'),
  say('time'),
  say('peer'),
  say('event'),
  say('from -> to'),
  say('flags'),
  'seq',
  'ack',
  'win',
  'len',
  say('state'),
  say('sends'),
  say('rule'),
];

/** The whole trace, a heading first; lines without their line breaks. */
export function* log(
  trace: Trace,
  numbers: Numbers = numbersOf(trace.scenario),
  translate: Translate = english,
): Generator<string> {
  const headings = HEADINGS.map((heading) => render(heading, translate));
  yield* table(rightAligned([headings, ...cellsOf(trace.events, numbers, translate)]));
}

/** A few events without a heading and verdicts: what is a number in a column of the log has its name here. */
export function logLines(
  events: readonly TraceEvent[],
  translate: Translate = english,
  numbers: Numbers = 'relative',
): readonly string[] {
  const decimals = decimalsFor(events.map((event) => event.time));
  const rows = events.map((event) => [
    String(event.n),
    clock(event.time, decimals),
    event.peer ?? '',
    visible(eventName(event)),
    event.segment ? lineText(event.segment, numbers) : '',
    statesPassed(event).join(' -> '),
    event.sends.length > 0 ? render(say('sends {0}', flagsSent(event)), translate) : '',
    visible(remarks(event, translate).join(' | ')),
  ]);
  const used = rows[0]?.map((_, column) => rows.some((row) => row[column] !== ''));
  return [...table(rightAligned(rows).map((row) => row.filter((_, column) => used?.[column])))];
}

const flagsSent = ({ sends }: TraceEvent): string => sends.map(({ flags }) => flags).join(' ');

function cellsOf(
  events: readonly TraceEvent[],
  numbers: Numbers,
  translate: Translate,
): readonly (readonly string[])[] {
  const decimals = decimalsFor(events.map((event) => event.time));
  return events.map((event) => cells(event, numbers, decimals, translate));
}

/** The number and the time, the first two columns, end one below the other. */
function rightAligned(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const width = (column: number): number =>
    rows.reduce((most, row) => Math.max(most, displayWidth(row[column] ?? '')), 0);
  const [number, time] = [width(0), width(1)];
  return rows.map(([n = '', at = '', ...rest]) => [padStart(n, number), padStart(at, time), ...rest]);
}

function cells(event: TraceEvent, numbers: Numbers, decimals: 3 | 6, translate: Translate): readonly string[] {
  const { segment } = event;
  return [
    String(event.n),
    clock(event.time, decimals),
    event.peer ?? '',
    visible(eventName(event)),
    segment ? `${segment.from} -> ${segment.to}` : '',
    segment?.flags ?? '',
    segment ? String(sequenceOf(segment, numbers)) : '',
    segment ? String(acknowledgmentOf(segment, numbers) ?? '') : '',
    segment ? String(segment.win) : '',
    segment ? String(segment.len) : '',
    statesPassed(event).join(' -> '),
    flagsSent(event),
    visible([...remarks(event, translate), ...verdicts(event, translate)].join(' | ')),
  ];
}

/** `connect`, `arrive`, `timer retransmit`, `lost`, `expect`. */
export function eventName(event: TraceEvent): string {
  if (event.kind === 'call') return event.call ?? 'call';
  return event.kind === 'timer' ? `timer ${event.timer ?? ''}`.trimEnd() : event.kind;
}

/** The clauses that applied, what TCP said; for what happens in the script, its sentence. */
function remarks(event: TraceEvent, translate: Translate): readonly string[] {
  const parts: string[] = [];
  const rules = [...new Set(event.rows.map((row) => row.rule))];
  if (rules.length > 0) parts.push(rules.join('; '));
  if (event.error !== undefined) parts.push(render(say('error: {0}', event.error), translate));
  else if (event.result !== undefined && event.result !== 'ok') parts.push(event.result);
  if (event.text !== undefined) parts.push(render(event.text, translate));
  return parts;
}

const verdicts = (event: TraceEvent, translate: Translate): readonly string[] =>
  judgmentsOf(event).map(
    ({ ok, line, message }) => `${ok ? '✓' : '✗'} ${render(say('line {0}: {1}', line, message), translate)}`,
  );
