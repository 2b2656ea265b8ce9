/** Documents to try things on, and waiting for what an editor does in its own time. */
import {
  type CodeAction,
  commands,
  type Diagnostic,
  type Disposable,
  type Event,
  languages,
  Position,
  Range,
  Selection,
  type TextDocument,
  type TextEditor,
  Uri,
  window,
  workspace,
} from 'vscode';
import { newUntitled } from '../../src/extension/untitled';
import { holds } from './same';

/** A new untitled scenario, in an editor. */
export async function opened(...lines: readonly string[]): Promise<TextEditor> {
  return window.showTextDocument(await newUntitled(lines.join('\n')));
}

/** A file of the workspace folder `one` or `two`. */
export async function file(folder: 'one' | 'two', name: string): Promise<TextDocument> {
  const found = workspace.workspaceFolders?.find((each) => each.name === folder);
  holds(found !== undefined, `the workspace has no folder ${folder}`);
  return workspace.openTextDocument(Uri.joinPath(found.uri, name));
}

/** Resolves when `condition` holds, looking after every event. */
export function until<T>(event: Event<T>, condition: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const subscriptions: Disposable[] = [];
    const look = (): void => {
      if (!condition()) return;
      for (const subscription of subscriptions) subscription.dispose();
      resolve();
    };
    subscriptions.push(event(look));
    look();
  });
}

/** The diagnostics of the document, once they are those of its text. */
export async function diagnosticsOf(document: TextDocument, codes: readonly string[]): Promise<Diagnostic[]> {
  const shown = (): Diagnostic[] => languages.getDiagnostics(document.uri);
  await until(
    languages.onDidChangeDiagnostics,
    () =>
      shown()
        .map(({ code }) => code)
        .join() === codes.join(),
  );
  return shown();
}

export const at = (line: number, column: number): Position => new Position(line, column);

export const line = (number: number): Range => new Range(number, 0, number, 1000);

export function select(editor: TextEditor, from: Position, to = from): void {
  editor.selection = new Selection(from, to);
}

/** `3:5-9`, counted from 0. */
export const rangeText = ({ start, end }: Range): string =>
  start.line === end.line
    ? `${start.line}:${start.character}-${end.character}`
    : `${start.line}:${start.character}-${end.line}:${end.character}`;

/**
 * The fixes that the extension offers for a line, of which there is one at least.
 *
 * VS Code cancels the request, and answers that there are none, whenever anything at all registers a provider of fixes
 * meanwhile, as extensions do that start late on a busy machine. Then it is asked again.
 */
export async function fixesAt(document: TextDocument, number: number, kind = 'quickfix'): Promise<CodeAction[]> {
  for (;;) {
    const actions = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      line(number),
      kind,
    );
    // VS Code itself offers an assistant's help, which has no edit.
    const ours = actions.filter(({ edit }) => edit !== undefined);
    if (ours.length > 0) return ours;
  }
}
