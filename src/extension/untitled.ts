/** A text as a new document of its own, which has no file yet. */
import { Position, Selection, type TextEditor, window, workspace } from 'vscode';
import { LANGUAGE } from './language';

/** Shows it in an editor. One that is open with just this text is shown again. */
export async function showUntitled(content: string): Promise<TextEditor> {
  const open = workspace.textDocuments.find(
    (each) => each.isUntitled && !each.isClosed && each.languageId === LANGUAGE && each.getText() === content,
  );
  const document = open ?? (await workspace.openTextDocument({ language: LANGUAGE, content }));
  return window.showTextDocument(document, { preview: false });
}

export function cursorTo(editor: TextEditor, line: number, character: number): void {
  const position = new Position(line, character);
  editor.selection = new Selection(position, position);
}
