/** A rope is a string of bytes: whatever is done to both gives the same. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  type Bytes,
  byteLength,
  byteString,
  concatenate,
  NO_BYTES,
  patternBytes,
  sameBytes,
  sliceBytes,
  textBytes,
} from '../../src/tcp/bytes';

const anyPiece: fc.Arbitrary<Bytes> = fc.oneof(
  fc.tuple(fc.nat(200), fc.nat(200)).map(([at, length]) => patternBytes(at, length)),
  fc.string({ maxLength: 20 }).map(textBytes),
);
const anyBytes = fc.array(anyPiece, { maxLength: 5 }).map((pieces) => pieces.reduce(concatenate, NO_BYTES));

describe('bytes', () => {
  it('are as many as their string has characters', () => {
    fc.assert(fc.property(anyBytes, (bytes) => byteLength(bytes) === byteString(bytes).length));
  });

  it('put together are the two strings put together', () => {
    fc.assert(
      fc.property(anyBytes, anyBytes, (a, b) => {
        assert.equal(byteString(concatenate(a, b)), byteString(a) + byteString(b));
      }),
    );
  });

  it('between two places are what the string has there', () => {
    fc.assert(
      fc.property(anyBytes, fc.nat(900), fc.nat(900), (bytes, from, to) => {
        assert.equal(byteString(sliceBytes(bytes, from, to)), byteString(bytes).slice(from, Math.max(from, to)));
        assert.equal(byteString(sliceBytes(bytes, from)), byteString(bytes).slice(from));
      }),
    );
  });

  it('cut anywhere and put together again are the same', () => {
    fc.assert(
      fc.property(anyBytes, fc.nat(900), (bytes, at) =>
        sameBytes(concatenate(sliceBytes(bytes, 0, at), sliceBytes(bytes, at)), bytes),
      ),
    );
  });

  it('are the same exactly when their strings are', () => {
    fc.assert(
      fc.property(anyBytes, anyBytes, (a, b) => sameBytes(a, b) === (byteString(a) === byteString(b))),
      { numRuns: 300 },
    );
    fc.assert(
      fc.property(fc.nat(200), fc.nat(200), fc.nat(100), (a, b, length) => {
        const [one, other] = [patternBytes(a, length), patternBytes(b, length)];
        return sameBytes(one, other) === (byteString(one) === byteString(other));
      }),
    );
  });

  it('show no more of themselves than is asked for', () => {
    fc.assert(
      fc.property(
        anyBytes,
        fc.nat(300),
        (bytes, limit) => byteString(bytes, limit) === byteString(bytes).slice(0, limit),
      ),
    );
  });
});

describe('the pattern that `send 1000` sends', () => {
  it('goes on where the last piece ended, so that a megabyte in thousands of segments stays one piece', () => {
    let stream = NO_BYTES;
    for (let at = 0; at < 1_000_000; at += 1000) stream = concatenate(stream, patternBytes(at, 1000));
    assert.deepEqual(stream, [{ kind: 'pattern', at: 0, length: 1_000_000 }]);
  });

  it('has letters that tell a byte from the one a segment, a window or a power of two away', () => {
    const letter = (at: number): string => byteString(patternBytes(at, 1));
    for (const away of [1, 8, 100, 512, 536, 1000, 1024, 1220, 1440, 1460, 4096, 65_535, 65_536]) {
      assert.notEqual(letter(5), letter(5 + away), `${away} bytes away`);
    }
  });

  it('begins with the letters of the alphabet', () => {
    assert.equal(byteString(patternBytes(0, 30)), 'abcdefghijklmnopqrstuvwxyz0123');
  });
});

describe('text that its author wrote', () => {
  it('is counted in bytes of UTF-8, not in characters', () => {
    assert.equal(byteLength(textBytes('TCP/三次握手')), 4 + 4 * 3);
  });

  it('is no piece at all if it is empty', () => {
    assert.deepEqual(textBytes(''), []);
  });
});
