/**
 * Every open document, read: its tree and what it asks for.
 *
 * Rule 1: a version of a document is read once, when it is first asked for.
 * Rule 2: from one version to the next only the lines that changed are parsed.
 */
import type { Disposable, TextDocument } from 'vscode';
import { workspace } from 'vscode';
import { scenarioName } from '../checks/reading';
import { reparse } from '../language/document';
import type { Document } from '../language/tree';
import { type Resolution, resolve } from '../program/resolve';

export interface Reading extends Resolution {
  readonly version: number;
  /** The document's text, with the line ends that the document has. */
  readonly text: string;
  readonly document: Document;
}

export interface Readings extends Disposable {
  /** What the document is now. */
  readonly of: (document: TextDocument) => Reading;
}

const NOTHING: Document = { lines: [], newline: '\n' };

export function readDocuments(): Readings {
  const known = new Map<string, Reading>();
  const closing = workspace.onDidCloseTextDocument(({ uri }) => known.delete(uri.toString()));
  return {
    of(source) {
      const key = source.uri.toString();
      const last = known.get(key);
      if (last?.version === source.version) return last;
      const text = source.getText();
      const document = reparse(last?.document ?? NOTHING, text);
      const reading: Reading = {
        version: source.version,
        text,
        document,
        ...resolve(document, scenarioName(source.uri.path)),
      };
      // What was closed is read for whoever still asks, and not kept.
      if (!source.isClosed) known.set(key, reading);
      return reading;
    },
    dispose() {
      closing.dispose();
      known.clear();
    },
  };
}
