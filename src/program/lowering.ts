/**
 * From a scenario without errors to what is run.
 *
 * Rule: `network` lines above the first step are the network it starts with; below it they are steps themselves.
 */
import type { NetworkLine } from '../language/tree';
import { isLine, isStep, type SourceLine } from './lines';
import { lowerNetwork } from './paths';
import { lowerPeers } from './peers';
import type { Chapter, Scenario, Statement } from './program';
import type { SourceScenario } from './scenarios';
import { lowerStatement } from './statements';

export function lowerScenario({ title, opening, lines, cast, names }: SourceScenario): Scenario {
  const firstStep = lines.find(isStep)?.number ?? Number.POSITIVE_INFINITY;
  const network: SourceLine<NetworkLine>[] = [];
  const chapters: Chapter[] = [];
  const statements: Statement[] = [];
  for (const line of lines) {
    if (isLine(line, 'chapter')) chapters.push({ title: line.statement.title.text, line: line.number });
    if (isLine(line, 'network') && line.number < firstStep) {
      network.push(line);
      continue;
    }
    const statement = lowerStatement(line, { cast, names, line });
    if (statement !== undefined) statements.push(statement);
  }
  return {
    name: title,
    line: opening?.number ?? 1,
    peers: lowerPeers(cast),
    ...lowerNetwork(network, { cast, names }),
    chapters,
    statements,
  };
}
