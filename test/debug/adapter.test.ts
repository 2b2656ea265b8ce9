/** Whatever a client sends: one response for each request, an error where it makes no sense, and the session goes on. */
import assert from 'node:assert/strict';
import { ERROR_CODES } from '../../src/debug/errors';
import { Client, clientFor } from './client';
import { nonsense } from './nonsense';

const HANDSHAKE = ['handshake client -> server', 'client send 100', 'run', 'expect server.received == 100'];

describe('an adapter', () => {
  it('says nothing before the first request, and refuses whatever comes before initialize', async () => {
    const client = clientFor(...HANDSHAKE);
    assert.deepEqual(client.messages, []);
    assert.equal(await client.refused('threads'), '"threads" cannot be asked at this point of the session');
    assert.equal(
      await client.refused('launch', { program: 'x' }),
      '"launch" cannot be asked at this point of the session',
    );
    assert.equal((await client.get('initialize')).supportsStepBack, true);
    assert.equal(await client.refused('initialize'), '"initialize" cannot be asked at this point of the session');
  });

  it('answers requests that it does not know, and arguments that are none, with the name of what is wrong', async () => {
    const client = clientFor(...HANDSHAKE);
    await client.launch({ program: 'a.tcpscn', stopOnEntry: true });
    assert.equal(await client.refused('disassemble'), '"disassemble" is not a request that this adapter knows');
    assert.equal(await client.refused('constructor'), '"constructor" is not a request that this adapter knows');
    assert.equal(await client.refused('stackTrace'), 'the argument "threadId" must be a whole number');
    assert.equal(
      await client.refused('stackTrace', { threadId: 7 }),
      'there is no thread 7; the two peers are threads 1 and 2',
    );
    assert.equal(await client.refused('scopes', { frameId: 1.5 }), 'the argument "frameId" must be a whole number');
    assert.equal(await client.refused('evaluate', { expression: {} }), 'the argument "expression" must be a text');
    assert.equal(await client.refused('evaluate', []), 'the argument "arguments" must be an object');
    const response = await client.ask('disassemble');
    assert.deepEqual(response.body.error, {
      id: 1001,
      format: '"disassemble" is not a request that this adapter knows',
      showUser: false,
      variables: { code: 'unknown-request' },
    });
  });

  it('gives every reason a number of its own', () => {
    const codes = Object.values(ERROR_CODES);
    assert.equal(new Set(codes).size, codes.length);
  });

  it('gives a list of breakpoints even where it refuses: without one VS Code waits for ever', async () => {
    const client = clientFor(...HANDSHAKE);
    await client.get('initialize');
    const response = await client.ask('setFunctionBreakpoints', { breakpoints: 'none' });
    assert.deepEqual([response.success, response.body.breakpoints], [false, []]);
  });

  it('ignores what is no request', async () => {
    const client = clientFor(...HANDSHAKE);
    for (const message of [undefined, null, 7, 'x', [], {}, { type: 'response' }, { type: 'event', event: 'x' }]) {
      client.adapter.receive(message);
    }
    await new Promise((resolve) => setImmediate(resolve));
    assert.deepEqual(client.messages, []);
  });

  it('answers requests in their order, even while the program is read', async () => {
    const client = new Client({
      read: async () => {
        for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
        return HANDSHAKE.join('\n');
      },
    });
    const answers = [
      client.ask('initialize'),
      client.ask('launch', { program: 'a.tcpscn', stopOnEntry: true }),
      client.ask('setFunctionBreakpoints', { breakpoints: [{ name: 'SYN' }] }),
      client.ask('configurationDone'),
      client.ask('threads'),
    ];
    const responses = await Promise.all(answers);
    assert.deepEqual(
      responses.map(({ success, command }) => `${command} ${success}`),
      ['initialize true', 'launch true', 'setFunctionBreakpoints true', 'configurationDone true', 'threads true'],
    );
  });

  it('takes back a request that still waits', async () => {
    const client = new Client({
      read: async () => {
        await new Promise((resolve) => setImmediate(resolve));
        return HANDSHAKE.join('\n');
      },
    });
    await client.get('initialize');
    const launched = client.ask('launch', { program: 'a.tcpscn' });
    const threads = client.ask('threads');
    const cancelled = client.ask('cancel', { requestId: 3 });
    assert.deepEqual(
      [(await launched).success, (await threads).message, (await cancelled).success],
      [true, 'cancelled', true],
    );
  });

  it('outlives 20,000 requests that make no sense, and answers each', async function () {
    this.timeout(120_000);
    const begun = async (): Promise<Client> => {
      const client = clientFor(...HANDSHAKE.slice(0, 2), 'run', 'client close', 'wait 1s', 'client abort');
      await client.launch({ program: 'a.tcpscn', stopOnEntry: true });
      return client;
    };
    let client = await begun();
    for (const [command, more] of nonsense(20_000, 7)) {
      const { message = '' } = await client.ask(command, more);
      assert.ok(!message.includes('broke one of its own rules'), `${command} ${JSON.stringify(more)}: ${message}`);
      assert.ok(!client.printed().includes('broke one of its own rules'), client.printed());
      // Going on from the end, as may have been asked, ends a session.
      if (client.events('terminated').length > 0) client = await begun();
      else if (client.messages.length > 500) client.forget();
    }
    assert.equal(await client.refused('evaluate', { expression: ')' }).then((message) => message.length > 0), true);
  });
});
