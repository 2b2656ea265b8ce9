import assert from 'node:assert/strict';
import { correctedLine, type SentSegment } from '../../src/language/correction';
import { parseLine } from '../../src/language/parser';

const ACK: SentSegment = {
  flags: 'ACK',
  seq: 1,
  ack: 2,
  win: 1000,
  len: 0,
  urg: undefined,
  options: {},
  absSeq: 101,
  absAck: 202,
  data: undefined,
};

const corrected = (line: string, sent: Partial<SentSegment>, ...differing: readonly string[]): string =>
  correctedLine(parseLine(`a -> b ${line}`), { ...ACK, ...sent }, new Set(differing)).replace('a -> b  ', '');

describe('a segment line as it should read', () => {
  it('has the numbers that were sent where the author wrote numbers', () => {
    assert.equal(corrected('ACK seq=7 ack=8 win=0x9', {}, 'seq', 'ack', 'win'), 'ACK  seq=1 ack=2 win=1000');
    assert.equal(corrected('ACK seq=#7 ack=#8', {}, 'seq', 'ack'), 'ACK  seq=#101 ack=#202');
    assert.equal(corrected('ACK seq=d.seq+1', { seq: -9 }, 'seq'), 'ACK  seq=-9');
  });

  it('keeps what does not differ as it is written', () => {
    assert.equal(
      corrected('psh+ack seq=0x1 ack=7 lost as d # why', {}, 'ack'),
      'PSH+ACK  seq=0x1 ack=2  lost as d  # why',
    );
  });

  it('has the flags that were sent, and what is compared only when written only then', () => {
    assert.equal(corrected('SYN seq=1', { flags: 'SYN+PSH+ACK' }, 'flags'), 'SYN+ACK  seq=1');
    assert.equal(corrected('SYN+PSH', { flags: 'PSH+ACK' }, 'flags'), 'PSH+ACK');
    assert.equal(corrected('ACK psh=off', { flags: 'PSH+ACK' }, 'flags'), 'ACK');
    assert.equal(corrected('ACK', { flags: 'NONE' }, 'flags'), 'NONE');
    assert.equal(corrected('DATA+FIN', { len: 5 }, 'flags'), 'DATA');
    assert.equal(
      corrected('SYN+ACK ack=1', { flags: 'SYN', ack: undefined, absAck: undefined }, 'flags', 'ack'),
      'SYN',
    );
  });

  it('mentions text that was sent, in the way the line has a place for', () => {
    assert.equal(corrected('ACK seq=1', { len: 100 }, 'len'), 'ACK  seq=1..101');
    assert.equal(corrected('ACK', { len: 100 }, 'len'), 'ACK  len=100');
    assert.equal(corrected('ACK seq=1..5', { len: 100 }, 'len'), 'ACK  seq=1..101');
    assert.equal(corrected('ACK seq=#1..#5', { len: 100 }, 'len'), 'ACK  seq=#101..#201');
    assert.equal(corrected('ACK seq=1..5', {}, 'len'), 'ACK  seq=1');
    assert.equal(corrected('ACK len=5', { len: 100 }, 'len'), 'ACK  len=100');
    assert.equal(corrected('ACK len=5', {}, 'len'), 'ACK');
    assert.equal(corrected('DATA seq=1', {}, 'len'), 'ACK  seq=1');
  });

  it('has the text itself if it can be written, else its length', () => {
    assert.equal(corrected('ACK data="x"', { data: 'h\u00c3\u00a4', len: 3 }, 'data'), 'ACK  data="hä"');
    assert.equal(corrected('ACK data="x"', { data: '\u00ff', len: 1 }, 'data'), 'ACK  len=1');
    assert.equal(corrected('ACK data="x"', { len: 7 }, 'data'), 'ACK  len=7');
    assert.equal(corrected('ACK data="x"', {}, 'data'), 'ACK');
  });

  it('has the options that were sent, or says that they are absent', () => {
    const options = { mss: 536, sackok: true, sack: [[8, 16]] } as const;
    assert.equal(
      corrected('ACK mss=1 wscale=7 sackok=off sack=1..2', { options }, 'mss', 'wscale', 'sackok', 'sack'),
      'ACK  mss=536 wscale=off sackok sack=8..16',
    );
    assert.equal(corrected('ACK sackok sack=1..2 urg=5', {}, 'sackok', 'sack', 'urg'), 'ACK  sackok=off sack=off');
  });
});
