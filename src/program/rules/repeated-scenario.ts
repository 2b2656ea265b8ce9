/** Scenarios are told apart by their names. */
import { say } from '../../words/sentence';
import { type LocatedDiagnostic, on, problem } from '../report';
import type { FileRule } from '../rule';

export const repeatedScenario: FileRule = ({ scenarios }) => {
  const lineOf = new Map<string, number>();
  const found: LocatedDiagnostic[] = [];
  for (const { title, opening } of scenarios) {
    if (opening === undefined) continue;
    const earlier = lineOf.get(title);
    if (earlier === undefined) {
      lineOf.set(title, opening.number);
      continue;
    }
    const message = say('line {0} has a scenario "{1}" already', earlier, title);
    found.push(on(opening, problem('repeated-scenario', opening.statement.title, message)));
  }
  return found;
};
