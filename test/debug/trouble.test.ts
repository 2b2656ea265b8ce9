/** What goes wrong: each time a sentence that says what, and a session from which one can go on. */
import assert from 'node:assert/strict';
import { Client, clientFor, slowClient } from './client';

const OPEN = ['handshake client -> server', 'client send 5', 'run'];
const source = { path: 'a.tcpscn' };

async function begun(lines: readonly string[] = OPEN, args: object = {}): Promise<Client> {
  const client = clientFor(...lines);
  await client.launch({ program: 'a.tcpscn', stopOnEntry: true, ...args });
  return client;
}

/** A run that takes long, on a machine where every look at the clock takes 5 ms. */
async function endless(lines: readonly string[], args: object = {}): Promise<Client> {
  const client = slowClient(...lines);
  await client.launch({ program: 'a.tcpscn', stopOnEntry: true, ...args });
  return client;
}

/** Longer than anybody waits: it ends at a million events. */
const FOR_EVER = ['handshake client -> server', 'client send 900MB', 'run'];

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('a launch', () => {
  const refusal = async (text: string, more: object = {}) => {
    const client = new Client({ read: async () => text });
    await client.get('initialize');
    const { message, body, success } = await client.ask('launch', { program: '/x/a.tcpscn', ...more });
    assert.ok(!success);
    assert.equal(body.error.showUser, true);
    // The session can be launched anew, with a file that has no errors.
    await client.get('launch', { program: 'b.tcpscn', text: 'run' });
    return message;
  };

  it('of a file with errors says the first one, and where it is', async () => {
    assert.equal(
      await refusal('run\nclient sent 5\nclinet close'),
      'a.tcpscn:2:8: unknown verb "sent"; did you mean "send" or "set"?',
    );
  });

  it('of a file without a statement says so', async () => {
    assert.equal(await refusal(''), 'a.tcpscn:1:1: this file has no statement');
    assert.equal(await refusal('# nothing\r\n\r\n'), 'a.tcpscn:1:1: this file has no statement');
    assert.equal(
      await refusal('scenario "one"\nscenario "two"\nrun'),
      '"one" has no statement that could run; write one, as "handshake client -> server"',
    );
  });

  it('twice is refused, and the first goes on', async () => {
    const client = await begun();
    assert.equal(
      await client.refused('launch', { program: 'b.tcpscn' }),
      '"launch" cannot be asked at this point of the session',
    );
    await client.move('next');
    assert.equal(await client.top(), '2: client send 5');
  });

  it('of lines that end as on Windows has the same lines and columns', async () => {
    const client = new Client({ read: async () => `\uFEFF${OPEN.join('\r\n')}\r\n` });
    await client.launch({ program: 'a.tcpscn', stopOnEntry: true }, async () => {
      await client.get('setBreakpoints', { source, breakpoints: [{ line: 3 }] });
    });
    await client.move('continue');
    const { stackFrames } = await client.get('stackTrace', { threadId: 1 });
    const [{ name, line, column }] = stackFrames;
    assert.deepEqual([name, line, column], ['run', 3, 1]);
  });
});

describe('peers whose names are words of the language', () => {
  it('are debugged like others', async () => {
    const client = await begun(['peer timer', 'peer SYN', 'handshake timer -> SYN', 'timer send 5', 'run']);
    assert.deepEqual(await client.threads(), ['timer (CLOSED)', 'SYN (CLOSED)']);
    const stops: string[] = [];
    for (const name of [
      'SYN',
      'SYN SYN',
      'SYN ESTABLISHED',
      'timer retransmit',
      'timer timer retransmit',
      'timer ACK',
    ]) {
      const { breakpoints } = await client.get('setFunctionBreakpoints', { breakpoints: [{ name }] });
      const { reason } = await client.move('continue');
      stops.push(`${name}: ${breakpoints[0].verified}, ${reason} at ${await client.value('time')}`);
      await client.move('tcpscn/travel', { n: 0 });
    }
    assert.deepEqual(stops, [
      'SYN: true, function breakpoint at 10ms',
      'SYN SYN: true, function breakpoint at 10ms',
      'SYN ESTABLISHED: true, function breakpoint at 30ms',
      'timer retransmit: true, end at 50ms',
      'timer timer retransmit: true, end at 50ms',
      'timer ACK: true, function breakpoint at 50ms',
    ]);
    await client.move('next');
    assert.equal(await client.value('SYN ESTABLISHED'), 'true');
    assert.equal(await client.value('timer.snd.nxt'), '1');
  });
});

describe('a breakpoint', () => {
  it('on a finally is met where that is declared and where it is judged', async () => {
    const client = await begun(['handshake client -> server', 'finally client CLOSED', 'client abort', 'run']);
    await client.get('setBreakpoints', { source, breakpoints: [{ line: 2 }] });
    assert.equal((await client.move('continue')).reason, 'breakpoint');
    assert.equal(await client.value('client'), 'ESTABLISHED');
    assert.equal((await client.move('continue')).reason, 'breakpoint');
    assert.equal(await client.value('client'), 'CLOSED');
    assert.equal((await client.move('continue')).reason, 'end');
  });

  it('can be set while the scenario runs, and stops it', async () => {
    const client = await endless(FOR_EVER);
    await client.get('continue', { threadId: 1 });
    await turn();
    const stopped = client.next('stopped');
    const { breakpoints } = await client.get('setFunctionBreakpoints', {
      breakpoints: [{ name: 'server arrive DATA' }],
    });
    assert.equal(breakpoints[0].verified, true);
    assert.equal((await stopped).body.reason, 'function breakpoint');
  });

  it('on data of a peer that does not exist says so', async () => {
    const client = await begun();
    const { breakpoints } = await client.get('setDataBreakpoints', { breakpoints: [{ dataId: 'sever.state' }] });
    assert.deepEqual(
      [breakpoints[0].verified, breakpoints[0].message],
      [false, 'no peer has a variable sever.state; the peers are client and server'],
    );
    const info = await client.get('dataBreakpointInfo', { name: 'sever.state' });
    assert.deepEqual([info.dataId, info.description], [null, 'sever.state is not a variable of a peer']);
  });
});

describe('a run that never ends', () => {
  it('can be paused, looked at, and gone on with', async () => {
    const client = await endless(FOR_EVER);
    for (let time = 0; time < 3; time += 1) {
      const stopped = client.next('stopped');
      await client.get('continue', { threadId: 1 });
      await turn();
      await client.get('pause', { threadId: 1 });
      assert.equal((await stopped).body.reason, 'pause');
      assert.equal(await client.top(), '3: run');
    }
    assert.ok(Number(await client.value('client.sent')) > 0);
  });

  it('can be restarted while it goes on, and is then at its begin', async () => {
    const client = await endless(FOR_EVER);
    const shown = client.next('progressUpdate');
    await client.get('continue', { threadId: 1 });
    const { progressId } = (await shown).body;
    const stopped = client.next('stopped');
    await client.get('restart', {});
    assert.equal((await stopped).body.reason, 'restart');
    for (let time = 0; time < 50; time += 1) await turn();
    assert.deepEqual(
      client.events('progressEnd').map(({ body }) => body.progressId),
      [progressId],
    );
    assert.equal(await client.value('time'), '0us');
    assert.equal(client.events('stopped').length, 2, 'the run that was left says nothing more');
  });

  it('can be left while it goes on', async () => {
    for (const command of ['disconnect', 'terminate']) {
      const client = await endless(FOR_EVER);
      await client.get('continue', { threadId: 1 });
      await turn();
      await client.get(command);
      for (let time = 0; time < 50; time += 1) await turn();
      assert.equal(client.events('terminated').length, 1);
      assert.equal(client.events('stopped').length, 1);
      assert.equal(client.ended, command === 'disconnect');
      const { length } = client.messages;
      for (let time = 0; time < 50; time += 1) await turn();
      assert.equal(client.messages.length, length, 'nothing is said any more');
    }
  });

  it('is travelled back by an interrupted Reverse Continue without a jump', async () => {
    const client = await endless(FOR_EVER);
    await client.move('tcpscn/travel', { n: 30_000 });
    const stopped = client.next('stopped');
    await client.get('reverseContinue', { threadId: 1 });
    await turn();
    await client.get('pause', { threadId: 1 });
    const { reason, description } = (await stopped).body;
    assert.equal(reason, 'pause');
    const [, at] = /^Rewound to (\d+) of 30000$/.exec(description) ?? [];
    assert.ok(Number(at) > 20_000 && Number(at) < 30_000, description);
  });
});

describe('what makes no sense', () => {
  it('in the console is refused with what is wrong and what may have been meant', async () => {
    const client = await begun(OPEN);
    const said = (expression: string) => client.refused('evaluate', { expression, context: 'repl' });
    assert.equal(await said('clinet send 5'), 'unknown peer "clinet"; did you mean "client"?');
    assert.equal(await said('client snd 5'), 'unknown verb "snd"; did you mean "send"?');
    assert.equal(await said('???'), 'cannot read "???"');
    assert.equal(await said(''), 'expected an expression');
    assert.equal(await said('client.cwnd +'), 'expected a value after "+"');
    assert.equal(await said('run fast'), 'unexpected "fast" after a complete line');
    assert.equal(await said('1 / 0'), 'unexpected "/ 0" after a complete line');
    assert.equal(await client.value('2 * 21', 'repl'), '42');
    assert.equal(await client.value('client.acked + 5', 'repl'), '5');
  });

  it('of a variable is refused, and nothing has changed', async () => {
    const client = await begun(OPEN);
    await client.move('next');
    const set = (value: string) => client.refused('setExpression', { expression: 'client.cwnd', value });
    assert.equal(await set('many'), 'unknown name "many"');
    assert.equal(await set(''), 'expected an expression');
    assert.equal(await set('1e9'), 'unknown unit "e9"');
    assert.equal(await set('client CLOSED'), 'a number of bytes from 1 on must stand here');
    assert.equal(await client.value('client.cwnd'), '14600');
    assert.doesNotMatch(client.printed(), /fork/);
  });

  it('as a place to jump to is refused: another scenario, another file', async () => {
    const client = await begun(['scenario "one"', 'run', 'scenario "two"', 'client connect', 'run']);
    const response = await client.ask('gotoTargets', { source, line: 4 });
    assert.deepEqual(response.body.targets, []);
    assert.deepEqual((await client.get('gotoTargets', { source: { path: 'b.tcpscn' }, line: 2 })).targets, []);
    const [target] = (await client.get('gotoTargets', { source, line: 2 })).targets;
    await client.move('goto', { threadId: 1, targetId: target.id });
    assert.equal(
      await client.refused('goto', { threadId: 1, targetId: target.id }),
      'this target belongs to a moment that was left',
    );
  });
});
