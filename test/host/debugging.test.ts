import { commands, type DebugSession, DebugStackFrame, debug, FunctionBreakpoint, window } from 'vscode';
import { at, opened, select } from './documents';
import { holds, same } from './same';
import {
  active,
  ask,
  breakpoint,
  cursor,
  frameId,
  place,
  press,
  sessionOf,
  start,
  stopAfter,
  tidy,
  told,
  toldOf,
  unwatch,
  value,
  watch,
} from './sessions';

const HANDSHAKE = [
  'server listen',
  'client connect',
  'client -> server  SYN      seq=0',
  'server -> client  SYN+ACK  seq=0 ack=1',
  'client -> server  ACK      seq=1 ack=1',
  'client send 3000',
  'run',
  'expect client.acked == 3000',
];

const END = 'end 8: expect client.acked == 3000';

describe('the debugger', () => {
  before(watch);
  after(unwatch);
  afterEach(tidy);

  const stopAtLine = async (line: number, ...lines: readonly string[]) => {
    const editor = await opened(...lines);
    debug.addBreakpoints([breakpoint(editor.document, line)]);
    return { editor, place: await start() };
  };

  it('F10 goes from statement to statement, and the editor follows', async () => {
    const { place } = await stopAtLine(1, ...HANDSHAKE);
    same(place, 'breakpoint 1: server listen');
    same(await press('stepOver'), 'step 2: client connect');
    same(await press('stepOver'), 'step 3: client -> server  SYN      seq=0');
    same(cursor().replace(/^.* /, ''), '3');
  });

  it('F11 goes into the checks of an arriving segment, which can be read', async () => {
    await stopAtLine(3, ...HANDSHAKE);
    const stopped = await press('stepInto');
    same(stopped.replace(/ \d+:/, ':'), 'step: 3.10.7.2, first check (RST): goes on');
    const editor = window.activeTextEditor;
    same(
      [editor?.document.uri.scheme, editor?.document.languageId, cursor().replace(/ \d+$/, '')],
      ['debug', 'markdown', 'LISTEN.md'],
    );
    same(editor?.document.lineAt(editor.selection.active.line).text, '### First check: RST');
  });

  it('Step Back and Reverse Continue are the same stops, backwards', async () => {
    const { editor } = await stopAtLine(2, ...HANDSHAKE);
    debug.addBreakpoints([breakpoint(editor.document, 4)]);
    same(await press('continue'), 'breakpoint 4: server -> client  SYN+ACK  seq=0 ack=1');
    same(await press('continue'), END);
    same(await press('tcpscn.stepBack'), 'step 8: expect client.acked == 3000');
    same(await press('stepBack'), 'step 7: run');
    same(await press('reverseContinue'), 'breakpoint 4: server -> client  SYN+ACK  seq=0 ack=1');
    same(await press('tcpscn.reverseContinue'), 'breakpoint 2: client connect');
    same(await press('reverseContinue'), 'entry 1: server listen');
    same(active().stopped?.description, 'At the first statement (Rewound to 0 of 13)');
  });

  it('stops where a condition holds', async () => {
    const editor = await opened(...HANDSHAKE);
    debug.addBreakpoints([breakpoint(editor.document, 7, 'client.acked > 1000')]);
    same(await start(), 'breakpoint 7: run');
    same(await value('client.acked'), '1460');
  });

  it('a log point prints, and does not stop', async () => {
    const editor = await opened(...HANDSHAKE);
    debug.addBreakpoints([breakpoint(editor.document, 8, undefined, 'acked {client.acked}')]);
    await start();
    same(await press('continue'), END);
    const printed = active().messages.flatMap(({ event, body }) => (event === 'output' ? [body.output] : []));
    holds(printed.includes('acked 3000\n'), printed.join(''));
  });

  it('stops where something happens that a function breakpoint names', async () => {
    await opened(...HANDSHAKE);
    debug.addBreakpoints([new FunctionBreakpoint('client ESTABLISHED')]);
    same(await start(), 'function breakpoint 4: server -> client  SYN+ACK  seq=0 ack=1');
    same(await value('client.state'), 'ESTABLISHED');
  });

  it('stops where a variable changes that is watched', async () => {
    await stopAtLine(6, ...HANDSHAKE);
    const { dataId } = await ask<{ dataId: string }>('dataBreakpointInfo', { name: 'client.cwnd' });
    await ask('setDataBreakpoints', { breakpoints: [{ dataId }] });
    same(await press('continue'), 'data breakpoint 7: run');
  });

  it('a variable that is set changes the run', async () => {
    await stopAtLine(6, ...HANDSHAKE);
    const scopes = await ask<{ scopes: { name: string; variablesReference: number }[] }>('scopes', {
      frameId: frameId(),
    });
    const variablesReference = scopes.scopes.find(({ name }) => name === 'TCB')?.variablesReference;
    await stopAfter(() => ask('setVariable', { variablesReference, name: 'cwnd', value: '1460' }));
    same(await value('client.cwnd'), '1460');
  });

  it('Restart Frame goes to what caused it', async () => {
    await stopAtLine(6, ...HANDSHAKE);
    const looked = debug.activeStackItem;
    for (let step = 0; step < 2; step += 1) {
      await commands.executeCommand('workbench.action.debug.callStackDown');
    }
    await told(() => debug.activeStackItem !== looked);
    same(place(), 'breakpoint 4: 4  server -> client  SYN+ACK seq=0 ack=1 arrives');
    same(await press('tcpscn.restartFrame'), 'goto 4: server -> client  SYN+ACK  seq=0 ack=1');
    same(await value('client.state'), 'SYN_SENT');
  });

  it('Jump to Cursor travels there', async () => {
    const { editor } = await stopAtLine(6, ...HANDSHAKE);
    select(editor, at(3, 0));
    same(await press('debug.jumpToCursor'), 'goto 4: server -> client  SYN+ACK  seq=0 ack=1');
  });

  it('shows values behind the lines that name them', async () => {
    await stopAtLine(8, ...HANDSHAKE);
    await told(() =>
      active().messages.some(
        ({ command, arguments: args }) =>
          command === 'evaluate' && JSON.stringify(args)?.includes('"client.acked"') === true,
      ),
    );
  });

  it('the value under the pointer is that of the session', async () => {
    const { editor } = await stopAtLine(8, ...HANDSHAKE);
    select(editor, at(7, 16));
    const evaluated = toldOf('response', 'evaluate');
    await commands.executeCommand('editor.debug.action.showDebugHover');
    same((await evaluated).body?.result, '3000');
  });

  it('sequence numbers are shown as in the header, if one likes', async () => {
    await stopAtLine(4, 'peer client iss=300', ...HANDSHAKE);
    same(await value('client.snd.nxt'), '1');
    await stopAfter(() => commands.executeCommand('tcpscn.toggleSequenceNumbers'));
    same(await value('client.snd.nxt'), '#301');
    await stopAfter(() => commands.executeCommand('tcpscn.toggleSequenceNumbers'));
    same(await value('client.snd.nxt'), '1');
  });

  it('two sessions do not meet', async () => {
    await stopAtLine(2, ...HANDSHAKE);
    const first = active().session;
    const { document } = await opened('wait 4s', 'server listen', 'wait 3s');
    const stopped = toldOf('event', 'stopped');
    await commands.executeCommand('tcpscn.debugScenario');
    await stopped;
    const second = sessionOf(document);
    const top = async (session: DebugSession) =>
      (await session.customRequest('stackTrace', { threadId: 1, levels: 1 })).stackFrames[0].name;
    same([await top(first), await top(second)], ['client connect', 'wait 4s']);
    for (const [request, there] of [
      ['next', 'server listen'],
      ['stepBack', 'wait 4s'],
    ] as const) {
      const moved = toldOf('event', 'stopped');
      await second.customRequest(request, { threadId: 1 });
      await moved;
      same([await top(first), await top(second)], ['client connect', there]);
    }
    same(await press('stepOver'), 'step 3: client -> server  SYN      seq=0');
  });

  it('goes on with the text as it was when that is changed, and Restart takes the new one', async () => {
    const { editor } = await stopAtLine(2, ...HANDSHAKE);
    await editor.edit((edit) => edit.insert(at(0, 0), '# A remark\nwait 3s\n'));
    const changed = toldOf('event', 'tcpscn/changed');
    same(await press('stepOver'), 'step 5: client -> server  SYN      seq=0');
    await changed;
    same(await press('restart'), 'restart 2: wait 3s');
    same(await press('continue'), 'breakpoint 4: client connect');
  });

  it('Stop ends the session', async () => {
    await stopAtLine(1, ...HANDSHAKE);
    holds(debug.activeStackItem instanceof DebugStackFrame, 'nothing is looked at');
    await commands.executeCommand('workbench.action.debug.stop');
    await told(() => debug.activeDebugSession === undefined);
  });
});
