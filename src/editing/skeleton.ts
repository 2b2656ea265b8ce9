/**
 * A scenario that takes one row of the state machine: the shortest way to the row's state, what takes it, and what
 * comes of it. An author begins with it where no scenario takes the row.
 *
 * Rule 1: one TCP, `host`, and a scripted `remote`, so that every segment of the other side can be written.
 * Rule 2: it holds when it is run, and takes the row: a test runs every one.
 */
import { parse } from '../language/document';
import { print } from '../language/printer';
import { type Row, rowName } from '../tcp/fsm';
import type { State } from '../tcp/state';
import { unreachable } from '../tcp/unreachable';
import { shortestWays } from '../tcp/ways';
import { english, render, say, type Translate } from '../words/sentence';
import { stimulusOf } from './skeleton/stimulus';
import { writtenRow } from './skeleton/written-row';

export type Skeleton =
  | { readonly kind: 'scenario'; readonly text: string }
  /** No scenario can take the row; `reason` is one sentence of `tcp/unreachable.ts`. */
  | { readonly kind: 'unreachable'; readonly reason: string };

export function skeletonOf(row: Row, translate: Translate = english): Skeleton {
  const known = unreachable.find((each) => each.row === row);
  if (known !== undefined) return { kind: 'unreachable', reason: known.reason };
  const { options, before, setup, last, avoids } = stimulusOf(row);
  const way = wayTo(row.from, avoids);
  const written = writtenRow(row);
  const lines = [
    `# ${row.rule}: ${render(say(row.why), translate)}`,
    ['peer host', ...options].join(' '),
    'peer remote scripted',
    '',
    `scenario "${rowName(row)}"`,
    ...way.flatMap((step) => [
      ...stimulusOf(step).setup,
      ...writtenRow(step),
      ...(before?.state === step.to ? before.lines : []),
    ]),
    ...setup,
    ...(written.length > 0 ? [`expect host ${row.from}`] : []),
    ...written,
    `expect host ${last ?? row.to}`,
  ];
  return { kind: 'scenario', text: print(parse(`${lines.join('\n')}\n`)) };
}

/** Without the rows that would need more than their event to be taken, and those that a reader would not choose. */
function wayTo(state: State, avoids: readonly string[]): readonly Row[] {
  const impossible = new Set(unreachable.map(({ row }) => row));
  const ways = shortestWays(
    (row) =>
      !impossible.has(row) &&
      !avoids.includes(rowName(row)) &&
      rowName(row) !== 'SYN_RCVD / CLOSE [nothing left to send]',
  );
  const way = ways.get(state);
  if (way === undefined) throw new Error(`The machine has no way to ${state}.`);
  return way;
}
