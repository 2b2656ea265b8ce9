/** Which rows of the state machine the workspace's scenarios take: as a report, and a scenario for one that none takes. */
import { commands, type Disposable, window } from 'vscode';
import { skeletonOf } from '../editing/skeleton';
import { type Row, rowName, rows } from '../tcp/fsm';
import { unreachable } from '../tcp/unreachable';
import { coverage } from '../trace/coverage';
import { say } from '../words/sentence';
import { showReport } from './check-report';
import { type Results, rowsTaken } from './check-results';
import type { Failures } from './failures';
import { showUntitled } from './untitled';
import { inWords, translate } from './words';

export const rowCoverage = (results: Results, failures: Failures): Disposable[] => [
  commands.registerCommand('tcpscn.showCoverage', () =>
    failures.attempt(say('Showing the coverage'), () => showReport('coverage.txt', results)),
  ),
  commands.registerCommand('tcpscn.coverRow', (name?: unknown) =>
    failures.attempt(say('Writing a scenario'), async () => {
      const row = typeof name === 'string' ? rows.find((each) => rowName(each) === name) : await chosenRow(results);
      if (row !== undefined) await writeSkeleton(row);
    }),
  ),
];

/** One of the rows that no scenario of the workspace takes. */
async function chosenRow(results: Results): Promise<Row | undefined> {
  const { notTaken } = coverage(rows, unreachable, rowsTaken(results));
  const picked = await window.showQuickPick(
    notTaken.map((row) => ({ label: rowName(row), description: row.rule, detail: inWords(say(row.why)), row })),
    { placeHolder: inWords(say('For which row is a scenario to be written?')), matchOnDetail: true },
  );
  return picked?.row;
}

async function writeSkeleton(row: Row): Promise<void> {
  const skeleton = skeletonOf(row, translate);
  if (skeleton.kind === 'unreachable') {
    void window.showInformationMessage(inWords(say('No scenario can take this row. {0}', say(skeleton.reason))));
    return;
  }
  await showUntitled(skeleton.text);
}
