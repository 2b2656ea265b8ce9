/**
 * The report as JUnit XML: a suite for each file, a case for each scenario.
 *
 * Rule 1: a scenario has at most one `failure`, which is all that the common schemas allow: its message is the first
 *         failure's, its text has all of them.
 * Rule 2: what XML 1.0 cannot hold (control characters, halves of a surrogate pair) is shown as an escape.
 * Rule 3: no times: the simulated time is not how long a test took.
 */
import { render } from '../words/sentence';
import { diagnosticText, failureText } from './failure-text';
import { type FileReport, type ScenarioReport, tally } from './report';

const FORBIDDEN = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string): string =>
  text
    .replace(FORBIDDEN, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character)
    // A parser turns these into blanks in an attribute, unless they are written as references.
    .replace(/[\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join('');
}

/** The whole document, with a line break at its end. */
export function junit(files: readonly FileReport[]): string {
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name: 'tcpscn', ...counts(files) })}>`,
  ];
  for (const file of files) {
    lines.push(`  <testsuite${attributes({ name: file.name, ...counts([file]), skipped: 0 })}>`);
    for (const scenario of file.scenarios) lines.push(...testCase(file.name, scenario));
    lines.push('  </testsuite>');
  }
  return `${[...lines, '</testsuites>', ''].join('\n')}`;
}

function counts(files: readonly FileReport[]): Readonly<Record<string, number>> {
  const { passed, failed, error } = tally(files);
  return { tests: passed + failed + error, failures: failed, errors: error };
}

function testCase(fileName: string, scenario: ScenarioReport): readonly string[] {
  const start = `    <testcase${attributes({ name: scenario.name, classname: fileName, file: fileName, line: scenario.line })}`;
  const [failure] = scenario.failures;
  if (failure !== undefined) {
    const texts = scenario.failures.map((each) => failureText(fileName, each));
    if (scenario.moreFailures > 0) texts.push(`and ${scenario.moreFailures} more failures`);
    return [`${start}>`, trouble('failure', render(failure.message), texts), '    </testcase>'];
  }
  if (scenario.status === 'passed') return [`${start}/>`];
  const [first] = scenario.diagnostics;
  const texts = scenario.diagnostics.map((each) => diagnosticText(fileName, each));
  return [`${start}>`, trouble('error', first ? render(first.diagnostic.message) : '', texts), '    </testcase>'];
}

function trouble(element: 'failure' | 'error', message: string, texts: readonly string[]): string {
  const lines = texts.join('\n').split('\n').map(escaped);
  return `      <${element}${attributes({ message, type: element })}>${lines.join('\n')}</${element}>`;
}
