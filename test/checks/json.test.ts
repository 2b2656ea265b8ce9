import assert from 'node:assert/strict';
import { json } from '../../src/checks/json';
import { row } from '../trace/story';
import { all } from './reports';

describe('the report as JSON', () => {
  it('is the documented object', () => {
    assert.deepEqual(JSON.parse(json(all, undefined)), {
      version: 1,
      passed: 3,
      failed: 1,
      errors: 2,
      scenarios: [
        { file: 'good.tcpscn', name: 'Open', line: 1, status: 'passed', failures: [], diagnostics: [], events: 3 },
        { file: 'good.tcpscn', name: 'Close', line: 9, status: 'passed', failures: [], diagnostics: [], events: 3 },
        {
          file: 'examples/half close.tcpscn',
          name: 'Open # 1',
          line: 1,
          status: 'passed',
          failures: [],
          diagnostics: [],
          events: 3,
        },
        {
          file: 'examples/half close.tcpscn',
          name: 'Half <close>',
          line: 1,
          status: 'failed',
          failures: [
            {
              line: 4,
              message: 'the segment is not the one expected',
              expected: 'SYN+ACK seq=0 ack=2',
              actual: 'SYN+ACK seq=0 ack=1 win=65535',
              time: 20000,
              event: 4,
              fix: { line: 4, text: 'server -> client  SYN+ACK  seq=0 ack=1  # wrong' },
            },
            {
              line: 5,
              message: 'the condition does not hold',
              expected: 'client CLOSED',
              actual: 'client.state is ESTABLISHED',
              time: 20000,
              event: 5,
            },
          ],
          diagnostics: [],
          events: 3,
        },
        {
          file: 'wrong.tcpscn',
          name: 'wrong',
          line: 1,
          status: 'error',
          failures: [],
          diagnostics: [{ line: 6, column: 1, code: 'unknown-peer', message: 'unknown peer "clinet"' }],
          events: 0,
        },
        {
          file: 'locked\u0007.tcpscn',
          name: 'locked\u0007.tcpscn',
          line: 1,
          status: 'error',
          failures: [],
          diagnostics: [{ line: 1, column: 1, code: 'unreadable-file', message: 'permission denied' }],
          events: 0,
        },
      ],
    });
  });

  it('has the coverage if it was asked for', () => {
    const taken = [{ row: row('CLOSED', 'passive OPEN', 'LISTEN'), count: 2 }];
    const report = JSON.parse(json([], { taken, notTaken: [], unreachable: [] }));
    assert.deepEqual(Object.keys(report), ['version', 'passed', 'failed', 'errors', 'scenarios', 'coverage']);
    assert.equal(report.coverage.taken[0].count, 2);
  });
});
