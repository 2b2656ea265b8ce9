/**
 * The states of the two peers behind the statements that can change them: `client SYN_SENT · server SYN_RCVD`.
 *
 * Rule: judgments, remarks, rules and declarations change no state, and have no hint.
 */
import type { Document, StatementKind } from '../language/tree';
import { linesOf, type Runs, statesText } from './runs';
import { scenarioAt, scenarioNumber } from './scopes';
import type { LineRange, Position } from './span';

export interface StateHint extends Position {
  readonly text: string;
  /** True if a state is not what it was before the line. */
  readonly changed: boolean;
  /** The first and the last event of the line, counted as in the log. */
  readonly events: readonly [first: number, last: number];
}

const ACTING: ReadonlySet<StatementKind> = new Set([
  'call',
  'segment',
  'inject',
  'release',
  'replay',
  'wait',
  'wait-until',
  'run',
  'handshake',
  'expect-no',
]);

/** The hints of some lines, in their order; none where nothing was run. */
export function stateHints(document: Document, runs: Runs, lines: LineRange): readonly StateHint[] {
  const hints: StateHint[] = [];
  for (let number = Math.max(0, lines.first); number <= lines.last; number += 1) {
    const line = document.lines[number];
    if (line === undefined) break;
    if (!ACTING.has(line.statement.kind)) continue;
    const scenario = scenarioAt(document, number);
    const trace = scenario && runs.get(scenarioNumber(scenario));
    const ran = trace && linesOf(trace).get(number + 1);
    const [first, last] = [ran?.events[0], ran?.events.at(-1)];
    if (!trace || !ran || !first || !last) continue;
    const text = statesText(trace, ran.after);
    if (text === '') continue;
    const changed = ran.before.some((state, index) => state !== ran.after[index]);
    hints.push({ line: number, column: line.statement.end, text, changed, events: [first.n, last.n] });
  }
  return hints;
}
