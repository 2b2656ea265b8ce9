/** Segment lines that failed, as they should read. */
import { correctedLine } from '../language/correction';
import { parseLine } from '../language/parser';
import type { Scenario } from '../program/program';
import { segmentMetBy } from '../simulation/met';
import { simulate } from '../simulation/simulate';
import { sourceLines } from './excerpt';

/** A whole line, to take the place of one of the file. */
export interface Fix {
  /** 1-based. */
  readonly line: number;
  readonly text: string;
}

/** How many events pass between two pauses. */
const EVENTS_A_PAUSE = 100;

/**
 * Plays the scenario, pausing every few events, and gives the fix of each segment line that fails, by the number of the
 * event that tells it.
 */
export function* fixesOf(scenario: Scenario, text: string): Generator<undefined, ReadonlyMap<number, Fix>> {
  const fixes = new Map<number, Fix>();
  const lines = sourceLines(text);
  for (const { event, world } of simulate(scenario, undefined, false)) {
    if (event.n % EVENTS_A_PAUSE === 0) yield undefined;
    const statement = scenario.statements[world.statement];
    if (statement?.kind !== 'segment' || event.judgment?.ok !== false) continue;
    const met = segmentMetBy({ scenario, line: statement.line, told: true }, world, statement);
    // What a timer would send later, with other flags, is not the segment that was meant.
    if (met === undefined || met.differences.length === 0 || met.isAnother) continue;
    const differing = new Set(met.differences.map(({ what }) => what));
    const line = parseLine(lines[statement.line - 1] ?? '');
    fixes.set(event.n, { line: statement.line, text: correctedLine(line, met.segment, differing) });
  }
  return fixes;
}
