/** What a segment line should have said: found by playing its scenario up to it. */
import { correctedLine } from '../language/correction';
import { parseLine } from '../language/parser';
import type { Document } from '../language/tree';
import { type Met, segmentMetBy } from '../simulation/met';
import { simulate } from '../simulation/simulate';
import { newWorld, type World } from '../simulation/world';
import type { Trace } from '../trace/trace';
import { say } from '../words/sentence';
import type { QuickFix } from './fixes';
import { blockAt, formattedLines } from './format';
import { linesOf, type Runs } from './runs';
import { scenarioAt, scenarioNumber } from './scopes';

/** "Replace with what was sent", for a segment line (0-based) that failed and whose peer does send something. */
export function sentFix(document: Document, runs: Runs, line: number): QuickFix | undefined {
  const tree = document.lines[line];
  const scenario = scenarioAt(document, line);
  const trace = scenario && runs.get(scenarioNumber(scenario));
  if (tree?.statement.kind !== 'segment' || trace === undefined || !failed(trace, line + 1)) return undefined;
  const met = metAt(trace, line + 1);
  if (met === undefined || met.differences.length === 0) return undefined;
  const text = correctedLine(tree, met.segment, new Set(met.differences.map(({ what }) => what)));
  const { first, last } = blockAt(document, line);
  const block = document.lines.slice(first, last + 1);
  const edits = formattedLines(document, first, block.with(line - first, parseLine(text)));
  return { title: say('replace with what was sent'), edits, mends: undefined };
}

const failed = (trace: Trace, line: number): boolean =>
  (linesOf(trace).get(line)?.events ?? []).some(({ judgment }) => judgment?.line === line && !judgment.ok);

/** The segment that the line (1-based) takes, or would take if it asked for any. */
function metAt(trace: Trace, line: number): Met | undefined {
  const { scenario } = trace;
  const index = scenario.statements.findIndex((statement) => statement.line === line);
  const statement = scenario.statements[index];
  if (statement?.kind !== 'segment' || scenario.peers[statement.segment.from].kind === 'scripted') return undefined;
  const world = worldBefore(trace, line);
  return world && segmentMetBy({ scenario, line, told: true }, { ...world, statement: index }, statement);
}

function worldBefore({ scenario }: Trace, line: number): World | undefined {
  for (const { event, start } of simulate(scenario, newWorld(scenario), false)) if (event.line === line) return start;
  return undefined;
}
