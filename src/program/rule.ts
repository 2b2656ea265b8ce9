/** What a rule is: one thing that can be wrong, looked for in a file, in a scenario or in each line. */
import type { View } from './names';
import { once } from './once';
import { type LocatedDiagnostic, on, type Problem } from './report';
import type { SourceFile, SourceScenario } from './scenarios';

export type FileRule = (file: SourceFile) => readonly LocatedDiagnostic[];

/** A shared line is judged in every scenario; what is found twice is reported once. */
export type ScenarioRule = (scenario: SourceScenario) => readonly LocatedDiagnostic[];

/** Every line of a scenario in its surroundings. */
const viewsOf = once(({ lines, cast, names }: SourceScenario): readonly View[] =>
  lines.map((line) => ({ cast, names, line })),
);

/** The rule that looks at one line after the other. */
export const everyLine =
  (judge: (view: View) => readonly Problem[]): ScenarioRule =>
  (scenario) => {
    const found: LocatedDiagnostic[] = [];
    for (const view of viewsOf(scenario)) {
      for (const problem of judge(view)) found.push(on(view.line, problem));
    }
    return found;
  };
