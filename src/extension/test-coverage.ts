/** Which statements of a file its scenarios reached, and how often, as the editor shows it. */
import { FileCoverage, type FileCoverageDetail, StatementCoverage, type TestRun, type Uri } from 'vscode';
import type { FileReport } from '../checks/report';
import { linesRange } from './places';

/** A file's coverage, with the lines it is counted from. */
class ReachedStatements extends FileCoverage {
  readonly details: readonly FileCoverageDetail[];

  constructor(uri: Uri, details: readonly StatementCoverage[]) {
    super(uri, { covered: details.filter(({ executed }) => Number(executed) > 0).length, total: details.length });
    this.details = details;
  }
}

export function addCoverage(run: TestRun, uri: Uri, { scenarios }: FileReport): void {
  const statements = scenarios.flatMap(({ reached }) =>
    [...reached].map(([line, count]) => new StatementCoverage(count, linesRange({ first: line - 1, last: line - 1 }))),
  );
  if (statements.length > 0) run.addCoverage(new ReachedStatements(uri, statements));
}

export const detailsOf = (coverage: FileCoverage): FileCoverageDetail[] =>
  coverage instanceof ReachedStatements ? [...coverage.details] : [];
