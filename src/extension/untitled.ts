/** A text as a new document of its own, which has no file yet. */
import {
  Position,
  Range,
  Selection,
  type TextDocument,
  type TextEditor,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { LANGUAGE } from './language';

/** Shows it in an editor. One that is open with just this text is shown again. */
export async function showUntitled(content: string): Promise<TextEditor> {
  const open = workspace.textDocuments.find(
    (each) => each.isUntitled && !each.isClosed && each.languageId === LANGUAGE && each.getText() === content,
  );
  return window.showTextDocument(open ?? (await newUntitled(content)), { preview: false });
}

/**
 * It takes the name of one that was closed if there is one, and VS Code may restore the text of that: what it keeps for
 * the case of a crash it forgets a moment after the editor is closed.
 */
export async function newUntitled(content: string): Promise<TextDocument> {
  const document = await workspace.openTextDocument({ language: LANGUAGE, content });
  if (document.getText() === content) return document;
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, new Range(0, 0, document.lineCount, 0), content);
  await workspace.applyEdit(edit);
  return document;
}

export function cursorTo(editor: TextEditor, line: number, character: number): void {
  const position = new Position(line, character);
  editor.selection = new Selection(position, position);
}
