/** The report as the public JSON object (docs/trace.md): English, keys in a fixed order, only ever added to. */
import type { Coverage } from '../trace/coverage';
import { render } from '../words/sentence';
import { type FileReport, tally } from './report';

/** The version of the object. */
const VERSION = 1;

/** One object, indented, with a line break at its end. */
export function json(files: readonly FileReport[], coverage: Coverage | undefined): string {
  const { passed, failed, error } = tally(files);
  const scenarios = files.flatMap((file) =>
    file.scenarios.map(({ name, line, status, failures, moreFailures, diagnostics, events }) => ({
      file: file.name,
      name,
      line,
      status,
      failures: failures.map((failure) => ({
        line: failure.line,
        message: render(failure.message),
        expected: render(failure.expected),
        actual: render(failure.actual),
        time: failure.time,
        event: failure.event,
        fix: failure.fix,
      })),
      diagnostics: diagnostics.map((located) => ({
        line: located.line,
        column: located.diagnostic.start + 1,
        code: located.diagnostic.code,
        message: render(located.diagnostic.message),
      })),
      events,
      moreFailures: moreFailures > 0 ? moreFailures : undefined,
    })),
  );
  const report = { version: VERSION, passed, failed, errors: error, scenarios };
  return `${JSON.stringify(coverage === undefined ? report : { ...report, coverage }, null, 2)}\n`;
}
