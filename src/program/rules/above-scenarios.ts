/** Above the first `scenario` line stand only lines that every scenario can have. */
import { say } from '../../words/sentence';
import { isLine, isShared } from '../lines';
import { on, problem } from '../report';
import type { FileRule } from '../rule';

export const aboveScenarios: FileRule = ({ above }) =>
  above
    .filter((line) => !isShared(line) && !isLine(line, 'blank', 'broken'))
    .map((line) =>
      on(
        line,
        problem(
          'above-scenarios',
          line.statement,
          say('only peer, network and let lines can stand above the first scenario'),
        ),
      ),
    );
