import { commands, EndOfLine, type TextDocument, type TextEdit, WorkspaceEdit, workspace } from 'vscode';
import { at, opened, select } from './documents';
import { same } from './same';

/** As the command does, which is there only when the editor has noticed that the document can be formatted. */
async function format(document: TextDocument): Promise<void> {
  const edits = await commands.executeCommand<TextEdit[]>('vscode.executeFormatDocumentProvider', document.uri, {});
  const edit = new WorkspaceEdit();
  edit.set(document.uri, edits);
  await workspace.applyEdit(edit);
}

describe('formatting', () => {
  it('a document is put in columns, and its broken lines stay', async () => {
    const editor = await opened(
      '  peer client',
      '',
      '',
      'client -> server SYN seq=0',
      'server -> client SYN+ACK',
      'expct',
    );
    await format(editor.document);
    same(
      editor.document.getText(),
      'peer client\n\nclient -> server  SYN      seq=0\nserver -> client  SYN+ACK\nexpct\n',
    );
  });

  it('keeps the line ends of Windows', async () => {
    const editor = await opened('  server   listen', '  client connect');
    await editor.edit((edit) => edit.setEndOfLine(EndOfLine.CRLF));
    await format(editor.document);
    same(editor.document.getText(), 'server listen\r\nclient connect\r\n');
  });

  it('Enter formats the line that it leaves', async () => {
    const editor = await opened('client->server SYN');
    select(editor, at(0, 18));
    const changed = new Promise<void>((resolve) => {
      const subscription = workspace.onDidChangeTextDocument(({ document }) => {
        if (document !== editor.document || !document.lineAt(0).text.includes(' -> ')) return;
        subscription.dispose();
        resolve();
      });
    });
    await commands.executeCommand('type', { text: '\n' });
    await changed;
    same(editor.document.getText(), 'client -> server  SYN\n');
  });
});
