/** A list in chunks: to whoever looks at it, a list; and each version stays what it was. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  all,
  append,
  type Chunks,
  count,
  first,
  insert,
  isEmpty,
  itemsFrom,
  NOTHING,
  withFirst,
  without,
  withoutFirst,
} from '../../src/tcp/chunks';

/** What can be done to a sorted list of numbers, with the number it is done with. */
const DEEDS: Readonly<
  Record<
    string,
    [(list: Chunks<number>, n: number) => Chunks<number>, (list: readonly number[], n: number) => readonly number[]]
  >
> = {
  append: [(list, n) => append(list, (all(list).at(-1) ?? 0) + n), (list, n) => [...list, (list.at(-1) ?? 0) + n]],
  insert: [
    (list, n) => insert(list, n, (other) => other <= n),
    (list, n) => [...list.filter((other) => other <= n), n, ...list.filter((other) => other > n)],
  ],
  withoutFirst: [withoutFirst, (list) => list.slice(1)],
  without: [
    (list, n) => without(list, (other) => other === n),
    (list, n) => (list.includes(n) ? list.toSpliced(list.indexOf(n), 1) : list),
  ],
  itemsFrom: [
    (list, n) => itemsFrom(list, (other) => other >= n % 20),
    (list, n) => list.filter((other) => other >= n % 20),
  ],
  withFirst: [(list) => withFirst(list, 0), (list) => [0, ...list.slice(1)]],
};

const deed = fc.tuple(fc.constantFrom(...Object.keys(DEEDS)), fc.nat(1000));

describe('a list in chunks', () => {
  it('is as long and in such order as a plain one would be, whatever is done to it', () => {
    fc.assert(
      fc.property(fc.nat(2000), fc.array(deed, { maxLength: 60 }), (begin, deeds) => {
        let plain: readonly number[] = Array.from({ length: begin }, (_, n) => Math.floor(n / 2));
        let list = plain.reduce<Chunks<number>>(append, NOTHING);
        for (const [name, n] of deeds) {
          const [chunked, simple] = DEEDS[name] ?? [];
          if (chunked === undefined || simple === undefined) throw new Error(name);
          const [before, copy] = [list, structuredClone(list)];
          [list, plain] = [chunked(list, n), simple(plain, n)];
          assert.deepEqual(all(list), plain, name);
          assert.deepEqual([count(list), first(list), isEmpty(list)], [plain.length, plain[0], plain.length === 0]);
          assert.ok(
            list.every((chunk) => chunk.length > 0),
            `${name} leaves an empty chunk`,
          );
          assert.deepEqual(before, copy, `${name} changes the list that was`);
        }
      }),
    );
  });

  it('costs a copy of little, however long it is', () => {
    const long = Array.from({ length: 100_000 }, (_, n) => n).reduce<Chunks<number>>(append, NOTHING);
    const largest = Math.max(long.length, ...long.map((chunk) => chunk.length));
    assert.ok(largest < 500, `${largest} items are copied`);
  });
});
