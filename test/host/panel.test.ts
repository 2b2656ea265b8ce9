import { commands, debug, TabInputWebview, window, workspace } from 'vscode';
import { camera, panel } from './camera';
import { at, opened, select } from './documents';
import { holds, same } from './same';
import { breakpoint, closePanel, place, press, start, stopAfter, tidy, told, unwatch, watch } from './sessions';

const HANDSHAKE = [
  'server listen',
  'client connect',
  'client -> server  SYN      seq=0',
  'server -> client  SYN+ACK  seq=0 ack=1',
  'client -> server  ACK      seq=1 ack=1',
];

const SIMULTANEOUS = [
  'handshake client -> server',
  'client close',
  'server close',
  'client -> server  FIN+ACK  seq=1 ack=1',
  'server -> client  FIN+ACK  seq=1 ack=1',
];

const LOST = ['handshake client -> server', 'client close', 'client -> server  FIN+ACK  lost', 'wait 2s'];

/** The number of the moment and the states that the panel says, the log's row, and that they agree. */
async function moment(says: string): Promise<string> {
  const shown = await panel({ says });
  const [, event, states] = /^(?:Event (\d+) of .*\. |Before the first of \d+ events\. )(.*)\.$/.exec(shown.says) ?? [];
  same(shown.event, event ?? '0');
  holds(shown.row === '' || shown.row.startsWith(`${event} | `), shown.row);
  for (const state of states?.match(/\b[A-Z][A-Z_0-9]+\b/g) ?? []) holds(shown.diagram.includes(state), shown.diagram);
  return states ?? '';
}

describe('the panel', () => {
  before(async function () {
    // Its page is a document of its own: only the stand-in for `code` can look into it.
    if ((await camera()) === undefined) this.skip();
    watch();
  });
  after(unwatch);
  afterEach(async () => {
    await tidy();
    await closePanel();
  });

  it('opens when a scenario is debugged, and follows each stop, forwards and backwards', async () => {
    const editor = await opened(...HANDSHAKE);
    debug.addBreakpoints([breakpoint(editor.document, 1)]);
    await start();
    same(await moment('Before the first of 5 events'), 'client CLOSED, server CLOSED');
    await press('stepOver');
    same(await moment('Event 1 of 5'), 'client CLOSED, server LISTEN');
    await press('stepOver');
    same(await moment('Event 2 of 5'), 'client SYN_SENT, server LISTEN');
    await press('stepOver');
    same(await moment('Event 3 of 5'), 'client SYN_SENT, server SYN_RCVD');
    await press('stepBack');
    same(await moment('Event 2 of 5'), 'client SYN_SENT, server LISTEN');
    await press('continue');
    same(await moment('Event 5 of 5'), 'client ESTABLISHED, server ESTABLISHED');
    same((await panel({})).row.split(' | ').slice(-2), [
      'SYN_RCVD → ESTABLISHED',
      'Our SYN is acknowledged: the connection is open.',
    ]);
    await press('reverseContinue');
    same(await moment('Before the first'), 'client CLOSED, server CLOSED');
  });

  it('shows a simultaneous close, stop by stop', async () => {
    const editor = await opened(...SIMULTANEOUS);
    debug.addBreakpoints([breakpoint(editor.document, 4)]);
    await start();
    same(await moment('Event 7 of'), 'client FIN_WAIT_1, server FIN_WAIT_1');
    await press('stepOver');
    same(await moment('Event 8 of'), 'client FIN_WAIT_1, server CLOSING');
    await press('stepOver');
    same(await moment('Event 9 of'), 'client CLOSING, server CLOSING');
    await press('stepBack');
    same(await moment('Event 8 of'), 'client FIN_WAIT_1, server CLOSING');
  });

  it('shows a lost FIN, and its retransmission inside of a wait', async () => {
    const editor = await opened(...LOST);
    debug.addBreakpoints([breakpoint(editor.document, 3)]);
    await start();
    same(await moment('Event 6 of'), 'client FIN_WAIT_1, server ESTABLISHED');
    await press('stepOver');
    const lost = await panel({ says: 'Event 7 of' });
    holds(/lost/i.test(lost.row), lost.row);
    await press('stepInto');
    const again = await panel({ says: 'Event 8 of' });
    holds(again.row.includes('TCP Retransmission'), again.row);
    await press('stepInto');
    await press('stepOut');
    same(await moment('Event 9 of'), 'client FIN_WAIT_1, server CLOSE_WAIT');
    await press('stepBack');
    same(await moment('Event 7 of'), 'client FIN_WAIT_1, server ESTABLISHED');
  });

  it('looks at another moment without moving the debugger, which can be made to go there', async () => {
    const editor = await opened(...HANDSHAKE);
    debug.addBreakpoints([breakpoint(editor.document, 4)]);
    await start();
    await panel({ says: 'Event 3 of 5' });
    const viewed = await panel({ press: 'ArrowLeft', says: 'Event 2 of 5' });
    holds(viewed.away.startsWith('Viewing 2, the debugger is at 3'), viewed.away);
    same(place(), 'breakpoint 4: server -> client  SYN+ACK  seq=0 ack=1');
    const stop = await stopAfter(() => panel({ click: '.away button:last-child' }));
    same(stop, 'goto 3: client -> server  SYN      seq=0');
    const there = await panel({ says: 'Event 2 of 5' });
    holds(!there.away.includes('Viewing'), there.away);
  });

  it('shows what a fork makes of the run', async () => {
    const editor = await opened(...HANDSHAKE);
    debug.addBreakpoints([breakpoint(editor.document, 3)]);
    await start();
    await panel({ says: 'Event 2 of 5' });
    await debug.activeDebugSession?.customRequest('evaluate', { expression: 'client abort', context: 'repl' });
    same(await moment('Event 4 of'), 'client CLOSED, server LISTEN');
  });

  it('plays the scenario at the cursor without a debugger, and again when it is edited', async () => {
    const editor = await opened(...HANDSHAKE);
    select(editor, at(1, 0));
    await commands.executeCommand('tcpscn.openPanel');
    same(await moment('Event 2 of 5'), 'client SYN_SENT, server LISTEN');
    select(editor, at(4, 0));
    same(await moment('Event 5 of 5'), 'client ESTABLISHED, server ESTABLISHED');
    await editor.edit((edit) => edit.insert(at(4, 100), '\nclient close'));
    select(editor, at(5, 0));
    same(await moment('Event 6 of 6'), 'client FIN_WAIT_1, server ESTABLISHED');
    // A scenario of its own at the other end of the file.
    await editor.edit((edit) => edit.insert(at(0, 0), 'scenario "One"\n'));
    await editor.edit((edit) => edit.insert(at(100, 0), '\nscenario "Two"\nclient listen\n'));
    select(editor, at(9, 0));
    same(await moment('Event 1 of 1'), 'client LISTEN, server CLOSED');
    same((await panel({})).title, 'Two');
  });

  it('says what is wrong with a text that cannot run, and what to do', async () => {
    await opened('client conect', 'server listen');
    await commands.executeCommand('tcpscn.openPanel');
    await panel({ says: 'Line 1:' });
    await panel({ click: '.notice button', says: 'Line 1:' });
    same(window.activeTextEditor?.selection.active.line, 0);
  });

  it('keeps what was debugged in sight when the session ends', async () => {
    const editor = await opened(...HANDSHAKE);
    debug.addBreakpoints([breakpoint(editor.document, 4)]);
    await start();
    await panel({ says: 'Event 3 of 5' });
    await commands.executeCommand('workbench.action.debug.stop');
    same(await moment('Event 3 of 5'), 'client SYN_SENT, server SYN_RCVD');
  });

  it('stays away where the setting says so', async () => {
    const configuration = workspace.getConfiguration('tcpscn');
    await configuration.update('panel.openOnDebug', false);
    try {
      await opened(...HANDSHAKE);
      await start();
      const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
      holds(!tabs.some(({ input }) => input instanceof TabInputWebview), 'the panel is open');
    } finally {
      await configuration.update('panel.openOnDebug', undefined);
    }
  });

  it('shows numbers as the debugger and the settings do, whoever changes them', async () => {
    const editor = await opened('peer client iss=1000', 'peer server iss=5000', ...HANDSHAKE);
    debug.addBreakpoints([breakpoint(editor.document, 7)]);
    await start();
    await panel({ says: 'Event 4 of 5' });
    await panel({ press: 's', shows: '[aria-pressed="true"][title*="Absolute"]' });
    await told(() => workspace.getConfiguration('tcpscn').get('sequenceNumbers') === 'absolute');
    await commands.executeCommand('tcpscn.toggleSequenceNumbers');
    await panel({ shows: '[aria-pressed="false"][title*="Absolute"]' });
    same(workspace.getConfiguration('tcpscn').get('sequenceNumbers'), 'relative');
  });

  it('weighs the edges by the scenarios of the workspace that take them', async () => {
    await opened(...HANDSHAKE);
    await commands.executeCommand('tcpscn.openPanel');
    await panel({ says: 'of 5' });
    await panel({ click: 'button[aria-label^="Coverage"]', shows: '.coverage-words:not(:has-text("0 scenarios"))' });
    const { coverage } = await panel({ click: 'button[aria-label^="Coverage"]', shows: 'svg[role="img"]' });
    same(coverage, '');
  });

  it('is also a view in the side bar', async () => {
    await opened(...HANDSHAKE);
    await commands.executeCommand('tcpscn.panelView.focus');
    await panel({ says: 'of 5' });
    await commands.executeCommand('workbench.action.closeSidebar');
  });
});
