/** The panel's coverage mode: in how many of the workspace's scenarios each row of the machine is taken. */
import { commands, type Disposable } from 'vscode';
import type { HostMessage } from '../panel/protocol';
import { rows } from '../tcp/fsm';
import { rowKey } from '../trace/coverage';
import type { Results } from './check-results';
import type { Page } from './panel-page';

export interface PanelCoverage extends Disposable {
  /** Tells a page, and again whenever scenarios are checked; or no longer. */
  readonly want: (page: Page, wanted: boolean) => Promise<void>;
}

export function panelCoverage(results: Results): PanelCoverage {
  const pages = new Set<Page>();
  const changes = results.onChange(() => {
    const message = coverageMessage(results);
    for (const page of pages) page.tell(message);
  });
  return {
    async want(page, wanted) {
      if (!wanted) {
        pages.delete(page);
        return;
      }
      pages.add(page);
      page.tell(coverageMessage(results));
      // What was never checked is not known to take anything.
      if (results.all().length === 0) await commands.executeCommand('tcpscn.checkWorkspace');
    },
    dispose() {
      changes.dispose();
      pages.clear();
    },
  };
}

function coverageMessage(results: Results): HostMessage {
  const scenarios = results.all().flatMap(({ report }) => report.scenarios);
  const counts = rows.map((row) => {
    const key = rowKey(row);
    return scenarios.filter((scenario) => scenario.rows.has(key)).length;
  });
  return { kind: 'coverage', counts, scenarios: scenarios.length };
}
