/** What did not hold, as the Testing view shows it: each judgment at its line, with what was expected and what was. */
import { Location, TestMessage, type Uri } from 'vscode';
import { sourceLines, statementColumns } from '../checks/excerpt';
import type { Failure, FileReport, ScenarioReport } from '../checks/report';
import type { LocatedDiagnostic } from '../program/report';
import { say } from '../words/sentence';
import { diagnosticRange, rangeOf } from './places';
import { inWords } from './words';

/** Where a failure stands: what is to blame, else the statement. */
export function failureRange({ text }: FileReport, { line, judgment }: Failure) {
  const source = sourceLines(text ?? '')[line - 1] ?? '';
  const [start, end] = judgment.blame[0] ?? statementColumns(source);
  return rangeOf({ line: line - 1, start, end: judgment.blame.at(-1)?.[1] ?? end });
}

export const failureMessages = (
  uri: Uri,
  file: FileReport,
  { failures, moreFailures }: ScenarioReport,
): TestMessage[] => {
  const messages = failures.map((failure) => {
    const { expected, actual } = failure;
    const message = TestMessage.diff(sentences(failure), inWords(expected), inWords(actual));
    message.location = new Location(uri, failureRange(file, failure));
    return message;
  });
  if (moreFailures > 0) messages.push(new TestMessage(inWords(say('and {0} more failures', moreFailures))));
  return messages;
};

const sentences = ({ message, judgment }: Failure): string =>
  [message, ...judgment.hints].map((sentence) => inWords(sentence)).join('\n');

/** Why a file was not run. */
export const errorMessages = (uri: Uri, diagnostics: readonly LocatedDiagnostic[]): TestMessage[] =>
  diagnostics
    .filter(({ diagnostic }) => diagnostic.severity === 'error')
    .map((located) => {
      const message = new TestMessage(inWords(located.diagnostic.message));
      message.location = new Location(uri, diagnosticRange(located));
      return message;
    });
