import {
  type CompletionItem,
  type CompletionList,
  ConfigurationTarget,
  commands,
  type Hover,
  MarkdownString,
  SnippetString,
  type TextDocument,
  workspace,
} from 'vscode';
import { at, diagnosticsOf, opened } from './documents';
import { holds, same } from './same';

const completions = async (document: TextDocument, line: number, column: number): Promise<CompletionItem[]> => {
  const list = await commands.executeCommand<CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    at(line, column),
  );
  return list.items;
};

const labelOf = ({ label }: CompletionItem): string => (typeof label === 'string' ? label : label.label);

describe('completion', () => {
  it('offers what a peer can do, in the order of the language', async () => {
    const { document } = await opened('client ');
    const labels = (await completions(document, 0, 7)).map(labelOf);
    same(labels.slice(0, 3), ['listen', 'connect', 'send']);
  });

  it('offers the fields behind the flags', async () => {
    const { document } = await opened('client -> server  SYN ');
    const labels = (await completions(document, 0, 22)).map(labelOf);
    holds(labels.includes('seq') && labels.includes('lost'), labels.join());
  });

  it('says in comments nothing', async () => {
    const { document } = await opened('# client ');
    same(await completions(document, 0, 9), []);
  });

  it('a snippet writes a whole scenario, which is one that holds', async () => {
    const editor = await opened('');
    const found = (await completions(editor.document, 0, 0)).find((item) => labelOf(item) === 'handshake-scenario');
    holds(found?.insertText instanceof SnippetString, 'the snippet is not offered');
    await editor.insertSnippet(found.insertText, at(0, 0));
    same(editor.document.lineAt(0).text, 'scenario "Three-way handshake"');
    same(await diagnosticsOf(editor.document, []), []);
  });
});

describe('hover', () => {
  const hover = async (document: TextDocument, line: number, column: number): Promise<string> => {
    const hovers = await commands.executeCommand<Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      at(line, column),
    );
    return hovers
      .flatMap(({ contents }) => contents)
      .map((content) => (content instanceof MarkdownString ? content.value : String(content)))
      .join('\n');
  };

  it('says what a word means, with the clause', async () => {
    const { document } = await opened('client connect');
    const text = await hover(document, 0, 9);
    holds(text.includes('https://www.rfc-editor.org/rfc/rfc9293'), text);
  });

  it('shows on a segment line what was sent', async () => {
    const { document } = await opened('server listen', 'client connect', 'client -> server SYN');
    const text = await hover(document, 2, 10);
    holds(text.includes('client -> server  SYN seq=0'), text);
  });

  it('shows the numbers of the header to whom they are more familiar', async () => {
    const { document } = await opened('peer client iss=300', 'server listen', 'client connect', 'client -> server SYN');
    const settings = workspace.getConfiguration('tcpscn');
    await settings.update('sequenceNumbers', 'absolute', ConfigurationTarget.Workspace);
    const text = await hover(document, 3, 10);
    await settings.update('sequenceNumbers', undefined, ConfigurationTarget.Workspace);
    holds(text.includes('client -> server  SYN seq=#300'), text);
  });
});
