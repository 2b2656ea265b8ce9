import { ColorThemeKind, ConfigurationTarget, commands, window, workspace } from 'vscode';
import { file, until } from './documents';
import { picture } from './picture';
import { same } from './same';

describe('an example in an editor', () => {
  const THEMES = [
    ['Default Light Modern', ColorThemeKind.Light, 'editor-light.png'],
    ['Default Dark Modern', ColorThemeKind.Dark, 'editor-dark.png'],
  ] as const;

  before(async () => {
    const settings = workspace.getConfiguration();
    for (const [name, value] of [
      ['editor.minimap.enabled', false],
      ['editor.fontSize', 13],
      ['editor.cursorBlinking', 'solid'],
      ['workbench.layoutControl.enabled', false],
      ['workbench.activityBar.location', 'hidden'],
      ['window.commandCenter', false],
    ] as const) {
      await settings.update(name, value, ConfigurationTarget.Workspace);
    }
    await commands.executeCommand('workbench.action.closeAllEditors');
    await commands.executeCommand('workbench.action.closeAuxiliaryBar');
    await commands.executeCommand('workbench.action.closePanel');
    await commands.executeCommand('workbench.action.closeSidebar');
    await commands.executeCommand('notifications.clearAll');
  });

  for (const [theme, kind, name] of THEMES) {
    it(`can be seen in ${theme}`, async () => {
      const editor = await window.showTextDocument(await file('one', 'orderly-release.tcpscn'), { preview: false });
      await workspace.getConfiguration('workbench').update('colorTheme', theme, ConfigurationTarget.Workspace);
      await until(window.onDidChangeActiveColorTheme, () => window.activeColorTheme.kind === kind);
      same(editor.document.languageId, 'tcpscn');
      // What is lost is struck through, as soon as the parser's colours are there.
      await picture(name, 'text=client ESTABLISHED · server ESTABLISHED', '.view-line .mtks');
    });
  }
});
