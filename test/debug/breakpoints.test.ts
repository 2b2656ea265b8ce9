/** Breakpoints of every kind: where they stand, what meets them, in both directions. */
import assert from 'node:assert/strict';
import { Client, clientFor } from './client';

const SOURCE = { path: '/a/transfer.tcpscn' };

const TRANSFER = [
  '# Two scenarios; the second one is debugged.',
  'peer client 10.0.0.1:49152',
  '',
  'scenario "another"',
  'run',
  '',
  'scenario "transfer"',
  '== Open ==',
  'handshake client -> server',
  'client send 4000',
  'drop next client -> server DATA',
  'run',
  'wait until client.acked == 4000',
  'client close',
  'run',
];

interface Wanted {
  readonly lines?: readonly object[];
  readonly functions?: readonly object[];
  readonly data?: readonly object[];
  readonly filters?: readonly object[];
}

/** A session with these breakpoints, before its first statement; and what was answered. */
async function session(wanted: Wanted, lines: readonly string[] = TRANSFER) {
  const client = clientFor(...lines);
  const answers: { verified: boolean; message?: string; line?: number; id: number }[] = [];
  const ask = async (command: string, args: object): Promise<void> => {
    const { breakpoints } = await client.get(command, args);
    answers.push(...breakpoints);
  };
  await client.launch(
    { program: SOURCE.path, stopOnEntry: true, ...(lines === TRANSFER ? { scenario: 'transfer' } : {}) },
    async () => {
      if (wanted.lines) await ask('setBreakpoints', { source: SOURCE, breakpoints: wanted.lines });
      if (wanted.functions) await ask('setFunctionBreakpoints', { breakpoints: wanted.functions });
      if (wanted.data) await ask('setDataBreakpoints', { breakpoints: wanted.data });
      if (wanted.filters) await ask('setExceptionBreakpoints', { filters: [], filterOptions: wanted.filters });
    },
  );
  return { client, answers };
}

/** Every stop up to the end, and every one back to the begin: reason, time, top frame. */
async function stops(client: Client): Promise<readonly string[]> {
  const there: string[] = [];
  const back: string[] = [];
  const tell = async (reason: string): Promise<string> =>
    `${reason}  ${await client.value('time')}  ${await client.top()}`;
  for (let stop = await client.move('continue'); stop.reason !== 'end'; stop = await client.move('continue')) {
    there.push(await tell(stop.reason));
  }
  for (
    let stop = await client.move('reverseContinue');
    stop.reason !== 'entry';
    stop = await client.move('reverseContinue')
  ) {
    back.push(await tell(stop.reason));
  }
  assert.deepEqual(back.toReversed(), there, 'the stops backwards are the stops forwards');
  return there;
}

describe('a line breakpoint', () => {
  it('stands on a statement, moves to the next one, or says why it stands nowhere', async () => {
    const { answers } = await session({ lines: [{ line: 1 }, { line: 5 }, { line: 8 }, { line: 10 }, { line: 16 }] });
    assert.deepEqual(
      answers.map(({ verified, line, message }) => [verified, line, message]),
      [
        [true, 9, 'moved to the next statement, in line 9'],
        [false, undefined, 'this line is not part of the scenario that is debugged, "transfer"'],
        [true, 9, 'moved to the next statement, in line 9'],
        [true, 10, undefined],
        [false, undefined, 'this line is not part of the scenario that is debugged, "transfer"'],
      ],
    );
    const last = await session({ lines: [{ line: 3 }] }, ['run', '', '']);
    assert.equal(last.answers[0]?.message, 'the scenario has no statement at this line or below it');
  });

  it('in another file is not met', async () => {
    const { client } = await session({});
    const { breakpoints } = await client.get('setBreakpoints', {
      source: { path: '/b/transfer.tcpscn' },
      breakpoints: [{ line: 9 }],
    });
    assert.deepEqual(breakpoints, [{ verified: false, message: 'this file is not the one that is debugged' }]);
  });

  it('knows its file by a path, a URI, and a drive letter in any case', async () => {
    for (const [program, path] of [
      ['file:///a/b%20c.tcpscn', '/a/b c.tcpscn'],
      ['/a/b c.tcpscn', 'file:///a/b%20c.tcpscn'],
      ['file:///c%3A/x/y.tcpscn', 'C:\\x\\y.tcpscn'],
      ['untitled:Untitled-1', 'untitled:Untitled-1'],
      ['vscode-vfs://github/a/b.tcpscn', 'vscode-vfs://github/a/b.tcpscn'],
    ] as const) {
      const client = new Client({ read: async () => 'run' });
      await client.launch({ program, stopOnEntry: true });
      const { breakpoints } = await client.get('setBreakpoints', { source: { path }, breakpoints: [{ line: 1 }] });
      assert.equal(breakpoints[0].verified, true, `${program} is ${path}`);
    }
  });

  it('stops before its line runs', async () => {
    const { client } = await session({ lines: [{ line: 12 }, { line: 14 }] });
    assert.deepEqual(await stops(client), ['breakpoint  30ms  12: run', 'breakpoint  1.07s  14: client close']);
    assert.deepEqual(client.events('stopped')[1]?.body.hitBreakpointIds, [2]);
  });

  it('with a condition is met where that holds, while the line lasts', async () => {
    const condition = 'client.acked > 0 and client ESTABLISHED';
    const { client } = await session({
      lines: [
        { line: 12, condition: 'server.readable == 0 and time == 40ms' },
        { line: 13, condition },
      ],
    });
    const found = await stops(client);
    assert.deepEqual(found, [
      'breakpoint  40ms  12: run',
      'breakpoint  40ms  12: run',
      'breakpoint  1.05s  13: wait until client.acked == 4000',
      'breakpoint  1.06s  13: wait until client.acked == 4000',
    ]);
  });

  it('counts its hits from the begin of the run, whichever way one comes', async () => {
    const { client } = await session({
      lines: [
        { line: 12, hitCondition: '3' },
        { line: 15, hitCondition: '>= 2' },
      ],
    });
    const found = await stops(client);
    assert.deepEqual(found, ['breakpoint  40ms  12: run', 'breakpoint  1.08s  15: run']);
  });

  it('with a message prints it and goes on', async () => {
    const { client } = await session({
      lines: [
        { line: 14, logMessage: '{{acked}} {client.acked} at {time}' },
        { line: 10, logMessage: 'never', condition: 'client CLOSED' },
      ],
    });
    assert.deepEqual(await stops(client), []);
    const printed = client.events('output').filter(({ body }) => body.output.startsWith('{acked}'));
    assert.deepEqual(
      printed.map(({ body }) => [body.output, body.line, body.source.path]),
      [
        ['{acked} 4000 at 1.07s\n', 14, SOURCE.path],
        ['{acked} 4000 at 1.07s\n', 14, SOURCE.path],
      ],
    );
    assert.ok(!client.printed().includes('never'));
  });

  it('says what is wrong with a condition, a hit count or a message', async () => {
    const { answers } = await session({
      lines: [
        { line: 9, condition: 'client.cwnd' },
        { line: 9, condition: 'clinet ESTABLISHED' },
        { line: 9, hitCondition: 'often' },
        { line: 9, logMessage: 'at {tim}' },
      ],
    });
    assert.deepEqual(
      answers.map(({ verified, message }) => [verified, message]),
      [
        [false, 'a condition must stand here, as "client.cwnd > 3000"'],
        [false, 'unknown peer "clinet"; did you mean "client"?'],
        [false, '"often" is not a hit count; write a number, as "3", ">= 3" or "% 10"'],
        [false, 'unknown name "tim"; did you mean "time"?'],
      ],
    );
  });

  it('can stand where a client is told it can', async () => {
    const { client } = await session({});
    const { breakpoints } = await client.get('breakpointLocations', { source: SOURCE, line: 1, endLine: 40 });
    assert.deepEqual(
      breakpoints.map(({ line, column, endColumn }: { line: number; column: number; endColumn: number }) => [
        line,
        column,
        endColumn,
      ]),
      [
        [9, 1, 27],
        [10, 1, 17],
        [11, 1, 32],
        [12, 1, 4],
        [13, 1, 32],
        [14, 1, 13],
        [15, 1, 4],
      ],
    );
    assert.deepEqual((await client.get('breakpointLocations', { source: { path: '/b' }, line: 9 })).breakpoints, []);
  });
});

describe('a function breakpoint', () => {
  const met = async (name: string, condition?: string): Promise<readonly string[]> => {
    const { client, answers } = await session({
      functions: [{ name, ...(condition === undefined ? {} : { condition }) }],
    });
    assert.equal(answers[0]?.verified, true, answers[0]?.message);
    const found = await stops(client);
    assert.ok(found.every((stop) => stop.startsWith('function breakpoint')));
    return found.map((stop) => stop.replace(/^function breakpoint {2}/, ''));
  };

  it('is named after flags that arrive, are sent or are lost, compared exactly, at one peer or at both', async () => {
    assert.deepEqual(await met('SYN'), ['10ms  9: handshake client -> server']);
    assert.deepEqual(await met('server arrive syn'), ['10ms  9: handshake client -> server']);
    assert.deepEqual(await met('client SYN'), []);
    assert.deepEqual(await met('client send FIN+ACK'), ['1.07s  14: client close']);
    assert.deepEqual(await met('lost DATA'), ['40ms  12: run']);
    assert.deepEqual(await met('server lost ANY'), []);
    assert.equal((await met('server arrive DATA')).length, 3);
    assert.equal((await met('server arrive DATA', 'server.received > 1460')).length, 2);
  });

  it('is named after a state, a timer, or the challenge ACK', async () => {
    assert.deepEqual(await met('client ESTABLISHED'), ['20ms  9: handshake client -> server']);
    assert.deepEqual(await met('established'), [
      '20ms  9: handshake client -> server',
      '30ms  9: handshake client -> server',
    ]);
    assert.deepEqual(await met('timer retransmit'), ['1.03s  13: wait until client.acked == 4000']);
    assert.deepEqual(await met('server timer retransmit'), []);
    const { client } = await session({ functions: [{ name: 'server challenge ACK' }] }, [
      'handshake client -> server',
      'inject client -> server RST seq=100',
      'run',
    ]);
    assert.deepEqual(await stops(client), ['function breakpoint  30ms  2: inject client -> server RST seq=100']);
  });

  it('says what was met, in both directions', async () => {
    const { client } = await session({ functions: [{ name: 'server  arrive SYN' }, { name: 'server SYN_RCVD' }] });
    await client.move('continue');
    const described = (): unknown => client.events('stopped').at(-1)?.body.description;
    assert.equal(described(), 'Met: server arrive SYN, server SYN_RCVD');
    await client.move('continue');
    await client.move('reverseContinue');
    assert.match(String(described()), /^Met: server arrive SYN, server SYN_RCVD \(Rewound to \d+ of \d+\)$/);
  });

  it('says what it does not understand', async () => {
    const names = [
      'SIN',
      'client',
      'timer retransmitt',
      'server arrive FOO+ACK',
      'client ESTABLISHD',
      'the next one',
      '',
    ];
    const { answers } = await session({ functions: names.map((name) => ({ name })) });
    assert.deepEqual(
      answers.map(({ message }) => message),
      [
        '"SIN" names nothing that happens; did you mean "SYN"?',
        'say what happens, as "SYN", "server arrive FIN", "client ESTABLISHED" or "timer retransmit"',
        'the timers are retransmit, persist, timewait, delayedack, usertimeout',
        '"server FOO+ACK" names nothing that happens',
        '"client ESTABLISHD" names nothing that happens; did you mean "ESTABLISHED"?',
        '"the next one" names nothing that happens',
        'say what happens, as "SYN", "server arrive FIN", "client ESTABLISHED" or "timer retransmit"',
      ],
    );
  });
});

describe('a data breakpoint', () => {
  it('stops where an event has changed the variable', async () => {
    const { client } = await session({ data: [{ dataId: 'client.state' }, { dataId: 'server.error' }] });
    assert.deepEqual(await stops(client), [
      'data breakpoint  0us  9: handshake client -> server',
      'data breakpoint  20ms  9: handshake client -> server',
      'data breakpoint  1.07s  14: client close',
      'data breakpoint  1.09s  15: run',
    ]);
  });

  it('says what the variable was and is', async () => {
    const { client } = await session({ data: [{ dataId: 'client.state' }, { dataId: 'client.timer.retransmit' }] });
    const described = async (): Promise<unknown> => (await client.move('continue')).description;
    assert.equal(
      await described(),
      'Changed: client.state CLOSED -> SYN_SENT, client.timer.retransmit off -> due at 1.000 s',
    );
    assert.equal(
      await described(),
      'Changed: client.state SYN_SENT -> ESTABLISHED, client.timer.retransmit due at 1.000 s -> off',
    );
  });

  it('is asked for by a variable of a scope, or by its name', async () => {
    const { client } = await session({});
    const { scopes } = await client.get('scopes', { frameId: await client.frameId(2) });
    const [tcb, timers] = scopes;
    const info = async (args: object) => (await client.get('dataBreakpointInfo', args)).dataId;
    assert.equal(await info({ variablesReference: tcb.variablesReference, name: 'snd.nxt' }), 'server.snd.nxt');
    assert.equal(
      await info({ variablesReference: timers.variablesReference, name: 'retransmit' }),
      'server.timer.retransmit',
    );
    assert.equal(await info({ name: 'client.cwnd' }), 'client.cwnd');
    assert.equal(await info({ variablesReference: timers.variablesReference, name: 'usertimeout' }), null);
  });

  it('counts a timer as changed when it gets another deadline, not while it runs down', async () => {
    const { client } = await session({ data: [{ dataId: 'client.timer.retransmit', hitCondition: '<= 2' }] });
    assert.deepEqual(await stops(client), [
      'data breakpoint  0us  9: handshake client -> server',
      'data breakpoint  20ms  9: handshake client -> server',
    ]);
  });
});

describe('an exception filter', () => {
  const FAILS = [
    'handshake client -> server',
    'client -> server  FIN+ACK',
    'inject client -> server RST seq=9000',
    'server abort',
    'run',
    'expect client ESTABLISHED',
  ];

  it('stops at failed judgments unless it is switched off, with what was expected, the clause and what led there', async () => {
    const client = clientFor(...FAILS);
    await client.launch({ program: SOURCE.path });
    assert.deepEqual((await client.get('exceptionInfo', { threadId: 1 })).details, {
      typeName: 'Failed expectation',
      message:
        'expected: FIN+ACK\nactual:   nothing\nclient has not closed; did you mean `client close`?\n' +
        'clause:   RFC 9293, 3.10.7.4, fifth check\nat event 6; the events that led there stand below',
      stackTrace: [
        '1  0.000  server  listen                                          CLOSED -> LISTEN                        3.10.1',
        '2  0.000  client  connect                                         CLOSED -> SYN_SENT       sends SYN      3.10.1',
        '3  0.010  server  arrive   client -> server  SYN seq=0            LISTEN -> SYN_RCVD       sends SYN+ACK  3.10.7.2, third check',
        '4  0.020  client  arrive   server -> client  SYN+ACK seq=0 ack=1  SYN_SENT -> ESTABLISHED  sends ACK      3.10.7.3, fourth check',
        '5  0.030  server  arrive   client -> server  ACK seq=1 ack=1      SYN_RCVD -> ESTABLISHED                 3.10.7.4, fifth check',
      ].join('\n'),
    });
    const { client: silent } = await session({ filters: [] }, FAILS);
    assert.deepEqual(await stops(silent), []);
    assert.equal(await silent.refused('exceptionInfo', { threadId: 1 }), 'nothing has failed here');
  });

  it('stops where an event breaks what always, never or finally asks, and says which line that is', async () => {
    const lines = [
      'handshake client -> server',
      'always client.snd.nxt < 100',
      'never server -> client RST',
      'finally client.acked == 5',
      'client send 200',
      'run',
      'server abort',
      'expect client CLOSED',
    ];
    const { client } = await session({}, lines);
    assert.deepEqual(await stops(client), [
      'exception  30ms  5: client send 200',
      'exception  50ms  7: server abort',
      'exception  50ms  8: expect client CLOSED',
      'exception  60ms  4: finally client.acked == 5',
    ]);
    assert.deepEqual(
      client
        .events('stopped')
        .flatMap(({ body }) => body.text ?? [])
        .slice(0, 4),
      [
        'the condition does not hold always (line 2: always client.snd.nxt < 100)',
        'a segment server -> client is sent that must never be sent (line 3: never server -> client RST)',
        'the condition does not hold',
        'the condition does not hold',
      ],
    );
    assert.match(client.printed('stderr'), /^"transfer" has ended; what did not hold stands in lines 2, 3, 4, 8\n$/m);
  });

  it('stops at resets, lost segments, retransmissions and refused segments', async () => {
    const of = async (filter: string, lines: readonly string[] = TRANSFER) => {
      const { client } = await session({ filters: [{ filterId: filter }] }, lines);
      return (await stops(client)).map((stop) => stop.replace(/^exception {2}/, ''));
    };
    assert.deepEqual(await of('lost'), ['40ms  12: run']);
    assert.deepEqual(await of('retransmission'), ['1.03s  13: wait until client.acked == 4000']);
    assert.deepEqual(await of('reset', FAILS), [
      '30ms  3: inject client -> server RST seq=9000',
      '30ms  4: server abort',
      '40ms  5: run',
    ]);
    assert.deepEqual(await of('refused', FAILS), ['30ms  3: inject client -> server RST seq=9000']);
  });

  it('may have a condition', async () => {
    const { client, answers } = await session(
      { filters: [{ filterId: 'failure', condition: 'client CLOSED' }, { filterId: 'nothing' }] },
      FAILS,
    );
    assert.deepEqual(await stops(client), ['exception  40ms  6: expect client ESTABLISHED']);
    assert.equal(answers[1]?.message, 'there is no filter "nothing"');
  });
});

describe('several breakpoints at one moment', () => {
  it('are told together: what is remarkable first, and the number of each', async () => {
    const { client } = await session({
      functions: [{ name: 'lost DATA' }],
      data: [{ dataId: 'client.cwnd' }],
      filters: [{ filterId: 'lost' }],
    });
    for (let stop = await client.move('continue'); stop.reason !== 'exception'; stop = await client.move('continue'));
    const { description, hitBreakpointIds } = client.events('stopped').at(-1)?.body ?? {};
    assert.deepEqual([description, hitBreakpointIds], ['Segment lost', [2]]);
  });
});
