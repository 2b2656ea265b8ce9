/** The line of the moment that is looked at in the panel, in the editor of its file. */
import {
  type Disposable,
  Range,
  type TextEditor,
  TextEditorRevealType,
  ThemeColor,
  type Uri,
  ViewColumn,
  window,
} from 'vscode';

export interface MomentLine extends Disposable {
  /** Marks a line, from 1, where its file is seen; takes every other mark away. */
  readonly mark: (uri: Uri | undefined, line: number | undefined) => void;
}

export function momentLine(): MomentLine {
  const decoration = window.createTextEditorDecorationType({
    isWholeLine: true,
    backgroundColor: new ThemeColor('editor.rangeHighlightBackground'),
    overviewRulerColor: new ThemeColor('editor.rangeHighlightBackground'),
  });
  return {
    mark(uri, line) {
      for (const editor of window.visibleTextEditors) {
        const isMeant = line !== undefined && isEditorOf(editor, uri) && line <= editor.document.lineCount;
        const lines = isMeant ? [new Range(line - 1, 0, line - 1, 0)] : [];
        editor.setDecorations(decoration, lines);
        for (const range of lines) editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
      }
    },
    dispose: () => decoration.dispose(),
  };
}

const isEditorOf = ({ document }: TextEditor, uri: Uri | undefined): boolean =>
  document.uri.toString() === uri?.toString();

/** Shows a line, from 1, in the editor of its file, with the cursor on it. */
export async function goToLine(uri: Uri, line: number): Promise<void> {
  const shown = window.visibleTextEditors.find((editor) => isEditorOf(editor, uri));
  await window.showTextDocument(uri, {
    viewColumn: shown?.viewColumn ?? ViewColumn.One,
    selection: new Range(line - 1, 0, line - 1, 0),
  });
}
