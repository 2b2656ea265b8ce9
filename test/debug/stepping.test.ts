/** The buttons, in both directions. */
import assert from 'node:assert/strict';
import { type Client, clientFor } from './client';

const TRANSFER = [
  'handshake client -> server',
  'let begun = time',
  'client send 3000',
  'run',
  'client close',
  'client -> server  FIN+ACK  seq=3001 ack=1',
  'expect server CLOSE_WAIT',
];

async function begun(...lines: readonly string[]): Promise<Client> {
  const client = clientFor(...(lines.length > 0 ? lines : TRANSFER));
  await client.launch({ program: 'a.tcpscn', stopOnEntry: true });
  return client;
}

/** Where each of some steps leads: the top frame of both threads if they are one, else of both. */
async function walk(client: Client, ...steps: readonly string[]): Promise<readonly string[]> {
  const places: string[] = [];
  for (const step of steps) {
    await client.move(step);
    const [one, two] = [await client.top(1), await client.top(2)];
    places.push(one === two ? one : `${one} | ${two}`);
  }
  return places;
}

describe('stepping', () => {
  it('begins before the first statement, in both threads', async () => {
    const client = await begun('peer client mss=536', '', '# a remark', 'network delay=1ms', 'client connect');
    assert.deepEqual([await client.top(1), await client.top(2)], ['5: client connect', '5: client connect']);
  });

  it('over leads to the next statement, but not to a let', async () => {
    const client = await begun();
    assert.deepEqual(await walk(client, 'next', 'next', 'next', 'next', 'next', 'next', 'next'), [
      '3: client send 3000',
      '4: run',
      '5: client close',
      '6: client -> server  FIN+ACK  seq=3001 ack=1',
      '7: expect server CLOSE_WAIT',
      '7: expect server CLOSE_WAIT',
      '7: expect server CLOSE_WAIT',
    ]);
    assert.equal(client.events('stopped').at(-1)?.body.reason, 'end');
  });

  it('back leads over the same statements, and from within one to its begin', async () => {
    const client = await begun();
    await walk(client, 'next', 'next', 'next', 'next');
    assert.deepEqual(await walk(client, 'stepBack', 'stepBack'), ['5: client close', '4: run']);
    assert.deepEqual(client.events('stopped').at(-1)?.body.description, 'Rewound to 6 of 13');
    await walk(client, ...Array(9).fill('stepIn'), 'stepOut');
    assert.notEqual(await client.value('client.acked'), '3000');
    assert.deepEqual(await walk(client, 'stepBack', 'stepBack', 'stepBack', 'stepBack'), [
      '4: run',
      '3: client send 3000',
      '1: handshake client -> server',
      '1: handshake client -> server',
    ]);
    assert.equal(client.events('stopped').at(-1)?.body.reason, 'entry');
  });

  it('into goes from event to event, and on an arriving segment from check to check', async () => {
    const client = await begun('server listen', 'client connect', 'client -> server  SYN', 'expect server SYN_RCVD');
    assert.deepEqual(await walk(client, 'stepIn', 'stepIn', 'stepIn', 'stepIn', 'stepIn', 'stepIn', 'stepIn'), [
      '2: client connect',
      '3: client -> server  SYN',
      '3: client -> server  SYN | LISTEN.md 7: 3.10.7.2, first check (RST): goes on',
      '3: client -> server  SYN | LISTEN.md 14: 3.10.7.2, second check (ACK): goes on',
      '3: client -> server  SYN | LISTEN.md 25: 3.10.7.2, third check: rcv SYN, LISTEN -> SYN_RCVD',
      '4: expect server SYN_RCVD',
      '4: expect server SYN_RCVD',
    ]);
  });

  it('out leads to the end of the event, then of the statement', async () => {
    const client = await begun();
    await walk(client, 'next', 'next', 'stepIn', 'stepIn');
    assert.match((await client.stack(2))[0] ?? '', /second check/);
    assert.deepEqual(await walk(client, 'stepOut'), ['4: run']);
    assert.equal(await client.value('server.received'), '1460');
    assert.deepEqual(await walk(client, 'stepOut'), ['5: client close']);
  });

  it('back from inside a segment leads to the begin of its line', async () => {
    const client = await begun();
    await walk(client, 'next', 'next', 'next', 'next', 'stepIn', 'stepIn', 'stepIn');
    assert.match((await client.stack(2))[0] ?? '', /fourth check/);
    assert.deepEqual(await walk(client, 'stepBack'), ['6: client -> server  FIN+ACK  seq=3001 ack=1']);
    assert.deepEqual(await client.threads(), ['client (FIN_WAIT_1)', 'server (ESTABLISHED)']);
  });

  it('shows inside a segment the state that each check finds', async () => {
    const client = await begun('handshake client -> server', 'client close', 'server close', 'run');
    await walk(client, 'next', 'next', 'next');
    const states: string[] = [];
    for (;;) {
      await client.move('stepIn');
      const [client_ = ''] = await client.threads();
      if (states.at(-1) !== client_) states.push(client_);
      if ((await client.stack(1))[0] === '4: run' && client_.includes('CLOSING')) break;
    }
    assert.deepEqual(states, ['client (FIN_WAIT_1)', 'client (CLOSING)']);
  });

  it('restarts a frame: travels to its event, or to the begin of the line', async () => {
    const client = await begun();
    await walk(client, 'next', 'next', 'next');
    assert.deepEqual(await client.stack(1), [
      '5: client close',
      '40: 3.10.7.4, fifth check: rcv ACK',
      '4: 12  server -> client  ACK seq=1 ack=3001 arrives',
      '4: 11  client -> server  PSH+ACK seq=2921 ack=1 len=80 arrives',
      '4: 10  server -> client  ACK seq=1 ack=2921 arrives',
      '4: 8  client -> server  ACK seq=1461 ack=1 len=1460 arrives',
      '3: 6  client send 3000',
    ]);
    await client.move('restartFrame', { frameId: await client.frameId(1, 3) });
    assert.equal(await client.top(), '4: run');
    assert.equal(await client.value('server.received'), '2920');
    await client.move('restartFrame', { frameId: await client.frameId(1, 0) });
    assert.equal(await client.value('server.received'), '0');
    assert.equal(
      await client.refused('restartFrame', { frameId: 1 }),
      'this stack frame belongs to a moment that was left',
    );
  });

  it('jumps to a line by travelling there, forwards and back, past every breakpoint', async () => {
    const client = await begun();
    const source = { path: 'a.tcpscn' };
    await client.get('setBreakpoints', { source, breakpoints: [{ line: 4 }] });
    const to = async (line: number): Promise<string> => {
      const { targets } = await client.get('gotoTargets', { source, line });
      const stopped = await client.move('goto', { threadId: 1, targetId: targets[0].id });
      assert.equal(stopped.reason, 'goto');
      return client.top();
    };
    assert.equal(await to(6), '6: client -> server  FIN+ACK  seq=3001 ack=1');
    assert.equal(await client.value('server.received'), '3000');
    assert.equal(await to(2), '3: client send 3000');
    assert.equal(await client.value('server.received'), '0');
    assert.deepEqual((await client.get('gotoTargets', { source, line: 8 })).targets, []);
  });

  it('shows the lines of finally when they are judged', async () => {
    const client = await begun('finally client CLOSED', 'handshake client -> server', 'client send 10');
    assert.deepEqual(await walk(client, 'next', 'next', 'next'), [
      '2: handshake client -> server',
      '3: client send 10',
      '1: finally client CLOSED',
    ]);
    const stopped = await client.move('next');
    assert.deepEqual([stopped.reason, stopped.text], ['exception', 'the condition does not hold']);
    assert.equal(await client.top(), '1: finally client CLOSED');
  });

  it('focuses the peer that a stop is about', async () => {
    const client = await begun('server listen', 'client connect', 'client -> server  SYN', 'server -> client  SYN+ACK');
    const threads = [client.events('stopped')[0]?.body.threadId];
    for (const step of ['next', 'next', 'next']) threads.push((await client.move(step)).threadId);
    assert.deepEqual(threads, [2, 1, 2, 1]);
  });
});
