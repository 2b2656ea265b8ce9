/**
 * Scenario files by their names: which file a path means, and its text as the user sees it.
 *
 * Rule: of a file that is open, saved or not, the text is the editor's.
 */
import { Uri, type WorkspaceFolder, workspace } from 'vscode';

/** Of two letters and more: `c:\close.tcpscn` is a path. */
const SCHEME = /^[a-z][a-z0-9+.-]+:/i;
const ABSOLUTE = /^([\\/]|[a-z]:[\\/])/i;

/**
 * The file that a path or a URI names. A path that does not begin at the root begins at `folder`.
 * In a workspace that no disk holds, a path means the file of that path there.
 */
export function fileNamed(name: string, folder = workspace.workspaceFolders?.[0]): Uri {
  if (SCHEME.test(name)) return Uri.parse(name, true);
  if (!ABSOLUTE.test(name)) return Uri.joinPath(folder?.uri ?? Uri.file('/'), name.replaceAll('\\', '/'));
  const file = Uri.file(name);
  const home = [...(folder ? [folder] : []), ...(workspace.workspaceFolders ?? [])].find((each) => holds(each, file));
  return home === undefined ? file : home.uri.with({ path: file.path });
}

const holds = ({ uri }: WorkspaceFolder, { path }: Uri): boolean => path.startsWith(`${uri.path.replace(/\/$/, '')}/`);

export const fileName = ({ path }: Uri): string => path.replace(/^.*\//, '');

export const openDocument = (uri: Uri) =>
  workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());

/** Rejects if there is no such file. */
export async function textOf(uri: Uri): Promise<string> {
  const document = openDocument(uri);
  return document ? document.getText() : new TextDecoder().decode(await workspace.fs.readFile(uri));
}
