import assert from 'node:assert/strict';
import { rows } from '../../src/tcp/fsm';
import { machineMarkdown } from '../../src/trace/machine-markdown';
import { machineDot, machineJson, machineMermaid, machineTable } from '../../src/trace/machine-text';
import { matchesGolden } from '../golden';
import { row } from './story';

const few = [
  { ...row('CLOSED', 'passive OPEN', 'LISTEN', '3.10.1'), actions: ['create TCB'] as const },
  row('CLOSED', 'rcv other', 'CLOSED', '3.10.7.1'),
  { ...row('LISTEN', 'rcv SYN', 'SYN_RCVD', '3.10.7.2'), guard: 'a: "b"; #c' },
  row('LISTEN', 'rcv SYN,ACK', 'SYN_RCVD', '3.10.7.2'),
];

describe('the machine as text', () => {
  it('is a table with every row', () => {
    assert.equal(
      machineTable(few),
      [
        'from    event                 actions     to           clause',
        'CLOSED  passive OPEN          create TCB  -> LISTEN    3.10.1',
        'CLOSED  rcv other                         (stays)      3.10.7.1',
        'LISTEN  rcv SYN [a: "b"; #c]              -> SYN_RCVD  3.10.7.2',
        'LISTEN  rcv SYN,ACK                       -> SYN_RCVD  3.10.7.2',
        '',
      ].join('\n'),
    );
  });

  it('is a Mermaid diagram with one arrow for each two states', () => {
    assert.equal(
      machineMermaid(few),
      [
        'stateDiagram-v2',
        '  %% left out: 1 of the rows, which stay in their state, as the table shows',
        '  [*] --> CLOSED',
        '  CLOSED --> LISTEN: passive OPEN / create TCB',
        '  LISTEN --> SYN_RCVD: rcv SYN [a "b" c]<br/>rcv SYN,ACK',
        '',
      ].join('\n'),
    );
  });

  it('is a Graphviz diagram with quoted labels', () => {
    const dot = machineDot(few);
    assert.match(dot, /^digraph tcp \{\n/);
    assert.ok(dot.includes('  LISTEN -> SYN_RCVD [label="rcv SYN [a: \\"b\\"; #c]\\nrcv SYN,ACK"];'), dot);
  });

  it('is JSON with every row of the machine, states in the order of the RFC', () => {
    const machine = JSON.parse(machineJson(rows));
    assert.equal(machine.version, 1);
    assert.equal(machine.states[0], 'CLOSED');
    assert.deepEqual(machine.rows, JSON.parse(JSON.stringify(rows)));
  });

  it('is the page docs/machine.md', () => {
    const page = machineMarkdown(rows);
    for (const { why } of rows) assert.ok(page.includes(why), why);
    matchesGolden('docs/machine.md', page);
  });
});
