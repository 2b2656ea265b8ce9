/** Scenarios from their text, played moment by moment. */
import type { Scenario } from '../../src/program/program';
import type { Moment } from '../../src/simulation/moment';
import { simulate } from '../../src/simulation/simulate';
import type { World } from '../../src/simulation/world';
import type { Judgment } from '../../src/trace/event';
import { failuresOf } from '../../src/trace/judgments';
import { render } from '../../src/words/sentence';
import { scenario } from '../program/page';

export interface Played {
  readonly scenario: Scenario;
  readonly moments: readonly Moment[];
  readonly end: World;
}

/**
 * The moments of a scenario, kept; at most `most` of them. Some scripts have no end: two sides that disagree about what
 * was sent answer each other's ACKs for ever.
 */
export function playScenario(played: Scenario, told = true, most = 5000, from?: World): Played {
  const moments: Moment[] = [];
  const run = simulate(played, from, told);
  for (;;) {
    const next = run.next();
    if (next.done) return { scenario: played, moments, end: next.value };
    moments.push(next.value);
    if (moments.length === most) return { scenario: played, moments, end: next.value.world };
  }
}

/** The whole run of the lines of a scenario without a mistake. */
export const play = (...lines: readonly string[]): Played =>
  playScenario(scenario(...lines), true, Number.POSITIVE_INFINITY);

/** The judgments that failed. */
export const failures = ({ moments }: Played): readonly Judgment[] => moments.flatMap(({ event }) => failuresOf(event));

/** A failed judgment as its reader sees it: the line, what failed, what was expected and what was, the hints. */
export const failureText = ({ line, message, expected, actual, hints }: Judgment): string =>
  [
    `line ${line}: ${render(message)}`,
    `  expected ${render(expected)}`,
    `  actual ${render(actual)}`,
    ...hints.map((hint) => `  ${render(hint)}`),
  ].join('\n');
