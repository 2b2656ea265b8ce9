/**
 * What the latest checks have found out, file by file: problems, status, report and coverage are views of it.
 *
 * Rule 1: of each file there is one report. A check of some of its scenarios leaves what is known of the others, as long
 *         as the text is the same.
 * Rule 2: a file that is gone has none.
 */
import { type Disposable, type Event, EventEmitter, type Uri } from 'vscode';
import type { FileReport } from '../checks/report';
import { addCounts, type RowCounts } from '../trace/coverage';

export interface Result {
  readonly uri: Uri;
  readonly report: FileReport;
}

export interface Results extends Disposable {
  readonly of: (uri: Uri) => FileReport | undefined;
  /** In the order of the files' names. */
  readonly all: () => readonly Result[];
  readonly keep: (uri: Uri, report: FileReport) => void;
  readonly forget: (uri: Uri) => void;
  /** Fires a moment later, once for all that was kept meanwhile, with the files that are concerned. */
  readonly onChange: Event<readonly Uri[]>;
}

/** Milliseconds: when a thousand files are checked, not every one of them is worth a new report. */
const TOGETHER = 100;

export function checkResults(): Results {
  const known = new Map<string, Result>();
  const changes = new EventEmitter<readonly Uri[]>();
  let changed: Uri[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = (uri: Uri): void => {
    changed.push(uri);
    timer ??= setTimeout(() => {
      const uris = changed;
      changed = [];
      timer = undefined;
      changes.fire(uris);
    }, TOGETHER);
  };
  return {
    of: (uri) => known.get(uri.toString())?.report,
    all: () => [...known.values()].sort((a, b) => (a.report.name < b.report.name ? -1 : 1)),
    keep(uri, report) {
      const key = uri.toString();
      known.set(key, { uri, report: merged(known.get(key)?.report, report) });
      tell(uri);
    },
    forget(uri) {
      if (known.delete(uri.toString())) tell(uri);
    },
    onChange: changes.event,
    dispose() {
      clearTimeout(timer);
      changes.dispose();
    },
  };
}

function merged(old: FileReport | undefined, report: FileReport): FileReport {
  if (old === undefined || old.text !== report.text) return report;
  const lines = new Set(report.scenarios.map(({ line }) => line));
  const others = old.scenarios.filter(({ line }) => !lines.has(line));
  return { ...report, scenarios: [...report.scenarios, ...others].sort((a, b) => a.line - b.line) };
}

/** How often the scenarios that were checked take each row of the machine: for reports, and the diagram's coverage. */
export const rowsTaken = (results: Results): RowCounts =>
  addCounts(results.all().flatMap(({ report }) => report.scenarios.map(({ rows }) => rows)));
