import assert from 'node:assert/strict';
import { addCounts, countRows, coverage, coverageText } from '../../src/trace/coverage';
import { event, row } from './story';

const open = row('CLOSED', 'passive OPEN', 'LISTEN', '3.10.1');
const received = { ...row('LISTEN', 'rcv SYN', 'SYN_RCVD', '3.10.7.2'), guard: 'opened passively' };
const other = row('LISTEN', 'rcv other', 'LISTEN', '3.10.7.2');

describe('coverage of the machine', () => {
  const runs = [
    countRows([event(1, 0, 'call', { rows: [open] }), event(2, 0, 'note')]),
    countRows([event(1, 0, 'call', { rows: [{ ...open }] })]),
  ];
  const covered = coverage(
    [open, received, other],
    [{ row: other, reason: 'a segment has one of the bits' }],
    addCounts(runs),
  );

  it('puts every row into one of three lists', () => {
    assert.deepEqual(covered, {
      taken: [{ row: open, count: 2 }],
      notTaken: [received],
      unreachable: [{ row: other, reason: 'a segment has one of the bits' }],
    });
  });

  it('reads as three tables below their counts', () => {
    assert.deepEqual(
      [...coverageText(covered)],
      [
        'Rows of the state machine: 1 of 3 taken, 1 not taken, 1 that no run can take',
        '',
        'taken (how often)',
        '  CLOSED  passive OPEN  -> LISTEN  3.10.1  2',
        '',
        'not taken',
        '  LISTEN  rcv SYN [opened passively]  -> SYN_RCVD  3.10.7.2',
        '',
        'cannot be taken',
        '  LISTEN  rcv other  (stays)  3.10.7.2  a segment has one of the bits',
      ],
    );
  });

  it('believes a run that took a row thought to be unreachable', () => {
    const counts = countRows([event(1, 0, 'arrive', { rows: [other] })]);
    const { taken, unreachable } = coverage([other], [{ row: other, reason: 'never' }], counts);
    assert.deepEqual([taken.length, unreachable.length], [1, 0]);
  });
});
