import assert from 'node:assert/strict';
import fc from 'fast-check';
import { advance, distance, latest, precedes, precedesOrIs, seq } from '../../src/tcp/seq';

const anySeq = fc
  .oneof(
    fc.integer({ min: 0, max: 2 ** 32 - 1 }),
    fc.integer({ min: 2 ** 32 - 5, max: 2 ** 32 + 5 }), // around the wrap
    fc.constantFrom(0, 1, 2 ** 31 - 1, 2 ** 31, 2 ** 31 + 1),
  )
  .map(seq);
/** Less than half the circle. */
const anyStep = fc.integer({ min: 1, max: 2 ** 31 - 1 });

describe('a sequence number', () => {
  it('is any integer, wrapped onto the circle of 2^32', () => {
    assert.deepEqual(
      [0, 2 ** 32 - 1, 2 ** 32, 2 ** 32 + 7, -1, -(2 ** 32), 2 ** 40 + 3].map(seq),
      [0, 4_294_967_295, 0, 7, 4_294_967_295, 0, 3],
    );
  });

  it('comes back to itself after a whole turn', () => {
    fc.assert(fc.property(anySeq, (a) => advance(a, 2 ** 32) === a && advance(a, -(2 ** 32)) === a));
  });

  it('is reached from any other over the distance between the two', () => {
    fc.assert(fc.property(anySeq, anySeq, (a, b) => advance(a, distance(a, b)) === b));
  });

  it('advances as far as the counts added together', () => {
    const anyCount = fc.integer({ min: -(2 ** 31), max: 2 ** 31 });
    fc.assert(fc.property(anySeq, anyCount, anyCount, (a, m, n) => advance(advance(a, m), n) === advance(a, m + n)));
  });

  it('precedes what lies less than half the circle ahead, also across the wrap, and nothing else', () => {
    fc.assert(
      fc.property(anySeq, anyStep, (a, step) => {
        const ahead = advance(a, step);
        return precedes(a, ahead) && !precedes(ahead, a) && precedesOrIs(a, ahead) && !precedesOrIs(ahead, a);
      }),
    );
  });

  it('does not precede itself, but is not behind itself either', () => {
    fc.assert(fc.property(anySeq, (a) => !precedes(a, a) && precedesOrIs(a, a) && distance(a, a) === 0));
  });

  it('is compared in the same way wherever on the circle the two lie', () => {
    fc.assert(
      fc.property(anySeq, anySeq, anySeq, (a, b, turn) => {
        return precedes(a, b) === precedes(advance(a, turn), advance(b, turn));
      }),
    );
  });

  it('is the later of two if the other precedes it', () => {
    fc.assert(
      fc.property(anySeq, anyStep, (a, step) => {
        const ahead = advance(a, step);
        return latest(a, ahead) === ahead && latest(ahead, a) === ahead && latest(a, a) === a;
      }),
    );
  });
});
