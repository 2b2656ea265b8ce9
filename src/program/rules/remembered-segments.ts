/** `release` and `replay` name a segment that a line above remembers; what is released was held, and only once. */
import type { Word } from '../../language/tree';
import { say } from '../../words/sentence';
import { isLine } from '../lines';
import { type Definition, definitionOf, namesOfKind, type View } from '../names';
import { type LocatedDiagnostic, on, type Problem, problem } from '../report';
import type { ScenarioRule } from '../rule';
import { earlyName, unknownWord } from '../suggestion';

export const rememberedSegments: ScenarioRule = ({ lines, cast, names }) => {
  const released = new Map<string, number>();
  const found: LocatedDiagnostic[] = [];
  for (const line of lines) {
    if (!isLine(line, 'release', 'replay')) continue;
    const { capture, kind } = line.statement;
    const view = { cast, names, line };
    const definition = definitionOf(capture.text, view);
    const earlier = released.get(capture.text);
    if (definition?.kind !== 'segment') {
      found.push(on(line, unknown(view, capture)));
    } else if (kind === 'release' && !isHeld(definition)) {
      const message = say(
        '"{0}" is not held; write "held as {0}" at the end of line {1}',
        capture.text,
        definition.line.number,
      );
      found.push(on(line, problem('not-held', capture, message)));
    } else if (kind === 'release' && earlier !== undefined) {
      const message = say('line {0} has released "{1}" already', earlier, capture.text);
      found.push(on(line, problem('not-held', capture, message)));
    } else if (kind === 'release') {
      released.set(capture.text, line.number);
    }
  }
  return found;
};

const isHeld = ({ line }: Definition): boolean =>
  line.statement.kind === 'segment' && line.statement.outcome?.kind === 'held';

function unknown(view: View, capture: Word): Problem {
  if (definitionOf(capture.text, view)?.kind === 'let') {
    return problem('unknown-segment', capture, say('"{0}" is a value, not a segment', capture.text));
  }
  const near = (word: string) => say('unknown segment "{0}"; did you mean "{1}"?', capture.text, word);
  const far = say('unknown segment "{0}"; a segment gets its name from "as {0}" on its line', capture.text);
  return earlyName(capture, view) ?? unknownWord('unknown-segment', capture, namesOfKind('segment', view), near, far);
}
