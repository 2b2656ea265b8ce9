import assert from 'node:assert/strict';
import { distance, nearest } from '../../src/language/nearest';

describe('nearest', () => {
  it('counts what was inserted, left out, replaced and swapped', () => {
    assert.equal(distance('conect', 'connect'), 1);
    assert.equal(distance('snet', 'sent'), 1);
    assert.equal(distance('abc', 'abc'), 0);
    assert.equal(distance('', 'abc'), 3);
    assert.equal(distance('kitten', 'sitting'), 3);
  });

  it('puts the nearest first and leaves out what is far', () => {
    assert.deepEqual(nearest('rto-mim', ['rto-max', 'rto-min', 'window']), ['rto-min', 'rto-max']);
    assert.deepEqual(nearest('xyz', ['connect', 'send']), []);
  });

  it('overlooks case, hyphens and underscores, and takes a beginning for the whole', () => {
    assert.deepEqual(nearest('DelayedAck', ['delayed-ack']), ['delayed-ack']);
    assert.deepEqual(nearest('estab', ['LISTEN', 'ESTABLISHED']), ['ESTABLISHED']);
  });

  it('does not compare endless words', () => {
    assert.deepEqual(nearest('x'.repeat(100_000), ['connect']), []);
  });
});
