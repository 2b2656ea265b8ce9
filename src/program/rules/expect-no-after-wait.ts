/**
 * `expect no` without `for` looks at the wire, and after `wait` or `run` what was sent has arrived.
 *
 * Lines that only judge or remark may stand between.
 */
import { say } from '../../words/sentence';
import { isLine, isStep, type SourceLine } from '../lines';
import { append, type LocatedDiagnostic, on, problem } from '../report';
import type { ScenarioRule } from '../rule';

export const expectNoAfterWait: ScenarioRule = ({ lines }) => {
  const found: LocatedDiagnostic[] = [];
  let last: SourceLine | undefined;
  for (const line of lines) {
    if (isLine(line, 'expect-no') && line.statement.during === undefined && last !== undefined) {
      const duration = waited(last);
      if (duration !== undefined) {
        const message = say(
          'what was sent has arrived by now; with "for {0}" time passes and none may be sent',
          duration,
        );
        found.push(
          on(
            line,
            problem('expect-no-after-wait', line.statement, message, append(line.statement, ` for ${duration}`)),
          ),
        );
      }
    }
    if (acts(line)) last = line;
  }
  return found;
};

const acts = (line: SourceLine): boolean =>
  (isStep(line) || isLine(line, 'network', 'broken')) &&
  !isLine(line, 'expect', 'always', 'never', 'never-segment', 'finally', 'note') &&
  !(isLine(line, 'expect-no') && line.statement.during === undefined);

/** How long a line waited, as its author wrote it; `1s` stands for a `run`. */
function waited(line: SourceLine): string | undefined {
  if (isLine(line, 'run')) return '1s';
  if (!isLine(line, 'wait')) return undefined;
  const { start, end } = line.statement.duration;
  return line.text.slice(start, end);
}
