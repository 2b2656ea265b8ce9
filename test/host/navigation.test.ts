import {
  commands,
  type DocumentHighlight,
  type DocumentSymbol,
  type FoldingRange,
  type Location,
  type SelectionRange,
  SymbolKind,
  type TextDocument,
  type WorkspaceEdit,
  workspace,
} from 'vscode';
import { at, file, opened, rangeText } from './documents';
import { same } from './same';

const SCENARIO = [
  '# Two lines',
  '# of comment.',
  'peer client',
  'scenario "One"',
  '== Open ==',
  'server listen',
  'client connect',
  'client -> server  SYN  seq=0  as s1',
  'let sent = s1.seq',
];

describe('the outline', () => {
  it('has scenarios with their chapters and peers', async () => {
    const { document } = await opened(...SCENARIO);
    const symbols = await commands.executeCommand<DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    const told = ({ name, kind, children }: DocumentSymbol): string =>
      `${SymbolKind[kind]} ${name}${children.length > 0 ? ` (${children.map(told).join(', ')})` : ''}`;
    same(symbols.map(told), ['Interface client', 'Class One (Namespace Open)']);
  });

  it('and its parts can be folded', async () => {
    const { document } = await opened(...SCENARIO);
    const folds = await commands.executeCommand<FoldingRange[]>('vscode.executeFoldingRangeProvider', document.uri);
    same(
      folds.map(({ start, end }) => `${start}-${end}`),
      ['0-1', '3-8', '4-8'],
    );
  });
});

describe('names', () => {
  const found = async (command: string, document: TextDocument, line: number, column: number) => {
    const places = await commands.executeCommand<(Location | DocumentHighlight)[]>(
      command,
      document.uri,
      at(line, column),
    );
    return places.map(({ range }) => rangeText(range));
  };

  it('lead to their definition', async () => {
    const { document } = await opened(...SCENARIO);
    same(await found('vscode.executeDefinitionProvider', document, 8, 11), ['7:33-35']);
    same(await found('vscode.executeDefinitionProvider', document, 6, 2), ['2:5-11']);
  });

  it('are found everywhere', async () => {
    const { document } = await opened(...SCENARIO);
    same(await found('vscode.executeReferenceProvider', document, 6, 2), ['2:5-11', '6:0-6', '7:0-6']);
  });

  it('are highlighted where the cursor is on one', async () => {
    const { document } = await opened(...SCENARIO);
    same(await found('vscode.executeDocumentHighlights', document, 7, 34), ['7:33-35', '8:11-13']);
  });

  it('are given another name, all at once', async () => {
    const { document } = await opened(...SCENARIO);
    const edit = await commands.executeCommand<WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      at(7, 34),
      'first',
    );
    await workspace.applyEdit(edit);
    same(
      `${document.lineAt(7).text}\n${document.lineAt(8).text}`,
      'client -> server  SYN  seq=0  as first\nlet sent = first.seq',
    );
  });

  it('are not given a name that is taken, and the reason is told', async () => {
    const { document } = await opened(...SCENARIO);
    const refused = await commands
      .executeCommand('vscode.executeDocumentRenameProvider', document.uri, at(7, 34), 'client')
      .then(
        () => 'renamed',
        (error: unknown) => String(error),
      );
    same(refused, 'Error: there is a peer of the name "client"');
  });

  it('lead nowhere in another folder of the workspace', async () => {
    const document = await file('one', 'orderly-release.tcpscn');
    const places = await commands.executeCommand<Location[]>('vscode.executeReferenceProvider', document.uri, at(4, 1));
    same([...new Set(places.map(({ uri }) => uri.toString()))], [document.uri.toString()]);
  });
});

describe('expanding the selection', () => {
  it('goes from the word to what it is part of, the line, the chapter, the scenario and the file', async () => {
    const { document } = await opened(...SCENARIO);
    const [first] = await commands.executeCommand<SelectionRange[]>(
      'vscode.executeSelectionRangeProvider',
      document.uri,
      [at(7, 24)],
    );
    const ranges: string[] = [];
    for (let range: SelectionRange | undefined = first; range !== undefined; range = range.parent)
      ranges.push(rangeText(range.range));
    same(ranges, ['7:23-26', '7:23-28', '7:18-28', '7:0-35', '4:0-8:17', '3:0-8:17', '0:0-8:17']);
  });
});
