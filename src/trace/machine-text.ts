/**
 * The state machine as text, printed from its rows: a table, Mermaid, Graphviz, JSON.
 *
 * Rule: the table and JSON have every row. The two diagrams have every change of state, one arrow for each pair of
 * states; rows that stay in their state are counted in a comment, since as loops they would hide the machine.
 */
import type { Row } from '../tcp/fsm';
import { STATES } from '../tcp/state';
import { english, render, say, type Translate, type Words } from '../words/sentence';
import { table } from './columns';

const label = (row: Row): string =>
  `${row.event}${row.guard === undefined ? '' : ` [${row.guard}]`}${row.actions.length > 0 ? ` / ${row.actions.join(', ')}` : ''}`;

const staying = (rows: readonly Row[]): string =>
  `left out: ${rows.filter((row) => row.from === row.to).length} of the rows, which stay in their state, as the table shows`;

/** The labels of the rows between two different states, in the machine's order. */
function arrows(rows: readonly Row[]): readonly { from: string; to: string; labels: readonly string[] }[] {
  const pairs = new Map<string, { from: string; to: string; labels: string[] }>();
  for (const row of rows) {
    if (row.from === row.to) continue;
    const key = `${row.from} ${row.to}`;
    const pair = pairs.get(key) ?? { from: row.from, to: row.to, labels: [] };
    pair.labels.push(label(row));
    pairs.set(key, pair);
  }
  return [...pairs.values()];
}

const HEADINGS = [say('from'), say('event'), say('actions'), say('to'), say('clause')];

/** One line a row: from, event with its guard, actions, to, clause. */
export function machineTable(rows: readonly Row[], translate: Translate = english): string {
  const said = (words: Words): string => render(words, translate);
  const cells = rows.map((row) => [
    row.from,
    row.guard === undefined ? row.event : `${row.event} [${row.guard}]`,
    row.actions.join(', '),
    row.to === row.from ? said(say('(stays)')) : `-> ${row.to}`,
    row.rule,
  ]);
  return `${[...table([HEADINGS.map(said), ...cells])].join('\n')}\n`;
}

/** A `stateDiagram-v2` of Mermaid. Its labels end at `:` and `;`, and `#` begins an entity. */
export function machineMermaid(rows: readonly Row[]): string {
  const escaped = (text: string): string => text.replace(/[\s:;#]+/g, ' ');
  const lines = arrows(rows).map(({ from, to, labels }) => `  ${from} --> ${to}: ${labels.map(escaped).join('<br/>')}`);
  return ['stateDiagram-v2', `  %% ${staying(rows)}`, '  [*] --> CLOSED', ...lines, ''].join('\n');
}

/** A `digraph` of Graphviz. */
export function machineDot(rows: readonly Row[]): string {
  const quoted = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;
  const joined = (labels: readonly string[]): string =>
    `"${labels.map((text) => quoted(text).slice(1, -1)).join('\\n')}"`;
  return [
    'digraph tcp {',
    `  // ${staying(rows)}`,
    '  node [shape=box, style=rounded];',
    ...STATES.map((state) => `  ${state};`),
    ...arrows(rows).map(({ from, to, labels }) => `  ${from} -> ${to} [label=${joined(labels)}];`),
    '}',
    '',
  ].join('\n');
}

/** `{ version, states, rows }`; the rows as in the trace, with their guards. */
export function machineJson(rows: readonly Row[]): string {
  const shown = rows.map(({ from, to, event, guard, actions, rule, why }) => ({
    from,
    to,
    event,
    guard,
    actions,
    rule,
    why,
  }));
  return `${JSON.stringify({ version: 1, states: STATES, rows: shown }, null, 2)}\n`;
}
