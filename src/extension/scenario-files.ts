/**
 * The scenario files of the workspace. They are looked for as the command line does (cli/files.ts), through the editor:
 * no disk may hold them.
 */
import {
  type CancellationToken,
  type Disposable,
  FileSystemError,
  FileType,
  RelativePattern,
  Uri,
  workspace,
} from 'vscode';
import { type Unreadable, unreadableFolders } from './unreadable-folders';

const FILES = '**/*.tcpscn';
const NOT_SEARCHED = '**/{node_modules,.*}/**';

/** Those of a folder, or of all, in the order of their paths. */
export async function scenarioFiles(token?: CancellationToken, folder?: Uri): Promise<readonly Uri[]> {
  const files = folder === undefined ? FILES : new RelativePattern(folder, FILES);
  const found = await workspace.findFiles(files, NOT_SEARCHED, undefined, token);
  return [...found].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Folders of the workspace, or below the roots, in which there may be files that nobody can see. One that has gone is none. */
export async function lockedFolders(
  isCancelled: () => boolean,
  roots = (workspace.workspaceFolders ?? []).map(({ uri }) => uri),
): Promise<readonly Unreadable<Uri>[]> {
  const list = async (folder: Uri) =>
    (await workspace.fs.readDirectory(folder)).map(([name, type]) => [name, type === FileType.Directory] as const);
  const found = await unreadableFolders(roots, list, Uri.joinPath, isCancelled);
  return found.filter(({ error }) => !(error instanceof FileSystemError && error.code === 'FileNotFound'));
}

/** Tells which files come, change and go. Of a folder that goes nobody tells its files: `gone` is called with the folder. */
export function watchScenarioFiles(changed: (uri: Uri) => void, gone: (uri: Uri) => void): Disposable[] {
  const watcher = workspace.createFileSystemWatcher(FILES, false, false, true);
  const deleted = workspace.createFileSystemWatcher('**', true, true, false);
  const ifSearched = (tell: (uri: Uri) => void) => (uri: Uri) => {
    if (!isHidden(uri)) tell(uri);
  };
  return [
    watcher,
    deleted,
    watcher.onDidCreate(ifSearched(changed)),
    watcher.onDidChange(ifSearched(changed)),
    deleted.onDidDelete(ifSearched(gone)),
  ];
}

const isHidden = (uri: Uri): boolean =>
  workspace
    .asRelativePath(uri, false)
    .split('/')
    .slice(0, -1)
    .some((part) => part === 'node_modules' || part.startsWith('.'));
