/** Whatever way a stream is cut, repeated and shuffled: it is read whole, once and in order. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { byteLength, byteString, patternBytes, sameBytes } from '../../src/tcp/bytes';
import type { Stimulus } from '../../src/tcp/endpoint';
import { distance } from '../../src/tcp/seq';
import { after, arrives, hosts, IRS, receives, tcbOf } from './hosts';

const LENGTH = 300;
const { ESTABLISHED } = hosts({ window: 1000 });
/** ESTABLISHED has received 10 bytes; the stream goes on from there. */
const FIRST = 11;

/** A piece of the stream, `[from, to)` counted in bytes. */
const text = (from: number, to: number): Stimulus => arrives('ACK', { seq: FIRST + from, ack: 1, len: to - from });
const fin = (at = LENGTH): Stimulus => arrives('FIN+ACK', { seq: FIRST + at, ack: 1 });

/** Pieces that cover the stream, overlapping as they like, in any order, some of them twice. */
const anyPieces = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 1, max: LENGTH - 1 }), { maxLength: 12 }),
    fc.array(fc.tuple(fc.nat(LENGTH - 1), fc.integer({ min: 1, max: 120 })), { maxLength: 8 }),
  )
  .chain(([cuts, extra]) => {
    const ends = [0, ...[...cuts].sort((a, b) => a - b), LENGTH];
    const cover = ends.slice(1).map((to, index) => [ends[index] ?? 0, to] as const);
    const more = extra.map(([from, length]) => [from, Math.min(from + length, LENGTH)] as const);
    return fc.shuffledSubarray([...cover, ...more], { minLength: cover.length + more.length });
  });

describe('text that arrives in pieces', () => {
  it('is read whole, once and in order, however the pieces overlap and are shuffled', () => {
    fc.assert(
      fc.property(anyPieces, (pieces) => {
        const host = after(ESTABLISHED, ...pieces.map(([from, to]) => text(from, to)));
        assert.ok(sameBytes(host.history.data, patternBytes(0, 10 + LENGTH)), byteString(host.history.data));
        assert.equal(distance(IRS, tcbOf(host).rcvNxt), FIRST + LENGTH);
        assert.deepEqual(tcbOf(host).held, []);
      }),
    );
  });

  it('is followed by its FIN only when nothing before it is missing', () => {
    fc.assert(
      fc.property(anyPieces, fc.nat(), (pieces, place) => {
        const stimuli = pieces.map(([from, to]) => text(from, to));
        stimuli.splice(place % (stimuli.length + 1), 0, fin());
        const host = after(ESTABLISHED, ...stimuli);
        assert.equal(tcbOf(host).state, 'CLOSE_WAIT');
        assert.equal(byteLength(host.history.data), 10 + LENGTH);
        assert.equal(distance(IRS, tcbOf(host).rcvNxt), FIRST + LENGTH + 1);
      }),
    );
  });

  it('is followed by a FIN that came with its last piece, whatever came first', () => {
    const last = arrives('FIN+ACK', { seq: FIRST + 200, ack: 1, len: 100 });
    for (const order of [
      [text(0, 250), last],
      [last, text(0, 250)],
      [last, text(100, 300), text(0, 150)],
    ]) {
      const host = after(ESTABLISHED, ...order);
      assert.deepEqual([tcbOf(host).state, byteLength(host.history.data)], ['CLOSE_WAIT', 10 + LENGTH]);
    }
  });

  it('is kept in order and joined while something before it is missing', () => {
    const { held } = tcbOf(after(ESTABLISHED, text(200, 300), text(50, 100), text(90, 150), text(40, 60)));
    assert.deepEqual(
      held.map((piece) => [distance(IRS, piece.seq) - FIRST, byteString(piece.text), piece.fin]),
      [
        [40, byteString(patternBytes(50, 110)), false],
        [200, byteString(patternBytes(210, 100)), false],
      ],
    );
  });

  it('is not taken from beyond the window', () => {
    const { ESTABLISHED: narrow } = hosts({ window: 100, read: 'manual' });
    const host = after(narrow, text(0, 300));
    assert.deepEqual([byteLength(tcbOf(host).readable), tcbOf(host).rcvWnd], [100, 0]);
  });

  it('leaves no room for a FIN where the text fills the window: the FIN has to come again', () => {
    const { ESTABLISHED: narrow } = hosts({ window: 10, read: 'manual' });
    const { rcvWnd } = tcbOf(narrow);
    assert.equal(rcvWnd, 0);
    const roomy = after(narrow, receives(10));
    const full = after(roomy, arrives('FIN+ACK', { seq: FIRST, ack: 1, len: 10 }));
    assert.deepEqual([tcbOf(full).state, tcbOf(full).rcvWnd], ['ESTABLISHED', 0]);
    const again = after(full, receives(10), fin(10));
    assert.equal(tcbOf(again).state, 'CLOSE_WAIT');
  });
});
