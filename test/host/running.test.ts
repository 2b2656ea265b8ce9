import { ConfigurationTarget, commands, type InlayHint, type TextDocument, workspace } from 'vscode';
import { at, fixesAt, line, opened } from './documents';
import { same } from './same';

const HANDSHAKE = ['server listen', 'client connect', 'client -> server  SYN'];

async function hints(document: TextDocument): Promise<string[]> {
  const last = document.lineCount - 1;
  const found = await commands.executeCommand<InlayHint[]>(
    'vscode.executeInlayHintProvider',
    document.uri,
    line(0).union(line(last)),
  );
  return found.map(({ position, label }) => `${position.line}: ${String(label).trim()}`);
}

async function setting(name: string, value: unknown): Promise<void> {
  await workspace.getConfiguration('tcpscn').update(name, value, ConfigurationTarget.Workspace);
}

describe('the states behind the lines', () => {
  it('are those of the run', async () => {
    const { document } = await opened(...HANDSHAKE);
    same(await hints(document), [
      '0: 1  client CLOSED · server LISTEN',
      '1: 2  client SYN_SENT · server LISTEN',
      '2: 3  client SYN_SENT · server SYN_RCVD',
    ]);
  });

  it('are spelled as one likes, or not shown', async () => {
    const { document } = await opened(...HANDSHAKE);
    await setting('stateNames', 'FIN-WAIT-1');
    same((await hints(document)).at(-1), '2: 3  client SYN-SENT · server SYN-RECEIVED');
    await setting('stateNames', undefined);
    await setting('inlayHints.states', false);
    same(await hints(document), []);
    await setting('inlayHints.states', undefined);
  });

  it('are gone while the text has errors, and follow every change', async () => {
    const editor = await opened(...HANDSHAKE);
    await editor.edit((edit) => edit.insert(at(2, 100), '\nclient'));
    same(await hints(editor.document), []);
    await editor.edit((edit) => edit.insert(at(3, 6), ' abort'));
    same((await hints(editor.document)).at(-1), '3: 4  client CLOSED · server SYN_RCVD');
  });

  it('a scenario without an end is shown as far as it was run, and others go on meanwhile', async () => {
    const { document } = await opened('handshake client -> server', 'client send 10GB', 'wait 900000min');
    let turns = 0;
    const others = setInterval(() => {
      turns += 1;
    }, 0);
    const shown = await hints(document);
    clearInterval(others);
    same(shown.slice(0, 1), ['0: 1–5  client ESTABLISHED · server ESTABLISHED']);
    same(turns > 5, true);
    await commands.executeCommand('tcpscn.writeSegments');
    same(document.lineCount, 3);
  });
});

describe('segment lines', () => {
  it('one that failed is replaced with what was sent', async () => {
    const { document } = await opened('server listen', 'client connect', 'client -> server  SYN+ACK  seq=7');
    const [fix] = await fixesAt(document, 2);
    same(fix?.title, 'Replace with what was sent');
    if (fix?.edit) await workspace.applyEdit(fix.edit);
    same(document.lineAt(2).text, 'client -> server  SYN  seq=0');
  });

  it('are written where a run sends segments', async () => {
    const { document } = await opened('server listen', 'client connect', 'run');
    await commands.executeCommand('tcpscn.writeSegments');
    same(
      document.getText(),
      [
        'server listen',
        'client connect',
        'client -> server  SYN      seq=0',
        'server -> client  SYN+ACK  seq=0 ack=1',
        'client -> server  ACK      seq=1 ack=1',
      ].join('\n'),
    );
  });

  it('are not written into a text with errors', async () => {
    const { document } = await opened('server listen', 'client conect', 'run');
    await commands.executeCommand('tcpscn.writeSegments');
    same(document.getText(), 'server listen\nclient conect\nrun');
  });
});
