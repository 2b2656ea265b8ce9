/**
 * From `network` lines to the two paths of a scenario, and to the changes of them on its way.
 *
 * Rule: a line without a direction is about both paths.
 */
import type { NetworkLine, OptionNode } from '../language/tree';
import { NETWORK_OPTIONS } from '../language/vocabulary/network-options';
import { unresolved } from './expressions';
import type { SourceLine } from './lines';
import type { View } from './names';
import { isNetworkOption, NETWORK_OPTION_READERS, type NetworkChange } from './network-options';
import type { Reading } from './option-reading';
import type { Path, PathChange, Scenario } from './program';
import { lowerDirection } from './segments';

export const DEFAULT_PATH: Path = {
  delay: { from: 10_000, to: 10_000 },
  bandwidth: undefined,
  mtu: 1500,
  loss: 0,
  duplicate: 0,
  reorder: 0,
  corrupt: 0,
};
const DEFAULT_SEED = 1;

export interface NetworkChanges {
  readonly changes: readonly PathChange[];
  /** Undefined: it stays. */
  readonly seed: number | undefined;
}

/** The paths and the seed that a scenario starts with. */
export function lowerNetwork(
  lines: readonly SourceLine<NetworkLine>[],
  view: Omit<View, 'line'>,
): Pick<Scenario, 'paths' | 'seed'> {
  return lines.reduce<Pick<Scenario, 'paths' | 'seed'>>(
    ({ paths, seed }, line) => {
      const changed = lowerNetworkLine(line.statement, { ...view, line });
      return { paths: changed.changes.reduce(apply, paths), seed: changed.seed ?? seed };
    },
    { paths: [DEFAULT_PATH, DEFAULT_PATH], seed: DEFAULT_SEED },
  );
}

const apply = (paths: Scenario['paths'], { from, path }: PathChange): Scenario['paths'] =>
  from === 0 ? [{ ...paths[0], ...path }, paths[1]] : [paths[0], { ...paths[1], ...path }];

/** What one line changes. */
export function lowerNetworkLine(statement: NetworkLine, view: View): NetworkChanges {
  const read = statement.options.map(readChange);
  const path: Partial<Path> = Object.assign({}, ...read.map((change) => change.path));
  const seed = read.reduce<number | undefined>((last, change) => change.seed ?? last, undefined);
  if (Object.keys(path).length === 0) return { changes: [], seed };
  const { direction } = statement;
  const changes: readonly PathChange[] =
    direction === undefined
      ? [
          { from: 0, path },
          { from: 1, path },
        ]
      : [{ from: lowerDirection(direction, view).from, path }];
  return { changes, seed };
}

function readChange(node: OptionNode): NetworkChange {
  const reading = readNetworkOption(node);
  return reading?.kind === 'change' ? reading.change : unresolved(`the option "${node.name.text}"`);
}

/** Reads one option of the network; undefined if the parser has refused its name, or that it has no value. */
export function readNetworkOption(node: OptionNode): Reading<NetworkChange> | undefined {
  const name = node.name.text;
  return isNetworkOption(name) ? NETWORK_OPTION_READERS[name](node, NETWORK_OPTIONS[name]) : undefined;
}
