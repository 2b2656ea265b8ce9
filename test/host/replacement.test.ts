import { WorkspaceEdit, workspace } from 'vscode';
import { replacing } from '../../src/extension/replacement';
import { parse } from '../../src/language/document';
import { opened } from './documents';
import { same } from './same';

describe('another text for a document', () => {
  const TEXTS = ['', '\n', 'a', 'a\n', 'a\nb', 'a\nb\n', 'b', 'a\n\nb', 'a\nc\nb\n', '\na', 'x\ny\nz'];

  it('is reached from every text, and lines that stay are not touched', async () => {
    for (const before of TEXTS) {
      for (const after of TEXTS) {
        const reading = { version: 1, text: before, document: parse(before), program: undefined, diagnostics: [] };
        same(applied(before, replacing(reading, after)), after);
      }
    }
    const [edit] = replacing(
      { version: 1, text: 'a\nb\nc', document: parse(''), program: undefined, diagnostics: [] },
      'a\nx\nc',
    );
    same(edit && [edit.range.start, edit.range.end, edit.newText], [
      { line: 1, character: 0 },
      { line: 2, character: 0 },
      'x\n',
    ]);
  });

  it('is what the editor makes of it', async () => {
    const { document } = await opened('a', 'b', 'c');
    const reading = { version: 1, text: document.getText(), document: parse(''), program: undefined, diagnostics: [] };
    const edit = new WorkspaceEdit();
    edit.set(document.uri, replacing(reading, 'a\nd\n'));
    await workspace.applyEdit(edit);
    same(document.getText(), 'a\nd\n');
  });
});

type Edits = ReturnType<typeof replacing>;

function applied(text: string, edits: Edits): string {
  const lines = text.split('\n');
  const offset = ({ line, character }: Edits[number]['range']['start']): number =>
    lines.slice(0, line).reduce((sum, { length }) => sum + length + 1, character);
  return edits.reduce(
    (_, { range, newText }) => text.slice(0, offset(range.start)) + newText + text.slice(offset(range.end)),
    text,
  );
}
