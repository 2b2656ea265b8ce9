import { commands, Position, Range, Selection, TextEditorRevealType, window } from 'vscode';
import { bareWindow } from '../bare-window';
import { picture } from '../picture';
import { same } from '../same';

describe('an example in an editor in Chinese', () => {
  it('can be seen, with what a hover says', async function () {
    this.timeout(90_000);
    await bareWindow(['editor.wordWrap', 'on'], ['workbench.colorTheme', 'Default Dark Modern']);
    await commands.executeCommand('tcpscn.openSample', 'handshake-and-close');
    const editor = window.activeTextEditor;
    const lines = editor?.document.getText().split('\n') ?? [];
    const line = lines.indexOf('server close');
    const at = new Position(line, 8);
    if (editor) editor.selection = new Selection(at, at);
    editor?.revealRange(new Range(at, at), TextEditorRevealType.InCenter);
    // What comes to stand behind the lines takes a hover away.
    await picture('editor-zh-cn.png', { shows: ['text=client FIN_WAIT_2 · server LAST_ACK'] });
    await commands.executeCommand('editor.action.showHover');
    same(lines[line], 'server close');
    await picture('editor-zh-cn.png', { shows: ['text=表示不再有数据要发送'] });
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});
