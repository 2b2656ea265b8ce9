/**
 * Which rows of the state machine runs have taken.
 *
 * Rule: a row is known by what it says (its key), not by its identity, so that traces that were stored or sent count too.
 */
import type { Row } from '../tcp/fsm';
import type { Unreachable } from '../tcp/unreachable';
import { english, render, type Sentence, say, type Translate, type Words } from '../words/sentence';
import { table } from './columns';
import type { TraceEvent } from './event';

/** How often each row was taken, by the row's key. */
export type RowCounts = ReadonlyMap<string, number>;

export interface Coverage {
  readonly taken: readonly { readonly row: Row; readonly count: number }[];
  readonly notTaken: readonly Row[];
  readonly unreachable: readonly Unreachable[];
}

const keys = new WeakMap<Row, string>();

/** Of the machine's own rows, which are taken again and again, there is one key and not one each time. */
export function rowKey(row: Row): string {
  const known = keys.get(row);
  if (known !== undefined) return known;
  const key = [row.from, row.event, row.guard ?? '', row.to, row.rule].join('|');
  keys.set(row, key);
  return key;
}

/** Adds the rows that an event took to counts that are being made. */
export function countRowsOf(counts: Map<string, number>, event: TraceEvent): void {
  for (const row of event.rows) {
    const key = rowKey(row);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
}

/** Counts the rows that the events took. */
export function countRows(events: Iterable<TraceEvent>): RowCounts {
  const counts = new Map<string, number>();
  for (const event of events) countRowsOf(counts, event);
  return counts;
}

/** The counts of several runs together. */
export function addCounts(all: Iterable<RowCounts>): RowCounts {
  const sum = new Map<string, number>();
  for (const counts of all) for (const [key, count] of counts) sum.set(key, (sum.get(key) ?? 0) + count);
  return sum;
}

/** Every row of the machine in exactly one of three lists, each in the machine's order. */
export function coverage(rows: readonly Row[], unreachable: readonly Unreachable[], counts: RowCounts): Coverage {
  const reasons = new Set(unreachable.map(({ row }) => rowKey(row)));
  const taken = rows.flatMap((row) => {
    const count = counts.get(rowKey(row)) ?? 0;
    return count > 0 ? [{ row, count }] : [];
  });
  const rest = rows.filter((row) => !counts.has(rowKey(row)));
  return {
    taken,
    notTaken: rest.filter((row) => !reasons.has(rowKey(row))),
    unreachable: unreachable.filter(({ row }) => !counts.has(rowKey(row))),
  };
}

/** The three lists as text, counted in the first line; lines without their line breaks. */
export function* coverageText(
  { taken, notTaken, unreachable }: Coverage,
  translate: Translate = english,
): Generator<string> {
  const said = (words: Words): string => render(words, translate);
  yield said(
    say(
      'Rows of the state machine: {0} of {1} taken, {2} not taken, {3} that no run can take',
      taken.length,
      taken.length + notTaken.length + unreachable.length,
      notTaken.length,
      unreachable.length,
    ),
  );
  const listed = (title: Sentence, rows: readonly (readonly Words[])[]): Generator<string> =>
    list(
      said(title),
      rows.map((row) => row.map(said)),
    );
  yield* listed(
    say('taken (how often)'),
    taken.map(({ row, count }) => [...words(row), `${count}`]),
  );
  yield* listed(say('not taken'), notTaken.map(words));
  yield* listed(
    say('cannot be taken'),
    unreachable.map(({ row, reason }) => [...words(row), say(reason)]),
  );
}

function* list(title: string, rows: readonly (readonly string[])[]): Generator<string> {
  if (rows.length === 0) return;
  yield '';
  yield title;
  for (const line of table(rows)) yield `  ${line}`;
}

const words = (row: Row): readonly Words[] => [
  row.from,
  row.guard === undefined ? row.event : `${row.event} [${row.guard}]`,
  row.to === row.from ? say('(stays)') : `-> ${row.to}`,
  row.rule,
];
