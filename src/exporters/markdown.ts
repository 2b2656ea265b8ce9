/**
 * A trace as a report in Markdown, to be put into an issue or into notes: failures first, then who took part, the
 * ladder, and every event with its clause and the reason.
 *
 * Rule: whatever text is in a scenario, it is text in the report: outside code nothing of it is markup, and no code
 * ends before its end.
 */
import type { Path, Peer } from '../program/program';
import { visible } from '../trace/columns';
import { clock, decimalsFor, moment } from '../trace/duration';
import type { Judgment, TraceEvent } from '../trace/event';
import { failuresOf, judgmentsOf } from '../trace/judgments';
import { ladder } from '../trace/ladder';
import { eventName } from '../trace/log';
import { outcome } from '../trace/outcome';
import { fieldsText, type Numbers, numbersOf } from '../trace/segment-text';
import { passageText } from '../trace/states';
import type { Trace } from '../trace/trace';
import { english, render, type Sentence, say, type Translate, type Words } from '../words/sentence';
import { headerOptions } from './header-options';
import { pathOptions, peerOptions } from './option-text';

/** What is the same for the whole report. */
interface Report {
  readonly peers: Trace['scenario']['peers'];
  readonly numbers: Numbers;
  /** Of the seconds. */
  readonly decimals: 3 | 6;
  readonly said: (words: Words) => string;
}

/** The whole report; lines without their line breaks. */
export function* markdown(trace: Trace, translate: Translate = english): Generator<string> {
  const { scenario, events } = trace;
  const said = (words: Words): string => render(words, translate);
  const decimals = decimalsFor(events.map(({ time }) => time));
  const report: Report = { peers: scenario.peers, numbers: numbersOf(scenario), decimals, said };
  yield `# ${plain(scenario.name)}`;
  yield '';
  yield plain(said(outcome(events)));
  yield* failures(events, report);
  yield* section(say('Peers'), report);
  yield* table([say('peer'), say('address'), say('options')].map(said), scenario.peers.map(peerCells));
  yield '';
  yield network(scenario.peers, scenario.paths, report);
  yield* section(say('Ladder'), report);
  yield* fenced([...ladder(trace, undefined, translate)].slice(2)); // the name and the blank line after it stand above
  yield* section(say('Events'), report);
  yield* table(
    HEADINGS.map(said),
    events.filter(({ kind }) => kind !== 'wait').map((event) => eventCells(event, report)),
  );
}

const HEADINGS: readonly Sentence[] = [
  say('no'),
  say('time (s)'),
  say('peer'),
  say('event'),
  say('state'),
  say('sends'),
  say('clause and reason'),
];

function* section(title: Sentence, { said }: Report): Generator<string> {
  yield '';
  yield `## ${said(title)}`;
  yield '';
}

// ---------------------------------------------------------------- failures

function* failures(events: readonly TraceEvent[], report: Report): Generator<string> {
  const failed = events.flatMap((event) => failuresOf(event).map((judgment) => ({ event, judgment })));
  if (failed.length === 0) return;
  yield '';
  yield `## ${report.said(say('What failed'))}`;
  for (const { event, judgment } of failed) yield* failure(event, judgment, report);
}

function* failure(
  event: TraceEvent,
  { line, message, expected, actual, hints }: Judgment,
  { said }: Report,
): Generator<string> {
  yield '';
  yield `- ${said(say('Line {0}, at {1}, event {2}: {3}', line, moment(event.time), event.n, plain(said(message))))}`;
  yield `  - ${said(say('expected: {0}', code(said(expected))))}`;
  yield `  - ${said(say('actual: {0}', code(said(actual))))}`;
  for (const hint of hints) yield `  - ${plain(said(hint))}`;
}

// ---------------------------------------------------------------- who takes part

function peerCells(peer: Peer): readonly string[] {
  const scripted = peer.kind === 'scripted' ? ['scripted'] : [];
  const options = [...scripted, ...peerOptions(peer)].join(' ');
  return [plain(peer.name), peer.address === undefined ? '' : code(peer.address), options === '' ? '' : code(options)];
}

function network(
  [first, second]: readonly [Peer, Peer],
  [there, back]: readonly [Path, Path],
  { said }: Report,
): string {
  const [out, home] = [code(pathOptions(there).join(' ')), code(pathOptions(back).join(' '))];
  if (out === home) return said(say('Network: {0}, both ways.', out));
  return said(say('Network: {0} from {1} to {2}, {3} back.', out, plain(first.name), plain(second.name), home));
}

// ---------------------------------------------------------------- events

function eventCells(event: TraceEvent, report: Report): readonly string[] {
  const { peers, numbers, decimals } = report;
  return [
    String(event.n),
    clock(event.time, decimals),
    plain(event.peer ?? ''),
    what(event, report),
    passageText(event, peers),
    event.sends.map((sent) => code(fieldsText(sent, numbers))).join(', '),
    reasons(event, report),
  ];
}

function what(event: TraceEvent, { numbers, said }: Report): string {
  const { segment } = event;
  const name = code(eventName(event));
  if (segment === undefined) return name;
  const fields = code([fieldsText(segment, numbers), ...headerOptions(segment)].join(' '));
  const happened = event.kind === 'arrive' ? say('arrives {0}', fields) : `${name} ${fields}`;
  return said(segment.retransmission ? say('{0} (again)', happened) : happened);
}

function reasons(event: TraceEvent, { said }: Report): string {
  const parts: Words[] = event.rows.map(({ rule, why }) => say('{0}: {1}', rule, say(why)));
  if (event.error !== undefined) parts.push(say('error: {0}', event.error));
  else if (event.result !== undefined && event.result !== 'ok') parts.push(event.result);
  if (event.text !== undefined) parts.push(event.text);
  const verdicts = judgmentsOf(event).map(
    ({ ok, line, message }) => `${ok ? '✓' : '✗'} ${said(say('line {0}: {1}', line, message))}`,
  );
  return [...new Set([...parts.map(said), ...verdicts])].map(plain).join('<br>');
}

// ---------------------------------------------------------------- Markdown

/** Text in which nothing is markup (CommonMark, 2.4). */
const plain = (text: string): string =>
  visible(text).replace(/[\\`*{}[\]<>#|~$&@!]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&');

/** In a table a `|` ends the cell, even in code, unless a `\` stands before it (GitHub Flavored Markdown, 4.10). */
function code(text: string): string {
  const shown = visible(text);
  const fence = '`'.repeat(longestRun(shown) + 1);
  const room = shown.startsWith('`') || shown.endsWith('`') ? ' ' : '';
  return `${fence}${room}${shown.replace(/\|/g, '\\|')}${room}${fence}`;
}

const longestRun = (text: string): number =>
  (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);

function* fenced(lines: readonly string[]): Generator<string> {
  const fence = '`'.repeat(Math.max(3, longestRun(lines.join('\n')) + 1));
  yield `${fence}text`;
  yield* lines;
  yield fence;
}

function* table(headings: readonly string[], rows: readonly (readonly string[])[]): Generator<string> {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`.replace(/ {2,}/g, ' ');
  yield line(headings);
  yield `|${'---|'.repeat(headings.length)}`;
  for (const row of rows) yield line(row);
}
