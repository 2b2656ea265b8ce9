/**
 * A document cut into its scenarios.
 *
 * Rule 1: `peer`, `network` and `let` lines above the first `scenario` belong to every scenario, in front of its own.
 * Rule 2: a file without a `scenario` line is one scenario.
 * Rule 3: nothing is judged here; a scenario may be wrong in every line.
 */
import type { Document, ScenarioLine } from '../language/tree';
import { type Cast, castOf } from './cast';
import { namesOf } from './definitions';
import { isLine, isShared, type SourceLine } from './lines';
import type { Names } from './names';

export interface SourceScenario {
  readonly title: string;
  /** Its `scenario` line; undefined in a file without one. */
  readonly opening: SourceLine<ScenarioLine> | undefined;
  readonly lines: readonly SourceLine[];
  readonly cast: Cast;
  readonly names: Names;
}

export interface SourceFile {
  readonly lines: readonly SourceLine[];
  /** What stands above the first `scenario` line; nothing in a file without one. */
  readonly above: readonly SourceLine[];
  readonly scenarios: readonly SourceScenario[];
}

/** The scenarios of a document; `name` is that of the one scenario of a file without a `scenario` line. */
export function scenariosOf(document: Document, name: string): SourceFile {
  const lines = document.lines.map(({ text, statement }, index) => ({ number: index + 1, text, statement }));
  const openings: SourceLine<ScenarioLine>[] = [];
  for (const line of lines) if (isLine(line, 'scenario')) openings.push(line);
  const above = openings[0] === undefined ? [] : lines.slice(0, openings[0].number - 1);
  const shared = above.filter(isShared);
  const scenarios = openings.map((opening, index) => {
    const end = openings[index + 1]?.number ?? lines.length + 1;
    return scenario(opening.statement.title.value, opening, [...shared, ...lines.slice(opening.number, end - 1)]);
  });
  return { lines, above, scenarios: scenarios.length > 0 ? scenarios : [scenario(name, undefined, lines)] };
}

function scenario(
  title: string,
  opening: SourceLine<ScenarioLine> | undefined,
  lines: readonly SourceLine[],
): SourceScenario {
  const cast = castOf(lines);
  return { title, opening, lines, cast, names: namesOf(lines, cast) };
}
