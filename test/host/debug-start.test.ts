import { type CodeLens, ConfigurationTarget, commands, debug, extensions, Uri, window, workspace } from 'vscode';
import { launchOf, listedName } from '../../src/extension/debug-configurations';
import { NO_SCENARIO, type Obstacle, obstacleIn, tellObstacle } from '../../src/extension/debug-obstacles';
import { targetsIn } from '../../src/extension/debug-targets';
import { readDocuments } from '../../src/extension/readings';
import { fileNamed } from '../../src/extension/texts';
import { at, diagnosticsOf, file, opened, select } from './documents';
import { holds, same } from './same';
import { active, breakpoint, press, start, stopAfter, tidy, unwatch, value, watch } from './sessions';

const TWO = ['scenario "One"', 'server listen', '', 'scenario "Two"', 'client connect'];

describe('the debugger starts', () => {
  before(watch);
  after(unwatch);
  afterEach(tidy);

  it('with F5 in an editor that was never saved', async () => {
    const { document } = await opened('server listen', 'client connect');
    same(await start(), 'entry 1: server listen');
    // The panel opens, and needs the room.
    same(active().session.configuration['internalConsoleOptions'], 'neverOpen');
    same([document.isUntitled, active().session.configuration['program']], [true, document.uri.toString()]);
  });

  it('at its beginning, or where there are breakpoints, at the first of them', async () => {
    const { document } = await opened('server listen', 'client connect', 'run');
    same(await start(), 'entry 1: server listen');
    await tidy();
    debug.addBreakpoints([breakpoint(document, 3)]);
    same(await start(), 'breakpoint 3: run');
  });

  it('with what stands in the editor, also where it is not saved', async () => {
    const settings = workspace.getConfiguration('debug', { languageId: 'tcpscn' });
    await settings.update('saveBeforeStart', 'none', ConfigurationTarget.Workspace, true);
    const editor = await window.showTextDocument(await file('two', 'open.tcpscn'));
    await editor.edit((edit) => edit.insert(at(0, 0), 'wait 3s\n'));
    same(await start(), 'entry 1: wait 3s');
    same(await press('stepOver'), 'step 2: server listen');
    same([editor.document.isDirty, await value('time')], [true, '3s']);
    await settings.update('saveBeforeStart', undefined, ConfigurationTarget.Workspace, true);
    await commands.executeCommand('workbench.action.files.revert');
  });

  it('with the scenario at the cursor', async () => {
    const editor = await opened(...TWO);
    select(editor, at(4, 2));
    same(await start(), 'entry 5: client connect');
    same(active().session.name, 'Two');
  });

  it('with the scenario under whose lens one clicks', async () => {
    const { document } = await opened(...TWO);
    const lenses = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 10);
    const debugs = lenses.filter(({ command }) => command?.title === 'Debug');
    same(
      debugs.map(({ range }) => range.start.line),
      [0, 3],
    );
    const { command } = debugs[1] ?? {};
    holds(command !== undefined, 'there is no lens');
    same(
      await stopAfter(() => commands.executeCommand(command.command, ...(command.arguments ?? []))),
      'entry 5: client connect',
    );
  });

  it('from no lens, if one wants none', async () => {
    const { document } = await opened(...TWO);
    const settings = workspace.getConfiguration('tcpscn');
    await settings.update('codeLens', false, ConfigurationTarget.Workspace);
    same(await commands.executeCommand('vscode.executeCodeLensProvider', document.uri, 10), []);
    await settings.update('codeLens', undefined, ConfigurationTarget.Workspace);
  });

  it('with the button above the editor', async () => {
    const editor = await opened(...TWO);
    same(
      await stopAfter(() => commands.executeCommand('tcpscn.debugScenario', editor.document.uri)),
      'entry 2: server listen',
    );
  });

  it('by a path in launch.json, from the folder or from the root on', async () => {
    const { uri } = await file('two', 'open.tcpscn');
    const folder = workspace.workspaceFolders?.[1];
    for (const program of ['open.tcpscn', uri.path, uri.toString()]) {
      const place = await stopAfter(() =>
        debug.startDebugging(folder, { type: 'tcpscn', request: 'launch', name: 'open', program, stopOnEntry: true }),
      );
      same(place, 'entry 1: server listen');
      same(fileNamed(program, folder).toString(), uri.toString());
      await tidy();
    }
  });

  it('and ends by itself without debugging', async () => {
    await opened(...TWO);
    const ended = new Promise<void>((resolve) => {
      const subscription = debug.onDidTerminateDebugSession(() => {
        subscription.dispose();
        resolve();
      });
    });
    await commands.executeCommand('workbench.action.debug.run');
    await ended;
  });

  it('from a list of what the workspace has, for which no file is opened', async () => {
    const documents = workspace.textDocuments.length;
    const readings = readDocuments();
    const targets = await targetsIn(undefined, readings);
    readings.dispose();
    same(
      targets.map((target) => [listedName(target), launchOf(target, '')['program']]),
      await Promise.all(
        [
          ['one/orderly-release.tcpscn', 'one', 'orderly-release.tcpscn'],
          ['two/crlf.tcpscn', 'two', 'crlf.tcpscn'],
          ['two/open.tcpscn', 'two', 'open.tcpscn'],
        ].map(async ([name = '', folder, base = '']) => [
          name,
          Uri.joinPath(
            workspace.workspaceFolders?.find((each) => each.name === folder)?.uri ?? Uri.file('/'),
            base,
          ).toString(),
        ]),
      ),
    );
    same(workspace.textDocuments.length, documents);
  });
});

describe('what keeps a scenario from being debugged', () => {
  before(watch);
  after(unwatch);
  afterEach(tidy);

  /** What is said, and what comes of the first button. */
  async function answered(obstacle: Obstacle | undefined): Promise<string> {
    holds(obstacle !== undefined, 'nothing is in the way');
    const said = await new Promise<string>((resolve) =>
      tellObstacle(obstacle, (message, ...items) => {
        resolve([message, ...items.map(({ title }) => title)].join(' | '));
        return Promise.resolve(undefined);
      }),
    );
    await obstacle.waysOut[0]?.go();
    return said;
  }

  it('is its first error: one is led there, and no session begins', async () => {
    const { document } = await opened('server listen', 'client conect', 'client clsoe');
    await diagnosticsOf(document, ['unknown-verb', 'unknown-verb']);
    const started = await debug.startDebugging(undefined, { type: 'tcpscn', request: 'launch', name: '' });
    same([started, debug.activeDebugSession], [false, undefined]);
    const readings = readDocuments();
    same(
      await answered(await obstacleIn(document.uri, readings)),
      `${document.uri.path}, line 2: unknown verb "conect"; did you mean "connect"? | Go to Line 2`,
    );
    same(window.activeTextEditor?.selection.active, at(1, 13));
    readings.dispose();
  });

  it('is that it has no statement: one is written', async () => {
    const { document } = await opened('peer alice', '');
    const readings = readDocuments();
    same(
      await answered(await obstacleIn(document.uri, readings)),
      `${document.uri.path} has no statement to run. | Write a Scenario`,
    );
    readings.dispose();
    holds(document.getText().startsWith('peer alice\n\nclient listen\nalice connect\n'), document.getText());
    await diagnosticsOf(document, []);
    same((await start()).startsWith('entry '), true);
  });

  it('is that there is none: samples are offered', () => {
    same(
      NO_SCENARIO.waysOut.map(({ title }) => title.text),
      ['Open a Sample', 'New Scenario'],
    );
  });
});

describe('the keys of the debugger', () => {
  it('are those of nothing else in VS Code', async () => {
    const { contributes } = extensions.getExtension('tcpscn.tcpscn')?.packageJSON ?? {};
    const ours: readonly { key: string; command: string; when: string }[] = contributes.keybindings;
    const defaults = await workspace.openTextDocument(Uri.parse('vscode://defaultsettings/keybindings.json'));
    const bound = [...defaults.getText().matchAll(/"key": "([^"]+)",\s*"command": "([^"]+)"/g)];
    holds(bound.length > 500, 'the keys of VS Code cannot be read');
    for (const { key, command, when } of ours) {
      same(
        bound.flatMap(([, other, its]) => (other === key ? [its] : [])),
        [command],
      );
      holds(when.includes("inDebugMode && debugType == 'tcpscn'"), `${key} is taken everywhere`);
    }
  });

  it('are bound to commands that VS Code has', async () => {
    const known = new Set(await commands.getCommands());
    const { contributes } = extensions.getExtension('tcpscn.tcpscn')?.packageJSON ?? {};
    same(
      contributes.keybindings
        .map(({ command }: { command: string }) => command)
        .filter((each: string) => !known.has(each)),
      [],
    );
  });
});
