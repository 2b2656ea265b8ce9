import { commands, window } from 'vscode';
import { diagnosticsOf } from './documents';
import { holds, same } from './same';

/** What the command does once one takes the first that it offers; every choice is made by VS Code's own command. */
async function firstChoice(command: string): Promise<void> {
  let done = false;
  const run = commands.executeCommand(command).then(() => {
    done = true;
  });
  while (!done) await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
  await run;
}

function shown() {
  const editor = window.activeTextEditor;
  holds(editor !== undefined, 'no editor is active');
  return editor;
}

describe('Open a Sample', () => {
  it('opens the one that is named, as a copy without a file', async () => {
    await commands.executeCommand('tcpscn.openSample', 'simultaneous-close');
    const { document } = shown();
    same([document.isUntitled, document.languageId, document.fileName.endsWith('.tcpscn')], [true, 'tcpscn', false]);
    holds(document.getText().startsWith('# Simultaneous close:'), document.getText());
    same(await diagnosticsOf(document, []), []);
  });

  it('shows the copy that is open as long as nobody has changed it', async () => {
    const open = async () => {
      await commands.executeCommand('tcpscn.openSample', 'zero-window');
      return shown();
    };
    const first = await open();
    same((await open()).document.uri.toString(), first.document.uri.toString());
    await shown().edit((edit) => edit.insert(first.selection.start, '# Mine\n'));
    const another = await open();
    same(another.document.uri.toString() === first.document.uri.toString(), false);
    same(another.document.getText().includes('# Mine'), false);
  });

  it('lets one choose, the easiest first', async () => {
    await firstChoice('tcpscn.openSample');
    holds(shown().document.getText().startsWith('# A connection from its first segment to its last'), 'another');
  });

  it('opens nothing if nothing is chosen', async () => {
    const before = shown().document.uri.toString();
    const run = commands.executeCommand('tcpscn.openSample', 'no such sample');
    let done = false;
    run.then(() => {
      done = true;
    });
    while (!done) await commands.executeCommand('workbench.action.closeQuickOpen');
    same(shown().document.uri.toString(), before);
  });
});

describe('New Scenario', () => {
  it('begins with two peers, and the cursor where one goes on', async () => {
    await firstChoice('tcpscn.newScenario');
    const { document, selection } = shown();
    same(document.getText().split('\n'), [
      '# A new scenario',
      'peer client 10.0.0.1:49152',
      'peer server 10.0.0.2:80',
      '',
      'server listen',
      'client connect',
      'run',
      '',
    ]);
    same([selection.active.line, selection.active.character], [7, 0]);
    same(await diagnosticsOf(document, []), []);
    await commands.executeCommand('tcpscn.writeSegments');
    same(document.getText().split('\n').slice(5), [
      'client connect',
      'client -> server  SYN      seq=0',
      'server -> client  SYN+ACK  seq=0 ack=1',
      'client -> server  ACK      seq=1 ack=1',
      '',
    ]);
  });
});
