import { commands, DiagnosticSeverity, languages, workspace } from 'vscode';
import { at, diagnosticsOf, file, fixesAt, opened, rangeText, select, until } from './documents';
import { same } from './same';

describe('diagnostics', () => {
  it('a misspelt verb is underlined while it is typed, and its fix mends it', async () => {
    const editor = await opened('peer client', '');
    select(editor, at(1, 0));
    await commands.executeCommand('type', { text: 'client conect' });
    const [found] = await diagnosticsOf(editor.document, ['unknown-verb']);
    same(found && [rangeText(found.range), found.message, found.source, found.severity], [
      '1:7-13',
      'unknown verb "conect"; did you mean "connect"?',
      'tcpscn',
      DiagnosticSeverity.Error,
    ]);
    const [fix, ...others] = await fixesAt(editor.document, 1);
    same([fix?.title, fix?.isPreferred, others.length], ['Write "connect"', true, 0]);
    if (fix?.edit) await workspace.applyEdit(fix.edit);
    same(editor.document.getText(), 'peer client\nclient connect');
    same(await diagnosticsOf(editor.document, []), []);
  });

  it('every slip that can be mended is mended at once', async () => {
    const { document } = await opened('client->server SYN/ACK', 'expect client.cwnd = 10', 'wait 20 ms');
    await diagnosticsOf(document, ['arrow-spacing', 'flag-separator', 'single-equals', 'space-before-unit']);
    const [all] = await fixesAt(document, 0, 'source.fixAll');
    if (all?.edit) await workspace.applyEdit(all.edit);
    await diagnosticsOf(document, []);
    same(document.getText(), 'client -> server SYN+ACK\nexpect client.cwnd == 10\nwait 20ms');
  });

  it('a file with Windows line ends has the same places, and keeps its line ends', async () => {
    const document = await file('two', 'crlf.tcpscn');
    const [found] = await diagnosticsOf(document, ['unknown-verb']);
    same(found && rangeText(found.range), '2:2-8');
    const [fix] = await fixesAt(document, 2);
    if (fix?.edit) await workspace.applyEdit(fix.edit);
    same(document.getText(), 'peer a\r\npeer b\r\na connect\r\n');
  });

  it('go when the document is closed', async () => {
    const { document } = await opened('client conect');
    await diagnosticsOf(document, ['unknown-verb']);
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await until(languages.onDidChangeDiagnostics, () => languages.getDiagnostics(document.uri).length === 0);
  });
});
