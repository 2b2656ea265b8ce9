/** What a rule is: one thing that can be wrong, looked for in a file, in a scenario or in each line. */
import type { View } from './names';
import { type LocatedDiagnostic, on, type Problem } from './report';
import type { SourceFile, SourceScenario } from './scenarios';

export type FileRule = (file: SourceFile) => readonly LocatedDiagnostic[];

/** A shared line is judged in every scenario; what is found twice is reported once. */
export type ScenarioRule = (scenario: SourceScenario) => readonly LocatedDiagnostic[];

/** The rule that looks at one line after the other. */
export const everyLine =
  (judge: (view: View) => readonly Problem[]): ScenarioRule =>
  ({ lines, cast, names }) =>
    lines.flatMap((line) => judge({ cast, names, line }).map((found) => on(line, found)));
