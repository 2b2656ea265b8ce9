/** Which scenario the panel shows when nothing is debugged: the one that the editor shows, at its cursor. */
import { type TextDocument, type TextEditor, Uri, workspace } from 'vscode';
import { fileOf, scenarioAt } from '../editing/scopes';
import type { Readings } from './readings';
import { openDocument } from './texts';

export interface PanelTarget {
  readonly document: TextDocument;
  /** The scenario's place among those of its file. */
  readonly place: number;
}

/** The scenario at the cursor. */
export function targetOf({ document, selection }: TextEditor, readings: Readings): PanelTarget {
  const { document: tree } = readings.of(document);
  const at = scenarioAt(tree, selection.active.line);
  return { document, place: at === undefined ? 0 : Math.max(0, fileOf(tree).scenarios.indexOf(at)) };
}

/** The scenario of this name; the first if there is none of that name. Undefined if there is no such file. */
export async function targetNamed(
  name: string | Uri,
  scenario: string | undefined,
  readings: Readings,
): Promise<PanelTarget | undefined> {
  try {
    const uri = typeof name === 'string' ? Uri.parse(name, true) : name;
    // One that was never saved is there only while it is open.
    const document =
      openDocument(uri) ?? (uri.scheme === 'untitled' ? undefined : await workspace.openTextDocument(uri));
    if (document === undefined) return undefined;
    const { scenarios } = fileOf(readings.of(document).document);
    return {
      document,
      place: Math.max(
        0,
        scenarios.findIndex(({ title }) => title === scenario),
      ),
    };
  } catch {
    return undefined;
  }
}
