/** The session speaks the user's language, and shows sequence numbers as the user wants them. */
import assert from 'node:assert/strict';
import { ruleDocument } from '../../src/debug/rule-document';
import { rows } from '../../src/tcp/fsm';
import { STATES } from '../../src/tcp/state';
import { english } from '../../src/words/sentence';
import { Client, clientFor } from './client';

/** A language in which every sentence stands in brackets: what has none was not translated. */
const translate = (english: string): string => `‹${english}›`;

const LINES = [
  'peer client iss=1000',
  'peer server iss=#305419896 read=manual',
  'handshake client -> server',
  'client send 3000',
  'client -> server DATA',
  'server -> client ACK lost',
  'run',
];

async function abroad(...steps: readonly string[]): Promise<Client> {
  const client = new Client({ read: async () => LINES.join('\n'), translate });
  await client.launch({ program: 'a.tcpscn', stopOnEntry: true });
  for (const step of steps) await client.move(step);
  return client;
}

describe('the language of the user', () => {
  it('is spoken in the call stack', async () => {
    const client = await abroad('next', 'next', 'stepIn', 'stepIn');
    assert.deepEqual((await client.stack(2)).slice(0, 4), [
      '16: ‹3.10.7.4, second check (‹RST›): goes on›',
      '5: ‹7  ‹client -> server  ACK seq=1 ack=1 len=1460 arrives››',
      '4: ‹6  client send 3000›',
    ]);
    const lost = await abroad('next', 'next', 'next', 'next');
    const { stackFrames } = await lost.get('stackTrace', { threadId: 2 });
    assert.match(stackFrames.map(({ name }: { name: string }) => name).join('\n'), /arrives›/);
  });

  it('is spoken in the scopes and what they hold', async () => {
    const client = await abroad('next', 'next', 'stepIn', 'stepIn');
    const { scopes } = await client.get('scopes', { frameId: await client.frameId(2) });
    assert.deepEqual(
      scopes.map(({ name }: { name: string }) => name),
      ['‹Looked at›', '‹TCB›', '‹Timers›', '‹Buffers›', '‹On the wire›', '‹Changed by this step›'],
    );
    assert.match(
      await client.scope('‹Looked at›', 2),
      /^‹question› = ‹Is it a reset, .*›\nCTL = ACK\n(?:.*\n)*‹found› = ‹nothing; the next check follows›$/,
    );
    assert.match(await client.scope('‹Timers›', 1), /retransmit = .* \(‹due at 1\.030 s›\)/);
    assert.equal(
      await client.scope('‹Buffers›', 2),
      [
        '‹to be acknowledged› = ‹0 bytes›',
        '‹not sent yet› = ‹0 bytes›',
        '‹retransmission queue› = ‹0 segments›',
        '‹out of order› = ‹0 pieces›',
        '‹to be read› = ‹0 bytes›',
        '‹read› = ‹0 bytes›',
      ].join('\n'),
    );
    const { variables } = await client.get('variables', { variablesReference: scopes[1].variablesReference });
    assert.equal(variables.find(({ name }: { name: string }) => name === 'cwnd').type, '‹bytes›');
    assert.equal(await client.value('wire'), '‹1 segment›');
  });

  it('is spoken in the console, in errors and in completions', async () => {
    const client = await abroad('next', 'next', 'next', 'next');
    assert.match(client.printed(), /^7 .* {2}‹sends ACK› {2}/m);
    assert.match(client.printed(), /lost/);
    const { targets } = await client.get('completions', { text: 'client.cw', column: 10 });
    assert.equal(targets[0].detail, '‹The congestion window.›');
    const wrong = new Client({ translate });
    await wrong.get('initialize');
    assert.equal(
      await wrong.refused('launch', { text: 'clinet connect' }),
      '‹scenario.tcpscn:1:1: ‹unknown peer "clinet"; did you mean "client"?››',
    );
  });

  it('is spoken in the documents of the states, whose rows stand on the same lines', () => {
    for (const state of STATES) {
      const [plain, other] = [english, translate].map((each) => ruleDocument(state).text(each).split('\n'));
      assert.equal(other?.length, plain?.length);
      for (const { from, why } of rows) if (from === state) assert.ok(other?.join('\n').includes(`‹${why}›`), why);
      const left = other?.filter((line) => /^[A-Z]|^#/.test(line) && !/‹.*›/.test(line));
      assert.deepEqual(left, [`# ${state}`]);
    }
  });
});

describe('absolute sequence numbers', () => {
  it('are shown wherever relative ones were: frames, console, wire, buffers, targets', async () => {
    const client = clientFor(...LINES.slice(0, -1), 'run');
    await client.launch({ program: 'a.tcpscn', stopOnEntry: true });
    await client.get('tcpscn/numbers', { numbers: 'absolute' });
    await client.move('next');
    assert.match(client.printed(), /^4 .* server -> client {2}SYN\+ACK seq=#305419896 ack=#1001 /m);
    assert.match((await client.stack(1)).join('\n'), /server -> client {2}SYN\+ACK seq=#305419896 ack=#1001 arrives/);
    await client.move('next');
    assert.match(await client.scope('On the wire'), /^1 = client -> server {2}ACK seq=#1001 ack=#305419897 len=1460\n/);
    const { variablesReference } = (await client.get('evaluate', { expression: 'client' })) ?? {};
    assert.match(await client.listed(variablesReference), /^snd\.nxt = #3921$/m);
    await client.move('next');
    const { targets } = await client.get('stepInTargets', { frameId: await client.frameId(1) });
    assert.deepEqual(targets, [], 'only one ACK is under way');
    const { scopes } = await client.get('scopes', { frameId: await client.frameId(1) });
    const { variables } = await client.get('variables', { variablesReference: scopes[2].variablesReference });
    const queue = variables.find(({ name }: { name: string }) => name === 'retransmission queue');
    assert.match(await client.listed(queue.variablesReference), /^1 = #1001\.\.#2461\n/);
  });
});
