import {
  commands,
  Disposable,
  EventEmitter,
  type FileChangeEvent,
  FileSystemError,
  type FileSystemProvider,
  FileType,
  Uri,
  window,
  workspace,
} from 'vscode';
import { diagnosticsOf, file, opened, rangeText } from './documents';
import { same } from './same';

/** Files that no disk holds. */
class Memory implements FileSystemProvider {
  private readonly files = new Map<string, Uint8Array>();
  readonly changed = new EventEmitter<FileChangeEvent[]>();
  readonly onDidChangeFile = this.changed.event;
  watch = (): Disposable => new Disposable(() => {});
  stat = (uri: Uri) => ({ type: FileType.File, ctime: 0, mtime: 0, size: this.readFile(uri).length });
  readFile(uri: Uri): Uint8Array {
    const found = this.files.get(uri.path);
    if (found === undefined) throw FileSystemError.FileNotFound(uri);
    return found;
  }
  writeFile(uri: Uri, content: Uint8Array): void {
    this.files.set(uri.path, content);
  }
  readDirectory = (): [string, FileType][] => [];
  createDirectory(): void {}
  delete(): void {}
  rename(): void {}
}

describe('wherever a document is kept', () => {
  it('in a virtual workspace', async () => {
    const memory = new Memory();
    const registered = workspace.registerFileSystemProvider('tcpscn-memory', memory);
    const uri = Uri.parse('tcpscn-memory:/folder/close.tcpscn');
    memory.writeFile(uri, new TextEncoder().encode('client conect'));
    const document = await workspace.openTextDocument(uri);
    same(document.languageId, 'tcpscn');
    const [found] = await diagnosticsOf(document, ['unknown-verb']);
    same(found && rangeText(found.range), '0:7-13');
    registered.dispose();
  });

  it('in a document that cannot be written', async () => {
    const registered = workspace.registerTextDocumentContentProvider('tcpscn-shown', {
      provideTextDocumentContent: () => 'client conect',
    });
    const document = await workspace.openTextDocument(Uri.parse('tcpscn-shown:/close.tcpscn'));
    await diagnosticsOf(document, ['unknown-verb']);
    registered.dispose();
  });

  it('not yet saved', async () => {
    const document = await file('two', 'open.tcpscn');
    const editor = await window.showTextDocument(document);
    await editor.edit((edit) => edit.insert(document.lineAt(1).range.start, 'clinet close\n'));
    same(document.isDirty, true);
    await diagnosticsOf(document, ['unknown-peer']);
    await commands.executeCommand('workbench.action.files.revert');
    await diagnosticsOf(document, []);
  });

  it('in two folders of one workspace', async () => {
    same(
      workspace.workspaceFolders?.map(({ name }) => name),
      ['one', 'two'],
    );
    for (const document of [await file('one', 'orderly-release.tcpscn'), await file('two', 'open.tcpscn')]) {
      same(await diagnosticsOf(document, []), []);
    }
  });

  it('nowhere yet', async () => {
    const { document } = await opened('clinet listen');
    same(document.isUntitled, true);
    await diagnosticsOf(document, ['unknown-peer']);
  });
});
