/**
 * The scenario files of the workspace. They are looked for as the command line does (cli/files.ts), through the editor:
 * no disk may hold them.
 */
import { type CancellationToken, type Disposable, RelativePattern, type Uri, workspace } from 'vscode';

const FILES = '**/*.tcpscn';
const NOT_SEARCHED = '**/{node_modules,.*}/**';

/** Those of a folder, or of all, in the order of their paths. */
export async function scenarioFiles(token?: CancellationToken, folder?: Uri): Promise<readonly Uri[]> {
  const files = folder === undefined ? FILES : new RelativePattern(folder, FILES);
  const found = await workspace.findFiles(files, NOT_SEARCHED, undefined, token);
  return [...found].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Tells which files come, change and go. */
export function watchScenarioFiles(changed: (uri: Uri) => void, gone: (uri: Uri) => void): Disposable[] {
  const watcher = workspace.createFileSystemWatcher(FILES);
  const ifSearched = (tell: (uri: Uri) => void) => (uri: Uri) => {
    if (!isHidden(uri)) tell(uri);
  };
  return [
    watcher,
    watcher.onDidCreate(ifSearched(changed)),
    watcher.onDidChange(ifSearched(changed)),
    watcher.onDidDelete(ifSearched(gone)),
  ];
}

const isHidden = (uri: Uri): boolean =>
  workspace
    .asRelativePath(uri, false)
    .split('/')
    .slice(0, -1)
    .some((part) => part === 'node_modules' || part.startsWith('.'));
