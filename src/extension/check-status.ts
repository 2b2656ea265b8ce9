/** The result of the latest checks, in the status bar. */
import { type Disposable, StatusBarAlignment, ThemeColor, window } from 'vscode';
import { tally } from '../checks/report';
import { say } from '../words/sentence';
import type { Results } from './check-results';
import { inWords } from './words';

export function checkStatus(results: Results): Disposable[] {
  const item = window.createStatusBarItem('tcpscn.checks', StatusBarAlignment.Left, 5);
  item.name = inWords(say('TCP Scenarios'));
  item.command = 'tcpscn.showReport';
  return [item, results.onChange(() => show())];

  function show(): void {
    const { passed, failed, error } = tally(results.all().map(({ report }) => report));
    const sum = passed + failed + error;
    if (sum === 0) {
      item.hide();
      return;
    }
    const bad = failed + error;
    item.text = bad === 0 ? `$(pass) ${passed}` : `$(error) ${bad}/${sum}`;
    const sentence =
      bad === 0
        ? say('All {0} scenarios that were checked hold.', sum)
        : say('Of {0} scenarios that were checked, {1} failed and {2} were not run.', sum, failed, error);
    item.tooltip = inWords(sentence);
    item.accessibilityInformation = { label: inWords(sentence) };
    item.backgroundColor = bad === 0 ? undefined : new ThemeColor('statusBarItem.errorBackground');
    item.show();
  }
}
