/** The extension in a VS Code whose display language is Chinese: the bundle is found, and what is said comes from it. */
import { commands, env, type Hover, type InlayHint, window } from 'vscode';
import { at, diagnosticsOf, fixesAt, line, opened } from '../documents';
import { same } from '../same';

describe('the extension in Chinese', () => {
  it('is told the language', () => {
    same(env.language, 'zh-cn');
  });

  it('says what is wrong, and offers to mend it', async () => {
    const { document } = await opened('clinet connect');
    const [diagnostic] = await diagnosticsOf(document, ['unknown-peer']);
    same(diagnostic?.message, '未知的端“clinet”；是否想写“client”？');
    const [fix] = await fixesAt(document, 0);
    same(fix?.title, '写作 "client"');
  });

  it('tells what a word means', async () => {
    const { document } = await opened('expect client TIME_WAIT');
    const [hover] = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', document.uri, at(0, 16));
    const [content] = hover?.contents ?? [];
    const text = typeof content === 'object' ? content.value : '';
    same(text.split('\n\n').slice(0, 2), [
      '**TIME\\_WAIT**',
      '等待两倍的 MSL，使对方收到最后的 ACK，并让旧报文段消亡。',
    ]);
  });

  it('counts the events of a line', async () => {
    const { document } = await opened('handshake client -> server');
    const [hint] = await commands.executeCommand<InlayHint[]>('vscode.executeInlayHintProvider', document.uri, line(0));
    const tooltip = hint?.tooltip;
    same(typeof tooltip === 'object' ? tooltip.value : tooltip, '第 1 至 5 个事件');
  });

  it('opens the examples in Chinese', async () => {
    await commands.executeCommand('tcpscn.openSample', 'last-ack-lost');
    const text = window.activeTextEditor?.document.getText() ?? '';
    same(text.split('\n')[0], '# 最后的 ACK 丢失。TIME_WAIT 就是为此而设：必须还有人在，才能再说一遍。');
  });
});
