/** Where each scenario of a file begins: the lines above which an editor can offer to check or to debug it. */
import type { Document } from '../language/tree';
import { isStep } from '../program/lines';
import { fileOf, ownLines, scenarioNumber } from './scopes';
import { sectionsOf } from './sections';
import type { LineRange, Span } from './span';

export interface ScenarioPlace {
  /** The number of its `scenario` line, 1-based; 1 in a file without one. Runs are kept under it. */
  readonly number: number;
  /** Undefined in a file without a `scenario` line. */
  readonly title: string | undefined;
  /** Its `scenario` line; else its first statement. */
  readonly span: Span;
  readonly lines: LineRange;
}

/** The places, in the order of the file; none for what has no statement to run. */
export function scenarioPlaces(document: Document): readonly ScenarioPlace[] {
  const sections = new Map(sectionsOf(document).map((section) => [section.heading.line, section]));
  return fileOf(document).scenarios.flatMap((scenario): ScenarioPlace[] => {
    if (!ownLines(scenario).some(isStep)) return [];
    const number = scenarioNumber(scenario);
    const section = scenario.opening && sections.get(number - 1);
    if (section) return [{ number, title: section.title, span: section.heading, lines: section.lines }];
    const first = scenario.lines.find(({ statement }) => statement.kind !== 'blank');
    if (first === undefined) return [];
    const { start, end } = first.statement;
    const line = first.number - 1;
    return [
      { number, title: undefined, span: { line, start, end }, lines: { first: line, last: document.lines.length - 1 } },
    ];
  });
}
