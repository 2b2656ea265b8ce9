/**
 * The report as TAP version 14: one test point for each scenario, the failures as its YAML block.
 *
 * Rule: values of the YAML are written as JSON, which YAML reads and which has no special cases.
 */

import { visible } from '../trace/columns';
import { type Coverage, coverageText } from '../trace/coverage';
import { render } from '../words/sentence';
import type { FileReport, ScenarioReport } from './report';

/** In a description `#` would begin a directive. */
const described = (text: string): string => visible(text).replace(/[\\#]/g, '\\$&');

/** The whole document, with a line break at its end. */
export function tap(files: readonly FileReport[], coverage: Coverage | undefined): string {
  const points = files.flatMap((file) => file.scenarios.map((scenario) => ({ file: file.name, scenario })));
  const lines = ['TAP version 14', `1..${points.length}`];
  for (const [index, { file, scenario }] of points.entries()) {
    const ok = scenario.status === 'passed' ? 'ok' : 'not ok';
    lines.push(`${ok} ${index + 1} - ${described(`${file}: ${scenario.name}`)}`);
    if (scenario.status !== 'passed') lines.push(...block(file, scenario));
  }
  if (coverage !== undefined) for (const line of coverageText(coverage)) lines.push(`# ${line}`.trimEnd());
  return `${lines.join('\n')}\n`;
}

function block(file: string, scenario: ScenarioReport): readonly string[] {
  const entries = [
    ...scenario.failures.map(({ line, message, expected, actual, time, event }) => ({
      at: `${file}:${line}`,
      message: render(message),
      expected: render(expected),
      actual: render(actual),
      time,
      event,
    })),
    ...scenario.diagnostics.map(({ line, diagnostic }) => ({
      at: `${file}:${line}:${diagnostic.start + 1}`,
      message: render(diagnostic.message),
      code: diagnostic.code,
    })),
  ];
  return [
    '  ---',
    `  status: ${scenario.status}`,
    '  problems:',
    ...entries.map((entry) => `    - ${JSON.stringify(entry)}`),
    ...(scenario.moreFailures > 0 ? [`  more failures: ${scenario.moreFailures}`] : []),
    '  ...',
  ];
}
