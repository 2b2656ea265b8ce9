import assert from 'node:assert/strict';
import { tap } from '../../src/checks/tap';
import { row } from '../trace/story';
import { all, good } from './reports';

describe('the report as TAP', () => {
  it('has a test point for each scenario and a YAML block for each that did not pass', () => {
    assert.equal(
      tap(all, undefined),
      `\
TAP version 14
1..6
ok 1 - good.tcpscn: Open
ok 2 - good.tcpscn: Close
ok 3 - examples/half close.tcpscn: Open \\# 1
not ok 4 - examples/half close.tcpscn: Half <close>
  ---
  status: failed
  problems:
    - {"at":"examples/half close.tcpscn:4","message":"the segment is not the one expected","expected":"SYN+ACK seq=0 ack=2","actual":"SYN+ACK seq=0 ack=1 win=65535","time":20000,"event":4}
    - {"at":"examples/half close.tcpscn:5","message":"the condition does not hold","expected":"client CLOSED","actual":"client.state is ESTABLISHED","time":20000,"event":5}
  ...
not ok 5 - wrong.tcpscn: wrong
  ---
  status: error
  problems:
    - {"at":"wrong.tcpscn:6:1","message":"unknown peer \\"clinet\\"","code":"unknown-peer"}
  ...
not ok 6 - locked\\\\u0007.tcpscn: locked\\\\u0007.tcpscn
  ---
  status: error
  problems:
    - {"at":"locked\\u0007.tcpscn:1:1","message":"permission denied","code":"unreadable-file"}
  ...
`,
    );
  });

  it('adds the coverage as comments', () => {
    const coverage = {
      taken: [{ row: row('CLOSED', 'passive OPEN', 'LISTEN'), count: 2 }],
      notTaken: [],
      unreachable: [],
    };
    assert.equal(
      tap([good], coverage),
      [
        'TAP version 14',
        '1..2',
        'ok 1 - good.tcpscn: Open',
        'ok 2 - good.tcpscn: Close',
        '# Rows of the state machine: 1 of 1 taken, 0 not taken, 0 that no run can take',
        '#',
        '# taken (how often)',
        '#   CLOSED  passive OPEN  -> LISTEN  3.10.7.4  2',
        '',
      ].join('\n'),
    );
  });
});
