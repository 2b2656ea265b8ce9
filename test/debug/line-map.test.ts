/** Lines of a text that is edited while it runs: each is found where it stands by then. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { lineMap } from '../../src/debug/line-map';

const text = (lines: string): readonly string[] => lines.split('');

/** Where each line of `old` is found in `now`. */
const found = (old: string, now: string): readonly number[] => {
  const { toNew } = lineMap(text(old), text(now));
  return text(old).map((_, index) => toNew(index + 1));
};

describe('the lines of an edited text', () => {
  it('move with what was written or deleted above them', () => {
    assert.deepEqual(found('abcd', 'abcd'), [1, 2, 3, 4]);
    assert.deepEqual(found('abcd', 'xxabcd'), [3, 4, 5, 6]);
    assert.deepEqual(found('abcd', 'abxcd'), [1, 2, 4, 5]);
    assert.deepEqual(found('abcd', 'acd'), [1, 2, 2, 3]);
    assert.deepEqual(found('abcd', 'd'), [1, 1, 1, 1]);
    assert.deepEqual(found('abcdefg', 'xbcdxxeg'), [1, 2, 3, 4, 7, 7, 8]);
  });

  it('are found in any two texts, and back again where they are still there', () => {
    const anyText = fc.array(fc.constantFrom('a', 'b', 'c', 'd', ''), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(anyText, anyText, (old, now) => {
        const { toNew, toOld } = lineMap(old, now);
        for (const index of old.keys()) {
          const line = toNew(index + 1);
          assert.ok(line >= 1 && line <= now.length, `${index + 1} is ${line}`);
        }
        for (const index of now.keys()) {
          const line = toOld(index + 1);
          assert.ok(line >= 1 && line <= old.length, `${index + 1} was ${line}`);
        }
        const same = lineMap(old, old);
        for (const index of old.keys()) assert.equal(same.toNew(index + 1), index + 1);
      }),
    );
  });

  it('that were not touched lead there and back', () => {
    const lines = fc.array(fc.string({ minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(lines, lines, lines, (head, written, tail) => {
        // What is written cannot be taken for what was there.
        const middle = written.map((line) => `    ${line}`);
        const { toNew, toOld } = lineMap([...head, ...tail], [...head, ...middle, ...tail]);
        for (const index of head.keys()) assert.equal(toNew(index + 1), index + 1);
        const line = head.length + tail.length;
        assert.equal(toNew(line), line + middle.length);
        assert.equal(toOld(toNew(line)), line);
      }),
    );
  });
});
