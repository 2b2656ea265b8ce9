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
import { fieldsText, type Numbers, numbersOf } from '../trace/segment-text';
import { passageText } from '../trace/states';
import type { Trace } from '../trace/trace';
import { render } from '../words/sentence';
import { headerOptions } from './header-options';
import { pathOptions, peerOptions } from './option-text';

/** The whole report; lines without their line breaks. */
export function* markdown(trace: Trace): Generator<string> {
  const { scenario, events } = trace;
  yield `# ${plain(scenario.name)}`;
  yield '';
  yield summary(trace);
  yield* failures(trace);
  yield '';
  yield '## Peers';
  yield '';
  yield* table(['peer', 'address', 'options'], scenario.peers.map(peerCells));
  yield '';
  yield* network(scenario.peers, scenario.paths);
  yield '';
  yield '## Ladder';
  yield '';
  yield* fenced([...ladder(trace)].slice(2)); // the name and the blank line after it stand above
  yield '';
  yield '## Events';
  yield '';
  const decimals = decimalsFor(events.map(({ time }) => time));
  const numbers = numbersOf(scenario);
  yield* table(
    ['no', 'time (s)', 'peer', 'event', 'state', 'sends', 'clause and reason'],
    events.filter(({ kind }) => kind !== 'wait').map((event) => eventCells(event, scenario.peers, decimals, numbers)),
  );
}

function summary({ events }: Trace): string {
  const verdicts = events.flatMap(judgmentsOf);
  const failed = verdicts.filter(({ ok }) => !ok).length;
  const held = verdicts.length - failed;
  const length = moment(events.at(-1)?.time ?? 0);
  const many = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;
  const run = `${many(events.length, 'event')} in ${length} of simulated time`;
  if (verdicts.length === 0) return `${run}; nothing is judged.`;
  if (failed === 0) return `${run}; ${held === 1 ? 'the judgment' : `all ${held} judgments`} held.`;
  return `**${failed} of ${many(verdicts.length, 'judgment')} failed**; ${run}.`;
}

// ---------------------------------------------------------------- failures

function* failures({ events }: Trace): Generator<string> {
  const failed = events.flatMap((event) => failuresOf(event).map((judgment) => ({ event, judgment })));
  if (failed.length === 0) return;
  yield '';
  yield '## What failed';
  for (const { event, judgment } of failed) yield* failure(event, judgment);
}

function* failure(event: TraceEvent, { line, message, expected, actual, hints }: Judgment): Generator<string> {
  yield '';
  yield `- Line ${line}, at ${moment(event.time)}, event ${event.n}: ${plain(render(message))}`;
  yield `  - expected: ${code(render(expected))}`;
  yield `  - actual: ${code(render(actual))}`;
  for (const hint of hints) yield `  - ${plain(render(hint))}`;
}

// ---------------------------------------------------------------- who takes part

function peerCells(peer: Peer): readonly string[] {
  const scripted = peer.kind === 'scripted' ? ['scripted'] : [];
  const options = [...scripted, ...peerOptions(peer)].join(' ');
  return [plain(peer.name), peer.address === undefined ? '' : code(peer.address), options === '' ? '' : code(options)];
}

function* network([first, second]: readonly [Peer, Peer], [there, back]: readonly [Path, Path]): Generator<string> {
  const [out, home] = [there, back].map((path) => pathOptions(path).join(' '));
  if (out === home) yield `Network: ${code(out ?? '')}, both ways.`;
  else {
    yield `Network: ${code(out ?? '')} from ${plain(first.name)} to ${plain(second.name)}, ${code(home ?? '')} back.`;
  }
}

// ---------------------------------------------------------------- events

function eventCells(
  event: TraceEvent,
  peers: Trace['scenario']['peers'],
  decimals: 3 | 6,
  numbers: Numbers,
): readonly string[] {
  return [
    String(event.n),
    clock(event.time, decimals),
    plain(event.peer ?? ''),
    what(event, numbers),
    passageText(event, peers),
    event.sends.map((sent) => code(fieldsText(sent, numbers))).join(', '),
    reasons(event),
  ];
}

function what(event: TraceEvent, numbers: Numbers): string {
  const { segment } = event;
  const name = code(eventName(event));
  if (segment === undefined) return name;
  const fields = [fieldsText(segment, numbers), ...headerOptions(segment)].join(' ');
  const again = segment.retransmission ? ' (again)' : '';
  return `${event.kind === 'arrive' ? 'arrives' : name} ${code(fields)}${again}`;
}

function reasons(event: TraceEvent): string {
  const parts = event.rows.map(({ rule, why }) => `${rule}: ${why}`);
  if (event.error !== undefined) parts.push(`error: ${event.error}`);
  else if (event.result !== undefined && event.result !== 'ok') parts.push(event.result);
  if (event.text !== undefined) parts.push(render(event.text));
  for (const { ok, line, message } of judgmentsOf(event))
    parts.push(`${ok ? '✓' : '✗'} line ${line}: ${render(message)}`);
  return [...new Set(parts)].map(plain).join('<br>');
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
