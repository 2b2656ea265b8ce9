/** What is shown where one stands: threads, causes, scopes, bytes, texts. */
import assert from 'node:assert/strict';
import { type Client, clientFor } from './client';

async function begun(lines: readonly string[], steps: readonly string[]): Promise<Client> {
  const client = clientFor(...lines);
  await client.launch({ program: 'a.tcpscn', stopOnEntry: true });
  for (const step of steps) await client.move(step);
  return client;
}

const OPEN = [
  'peer client iss=300',
  'peer server iss=100 window=1000',
  'server listen',
  'client connect',
  'run',
  'client send "hello"',
  'run',
];

describe('the call stack', () => {
  it('leads from the line down the causes to the application', async () => {
    const client = await begun(OPEN, ['next', 'next', 'next']);
    assert.deepEqual(await client.threads(), ['client (ESTABLISHED)', 'server (ESTABLISHED)']);
    assert.deepEqual(await client.stack(2), [
      '6: client send "hello"',
      '46: 3.10.7.4, fifth check: rcv ACK of SYN, SYN_RCVD -> ESTABLISHED',
      '5: 5  client -> server  ACK seq=1 ack=1 arrives',
      '5: 4  server -> client  SYN+ACK seq=0 ack=1 arrives',
      '5: 3  client -> server  SYN seq=0 arrives',
      '4: 2  client connect',
    ]);
  });

  it('shows in each frame the moment that it is about, and changes only the present', async () => {
    const client = await begun(OPEN, ['next', 'next', 'next']);
    assert.match(await client.scope('TCB', 2, 0), /^state = ESTABLISHED\n/);
    assert.match(await client.scope('TCB', 2, 4), /^state = SYN_RCVD\n/);
    assert.match(await client.scope('TCB', 2, 5), /^state = SYN_SENT\n/);
    assert.equal(
      await client.scope('Changed by this step', 2, 4),
      [
        'state = LISTEN -> SYN_RCVD',
        'iss = off -> 100',
        'irs = off -> 300',
        'snd.una = off -> 0',
        'snd.nxt = off -> 1',
        'snd.wnd = off -> 65535',
        'snd.wl1 = off -> 0',
        'snd.wl2 = off -> -100',
        'rcv.nxt = off -> 1',
        'rcv.wnd = off -> 1000',
        'mss = off -> 1460',
        'cwnd = off -> 0',
        'rto = off -> 1s',
        'timer.retransmit = off -> due at 1.010 s',
      ].join('\n'),
    );
    assert.equal(await client.value('server.state', 'watch', await client.frameId(2, 4)), 'SYN_RCVD');
    const frameId = await client.frameId(2, 4);
    const past = 'only the present can be changed; Restart Frame goes back there';
    assert.equal(await client.refused('setExpression', { expression: 'server.mss', value: '100', frameId }), past);
    assert.equal(await client.refused('evaluate', { expression: 'server close', context: 'repl', frameId }), past);
  });

  it('is given in parts, as a client asks for it', async () => {
    const client = await begun(OPEN, ['next', 'next', 'next']);
    const part = async (startFrame: number, levels: number) =>
      client.get('stackTrace', { threadId: 2, startFrame, levels });
    const top = await part(0, 1);
    assert.equal(top.stackFrames.length, 1);
    assert.ok(top.totalFrames > 1);
    const rest = await part(1, 19);
    assert.deepEqual([rest.stackFrames.length, rest.totalFrames], [5, 6]);
  });

  it('stands inside a segment at its check, whose document is a source', async () => {
    const client = await begun(OPEN, ['next', 'next', 'stepIn']);
    const { stackFrames } = await client.get('stackTrace', { threadId: 2 });
    assert.deepEqual(stackFrames[0].source, {
      name: 'LISTEN.md',
      sourceReference: 2,
      origin: 'RFC 9293, 3.10.7.2',
      presentationHint: 'deemphasize',
    });
    const { content, mimeType } = await client.get('source', { source: stackFrames[0].source, sourceReference: 2 });
    assert.equal(mimeType, 'text/x-markdown');
    assert.match(content.split('\n')[stackFrames[0].line - 1], /^### First check: RST/);
    assert.equal((await client.get('loadedSources')).sources.length, 2);
    assert.deepEqual(
      client.events('loadedSource').map(({ body }) => body.source.name),
      ['LISTEN.md'],
    );
    assert.equal(await client.refused('source', { sourceReference: 77 }), 'the adapter has no such source');
    assert.equal(
      await client.scope('Looked at', 2),
      [
        'question = Is it a reset? Nothing was sent yet that it could be about.',
        'CTL = SYN',
        'found = nothing; the next check follows',
      ].join('\n'),
    );
  });
});

describe('the scopes', () => {
  it('have names, timers, buffers, the wire, and what the step has changed', async () => {
    const client = await begun(OPEN, ['next', 'next', 'next', 'next']);
    const { scopes } = await client.get('scopes', { frameId: await client.frameId(1) });
    assert.deepEqual(
      scopes.map(({ name }: { name: string }) => name),
      ['TCB', 'Timers', 'Buffers', 'On the wire', 'Changed by this step'],
    );
    assert.equal(
      await client.scope('Timers'),
      [
        'retransmit = 1s (due at 1.030 s)',
        'persist = off',
        'timewait = off',
        'delayedack = off',
        'usertimeout = off',
      ].join('\n'),
    );
    assert.equal(
      await client.scope('Buffers'),
      [
        'to be acknowledged = 5 bytes  "hello"',
        'not sent yet = 0 bytes',
        'retransmission queue = 1 segment',
        'out of order = 0 pieces',
        'to be read = 0 bytes',
        'read = 0 bytes',
      ].join('\n'),
    );
    assert.equal(await client.scope('On the wire'), '1 = client -> server  PSH+ACK seq=1 ack=1 len=5');
    assert.equal(
      await client.scope('Changed by this step'),
      ['snd.nxt = 1 -> 6', 'sent = 0 -> 5', 'timer.retransmit = off -> due at 1.030 s'].join('\n'),
    );
  });

  it('show of a scripted peer what can be inferred', async () => {
    const client = await begun(
      ['peer server scripted', 'client connect', 'client -> server SYN', 'server -> client SYN+ACK'],
      ['next', 'next'],
    );
    assert.equal(await client.scope('TCB', 1), 'state (inferred) = LISTEN');
    assert.equal(await client.scope('Changed by this step', 1), 'state = CLOSED -> LISTEN');
    assert.deepEqual(await client.threads(), ['server (LISTEN)', 'client (SYN_SENT)']);
  });

  it('show the parts of a segment, with absolute numbers if one asks for them', async () => {
    const client = await begun(OPEN, ['next', 'next']);
    const parts = async (): Promise<string> => {
      const { scopes } = await client.get('scopes', { frameId: await client.frameId(1) });
      const { variables } = await client.get('variables', { variablesReference: scopes[3].variablesReference });
      return client.listed(variables[0].variablesReference);
    };
    const rest = ['win = 65535', 'len = 0', 'mss = 1460', 'sent = at 0.000 s, by event 2', 'due = 0.010 s'];
    assert.equal(await parts(), ['flags = SYN', 'seq = 0', ...rest].join('\n'));
    assert.deepEqual(await client.get('tcpscn/numbers'), { numbers: 'absolute' });
    assert.deepEqual(client.events('invalidated').at(-1)?.body, { areas: ['all'] });
    assert.equal(await parts(), ['flags = SYN', 'seq = #300', ...rest].join('\n'));
    assert.match(await client.scope('TCB'), /\nsnd.una = #300\nsnd.nxt = #301\n/);
    assert.equal(await client.value('client.snd.nxt'), '#301');
    assert.deepEqual(await client.get('tcpscn/numbers', { numbers: 'relative' }), { numbers: 'relative' });
    assert.equal(await client.value('client.snd.nxt'), '1');
    assert.equal(
      await client.refused('tcpscn/numbers', { numbers: 'both' }),
      'the argument "numbers" must be "relative" or "absolute"',
    );
  });

  it('can be shown in hexadecimal, and in parts', async () => {
    const client = await begun(OPEN, ['next', 'next', 'next']);
    const { scopes } = await client.get('scopes', { frameId: await client.frameId(1) });
    const { variables } = await client.get('variables', {
      variablesReference: scopes[0].variablesReference,
      start: 8,
      count: 2,
      format: { hex: true },
    });
    assert.deepEqual(
      variables.map(({ name, value }: { name: string; value: string }) => `${name} ${value}`),
      ['snd.up off', 'snd.wl1 0x0'],
    );
  });

  it('belong to a moment: once it is left, they are refused', async () => {
    const client = await begun(OPEN, []);
    const frameId = await client.frameId(1);
    const { scopes } = await client.get('scopes', { frameId });
    await client.move('next');
    assert.equal(await client.refused('scopes', { frameId }), 'this stack frame belongs to a moment that was left');
    assert.equal(
      await client.refused('variables', { variablesReference: scopes[0].variablesReference }),
      'these variables belong to a moment that was left',
    );
  });
});

describe('the bytes', () => {
  async function memoryOf(client: Client, scope: string, index: number): Promise<string> {
    const { scopes } = await client.get('scopes', { frameId: await client.frameId(1) });
    const { variablesReference } = scopes.find(({ name }: { name: string }) => name === scope);
    return (await client.get('variables', { variablesReference })).variables[index].memoryReference;
  }

  it('of a segment are those of its header, its options and its text', async () => {
    const client = await begun(
      ['peer client 10.0.0.1:49152 iss=1 mss=1460', 'peer server 10.0.0.2:80', 'client connect', 'run'],
      ['next'],
    );
    const memoryReference = await memoryOf(client, 'On the wire', 0);
    const { data, unreadableBytes } = await client.get('readMemory', { memoryReference, count: 64 });
    const bytes = Buffer.from(data, 'base64');
    assert.equal(bytes.toString('hex'), `c000005000000001000000006002ffff${bytes.toString('hex', 16, 18)}0000020405b4`);
    assert.equal(unreadableBytes, 40);
    // The one's complement sum over the pseudo header and the segment, its checksum included, has every bit set.
    const pseudo = Buffer.from([10, 0, 0, 1, 10, 0, 0, 2, 0, 6, 0, bytes.length]);
    let sum = 0;
    for (const part of [pseudo, bytes]) for (let at = 0; at < part.length; at += 2) sum += part.readUInt16BE(at);
    assert.equal((sum & 0xffff) + (sum >>> 16), 0xffff);
  });

  it('of a buffer can be read from anywhere, and stay good when one has moved on', async () => {
    const client = await begun(OPEN, ['next', 'next', 'next', 'next']);
    const memoryReference = await memoryOf(client, 'Buffers', 0);
    await client.move('next');
    const read = async (offset: number, count: number) => {
      const { data = '', unreadableBytes = 0 } = await client.get('readMemory', { memoryReference, offset, count });
      return [Buffer.from(data, 'base64').toString(), unreadableBytes];
    };
    assert.deepEqual(await read(0, 3), ['hel', 0]);
    assert.deepEqual(await read(3, 10), ['lo', 8]);
    assert.deepEqual(await read(50, 10), ['', 10]);
    assert.equal(
      await client.refused('readMemory', { memoryReference: '9/segment', count: 1 }),
      'there are no such bytes at this moment',
    );
  });
});
