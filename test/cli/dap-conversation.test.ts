/**
 * A whole session over standard input and output, led by a client that others wrote: everything the adapter can do is
 * asked for once, and each answer is held against the protocol.
 */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { DebugClient } from '@vscode/debugadapter-testsupport';
import type { DebugProtocol } from '@vscode/debugprotocol';
import { build } from 'esbuild';
import { assertSchema } from '../debug/schema';
import { folder } from './world';

const SCENARIO = `peer client
peer server read=manual

handshake client -> server
client send 3000
run
expect server.readable == 3000
expect client.acked == 1
client close
run
`;

type Message = DebugProtocol.Response | DebugProtocol.Event;

const isEvent = (message: Message): message is DebugProtocol.Event => message.type === 'event';

describe('a session over standard input and output', () => {
  const place = folder({ 'send.tcpscn': SCENARIO });
  const program = path.join(place.root, 'send.tcpscn');
  const source = { path: program };
  const heard: Message[] = [];
  let client: DebugClient;

  before(async () => {
    const adapter = path.join(place.root, 'adapter.js');
    await build({
      entryPoints: ['src/cli/main.ts'],
      bundle: true,
      platform: 'node',
      format: 'cjs',
      outfile: path.join(place.root, 'cli.js'),
      logLevel: 'silent',
    });
    writeFileSync(adapter, "process.argv.push('dap'); require('./cli.js');");
    client = new DebugClient('node', adapter, 'tcpscn');
    await client.start();
    const dispatch: unknown = Reflect.get(client, 'dispatch');
    assert.ok(typeof dispatch === 'function');
    Reflect.set(client, 'dispatch', (text: string) => {
      const message: Message = JSON.parse(text);
      assertSchema(message);
      heard.push(message);
      dispatch.call(client, text);
    });
  });
  after(async () => {
    // What was left has ended by itself.
    if (answers('disconnect').length === 0) await client.stop();
    place.remove();
  });

  // biome-ignore lint/suspicious/noExplicitAny: what a body holds is what the test looks at
  const ask = async (command: string, args: object = {}): Promise<any> =>
    (await client.customRequest(command, args)).body;

  /** A request that moves the run: the reason of the stop, and the top frame. */
  async function move(command: string, args: object = { threadId: 1 }): Promise<string> {
    const [{ body }] = await Promise.all([client.waitForEvent('stopped'), client.customRequest(command, args)]);
    const { stackFrames } = await ask('stackTrace', { threadId: 1, startFrame: 0, levels: 1 });
    return `${body.reason}: ${stackFrames[0].line} ${stackFrames[0].name}`;
  }

  const frameId = async (index = 0): Promise<number> =>
    (await ask('stackTrace', { threadId: 1 })).stackFrames[index].id;
  const value = async (expression: string): Promise<string> => (await ask('evaluate', { expression })).result;

  /** The answers to a command. */
  const answers = (command: string) =>
    heard.filter((message) => message.type === 'response' && 'command' in message && message.command === command);

  const events = (name: string) => heard.filter(isEvent).filter(({ event }) => event === name);

  it('says what it can do', async () => {
    const { body } = await client.initializeRequest();
    const can = Object.entries(body ?? {}).filter(([name, can]) => name.startsWith('supports') && can === true);
    assert.equal(can.length, 25);
  });

  it('places breakpoints, moves them with a reason, or refuses them with one; and stops on entry', async () => {
    const launched = Promise.all([
      client.waitForEvent('initialized'),
      client.launchRequest({ program, stopOnEntry: true } as object),
    ]);
    await launched;
    const { breakpoints } = await ask('setBreakpoints', {
      source,
      breakpoints: [{ line: 1 }, { line: 5 }, { line: 50 }],
    });
    assert.deepEqual(
      breakpoints.map(({ verified, line, message }: DebugProtocol.Breakpoint) => [verified, line, message]),
      [
        [true, 4, 'moved to the next statement, in line 4'],
        [true, 5, undefined],
        [false, undefined, 'this line is not part of the scenario that is debugged, "send"'],
      ],
    );
    assert.equal(await move('configurationDone', {}), 'entry: 4 handshake client -> server');
    assert.deepEqual(
      (await ask('threads')).threads.map(({ name }: DebugProtocol.Thread) => name),
      ['client (CLOSED)', 'server (CLOSED)'],
    );
  });

  it('steps over, into and out', async () => {
    assert.equal(await move('next'), 'breakpoint: 5 client send 3000');
    assert.equal(await move('next'), 'step: 6 run');
    assert.equal(await move('stepIn'), 'step: 6 run');
    const { stackFrames } = await ask('stackTrace', { threadId: 2 });
    assert.equal(stackFrames[0].name, '3.10.7.4, first check (sequence number): goes on');
    assert.equal(await move('stepOut'), 'step: 6 run');
    assert.equal(await value('server.readable'), '1460');
  });

  it('continues to a data breakpoint, and to a failed expectation that it explains', async () => {
    const { dataId } = await ask('dataBreakpointInfo', { name: 'server.readable' });
    await ask('setDataBreakpoints', { breakpoints: [{ dataId, condition: 'server.readable > 2000' }] });
    assert.equal(await move('continue'), 'data breakpoint: 6 run');
    assert.equal(await value('server.readable'), '2920');
    await ask('setDataBreakpoints', { breakpoints: [] });
    assert.equal(await move('continue'), 'exception: 8 expect client.acked == 1');
    const { exceptionId, description, details } = await ask('exceptionInfo', { threadId: 1 });
    assert.deepEqual([exceptionId, description?.split('\n')[0]], ['failure', 'the condition does not hold']);
    assert.match(details.message, /^expected: client\.acked == 1\nactual: {3}client\.acked is 3000\n/);
  });

  it('goes back: a step, to a breakpoint, to a frame, to a line', async () => {
    assert.equal(await move('stepBack'), 'step: 8 expect client.acked == 1');
    assert.equal(await move('stepBack'), 'step: 7 expect server.readable == 3000');
    assert.equal(await move('reverseContinue'), 'breakpoint: 5 client send 3000');
    assert.equal(await move('restartFrame', { frameId: await frameId(2) }), 'goto: 4 handshake client -> server');
    assert.equal(await value('client'), 'SYN_SENT');
    const { targets } = await ask('gotoTargets', { source, line: 6 });
    assert.equal(await move('goto', { threadId: 1, targetId: targets[0].id }), 'goto: 6 run');
  });

  it('chooses the segment that arrives next, shows its bytes and the documents that were shown', async () => {
    const { targets } = await ask('stepInTargets', { frameId: await frameId() });
    assert.deepEqual(
      targets.map(({ label }: DebugProtocol.StepInTarget) => label),
      ['client -> server  ACK seq=1 ack=1 len=1460', 'client -> server  ACK seq=1461 ack=1 len=1460'],
    );
    assert.equal(await move('stepIn', { threadId: 1, targetId: targets[1].id }), 'step: 6 run');
    const { scopes } = await ask('scopes', { frameId: await frameId() });
    const { variablesReference } = scopes.find(({ name }: DebugProtocol.Scope) => name === 'On the wire');
    const { variables } = await ask('variables', { variablesReference });
    const { data } = await ask('readMemory', { memoryReference: variables[0].memoryReference, offset: 20, count: 4 });
    assert.equal(Buffer.from(data, 'base64').toString(), 'abcd');
    await ask('stackTrace', { threadId: 2 });
    const { sources } = await ask('loadedSources');
    assert.equal(sources[0].path, program);
    const { sourceReference } = sources.find(({ name }: DebugProtocol.Source) => name === 'ESTABLISHED.md');
    assert.match((await ask('source', { sourceReference })).content, /^# ESTABLISHED\n/);
  });

  it('changes variables and executes statements', async () => {
    assert.equal(await move('stepOut'), 'step: 6 run');
    const { scopes } = await ask('scopes', { frameId: await frameId() });
    const set = await ask('setVariable', {
      variablesReference: scopes[0].variablesReference,
      name: 'cwnd',
      value: '2 * client.cwnd',
    });
    assert.equal(set.value, '29200');
    assert.equal((await ask('setExpression', { expression: 'server.rcv.wnd', value: '1000' })).value, '1000');
    assert.equal((await ask('evaluate', { expression: 'server recv all', context: 'repl' })).result, 'ok');
    const { targets } = await ask('completions', { text: 'client.ssth', column: 12 });
    assert.equal(targets[0].label, 'ssthresh');
  });

  it('tells one who follows it the events, and travels to any', async () => {
    const { run, events: told, ended } = await ask('tcpscn/events', { first: 1, count: 1_000 });
    assert.deepEqual([run, told[0].kind, told.at(-1).n > 12, ended], [5, 'call', true, true]);
    assert.equal(await move('tcpscn/travel', { n: 2 }), 'goto: 4 handshake client -> server');
    const moments = events('tcpscn/moment');
    assert.deepEqual(moments.at(-1), { ...moments.at(-1), body: { run: 5, kept: 10, at: 2, line: 4, stopped: true } });
  });

  it('answers what it does not know or understand with an error, and goes on', async () => {
    await assert.rejects(client.customRequest('disassemble', {}), {
      message: '"disassemble" is not a request that this adapter knows',
    });
    await assert.rejects(client.customRequest('evaluate', { expression: 5 }), {
      message: 'the argument "expression" must be a text',
    });
    await assert.rejects(client.customRequest('variables', { variablesReference: 'first' }), {
      message: 'the argument "variablesReference" must be a whole number',
    });
    await assert.rejects(client.customRequest('scopes', { frameId: 1 }), {
      message: 'this stack frame belongs to a moment that was left',
    });
    assert.equal(await value('time'), '0us');
  });

  it('restarts, ends, and is left, each answered once', async () => {
    assert.equal(await move('restart', {}), 'restart: 4 handshake client -> server');
    await Promise.all([client.waitForEvent('terminated'), client.customRequest('terminate')]);
    await client.customRequest('disconnect');
    for (const command of ['initialize', 'launch', 'configurationDone', 'restart', 'terminate', 'disconnect']) {
      assert.equal(answers(command).length, 1, command);
    }
    assert.equal(events('terminated').length, 1);
    const numbers = heard.map(({ seq }) => seq);
    assert.deepEqual(
      numbers,
      numbers.map((_, index) => index + 1),
      'messages are numbered without a gap',
    );
  });
});
