/** How a session begins and ends: launch, restart, the end of the scenario, terminate, disconnect. */
import assert from 'node:assert/strict';
import { Client, clientFor, type Event, slowClient } from './client';

const CLOSE = [
  '# A file with two scenarios.',
  'scenario "open"',
  'handshake client -> server',
  'expect client ESTABLISHED',
  '',
  'scenario "refused"',
  'client connect',
  'client -> server  SYN  seq=0',
  'expect client ESTABLISHED',
];

const eventNames = (client: Client): readonly string[] =>
  client.messages.map((message) =>
    message.type === 'event' ? (message as Event).event : `${message.type} ${'command' in message && message.command}`,
  );

describe('a session', () => {
  it('is ready for breakpoints when the program was read, and starts when they are set', async () => {
    const client = clientFor(...CLOSE);
    await client.launch({ program: '/a/close.tcpscn', stopOnEntry: true });
    assert.deepEqual(eventNames(client), [
      'response initialize',
      'initialized',
      'response launch',
      'response configurationDone',
      'stopped',
      'tcpscn/moment',
    ]);
  });

  it('plays the first scenario, the one that is named, or the one in which the line lies', async () => {
    for (const [choice, line] of [
      [{}, 3],
      [{ scenario: 'refused' }, 7],
      [{ line: 8 }, 7],
      [{ line: 1 }, 3],
    ] as const) {
      const client = clientFor(...CLOSE);
      await client.launch({ program: '/a/close.tcpscn', stopOnEntry: true, ...choice });
      assert.match(await client.top(), new RegExp(`^${line}: `));
    }
  });

  it('is refused if there is nothing to run, and says why', async () => {
    const refused = async (args: object, host: object = {}): Promise<readonly [string, number, boolean]> => {
      const client = new Client({ read: async () => CLOSE.join('\n'), ...host });
      await client.get('initialize');
      const { success, message = '', body } = await client.ask('launch', args);
      assert.ok(!success);
      assert.equal(client.events('initialized').length, 0);
      return [message, body.error.id, body.error.showUser];
    };
    const unreadable = {
      read: async () => {
        throw new Error('does not exist');
      },
    };
    assert.deepEqual(await refused({}), [
      'the argument "program" must be the path or the URI of a scenario file',
      1002,
      false,
    ]);
    assert.deepEqual(await refused({ program: '/a/x.tcpscn' }, unreadable), [
      'x.tcpscn cannot be read: does not exist',
      1101,
      true,
    ]);
    assert.deepEqual(await refused({ program: '/a/x.tcpscn', text: 'run\nclinet connect' }), [
      'x.tcpscn:2:1: unknown peer "clinet"; did you mean "client"?',
      1102,
      true,
    ]);
    assert.deepEqual(await refused({ program: 'file:///a/x.tcpscn', scenario: 'closed' }), [
      'x.tcpscn has no scenario "closed"; it has "open", "refused"',
      1103,
      true,
    ]);
    assert.deepEqual(await refused({ program: '/a/x.tcpscn', seed: 'one' }), [
      'the argument "seed" must be a whole number',
      1002,
      false,
    ]);
  });

  it('runs a text that was never saved, and shows it as a source', async () => {
    const client = new Client();
    await client.launch({ text: 'client connect\n', stopOnEntry: true });
    const { stackFrames } = await client.get('stackTrace', { threadId: 1 });
    assert.deepEqual(stackFrames[0].source, { name: 'scenario.tcpscn', sourceReference: 1000 });
    assert.equal((await client.get('source', { sourceReference: 1000 })).content, 'client connect\n');
  });

  it('takes another seed than the file if it is launched with one', async () => {
    const lines = [
      'network loss=50% seed=1',
      'server listen',
      'client connect',
      'wait 10s',
      'client send 20000',
      'wait 1min',
    ];
    const printed: string[] = [];
    for (const seed of [undefined, 1, 2]) {
      const client = clientFor(...lines);
      await client.launch({ program: 'a.tcpscn', noDebug: true, ...(seed === undefined ? {} : { seed }) });
      printed.push(client.printed());
    }
    assert.equal(printed[0], printed[1]);
    assert.notEqual(printed[0], printed[2]);
  });

  it('without debugging runs through, tells what did not hold, and ends with the status', async () => {
    const client = clientFor(...CLOSE);
    await client.launch({ program: '/a/close.tcpscn', scenario: 'refused', noDebug: true });
    assert.deepEqual(eventNames(client).slice(-2), ['exited', 'terminated']);
    assert.deepEqual(client.events('exited')[0]?.body, { exitCode: 1 });
    assert.equal(client.events('stopped').length, 0);
    assert.equal(
      client.printed('stderr'),
      'the condition does not hold\n  expected: client ESTABLISHED\n  actual:   client.state is SYN_SENT\n' +
        '"refused" has ended; what did not hold stands in line 9\n',
    );
    const good = clientFor(...CLOSE);
    await good.launch({ program: '/a/close.tcpscn', noDebug: true });
    assert.deepEqual(good.events('exited')[0]?.body, { exitCode: 0 });
  });

  it('pauses at the end, so that the past can be visited, and ends when one goes on', async () => {
    const client = clientFor(...CLOSE);
    const first = await client.launch({ program: '/a/close.tcpscn' });
    assert.deepEqual([first.reason, first.description], ['end', 'At the end']);
    assert.equal(await client.top(), '4: expect client ESTABLISHED');
    assert.equal((await client.move('next')).reason, 'end');
    const terminated = client.next('terminated');
    await client.get('continue', { threadId: 1 });
    await terminated;
    assert.equal(await client.refused('threads'), '"threads" cannot be asked at this point of the session');
  });

  it('goes to the first failure past every breakpoint, though no filter is on, and back from there', async () => {
    const client = clientFor(...CLOSE);
    const program = '/a/close.tcpscn';
    const stopped = await client.launch({ program, scenario: 'refused', stopAtFailure: true }, async () => {
      await client.get('setBreakpoints', { source: { path: program }, breakpoints: [{ line: 8 }] });
      await client.get('setExceptionBreakpoints', { filters: [] });
    });
    assert.equal(stopped.reason, 'exception');
    assert.equal(await client.top(), '9: expect client ESTABLISHED');
    assert.equal((await client.move('reverseContinue')).reason, 'breakpoint');
  });

  it('ends by itself if it is not to pause at the end', async () => {
    const client = clientFor(...CLOSE);
    await client.launch({ program: '/a/close.tcpscn', stopOnEnd: false });
    assert.deepEqual(eventNames(client).slice(-2), ['exited', 'terminated']);
  });

  it('starts anew with the text as it is by then: breakpoints stay at their statements, changes of the run are gone', async () => {
    let text = CLOSE.join('\n');
    const client = new Client({ read: async () => text });
    await client.launch({ program: '/a/close.tcpscn' }, async () => {
      await client.get('setBreakpoints', { source: { path: '/a/close.tcpscn' }, breakpoints: [{ line: 4 }] });
    });
    await client.get('evaluate', { expression: 'client send 10', context: 'repl' });
    assert.equal(await client.value('client.sent'), '10');
    text = text.replace('handshake client -> server', 'server listen\nclient connect\nrun');
    const stopped = await client.move('restart', { arguments: { program: '/a/close.tcpscn' } });
    assert.equal(stopped.reason, 'restart');
    assert.equal(await client.top(), '3: server listen');
    assert.deepEqual(
      client.events('breakpoint').map(({ body }) => [body.reason, body.breakpoint.id, body.breakpoint.line]),
      [['changed', 2, 6]],
    );
    assert.equal((await client.move('continue')).reason, 'breakpoint');
    assert.equal(await client.top(), '6: expect client ESTABLISHED');
    assert.equal(await client.value('client.sent'), '0');
  });

  it('says once that the file has changed, and shows its lines where they stand by then', async () => {
    let text = CLOSE.join('\n');
    const client = new Client({ read: async () => text });
    await client.launch({ program: '/a/close.tcpscn', stopOnEntry: true });
    text = `# One line more.\n${text}`;
    const changed = client.next('tcpscn/changed');
    await client.move('next');
    assert.deepEqual((await changed).body, { program: '/a/close.tcpscn' });
    assert.equal(
      client.printed('important'),
      'the file has changed since it was launched; what runs is the text as it was, and Restart takes the new one\n',
    );
    assert.equal(await client.top(), '5: expect client ESTABLISHED');
    const { breakpoints } = await client.get('setBreakpoints', {
      source: { path: '/a/close.tcpscn' },
      breakpoints: [{ line: 4 }],
      sourceModified: true,
    });
    assert.deepEqual([breakpoints[0].verified, breakpoints[0].line], [true, 4]);
    assert.equal((await client.move('reverseContinue')).reason, 'breakpoint');
    assert.equal(client.events('tcpscn/changed').length, 1);
  });

  it('terminates once, and is over when the client disconnects', async () => {
    const client = clientFor(...CLOSE);
    await client.launch({ program: '/a/close.tcpscn', stopOnEntry: true });
    await client.get('terminate');
    await client.get('terminate');
    await client.get('disconnect');
    assert.equal(client.events('terminated').length, 1);
    assert.ok(client.ended);
  });

  it('does not meet another one', async () => {
    const [one, other] = [clientFor(...CLOSE), clientFor(...CLOSE)];
    await one.launch({ program: '/a/close.tcpscn', stopOnEntry: true });
    await other.launch({ program: '/a/close.tcpscn', scenario: 'refused', stopOnEntry: true });
    await one.move('next');
    await one.get('evaluate', { expression: 'client abort', context: 'repl' });
    assert.deepEqual(await one.threads(), ['client (CLOSED)', 'server (ESTABLISHED)']);
    assert.deepEqual(await other.threads(), ['client (CLOSED)', 'server (CLOSED)']);
    await other.move('next');
    assert.equal(await other.top(), '8: client -> server  SYN  seq=0');
    await one.get('terminate');
    assert.equal(await other.value('client'), 'SYN_SENT');
  });

  it('can be interrupted while it runs, and shows after a second how far it is', async () => {
    const client = slowClient('handshake client -> server', 'client send 100MB', 'wait until client.acked == 100MB');
    await client.launch({ program: 'a.tcpscn', stopOnEntry: true });
    const [progress, stopped] = [client.next('progressUpdate'), client.next('stopped')];
    await client.get('continue', { threadId: 1 });
    const { progressId, message } = (await progress).body;
    assert.match(message, /^event \d+$/);
    assert.equal(await client.refused('stackTrace', { threadId: 1 }), 'the scenario is running; pause it first');
    assert.equal((await client.get('threads')).threads.length, 2);
    await client.get('cancel', { progressId });
    assert.equal((await stopped).body.reason, 'pause');
    assert.equal(client.events('progressEnd').length, 1);
    assert.match(client.printed(), /and \d+ more events\n$/);
    const again = client.next('stopped');
    await client.get('continue', { threadId: 1 });
    await client.get('pause', { threadId: 1 });
    assert.equal((await again).body.reason, 'pause');
    const terminated = client.next('terminated');
    await client.get('continue', { threadId: 1 });
    await client.get('disconnect');
    await terminated;
    assert.ok(client.ended);
  });
});
