import { ColorThemeKind, ConfigurationTarget, commands, debug, Range, window, workspace } from 'vscode';
import { bareWindow } from './bare-window';
import { at, file, until } from './documents';
import { picture } from './picture';
import { same } from './same';
import { breakpoint, closePanel, press, start, tidy, unwatch, watch } from './sessions';

describe('an example in an editor', () => {
  const THEMES = [
    ['Default Light Modern', ColorThemeKind.Light, 'editor-light.png'],
    ['Default Dark Modern', ColorThemeKind.Dark, 'editor-dark.png'],
  ] as const;

  before(() =>
    bareWindow(['editor.fontSize', 13], ['editor.occurrencesHighlight', 'off'], ['breadcrumbs.enabled', false]),
  );

  for (const [theme, kind, name] of THEMES) {
    it(`can be seen in ${theme}`, async () => {
      const editor = await window.showTextDocument(await file('one', 'orderly-release.tcpscn'), { preview: false });
      await workspace.getConfiguration('workbench').update('colorTheme', theme, ConfigurationTarget.Workspace);
      await until(window.onDidChangeActiveColorTheme, () => window.activeColorTheme.kind === kind);
      same(editor.document.languageId, 'tcpscn');
      // What is lost is struck through, as soon as the parser's colours are there.
      await picture(name, { shows: ['text=client ESTABLISHED · server ESTABLISHED', '.view-line .mtks'] });
    });
  }
});

describe('an example in the debugger', () => {
  before(watch);
  after(unwatch);
  afterEach(tidy);
  after(closePanel);
  after(async () => {
    const settings = workspace.getConfiguration('tcpscn');
    for (const name of ['panel.openOnDebug', 'inlayHints.states']) {
      await settings.update(name, undefined, ConfigurationTarget.Workspace);
    }
  });

  it('can be seen where a segment is lost', async () => {
    const settings = workspace.getConfiguration('tcpscn');
    await settings.update('panel.openOnDebug', false, ConfigurationTarget.Workspace);
    const document = await file('one', 'orderly-release.tcpscn');
    await window.showTextDocument(document, { preview: false });
    await commands.executeCommand('workbench.view.debug');
    debug.addBreakpoints([breakpoint(document, 16)]);
    same(await start(), 'breakpoint 16: server -> client  FIN+ACK  seq=1 ack=2  lost');
    same(await press('stepOver'), 'step 17: server -> client  FIN+ACK  seq=1 ack=2');
    await picture('debugger-dark.png', {
      shows: ['.debug-top-stack-frame-line', 'text=server (LAST_ACK)'],
      size: '1280x800',
    });
    await settings.update('panel.openOnDebug', undefined, ConfigurationTarget.Workspace);
  });

  for (const [theme, name] of [
    ['Default Light Modern', 'panel-light.png'],
    ['Default Dark Modern', 'panel-dark.png'],
  ] as const) {
    it(`can be seen beside the panel, in ${theme}`, async () => {
      const settings = workspace.getConfiguration();
      for (const [setting, value] of [
        ['workbench.colorTheme', theme],
        ['workbench.statusBar.visible', false],
        // There is no room for them, and the panel shows the states.
        ['tcpscn.inlayHints.states', false],
      ] as const) {
        await settings.update(setting, value, ConfigurationTarget.Workspace);
      }
      const document = await file('one', 'orderly-release.tcpscn');
      const editor = await window.showTextDocument(document, { preview: false });
      debug.addBreakpoints([breakpoint(document, 16)]);
      same(await start(), 'breakpoint 16: server -> client  FIN+ACK  seq=1 ack=2  lost');
      same(await press('stepOver'), 'step 17: server -> client  FIN+ACK  seq=1 ack=2');
      await commands.executeCommand('workbench.action.closeSidebar');
      await commands.executeCommand('workbench.action.closePanel');
      await commands.executeCommand('vscode.setEditorLayout', {
        orientation: 0,
        groups: [{ size: 0.36 }, { size: 0.64 }],
      });
      editor.revealRange(new Range(at(0, 0), at(0, 0)));
      await picture(name, { shows: ['.debug-top-stack-frame-line'], panel: ['.log-row.current'], size: '1240x780' });
    });
  }
});
