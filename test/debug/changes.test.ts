/** Changing a run: variables, the next segment, statements typed into the console. Each is a fork, and is kept. */
import assert from 'node:assert/strict';
import { type Client, clientFor, slowClient } from './client';

const SEND = ['handshake client -> server', 'client send 5000', 'wait 20ms', 'run', 'expect server.received == 5000'];

async function begun(lines: readonly string[], steps: readonly string[]): Promise<Client> {
  const client = clientFor(...lines);
  await client.launch({ program: 'a.tcpscn', stopOnEntry: true });
  for (const step of steps) await client.move(step);
  return client;
}

async function setVariable(client: Client, scope: number, name: string, value: string) {
  const { scopes } = await client.get('scopes', { frameId: await client.frameId(1) });
  return client.ask('setVariable', { variablesReference: scopes[scope].variablesReference, name, value });
}

describe('setting a variable', () => {
  it('changes the run from there on, as an event of it', async () => {
    const client = await begun(SEND, ['next']);
    const response = await setVariable(client, 0, 'cwnd', '1000');
    assert.deepEqual([response.success, response.body], [true, { value: '1000', type: 'bytes' }]);
    assert.match(client.printed(), /6 {2}0\.030 {2}client {2}fork {2}client\.cwnd is set to 1000\n$/);
    assert.deepEqual(client.events('invalidated').at(-1)?.body, { areas: ['all'] });
    assert.equal(await client.top(), '2: client send 5000');
    await client.move('next');
    assert.equal(await client.value('client.sent'), '0', 'a segment does not fit the window');
    await client.move('stepBack');
    assert.equal(await client.value('cwnd', 'watch', await client.frameId(1)), '1000');
    await client.move('stepBack');
    await client.move('stepBack');
    await client.move('next');
    assert.equal(await client.value('client.cwnd'), '1000', 'the fork is part of the run');
    await client.move('restart', {});
    await client.move('next');
    assert.equal(await client.value('client.cwnd'), '14600', 'a new run knows nothing of it');
  });

  it('knows the variables of its peer by themselves, and first of all the names of the scenario', async () => {
    const client = await begun(['let mss = 5', ...SEND], ['next']);
    const response = await setVariable(client, 0, 'cwnd', '2 * cwnd + mss');
    assert.deepEqual([response.success, response.body.value], [true, '29205']);
    assert.equal((await setVariable(client, 0, 'cwnd', '2 * cwnds')).message, 'unknown name "cwnds"');
  });

  it('forgets the future that was', async () => {
    const client = await begun(SEND, ['next', 'next', 'next']);
    await client.move('stepBack');
    assert.equal(client.events('stopped').at(-1)?.body.description, 'Rewound to 6 of 12');
    await client.get('setExpression', { expression: 'server.rcv.wnd', value: '0' });
    await client.move('next');
    assert.equal(client.events('stopped').at(-1)?.body.description, undefined);
    assert.equal(await client.value('server.received'), '0');
  });

  it('takes sequence numbers, durations and "off" where they belong', async () => {
    const client = await begun(SEND, ['next', 'next']);
    const set = async (expression: string, value: string) =>
      (await client.get('setExpression', { expression, value })).value;
    assert.equal(await set('client.timer.retransmit', '200ms'), '200ms');
    assert.equal(await set('client.timer.retransmit', 'off'), 'off');
    assert.equal(await set('server.rcv.nxt', '1461'), '1461');
    assert.equal(await set('server.rcv.nxt', '#5'), '5');
    assert.equal(await set('client.rto', '2 * client.rto'), '2s');
    assert.equal(await set('snd.wnd', '0'), '0');
    const frameId = await client.frameId(2);
    const ofServer = { frameId, expression: 'rcv.wnd', value: '2 * mss + (rcv.wnd - server.rcv.wnd)' };
    assert.equal((await client.get('setExpression', ofServer)).value, '2920');
    await client.move('next');
    assert.equal(await client.value('server.received'), '4376', 'the first four bytes lie below what it expects');
  });

  it('refuses what follows from the protocol, what makes no sense, and what does not exist', async () => {
    const client = await begun(SEND, ['next']);
    const refused = async (expression: string, value: string) => client.refused('setExpression', { expression, value });
    assert.equal(
      await refused('client.state', 'CLOSED'),
      'state follows from what was sent and received, and from the rows of the state machine',
    );
    assert.equal(await refused('client.cwnd', '-5'), 'a number of bytes from 1 on must stand here');
    assert.equal(await refused('client.cwnd', '200ms'), 'a number of bytes from 1 on must stand here');
    assert.equal(await refused('client.rto', '5'), 'a duration above 0 must stand here, as 200ms');
    assert.equal(
      await refused('client.timer.timewait', '1s'),
      'the timer does not run, and nothing is there that it could time',
    );
    assert.equal(await refused('client.cwndd', '5'), 'client.cwndd cannot be set');
    assert.equal(await refused('client.cwnd', 'clinet.cwnd'), 'unknown name "clinet"; did you mean "client"?');
    assert.equal((await setVariable(client, 2, 'to be read', '5')).message, 'to be read cannot be set');
    const { scopes } = await client.get('scopes', { frameId: await client.frameId(1) });
    const { variables } = await client.get('variables', { variablesReference: scopes[0].variablesReference });
    const writable = variables.filter(
      ({ presentationHint }: { presentationHint?: object }) => presentationHint === undefined,
    );
    assert.deepEqual(
      writable.map(({ name }: { name: string }) => name),
      ['snd.wnd', 'snd.wl1', 'snd.wl2', 'rcv.nxt', 'rcv.wnd', 'mss', 'cwnd', 'ssthresh', 'rto', 'srtt'],
    );
  });

  it('is refused inside a line that is not divided', async () => {
    const client = await begun(SEND, ['stepIn', 'stepIn']);
    assert.equal(await client.top(), '1: handshake client -> server');
    assert.equal(
      await client.refused('setExpression', { expression: 'client.rto', value: '2s' }),
      'inside this line the run cannot be changed; step to the next line first',
    );
  });

  it('can be done between the events of a line that lets time pass', async () => {
    const client = await begun(SEND, ['next', 'next', 'stepIn', 'stepOut']);
    assert.equal(await client.top(), '3: wait 20ms');
    await client.get('setExpression', { expression: 'server.rcv.wnd', value: '0' });
    assert.equal(await client.top(), '3: wait 20ms');
    await client.move('next');
    assert.equal(await client.value('time'), '50ms', 'the wait goes on as long as it did');
    assert.equal(await client.value('server.received'), '1460');
  });
});

describe('the next segment', () => {
  it('can be chosen where a line may let several in', async () => {
    const client = await begun(SEND, ['next', 'next']);
    const targets = async () => (await client.get('stepInTargets', { frameId: await client.frameId(1) })).targets;
    const found = await targets();
    assert.deepEqual(
      found.map(({ label }: { label: string }) => label),
      [
        'client -> server  ACK seq=1 ack=1 len=1460',
        'client -> server  ACK seq=1461 ack=1 len=1460',
        'client -> server  ACK seq=2921 ack=1 len=1460',
      ],
    );
    await client.move('stepIn', { threadId: 1, targetId: found[1].id });
    assert.equal((await client.stack(2))[1], '3: 8  client -> server  ACK seq=1461 ack=1 len=1460 arrives');
    await client.move('stepOut');
    assert.equal(await client.value('server.received'), '0', 'it has come too early, and is kept');
    assert.match(await client.scope('Buffers', 2), /out of order = 1 piece\n/);
    assert.equal((await client.move('continue')).reason, 'end');
    assert.ok(client.printed().endsWith('"a" has ended, and everything held\n'));
  });

  it('is the first one without a fork', async () => {
    const client = await begun(SEND, ['next', 'next']);
    const { targets } = await client.get('stepInTargets', { frameId: await client.frameId(1) });
    await client.move('stepIn', { threadId: 1, targetId: targets[0].id });
    assert.ok(!client.printed().includes('fork'));
    assert.equal(
      await client.refused('stepIn', { threadId: 1, targetId: targets[1].id }),
      'this target belongs to a moment that was left',
    );
  });

  it('cannot be chosen where none arrives, or only one', async () => {
    const client = await begun(SEND, ['next']);
    assert.deepEqual((await client.get('stepInTargets', { frameId: await client.frameId(1) })).targets, []);
  });
});

describe('the console', () => {
  it('executes statements of the language, and says what came of them', async () => {
    const client = await begun(SEND, ['next']);
    assert.equal(await client.value('client send 100', 'repl'), 'ok');
    assert.equal(await client.value('drop next client -> server', 'repl'), '1 event');
    assert.equal(await client.value('run', 'repl'), '1 event');
    assert.equal(await client.value('expect server.received == 100', 'repl'), 'the condition does not hold');
    assert.equal(await client.value('wait 2s', 'repl'), '4 events');
    assert.equal(await client.value('expect server.received == 100', 'repl'), 'holds');
    assert.equal(await client.value('server connect', 'repl'), 'error: connection already exists');
    assert.equal(await client.top(), '2: client send 5000');
    assert.match(client.printed(), /fork {2}typed in: drop next client -> server\n/);
    await client.move('reverseContinue');
    assert.equal((await client.move('continue')).reason, 'exception', 'what was typed is judged on the way, too');
  });

  it('knows the names that were typed, once and for all', async () => {
    const client = await begun(SEND, ['next']);
    await client.get('evaluate', { expression: 'client send 10', context: 'repl' });
    await client.get('evaluate', { expression: 'client -> server DATA as d1', context: 'repl' });
    await client.get('evaluate', { expression: 'let t1 = time', context: 'repl' });
    assert.equal(await client.value('d1.len + 5'), '15');
    assert.equal(await client.value('t1'), '40ms');
    assert.equal(await client.value('replay d1', 'repl'), '1 event');
    assert.equal(await client.value('let t1 = 5', 'repl'), '0 events');
    assert.equal(await client.value('t1'), '5');
  });

  it('refuses what is no statement for a console', async () => {
    const client = await begun(SEND, ['next']);
    const refused = async (expression: string) => client.refused('evaluate', { expression, context: 'repl' });
    assert.equal(await refused('scenario "x"'), 'this line starts a part of a file, and does nothing by itself');
    assert.equal(
      await refused('peer client mss=100'),
      'peers are declared before the run; options are changed with "client set option=value"',
    );
    assert.equal(await refused('clinet send 5'), 'unknown peer "clinet"; did you mean "client"?');
    assert.equal(await refused('client snd 5'), 'unknown verb "snd"; did you mean "send"?');
    assert.equal(await refused('replay s1'), 'unknown segment "s1"; a segment gets its name from "as s1" on its line');
    assert.match(await refused(''), /expected an expression/);
  });

  it('can be stopped where a statement takes long, and then nothing has happened', async () => {
    const client = slowClient('handshake client -> server', 'run');
    await client.launch({ program: 'a.tcpscn', stopOnEntry: true });
    await client.move('next');
    await client.get('evaluate', { expression: 'client send 100MB', context: 'repl' });
    const asked = client.messages.filter(({ type }) => type === 'response').length + 1;
    const typed = client.ask('evaluate', { expression: 'run', context: 'repl' });
    await new Promise((resolve) => setImmediate(resolve));
    await client.get('cancel', { requestId: asked });
    assert.equal((await typed).message, 'cancelled');
    assert.equal(await client.value('client.acked'), '0');
    assert.equal(await client.top(), '2: run');
  });

  it('shows how far a statement is that takes long, and can be cancelled there', async () => {
    const client = slowClient('handshake client -> server', 'run');
    await client.launch({ program: 'a.tcpscn', stopOnEntry: true });
    await client.move('next');
    await client.get('evaluate', { expression: 'client send 100MB', context: 'repl' });
    const shown = client.next('progressUpdate');
    const typed = client.ask('evaluate', { expression: 'run', context: 'repl' });
    const { progressId, message } = (await shown).body;
    assert.match(message, /^event \d+$/);
    const [begun] = client.events('progressStart');
    assert.deepEqual(
      [begun?.body.progressId, begun?.body.title, begun?.body.cancellable],
      [progressId, 'Running run', true],
    );
    await client.get('cancel', { progressId });
    assert.equal((await typed).message, 'cancelled');
    assert.deepEqual(client.events('progressEnd').at(-1)?.body, { progressId });
    assert.equal(await client.value('client.acked'), '0');
  });

  it('does not keep a session from ending', async () => {
    for (const command of ['terminate', 'disconnect']) {
      const client = slowClient('handshake client -> server', 'run');
      await client.launch({ program: 'a.tcpscn', stopOnEntry: true });
      await client.move('next');
      await client.get('evaluate', { expression: 'client send 100MB', context: 'repl' });
      const typed = client.ask('evaluate', { expression: 'run', context: 'repl' });
      await new Promise((resolve) => setImmediate(resolve));
      await client.get(command);
      assert.equal((await typed).message, 'cancelled');
      assert.equal(client.events('terminated').length, 1);
    }
  });

  it('can go on when the scenario has ended', async () => {
    const client = await begun(['finally client CLOSED', 'handshake client -> server', 'client abort'], []);
    await client.move('continue');
    assert.equal(await client.value('client connect', 'repl'), 'ok');
    assert.equal(await client.value('client', 'repl'), 'SYN_SENT');
    assert.equal((await client.move('stepBack')).reason, 'step');
  });
});

describe('evaluation', () => {
  it('gives expressions of the language, peers and the wire, in watches and hovers', async () => {
    const client = await begun(SEND, ['next', 'next']);
    assert.equal(await client.value('client.snd.nxt - client.snd.una'), '4380');
    assert.equal(await client.value('client ESTABLISHED and wire.count == 3', 'hover'), 'true');
    assert.equal(await client.value('snd.nxt', 'hover', await client.frameId(1)), '4381');
    assert.equal(await client.value('snd.nxt', 'hover', await client.frameId(2)), '1');
    const { result, type, variablesReference } = await client.get('evaluate', { expression: 'client' });
    assert.deepEqual([result, type], ['ESTABLISHED', 'peer']);
    assert.match(await client.listed(variablesReference), /^state = ESTABLISHED\n/);
    const wire = await client.get('evaluate', { expression: 'wire' });
    assert.equal(wire.result, '3 segments');
    assert.match(await client.listed(wire.variablesReference), /^1 = client -> server {2}ACK seq=1 ack=1 len=1460\n/);
    assert.equal((await client.get('evaluate', { expression: 'client.cwnd', format: { hex: true } })).result, '0x3908');
  });

  it('says what is wrong with what is no expression', async () => {
    const client = await begun(SEND, []);
    const refused = async (expression: string) => client.refused('evaluate', { expression, context: 'watch' });
    assert.equal(await refused('client.snd.nx'), '"client" has no "snd.nx"; did you mean "snd.nxt"?');
    assert.equal(await refused('snd.nxt'), '"snd.nxt" is a variable of a peer; write "client.snd.nxt"');
    assert.match(await refused('client send 5'), /^unknown state "send"/);
  });

  it('completes what one types', async () => {
    const client = await begun(['let start = time', 'client connect', 'client -> server SYN as s1'], []);
    const labels = async (text: string) =>
      (await client.get('completions', { text, column: text.length + 1 })).targets.map(
        ({ label }: { label: string }) => label,
      );
    assert.deepEqual(await labels('client.snd.w'), ['snd.wnd', 'snd.wl1', 'snd.wl2']);
    assert.deepEqual(await labels('s1.t'), ['tsval', 'time']);
    assert.deepEqual(await labels('client c'), ['connect', 'close', 'crash', 'CLOSED', 'CLOSE_WAIT', 'CLOSING']);
    assert.deepEqual(await labels('expect client E'), ['ESTABLISHED']);
    assert.deepEqual(await labels('st'), ['start']);
    assert.deepEqual(await labels('dr'), ['drop']);
    const { targets } = await client.get('completions', { text: 'client.cw > 5', column: 10 });
    assert.deepEqual(targets, [
      { label: 'cwnd', type: 'property', detail: 'The congestion window.', start: 8, length: 2 },
    ]);
  });
});
