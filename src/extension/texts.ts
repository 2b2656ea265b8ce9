/**
 * Scenario files by their names: which file a path means, and its text as the user sees it.
 *
 * Rule 1: of a file that is open, saved or not, the text is the editor's.
 * Rule 2: what cannot be read is told in the words of the command line.
 */
import { FileSystemError, Uri, type WorkspaceFolder, workspace } from 'vscode';
import { decode } from '../checks/source';
import { type Sentence, say } from '../words/sentence';
import { inWords } from './words';

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

/** Bytes that are no text. */
class NoText extends Error {
  constructor(readonly reason: Sentence) {
    super(inWords(reason));
  }
}

/** Rejects if there is no such file, or if it is no text; `reasonOf` says why. */
export async function textOf(uri: Uri): Promise<string> {
  const document = openDocument(uri);
  if (document !== undefined) return document.getText();
  const decoded = decode(await workspace.fs.readFile(uri));
  if (decoded.kind === 'unreadable') throw new NoText(decoded.reason);
  return decoded.text;
}

/** Why a file or a folder cannot be read. */
export function reasonOf(error: unknown): Sentence {
  if (error instanceof NoText) return error.reason;
  switch (error instanceof FileSystemError ? error.code : '') {
    case 'FileNotFound':
    case 'FileNotADirectory':
      return say('does not exist');
    case 'NoPermissions':
      return say('permission denied');
    case 'FileIsADirectory':
      return say('is a folder, not a file');
    default:
      return say('the file system says {0}', error instanceof Error ? error.message : String(error));
  }
}
