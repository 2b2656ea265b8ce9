/** What is advertised does something: for every capability the effect that a user would miss without it. */
import assert from 'node:assert/strict';
import type { DebugProtocol } from '@vscode/debugprotocol';
import { Client, clientFor, type Event } from './client';

type Name = keyof DebugProtocol.Capabilities;

const LINES = ['handshake client -> server', 'client send 3000', 'run', 'expect client.acked == 3001', 'client close'];
const source = { path: 'a.tcpscn' };

/** A session at its first statement. */
async function begun(
  configure?: (client: Client) => Promise<unknown>,
  lines: readonly string[] = LINES,
): Promise<Client> {
  const client = clientFor(...lines);
  await client.launch({ program: 'a.tcpscn', stopOnEntry: true }, async () => {
    await configure?.(client);
  });
  return client;
}

const stopOf = async (client: Client): Promise<string> => {
  const { reason } = await client.move('continue');
  return `${reason} at ${await client.top()}`;
};

const withLine = (breakpoint: object) =>
  begun((client) => client.get('setBreakpoints', { source, breakpoints: [breakpoint] }));

async function scopesOf(client: Client): Promise<readonly DebugProtocol.Scope[]> {
  return (await client.get('scopes', { frameId: await client.frameId(1) })).scopes;
}

const EFFECTS: Readonly<Partial<Record<Name, () => Promise<void>>>> = {
  supportsConfigurationDoneRequest: async () => {
    const client = clientFor(...LINES);
    await client.get('initialize');
    await client.get('launch', { program: 'a.tcpscn', stopOnEntry: true });
    assert.equal(client.events('stopped').length, 0, 'nothing runs before it');
    const stopped = client.next('stopped');
    await client.get('configurationDone');
    assert.equal((await stopped).body.reason, 'entry');
  },
  supportsFunctionBreakpoints: async () => {
    const client = await begun((each) => each.get('setFunctionBreakpoints', { breakpoints: [{ name: 'DATA' }] }));
    assert.equal(await stopOf(client), 'function breakpoint at 3: run');
  },
  supportsConditionalBreakpoints: async () => {
    assert.equal(
      await stopOf(await withLine({ line: 2, condition: 'client CLOSED' })),
      'exception at 4: expect client.acked == 3001',
    );
    assert.equal(
      await stopOf(await withLine({ line: 2, condition: 'client ESTABLISHED' })),
      'breakpoint at 2: client send 3000',
    );
  },
  supportsHitConditionalBreakpoints: async () => {
    const client = await withLine({ line: 3, hitCondition: '2' });
    assert.equal(await stopOf(client), 'breakpoint at 3: run');
    assert.equal(await client.value('server.received'), '1460');
  },
  supportsLogPoints: async () => {
    const client = await withLine({ line: 3, logMessage: 'sent {client.sent}' });
    assert.equal(await stopOf(client), 'exception at 4: expect client.acked == 3001');
    assert.match(client.printed(), /^sent 2920$/m);
  },
  supportsDataBreakpoints: async () => {
    const client = await begun(async (each) => {
      const { dataId } = await each.get('dataBreakpointInfo', { name: 'server.received' });
      await each.get('setDataBreakpoints', { breakpoints: [{ dataId }] });
    });
    assert.equal(await stopOf(client), 'data breakpoint at 3: run');
  },
  supportsBreakpointLocationsRequest: async () => {
    const { breakpoints } = await (await begun()).get('breakpointLocations', { source, line: 1, endLine: 3 });
    assert.deepEqual(
      breakpoints.map(({ line }: { line: number }) => line),
      [1, 2, 3],
    );
  },
  exceptionBreakpointFilters: async () => {
    const client = await begun((each) => each.get('setExceptionBreakpoints', { filters: [] }));
    assert.equal((await client.move('continue')).reason, 'end');
  },
  supportsExceptionFilterOptions: async () => {
    const filterOptions = [{ filterId: 'failure', condition: 'client CLOSED' }];
    const client = await begun((each) => each.get('setExceptionBreakpoints', { filters: [], filterOptions }));
    assert.equal((await client.move('continue')).reason, 'end');
  },
  supportsExceptionInfoRequest: async () => {
    const client = await begun();
    await client.move('continue');
    assert.match(
      (await client.get('exceptionInfo', { threadId: 1 })).details.message,
      /^expected: client.acked == 3001\n/,
    );
  },
  supportsStepBack: async () => {
    const client = await begun();
    await client.move('next');
    await client.move('stepBack');
    assert.equal(await client.top(), '1: handshake client -> server');
    await client.move('next');
    assert.equal((await client.move('reverseContinue')).reason, 'entry');
  },
  supportsRestartFrame: async () => {
    const client = await begun();
    await client.move('next');
    await client.move('restartFrame', { frameId: await client.frameId(1, 2) });
    assert.equal(await client.value('client'), 'SYN_SENT');
  },
  supportsGotoTargetsRequest: async () => {
    const client = await begun();
    const { targets } = await client.get('gotoTargets', { source, line: 3 });
    await client.move('goto', { threadId: 1, targetId: targets[0].id });
    assert.equal(await client.top(), '3: run');
  },
  supportsStepInTargetsRequest: async () => {
    const client = await begun();
    await client.move('next');
    await client.move('next');
    const { targets } = await client.get('stepInTargets', { frameId: await client.frameId(1) });
    await client.move('stepIn', { threadId: 1, targetId: targets[1].id });
    assert.match((await client.stack(2))[1] ?? '', /ACK seq=1461/);
  },
  supportsRestartRequest: async () => {
    const client = await begun();
    await client.move('next');
    await client.move('restart', {});
    assert.equal(await client.value('client'), 'CLOSED');
  },
  supportsTerminateRequest: async () => {
    const client = await begun();
    await client.get('terminate');
    assert.equal(client.events('terminated').length, 1);
  },
  supportsCancelRequest: async () => {
    const client = await begun();
    const waiting = [client.ask('evaluate', { expression: 'time' }), client.ask('evaluate', { expression: 'time' })];
    await client.ask('cancel', { requestId: 5 });
    const answers = await Promise.all(waiting);
    assert.ok(answers.some(({ message }) => message === 'cancelled'));
  },
  supportsDelayedStackTraceLoading: async () => {
    const client = await begun();
    await client.move('next');
    const { stackFrames, totalFrames } = await client.get('stackTrace', { threadId: 1, startFrame: 1, levels: 1 });
    assert.deepEqual([stackFrames.length, totalFrames > 2], [1, true]);
  },
  supportsLoadedSourcesRequest: async () => {
    const client = await begun();
    await client.move('next');
    await client.stack();
    const { sources } = await client.get('loadedSources');
    assert.deepEqual(
      sources.map(({ name }: { name: string }) => name),
      ['a.tcpscn', 'SYN_SENT.md'],
    );
  },
  supportsEvaluateForHovers: async () => {
    assert.equal(await (await begun()).value('client CLOSED', 'hover'), 'true');
  },
  supportsClipboardContext: async () => {
    assert.equal(await (await begun()).value('time', 'clipboard'), '0us');
  },
  supportsCompletionsRequest: async () => {
    const { targets } = await (await begun()).get('completions', { text: 'client.cw', column: 10 });
    assert.deepEqual(
      targets.map(({ label }: { label: string }) => label),
      ['cwnd'],
    );
  },
  completionTriggerCharacters: async () => {
    const { targets } = await (await begun()).get('completions', { text: 'client.', column: 8 });
    assert.ok(targets.length > 20);
  },
  supportsSetVariable: async () => {
    const client = await begun();
    await client.move('next');
    const [tcb] = await scopesOf(client);
    await client.get('setVariable', { variablesReference: tcb?.variablesReference, name: 'cwnd', value: '7' });
    assert.equal(await client.value('client.cwnd'), '7');
  },
  supportsSetExpression: async () => {
    const client = await begun();
    await client.move('next');
    await client.get('setExpression', { expression: 'server.rcv.wnd', value: '7' });
    assert.equal(await client.value('server.rcv.wnd'), '7');
  },
  supportsValueFormattingOptions: async () => {
    const { result } = await (await begun()).get('evaluate', { expression: '255', format: { hex: true } });
    assert.equal(result, '0xff');
  },
  supportsReadMemoryRequest: async () => {
    const client = await begun();
    await client.move('next');
    await client.move('next');
    const scopes = await scopesOf(client);
    const wire = scopes.find(({ name }) => name === 'On the wire')?.variablesReference;
    const { variables } = await client.get('variables', { variablesReference: wire });
    const { data } = await client.get('readMemory', {
      memoryReference: variables[0].memoryReference,
      offset: 20,
      count: 5,
    });
    assert.equal(Buffer.from(data, 'base64').toString(), 'abcde');
  },
};

describe('the capabilities', () => {
  it('that are advertised are those with an effect that is known here', async () => {
    const client = clientFor(...LINES);
    const advertised = Object.keys(await client.get('initialize'));
    assert.deepEqual(advertised.sort(), Object.keys(EFFECTS).sort());
  });

  for (const [name, effect] of Object.entries(EFFECTS)) it(`have an effect: ${name}`, effect);

  it('of the client are respected: its lines and columns, its paths, what it supports', async () => {
    const client = new Client({ read: async () => LINES.join('\n') });
    await client.get('initialize', { linesStartAt1: false, columnsStartAt1: false, pathFormat: 'uri' });
    await client.get('launch', { program: '/a b/c.tcpscn', stopOnEntry: true });
    const { breakpoints } = await client.get('setBreakpoints', {
      source: { path: 'file:///a%20b/c.tcpscn' },
      breakpoints: [{ line: 1 }],
    });
    assert.deepEqual([breakpoints[0].line, breakpoints[0].column], [1, 0]);
    const stopped: Promise<Event> = client.next('stopped');
    await client.get('configurationDone');
    await stopped;
    const { stackFrames } = await client.get('stackTrace', { threadId: 1 });
    const [{ line, column, source: shown }] = stackFrames;
    assert.deepEqual([line, column, shown.path], [0, 0, 'file:///a%20b/c.tcpscn']);
    await client.get('evaluate', { expression: 'client connect', context: 'repl' });
    assert.deepEqual(client.events('stopped').at(-1)?.body, {
      reason: 'goto',
      description: 'The run was changed',
      threadId: 1,
      allThreadsStopped: true,
    });
    await client.get('tcpscn/numbers');
    assert.equal(client.events('invalidated').length, 0);
  });
});
