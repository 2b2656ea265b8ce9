/** What a panel beside the editor is told: the events of the run, where it stands, and a way to any moment. */
import assert from 'node:assert/strict';
import { MOST_EVENTS } from '../../src/debug/follower';
import { run } from '../../src/simulation/run';
import { scenario } from '../program/page';
import { runsOf, scenarioFiles } from '../scenarios';
import { type Client, clientFor, slowClient } from './client';

const LINES = [
  'handshake client -> server',
  'let begun = time',
  'client send 3000',
  'run',
  'client close',
  'client -> server  FIN+ACK  seq=3001 ack=1',
  'server close',
];

/** A session before its first statement. */
async function begun(lines: readonly string[] = LINES): Promise<Client> {
  const client = clientFor(...lines);
  await client.launch({ program: 'a.tcpscn', stopOnEntry: true });
  return client;
}

const moments = (client: Client) => client.events('tcpscn/moment').map(({ body }) => body);
const numbers = (events: readonly { readonly n: number }[]): readonly number[] => events.map(({ n }) => n);

/** As it arrives at the other side of a wire. */
const sent = <T>(value: T): unknown => JSON.parse(JSON.stringify(value));

describe('the events of a run', () => {
  it('are told from wherever one asks, past what has happened, and the session stays where it is', async () => {
    const client = await begun();
    const told = await client.get('tcpscn/events', { first: 1, count: 1000 });
    const { events, unnamed } = run(scenario(...LINES));
    assert.deepEqual(told.events, events);
    assert.deepEqual([told.run, told.first, told.known, told.ended], [1, 1, events.length, true]);
    assert.deepEqual(told.unnamed, unnamed);
    assert.equal(told.unnamed.length, 2, 'an ACK and a FIN are under way');
    assert.deepEqual(told.scenario, { ...scenario(...LINES), name: 'a' });
    assert.equal(await client.top(), '1: handshake client -> server');
    assert.equal(await client.value('time'), '0us');
    const some = await client.get('tcpscn/events', { first: 5, count: 2 });
    assert.deepEqual(numbers(some.events), [5, 6]);
    assert.deepEqual((await client.get('tcpscn/events', { first: 5, count: 0 })).events, []);
    assert.deepEqual((await client.get('tcpscn/events', { first: 500, count: 5 })).events, []);
  });

  it('are played no further than was asked, and know whether there are more', async () => {
    const client = await begun();
    const told = await client.get('tcpscn/events', { first: 1, count: 4 });
    assert.deepEqual([told.events.length, told.known, told.ended, told.unnamed], [4, 5, false, []]);
    const { length } = run(scenario(...LINES)).events;
    const last = await client.get('tcpscn/events', { first: length, count: 1 });
    assert.deepEqual([numbers(last.events), last.ended], [[length], true]);
  });

  it('leave what the user is shown as it is: the future is not told as if it had happened', async () => {
    const client = await begun();
    await client.get('tcpscn/events', { first: 1, count: 1000 });
    const stopped = await client.move('next');
    assert.equal(stopped.description, undefined, 'the present is not the past of what a panel knows');
    assert.match(client.printed(), /^5 .*\n$/m);
    assert.doesNotMatch(client.printed(), /^6 /m);
  });

  it('are at most so many at once, and are played in slices', async () => {
    const client = slowClient('handshake client -> server', 'client send 100MB', 'wait until client.acked == 100MB');
    await client.launch({ program: 'a.tcpscn', stopOnEntry: true });
    const asked = client.get('tcpscn/events', { first: 1, count: 1_000_000 });
    let turns = 0;
    let waiting = true;
    const answered = asked.finally(() => {
      waiting = false;
    });
    for (; waiting; turns += 1) await new Promise((resolve) => setImmediate(resolve));
    const { events, ended } = await answered;
    assert.deepEqual([events.length, events.at(-1).n, ended], [MOST_EVENTS, MOST_EVENTS, false]);
    assert.ok(turns > 20, `${turns} turns`);
    const [taken] = await Promise.all([
      client.ask('tcpscn/events', { first: 90_000, count: 5 }),
      client.get('cancel', { requestId: client.messages.filter(({ type }) => type === 'response').length + 1 }),
    ]);
    assert.equal(taken.message, 'cancelled');
    const beyond = await client.get('tcpscn/events', { first: 100_001, count: 5 });
    assert.deepEqual([beyond.events.length, beyond.known, beyond.ended], [0, 100_000, false]);
    assert.equal(await client.top(), '1: handshake client -> server');
  });

  it('are plain data, as are all scenarios', () => {
    for (const file of scenarioFiles()) {
      for (const trace of runsOf(file)) {
        assert.deepEqual(structuredClone(trace), trace, file);
        assert.deepEqual(sent(trace), sent(sent(trace)), file);
        assertPlain(trace, file);
      }
    }
  });

  it('are refused with what is wrong', async () => {
    const client = await begun();
    assert.equal(
      await client.refused('tcpscn/events', { first: 0, count: 5 }),
      'the argument "first" must be a whole number from 1 on',
    );
    assert.equal(await client.refused('tcpscn/events', { first: 1 }), 'the argument "count" must be a whole number');
    const early = clientFor(...LINES);
    await early.get('initialize');
    assert.equal(await early.refused('tcpscn/events', { first: 1, count: 1 }), 'no scenario has been launched');
  });
});

/** Nothing that JSON would lose but what is undefined. */
function assertPlain(value: unknown, where: string): void {
  if (typeof value === 'number') assert.ok(Number.isFinite(value) && !Object.is(value, -0), `${value} in ${where}`);
  else if (typeof value === 'object' && value !== null) {
    assert.ok(Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype, where);
    for (const [key, each] of Object.entries(value)) assertPlain(each, `${where}, ${key}`);
  } else assert.ok(['string', 'boolean', 'undefined'].includes(typeof value), `${typeof value} in ${where}`);
}

describe('the moment of a session', () => {
  it('is told at every stop', async () => {
    const client = await begun();
    assert.deepEqual(moments(client), [{ run: 1, kept: 0, at: 0, line: 1, stopped: true }]);
    await client.move('next');
    await client.move('next');
    await client.move('stepBack');
    await client.move('continue');
    assert.deepEqual(moments(client).slice(1), [
      { run: 1, kept: 0, at: 5, line: 3, stopped: true },
      { run: 1, kept: 0, at: 6, line: 4, stopped: true },
      { run: 1, kept: 0, at: 5, line: 3, stopped: true },
      { run: 1, kept: 0, at: 15, line: 7, stopped: true },
    ]);
  });

  it('is that of another run after a fork, and says how much is still true', async () => {
    const client = await begun();
    await client.move('next');
    const before = await client.get('tcpscn/events', { first: 1, count: 1000 });
    await client.get('setExpression', { expression: 'client.cwnd', value: '10000' });
    assert.deepEqual(moments(client).at(-1), { run: 2, kept: 5, at: 6, line: 3, stopped: true });
    const after = await client.get('tcpscn/events', { first: 1, count: 1000 });
    assert.equal(after.run, 2);
    assert.deepEqual(after.events.slice(0, 5), before.events.slice(0, 5));
    assert.equal(after.events[5].kind, 'fork');
    await client.get('evaluate', { expression: 'client send 10', context: 'repl' });
    assert.deepEqual(moments(client).at(-1), { run: 3, kept: 6, at: 8, line: 3, stopped: true });
    await client.move('next');
    const { targets } = await client.get('stepInTargets', { frameId: await client.frameId(1) });
    await client.move('stepIn', { threadId: 1, targetId: targets[1].id });
    assert.deepEqual(moments(client).at(-1), { run: 4, kept: 9, at: 10, line: 4, stopped: true });
    await client.move('restart', {});
    assert.deepEqual(moments(client).at(-1), { run: 5, kept: 0, at: 0, line: 1, stopped: true });
  });

  it('is told now and then while a run lasts', async () => {
    const client = slowClient('handshake client -> server', 'client send 100MB', 'wait until client.acked == 100MB');
    await client.launch({ program: 'a.tcpscn', stopOnEntry: true });
    const [passing, stopped] = [client.next('tcpscn/moment'), client.next('stopped')];
    await client.get('continue', { threadId: 1 });
    const { at, line, stopped: stands } = (await passing).body;
    assert.deepEqual([at > 100, line, stands], [true, 3, false]);
    await client.get('pause', { threadId: 1 });
    await stopped;
    assert.equal(moments(client).at(-1).stopped, true);
  });
});

describe('travelling to an event', () => {
  const travel = async (client: Client, n: number): Promise<string> => {
    const { reason } = await client.move('tcpscn/travel', { n });
    return `${reason} at ${moments(client).at(-1).at}, ${await client.top()}`;
  };

  it('goes to the moment after it, forwards and back, past every breakpoint', async () => {
    const client = await begun();
    await client.get('setFunctionBreakpoints', { breakpoints: [{ name: 'ACK' }] });
    assert.equal(await travel(client, 8), 'goto at 8, 4: run');
    assert.equal(await client.value('server.received'), '2920');
    assert.equal(await travel(client, 2), 'goto at 2, 1: handshake client -> server');
    assert.equal(await client.value('client'), 'SYN_SENT');
    assert.equal(client.events('stopped').at(-1)?.body.description, 'Rewound to 2 of 8');
    assert.equal(await travel(client, 5), 'goto at 5, 3: client send 3000');
    assert.equal(await travel(client, 0), 'goto at 0, 1: handshake client -> server');
    assert.deepEqual(await client.threads(), ['client (CLOSED)', 'server (CLOSED)']);
  });

  it('prints what has happened on the way, once', async () => {
    const client = await begun();
    await travel(client, 7);
    await travel(client, 3);
    await travel(client, 8);
    const told = [...client.printed().matchAll(/^(\d+) /gm)].map(([, n]) => Number(n));
    assert.deepEqual(told, [1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('leads to the end and no further, and ends no session', async () => {
    const client = clientFor(...LINES);
    await client.launch({ program: 'a.tcpscn', stopOnEntry: true, stopOnEnd: false });
    assert.equal(await travel(client, 15), 'end at 15, 7: server close');
    assert.equal(await travel(client, 14), 'goto at 14, 7: server close');
    assert.equal(await travel(client, 15), 'goto at 15, 7: server close');
    assert.equal(client.events('terminated').length, 0);
    const response = await client.ask('tcpscn/travel', { n: 16 });
    assert.deepEqual(
      [response.message, response.body.error.id],
      ['the run has no event 16; it ends with event 15', 1208],
    );
    assert.equal(await client.refused('tcpscn/travel', { n: -1 }), 'the argument "n" must be a whole number from 0 on');
  });
});

describe('a condition that is asked of a whole run', () => {
  it('is answered with the events after which it holds, and the session stays where it is', async () => {
    const client = await begun();
    await client.get('tcpscn/events', { first: 1, count: 1000 });
    const { events } = run(scenario(...LINES));
    const sent = events.find(({ call }) => call === 'send 3000')?.n ?? 0;
    const acked = events.find(({ peer, changes }) => peer === 'client' && changes['acked']?.[1] === 3000)?.n ?? 0;
    const { events: between } = await client.get('tcpscn/where', {
      condition: 'client.snd.nxt > 1 and client.acked < 3000 and client ESTABLISHED',
    });
    assert.deepEqual(between, numbers(events.slice(sent - 1, acked - 1)));
    assert.deepEqual((await client.get('tcpscn/where', { condition: 'client LISTEN' })).events, []);
    assert.equal(await client.top(), '1: handshake client -> server');
  });

  it('must be one', async () => {
    const client = await begun();
    assert.equal(
      await client.refused('tcpscn/where', { condition: 'client.cwnd' }),
      'a condition must stand here, as "client.cwnd > 3000"',
    );
    assert.equal(await client.refused('tcpscn/where', {}), 'the argument "condition" must be a text');
  });
});
