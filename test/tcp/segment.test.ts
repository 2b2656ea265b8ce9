import assert from 'node:assert/strict';
import { FLAG, flagNames, segmentEnd, segmentLength } from '../../src/tcp/segment';
import { advance } from '../../src/tcp/seq';
import { IRS, segment } from './hosts';

describe('the control bits', () => {
  it('are written in the order in which people write them', () => {
    assert.equal(flagNames(Object.values(FLAG).reduce((all, bit) => all | bit, 0)), 'SYN+FIN+RST+PSH+ACK+URG+ECE+CWR');
    assert.equal(flagNames(FLAG.ACK | FLAG.SYN), 'SYN+ACK');
    assert.equal(flagNames(FLAG.ACK | FLAG.SYN, ','), 'SYN,ACK');
  });

  it('are NONE where there are none', () => {
    assert.equal(flagNames(0), 'NONE');
  });

  it('have the values of the header (RFC 9293, 3.1; RFC 3168)', () => {
    assert.deepEqual(FLAG, { FIN: 1, SYN: 2, RST: 4, PSH: 8, ACK: 16, URG: 32, ECE: 64, CWR: 128 });
  });
});

describe('the length of a segment', () => {
  it('counts SYN and FIN one each, and the other bits nothing', () => {
    const lengths = ['SYN', 'SYN+ACK', 'FIN+ACK', 'SYN+FIN', 'RST+ACK', 'ACK'].map((flags) =>
      segmentLength(segment(flags, { len: 10 })),
    );
    assert.deepEqual(lengths, [11, 11, 11, 12, 10, 10]);
  });

  it('leads to the number after its last, across the wrap', () => {
    assert.equal(segmentEnd(segment('FIN+ACK', { seq: 1, len: 10 })), advance(IRS, 12));
    assert.equal(segmentEnd(segment('FIN+ACK', { seq: 1, len: 10 })), 8);
  });
});
