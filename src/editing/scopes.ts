/**
 * What a line of a document can see: its scenario, the two peers, the names defined above it.
 *
 * Rule: a line above the first scenario belongs to all of them; where one has to be taken, it is the first.
 */
import type { Document } from '../language/tree';
import { isShared, type SourceLine } from '../program/lines';
import type { View } from '../program/names';
import { type SourceFile, type SourceScenario, scenariosOf } from '../program/scenarios';

const files = new WeakMap<Document, SourceFile>();

/** The scenarios of a document, found once for each. The one of a file without a `scenario` line has no title. */
export function fileOf(document: Document): SourceFile {
  const known = files.get(document);
  if (known) return known;
  const file = scenariosOf(document, '');
  files.set(document, file);
  return file;
}

/** The number of a scenario's `scenario` line; 1 in a file without one. Traces are kept under it. */
export const scenarioNumber = (scenario: SourceScenario): number => scenario.opening?.number ?? 1;

/** The scenario that a line (0-based) stands in. */
export function scenarioAt(document: Document, line: number): SourceScenario | undefined {
  const { scenarios } = fileOf(document);
  let [low, high] = [0, scenarios.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const scenario = scenarios[middle];
    if (scenario !== undefined && scenarioNumber(scenario) <= line + 1) low = middle;
    else high = middle - 1;
  }
  return scenarios[low];
}

/** What the expressions of a line (0-based) see; undefined if the document has no such line. */
export function viewAt(document: Document, line: number): View | undefined {
  const source = fileOf(document).lines[line];
  const scenario = scenarioAt(document, line);
  return source && scenario && { cast: scenario.cast, names: scenario.names, line: source };
}

/** True of a line of which every scenario of the file has a share. */
export const isAbove = (document: Document, line: SourceLine): boolean => {
  const opening = fileOf(document).scenarios[0]?.opening;
  return opening !== undefined && line.number < opening.number && isShared(line);
};

/** The lines of a scenario that are its own alone. */
export const ownLines = ({ lines, opening }: SourceScenario): readonly SourceLine[] =>
  opening === undefined ? lines : lines.filter(({ number }) => number > opening.number);
