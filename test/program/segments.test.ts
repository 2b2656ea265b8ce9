import assert from 'node:assert/strict';
import type { FieldPattern, SegmentPattern } from '../../src/program/program';
import { FLAG } from '../../src/tcp/segment';
import { statement } from './page';

/** The segment on the last line. */
function segment(...lines: readonly string[]): SegmentPattern {
  const last = statement(...lines);
  assert.ok('segment' in last);
  return last.segment;
}

const number = (value: number) => ({ kind: 'constant', value: { kind: 'number', value } });
const values = (fields: readonly FieldPattern[]) => fields.map(({ start, end, ...field }) => field);

describe('a lowered segment', () => {
  it('has its peers, flags and fields, and the text of its author', () => {
    assert.deepEqual(segment('  server -> client  SYN+ACK  seq=0 ack=1  lost  # again'), {
      from: 1,
      to: 0,
      source: 'SYN+ACK  seq=0 ack=1',
      flags: { kind: 'exact', flags: FLAG.SYN | FLAG.ACK, compared: 0 },
      fields: [
        { start: 29, end: 34, kind: 'number', name: 'seq', value: number(0) },
        { start: 35, end: 40, kind: 'number', name: 'ack', value: number(1) },
      ],
    });
  });

  it('compares PSH, ECE and CWR only when they are written', () => {
    const flags = (text: string) => segment(`client -> server ${text}`).flags;
    assert.deepEqual(flags('ACK'), { kind: 'exact', flags: FLAG.ACK, compared: 0 });
    assert.deepEqual(flags('PSH+ACK ece=off'), {
      kind: 'exact',
      flags: FLAG.PSH | FLAG.ACK,
      compared: FLAG.PSH | FLAG.ECE,
    });
    assert.deepEqual(flags('NONE psh=off'), { kind: 'exact', flags: 0, compared: FLAG.PSH });
    assert.deepEqual(flags('DATA'), { kind: 'data', flags: 0, compared: 0 });
    assert.deepEqual(flags('ANY cwr=off'), { kind: 'any', flags: 0, compared: FLAG.CWR });
  });

  it('compares every flag that is written beside DATA', () => {
    assert.deepEqual(segment('client -> server DATA+FIN').flags, { kind: 'data', flags: FLAG.FIN, compared: FLAG.FIN });
  });

  it('without flags is any segment', () => {
    const pattern = segment('expect no client -> server');
    assert.deepEqual(pattern.flags, { kind: 'any', flags: 0, compared: 0 });
    assert.equal(pattern.source, '');
  });

  it('that is made of DATA acknowledges', () => {
    const flags = { kind: 'exact', flags: FLAG.ACK, compared: 0 };
    assert.deepEqual(segment('inject client -> server DATA len=5').flags, flags);
    assert.deepEqual(segment('peer server scripted', 'server -> client DATA data="x"').flags, flags);
    assert.deepEqual(segment('inject client -> server DATA+FIN len=5').flags, {
      kind: 'exact',
      flags: FLAG.ACK | FLAG.FIN,
      compared: 0,
    });
  });

  it('takes a range as the first number and a length', () => {
    assert.deepEqual(segment('client -> server ACK seq=1..1461').fields, [
      { start: 21, end: 32, kind: 'number', name: 'seq', value: number(1) },
      {
        start: 21,
        end: 32,
        kind: 'number',
        name: 'len',
        value: { kind: 'calculate', operator: '-', left: number(1461), right: number(1) },
      },
    ]);
  });

  it('has options that are there, and options that are not', () => {
    const fields = segment(
      'client -> server SYN mss=1460 wscale=off sackok sack=8..16,2..4 tsval=off data="GET"',
    ).fields;
    assert.deepEqual(values(fields), [
      { kind: 'number', name: 'mss', value: number(1460) },
      { kind: 'absent', name: 'wscale' },
      { kind: 'sackok' },
      {
        kind: 'sack',
        blocks: [
          { from: number(8), to: number(16) },
          { from: number(2), to: number(4) },
        ],
      },
      { kind: 'absent', name: 'tsval' },
      { kind: 'data', value: { kind: 'constant', value: { kind: 'text', value: 'GET' } } },
    ]);
    assert.deepEqual(values(segment('client -> server SYN sackok=off').fields), [{ kind: 'absent', name: 'sackok' }]);
  });
});
