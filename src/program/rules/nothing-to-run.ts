/** A file must have a statement; a scenario should. */

import { say } from '../../words/sentence';
import { isLine, isStep, type SourceLine } from '../lines';
import { on, problem } from '../report';
import type { FileRule } from '../rule';

export const nothingToRun: FileRule = ({ lines, above, scenarios }) => {
  if (!lines.some(saysSomething)) {
    const first = lines[0] ?? { number: 1, text: '', statement: { kind: 'blank', start: 0, end: 0 } };
    const range = { start: 0, end: first.text.length };
    return [on(first, problem('nothing-to-run', range, say('this file has no statement')))];
  }
  if (above.some(saysSomething)) return [];
  return scenarios.flatMap(({ opening, lines }) =>
    opening === undefined || lines.some(saysSomething)
      ? []
      : [on(opening, problem('empty-scenario', opening.statement, say('this scenario has no statement')))],
  );
};

/** A line that cannot be read was most likely meant to be a statement. */
const saysSomething = (line: SourceLine): boolean => isStep(line) || isLine(line, 'broken');
