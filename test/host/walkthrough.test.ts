import { commands, extensions, TabInputText, window } from 'vscode';
import { until } from './documents';
import { same } from './same';
import { stopAfter, tidy, unwatch, watch } from './sessions';

describe('the walkthrough', () => {
  before(watch);
  after(unwatch);
  afterEach(tidy);

  const begin = async () => {
    await commands.executeCommand('tcpscn.getStarted');
    await until(window.onDidChangeActiveTextEditor, () => window.activeTextEditor === undefined);
  };

  it('is in the package, with a picture for every step', () => {
    const found = extensions.getExtension('tcpscn.tcpscn')?.packageJSON.contributes.walkthroughs;
    same(
      found.map(({ id, steps }: { id: string; steps: readonly unknown[] }) => [id, steps.length]),
      [['begin', 6]],
    );
  });

  it('debugs the sample that was opened, even if it lies behind the walkthrough', async () => {
    // Of several open scenarios one would have to be chosen.
    for (const tab of window.tabGroups.all.flatMap(({ tabs }) => tabs)) {
      if (tab.isDirty && tab.input instanceof TabInputText) {
        await window.showTextDocument(tab.input.uri, { viewColumn: tab.group.viewColumn });
        await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
      } else await window.tabGroups.close(tab);
    }
    await commands.executeCommand('tcpscn.openSample', 'break-the-handshake');
    await begin();
    same(await stopAfter(() => commands.executeCommand('tcpscn.debugScenario')), 'entry 8: server listen');
  });
});
