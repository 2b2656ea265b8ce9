import {
  type CodeLens,
  ConfigurationTarget,
  commands,
  DebugStackFrame,
  type DocumentLink,
  debug,
  FileSystemError,
  type FileSystemProvider,
  FileType,
  languages,
  Range,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';
import { lockedFolders } from '../../src/extension/scenario-files';
import { at, file, line, opened, until } from './documents';
import { same } from './same';
import { stopAfter, tidy, unwatch, watch } from './sessions';

const HOLDS = ['handshake client -> server', 'expect client ESTABLISHED'];
const FAILS = ['scenario "Good"', ...HOLDS, 'scenario "Bad"', 'client connect', 'expect client ESTABLISHED'];

interface Summary {
  readonly passed: number;
  readonly failed: number;
  readonly error: number;
  readonly cancelled: boolean;
}

/** Runs a command; `2 passed, 1 failed, 0 not run`. */
async function checked(command: string, ...args: readonly unknown[]): Promise<string> {
  const summary = await commands.executeCommand<Summary>(command, ...args);
  return `${summary.passed} passed, ${summary.failed} failed, ${summary.error} not run`;
}

const problems = (document: TextDocument): readonly string[] =>
  languages.getDiagnostics(document.uri).map(({ range, message }) => `${range.start.line}: ${message}`);

const problemsAre = (document: TextDocument, ...expected: readonly string[]): Promise<void> =>
  until(languages.onDidChangeDiagnostics, () => problems(document).join('|') === expected.join('|'));

const FAILURE = '5: the condition does not hold\nexpected: client ESTABLISHED\nactual: client.state is SYN_SENT';

/** The text of the report that is shown. */
const report = (): string => window.activeTextEditor?.document.getText() ?? '';

describe('checking', () => {
  after(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('the file, from the palette: its failure is a problem at its line, and gone when it is mended', async () => {
    const editor = await opened(...FAILS);
    same(await checked('tcpscn.checkFile'), '1 passed, 1 failed, 0 not run');
    await problemsAre(editor.document, FAILURE);
    await editor.edit((edit) => edit.replace(line(5), 'expect client SYN_SENT'));
    await problemsAre(editor.document);
  });

  it('the scenario at the cursor alone, or the one that a lens names', async () => {
    const { document } = await opened(...FAILS);
    same(await checked('tcpscn.checkScenario'), '1 passed, 0 failed, 0 not run');
    const lenses = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', document.uri);
    same(
      lenses.map(({ command, range }) => `${range.start.line} ${command?.title}`),
      ['0 Check', '0 Debug', '0 Show', '3 Check', '3 Debug', '3 Show'],
    );
    const lens = lenses.find(({ command, range }) => command?.title === 'Check' && range.start.line === 3);
    same(
      await checked(lens?.command?.command ?? '', ...(lens?.command?.arguments ?? [])),
      '0 passed, 1 failed, 0 not run',
    );
    await problemsAre(document, FAILURE);
  });

  it('again what failed, and nothing else', async () => {
    await workspace.openTextDocument(await file('one', 'orderly-release.tcpscn').then(({ uri }) => uri));
    const { document } = await opened(...FAILS);
    await checked('tcpscn.checkFile');
    await problemsAre(document, FAILURE);
    await commands.executeCommand('tcpscn.showReport');
    const before = /(\d+) failed/.exec(report())?.[1];
    same(await checked('tcpscn.checkFailed'), `0 passed, ${before} failed, 0 not run`);
  });

  it('shows a report in which each place is a link to its line', async () => {
    const { document } = await opened(...FAILS);
    await checked('tcpscn.checkFile');
    await commands.executeCommand('tcpscn.showReport');
    const shown = window.activeTextEditor?.document;
    const links = await commands.executeCommand<DocumentLink[]>('vscode.executeLinkProvider', shown?.uri);
    const targets = links.map(({ target }) => target?.toString());
    same(targets.includes(document.uri.with({ fragment: 'L6' }).toString()), true);
    same(report().includes('expected  client ESTABLISHED\n'), true);
    same(report().includes('code --goto'), false);
  });

  it('shows the report for other tools', async () => {
    await opened(...FAILS);
    await checked('tcpscn.checkFile');
    await commands.executeCommand('tcpscn.showReportAsJunit');
    same(report().includes('<testcase name="Bad"'), true);
    same(window.activeTextEditor?.document.languageId, 'xml');
    await commands.executeCommand('tcpscn.showReportAsJson');
    const { version, coverage } = JSON.parse(report());
    same([version, Object.keys(coverage).join()], [1, 'taken,notTaken,unreachable']);
  });

  it('does not run a text with errors, and says which they are', async () => {
    await opened('clinet connect');
    same(await checked('tcpscn.checkFile'), '0 passed, 0 failed, 1 not run');
    await commands.executeCommand('tcpscn.showReport');
    same(report().includes('unknown peer "clinet"'), true);
  });

  it('on save, if one asks for it', async () => {
    const configuration = workspace.getConfiguration('tcpscn');
    await configuration.update('checkOnSave', true, ConfigurationTarget.Workspace);
    const document = await file('two', 'open.tcpscn');
    const editor = await window.showTextDocument(document);
    const text = document.getText();
    const write = async (changed: string): Promise<void> => {
      const all = new Range(at(0, 0), at(document.lineCount, 0));
      await editor.edit((edit) => edit.replace(all, changed));
      await document.save();
    };
    try {
      const failed = until(languages.onDidChangeDiagnostics, () => problems(document).length === 1);
      await write(`${text}\nexpect client LISTEN\n`);
      await failed;
    } finally {
      await write(text);
    }
    await problemsAre(document);
    await configuration.update('checkOnSave', undefined, ConfigurationTarget.Workspace);
  });

  it('a file that is gone is reported as that, and forgotten', async () => {
    const folder = (await file('one', 'orderly-release.tcpscn')).uri;
    const uri = Uri.joinPath(folder, '../gone.tcpscn');
    await workspace.fs.writeFile(uri, new TextEncoder().encode(FAILS.join('\n')));
    same(await checked('tcpscn.checkFile', uri), '1 passed, 1 failed, 0 not run');
    await workspace.fs.delete(uri);
    same(await checked('tcpscn.checkFile', uri), '0 passed, 0 failed, 1 not run');
    const message = () => languages.getDiagnostics(uri)[0]?.message;
    await until(languages.onDidChangeDiagnostics, () => message() === 'does not exist');
  });

  it('a file that is no text in UTF-8 is told in the words of the command line', async () => {
    const uri = Uri.joinPath((await file('one', 'orderly-release.tcpscn')).uri, '../latin1.tcpscn');
    await workspace.fs.writeFile(uri, new Uint8Array([0x23, 0x20, 0xe9, 0x0a]));
    same(await checked('tcpscn.checkFile', uri), '0 passed, 0 failed, 1 not run');
    const message = () => languages.getDiagnostics(uri)[0]?.message;
    await until(languages.onDidChangeDiagnostics, () => message() === 'is not a text file in UTF-8');
    await workspace.fs.writeFile(uri, new TextEncoder().encode(HOLDS.join('\n')));
    same(await checked('tcpscn.checkFile', uri), '1 passed, 0 failed, 0 not run');
    await workspace.fs.delete(uri);
  });

  it('a folder that may not be read is found, and told as that', async () => {
    const provider = workspace.registerFileSystemProvider('locked', locked, { isReadonly: true });
    const found = await lockedFolders(() => false, [Uri.parse('locked:/'), Uri.parse('locked:/gone')]);
    const [folder] = found.map((each) => each.folder);
    same(
      found.map((each) => String(each.folder)),
      ['locked:/secret'],
    );
    same(await checked('tcpscn.checkFile', folder), '0 passed, 0 failed, 1 not run');
    await commands.executeCommand('tcpscn.showReport');
    same(/secret\n +error: permission denied/.test(report()), true);
    provider.dispose();
  });

  it('a scenario without an end ends when it is cancelled, and others work meanwhile', async () => {
    await opened('handshake client -> server', 'client send 10GB', 'wait 900000min');
    let turns = 0;
    const others = setInterval(() => {
      turns += 1;
    }, 0);
    const run = commands.executeCommand<Summary>('tcpscn.checkFile');
    await until(everyTurn(), () => turns > 20);
    await commands.executeCommand('testing.cancelRun');
    same((await run).cancelled, true);
    clearInterval(others);
  });
});

describe('the rows of the state machine', () => {
  after(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('are covered by what was checked', async () => {
    await opened(...HOLDS);
    await checked('tcpscn.checkFile');
    await commands.executeCommand('tcpscn.showCoverage');
    same(/^Rows of the state machine: [1-9]\d* of 262 taken/.test(report()), true);
  });

  it('that nobody takes get a scenario, which holds', async () => {
    await commands.executeCommand('tcpscn.coverRow', 'CLOSING / rcv ACK of FIN');
    same(window.activeTextEditor?.document.lineAt(4).text, 'scenario "CLOSING / rcv ACK of FIN"');
    same(await checked('tcpscn.checkFile'), '1 passed, 0 failed, 0 not run');
  });
});

describe('the Testing view', () => {
  before(watch);
  after(unwatch);
  afterEach(tidy);

  const ids = (uri: Uri) => commands.executeCommand<unknown>('vscode.testing.getTestsInFile', uri);

  it('has the scenarios of a file that no editor has opened', async () => {
    const uri = Uri.joinPath((await file('one', 'orderly-release.tcpscn')).uri, '../unopened.tcpscn');
    await workspace.fs.writeFile(uri, new TextEncoder().encode(FAILS.join('\n')));
    await commands.executeCommand('testing.refreshTests');
    // The view hears of it in its own time.
    while (!JSON.stringify(await ids(uri)).includes('#Bad')) {}
    same(await checked('tcpscn.checkFile', uri), '1 passed, 1 failed, 0 not run');
    await workspace.fs.delete(uri);
  });

  it('loses the files of a folder that goes, and what was known of them', async () => {
    const folder = Uri.joinPath((await file('one', 'orderly-release.tcpscn')).uri, '../going');
    const uri = Uri.joinPath(folder, 'away.tcpscn');
    await workspace.fs.writeFile(uri, new TextEncoder().encode(FAILS.join('\n')));
    await commands.executeCommand('testing.refreshTests');
    same(await checked('tcpscn.checkFile', uri), '1 passed, 1 failed, 0 not run');
    await until(languages.onDidChangeDiagnostics, () => languages.getDiagnostics(uri).length === 1);
    await workspace.fs.delete(folder, { recursive: true });
    await until(languages.onDidChangeDiagnostics, () => languages.getDiagnostics(uri).length === 0);
    while ((JSON.stringify(await ids(uri)) ?? '').includes('#Bad')) {}
  });

  it('debugs to the failing event, with the past behind it', async () => {
    const { document } = await opened(...FAILS);
    // The view hears of a new document in its own time.
    while (!JSON.stringify(await ids(document.uri)).includes('#Bad')) {}
    same(
      await stopAfter(() => commands.executeCommand('testing.debugCurrentFile')),
      'exception 6: expect client ESTABLISHED',
    );
    same(debug.activeDebugSession?.name, 'Bad');
    const back = () => stopAfter(() => commands.executeCommand('tcpscn.stepBack'));
    same(await back(), 'step 6: expect client ESTABLISHED');
    same(await back(), 'step 5: client connect');
    same(debug.activeStackItem instanceof DebugStackFrame, true);
  });

  it('checks what changes, as long as one likes', async () => {
    const { document } = await opened(...HOLDS);
    await commands.executeCommand('testing.startContinuousRun');
    const editor = await window.showTextDocument(document);
    await editor.edit((edit) => edit.replace(line(1), 'expect client SYN_SENT'));
    await problemsAre(
      document,
      '1: the condition does not hold\nexpected: client SYN_SENT\nactual: client.state is ESTABLISHED',
    );
    await commands.executeCommand('testing.stopContinuousRun');
  });

  it('shows the coverage of a file', async () => {
    const { document } = await opened(...HOLDS);
    await commands.executeCommand('testing.coverageCurrentFile');
    await commands.executeCommand('tcpscn.showReport');
    same(report().includes('1 scenario'), true);
    same(document.isClosed, false);
  });
});

describe('a thousand files', function () {
  this.timeout(240_000);
  const COUNT = 1_000;
  let folder: Uri;
  before(async () => {
    folder = Uri.joinPath((await file('two', 'open.tcpscn')).uri, '../many');
    const text = new TextEncoder().encode(HOLDS.join('\n'));
    for (let n = 0; n < COUNT; n += 1) await workspace.fs.writeFile(Uri.joinPath(folder, `${n}.tcpscn`), text);
  });
  after(() => workspace.fs.delete(folder, { recursive: true }));

  it('are found, and checked one after the other', async () => {
    await commands.executeCommand('testing.refreshTests');
    const text = await checked('tcpscn.checkWorkspace');
    same(/^10\d\d passed/.test(text), true);
  });

  it('are checked no further when the check is cancelled', async () => {
    const run = commands.executeCommand<Summary>('tcpscn.checkWorkspace');
    let turns = 0;
    await until(everyTurn(), () => {
      turns += 1;
      return turns > 20;
    });
    await commands.executeCommand('testing.cancelRun');
    const { cancelled, passed } = await run;
    same([cancelled, passed < COUNT], [true, true]);
  });
});

/** Files of which one folder is locked, even to those who may read everything. VS Code looks for settings of its own, too. */
const isLocked = (uri: Uri): boolean => uri.path === '/secret';
const refused = (uri: Uri): FileSystemError =>
  isLocked(uri) ? FileSystemError.NoPermissions(uri) : FileSystemError.FileNotFound(uri);
const locked: FileSystemProvider = {
  onDidChangeFile: () => ({ dispose: () => undefined }),
  watch: () => ({ dispose: () => undefined }),
  stat: (uri) => {
    if (uri.path !== '/' && !isLocked(uri)) throw refused(uri);
    return { type: FileType.Directory, ctime: 0, mtime: 0, size: 0 };
  },
  readDirectory: (uri) => {
    if (uri.path !== '/') throw refused(uri);
    return [['secret', FileType.Directory]];
  },
  readFile: (uri) => {
    throw refused(uri);
  },
  createDirectory: () => undefined,
  writeFile: () => undefined,
  delete: () => undefined,
  rename: () => undefined,
};

/** An event at every turn of the event loop. */
function everyTurn() {
  return (tell: (event: undefined) => void) => {
    const timer = setInterval(() => tell(undefined), 0);
    return { dispose: () => clearInterval(timer) };
  };
}
