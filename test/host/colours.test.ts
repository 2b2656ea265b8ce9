import { commands, type SemanticTokens, type SemanticTokensLegend } from 'vscode';
import { opened } from './documents';
import { same } from './same';

describe('colours', () => {
  it('tell the peers apart, and what is lost', async () => {
    const { document } = await opened('client -> server SYN lost', 'server close');
    const legend = await commands.executeCommand<SemanticTokensLegend>(
      'vscode.provideDocumentSemanticTokensLegend',
      document.uri,
    );
    const { data } = await commands.executeCommand<SemanticTokens>(
      'vscode.provideDocumentSemanticTokens',
      document.uri,
    );
    let [line, column] = [0, 0];
    const told: string[] = [];
    for (let index = 0; index < data.length; index += 5) {
      const [lines = 0, columns = 0, length = 0, type = 0, modifiers = 0] = data.slice(index, index + 5);
      column = lines === 0 ? column + columns : columns;
      line += lines;
      const names = legend.tokenModifiers.filter((_, bit) => (modifiers >> bit) % 2 === 1);
      told.push(
        [document.lineAt(line).text.slice(column, column + length), legend.tokenTypes[type], ...names].join(' '),
      );
    }
    same(told, ['client peer first lost', 'server peer second lost', 'SYN flag lost', 'server peer second']);
  });
});
