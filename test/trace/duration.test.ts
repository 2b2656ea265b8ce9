import assert from 'node:assert/strict';
import { clock, decimalsFor, duration, moment } from '../../src/trace/duration';

describe('simulated time', () => {
  it('is written as people read it', () => {
    const read = [0, 200, 10_000, 500_000, 1_000_000, 1_500_000, 60_000_000, 90_000_000, 120_500_000, 5_400_000_000];
    assert.deepEqual(read.map(duration), [
      '0 s',
      '0.000200 s',
      '0.010 s',
      '0.500 s',
      '1 s',
      '1.500 s',
      '1 min',
      '1 min 30 s',
      '2 min 0.500 s',
      '1 h 30 min',
    ]);
    assert.equal(duration(-10_000), '-0.010 s');
  });

  it('gives moments in seconds, with microseconds only where they are needed', () => {
    assert.equal(moment(240_070_000), '240.070 s');
    assert.equal(moment(10_001), '0.010001 s');
    assert.equal(decimalsFor([0, 10_000]), 3);
    assert.equal(decimalsFor([0, 10_001]), 6);
    assert.equal(clock(10_000, 6), '0.010000');
  });
});
