/** The receive window, the send window, and both sides' care not to exchange silly little segments. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { byteLength } from '../../src/tcp/bytes';
import { type Endpoint, react, type Stimulus } from '../../src/tcp/endpoint';
import type { TcpOptions } from '../../src/tcp/options';
import { advance, distance, type Seq } from '../../src/tcp/seq';
import { deadline } from '../../src/tcp/timers';
import { after, arrives, calls, expires, hosts, NOW, reactionOf, receives, sends, tcbOf } from './hosts';
import { fromHost, sent } from './words';

/** ESTABLISHED, nothing outstanding, nothing received; the remote's MSS is 100. */
function opened(options: Partial<TcpOptions>, win = 1000, shift?: number): Endpoint {
  const mss = 100;
  const synOptions = shift === undefined ? { mss } : { mss, wscale: shift };
  const { LISTEN } = hosts({ read: 'manual', nagle: false, congestion: 'none', ...options });
  return after(LISTEN, arrives('SYN', { options: synOptions, win }), arrives('ACK', { seq: 1, ack: 1, win }));
}

describe('the receive window', () => {
  const anyStep = fc.oneof(
    fc.record({ kind: fc.constant('text' as const), at: fc.nat(300), len: fc.integer({ min: 1, max: 300 }) }),
    fc.record({ kind: fc.constant('read' as const), amount: fc.integer({ min: 1, max: 500 }) }),
  );
  const anyOptions = fc.record({
    window: fc.integer({ min: 1, max: 3000 }),
    shift: fc.option(fc.integer({ min: 0, max: 8 })),
  });

  it('never takes back what it has offered, and takes all of it', () => {
    fc.assert(
      fc.property(anyOptions, fc.array(anyStep, { maxLength: 60 }), ({ window, shift }, steps) => {
        let host = opened({ window, wscale: shift ?? undefined }, 1000, shift ?? undefined);
        let edge: Seq | undefined;
        let offered: Seq | undefined;
        for (const step of steps) {
          const { rcvNxt, rcvWnd } = tcbOf(host);
          const next = distance(tcbOf(host).irs ?? rcvNxt, rcvNxt);
          const stimulus =
            step.kind === 'read'
              ? receives(step.amount)
              : arrives('ACK', { seq: next + step.at, ack: 1, len: step.len });
          const reaction = react(host, stimulus, NOW);
          host = reaction.endpoint;
          const now = advance(tcbOf(host).rcvNxt, tcbOf(host).rcvWnd);
          assert.ok(edge === undefined || distance(edge, now) >= 0, 'the right edge has moved back');
          edge = now;
          for (const { segment } of reaction.sends) offered = advance(segment.ack, segment.win);
          assert.ok(offered === undefined || distance(offered, now) >= 0, 'more was offered than is taken');
          assert.ok(
            rcvWnd >= 0 && byteLength(tcbOf(host).readable) <= Math.max(window, 65_535),
            'the buffer runs over',
          );
        }
      }),
    );
  });

  it('is told without rounding up what the buffer does not have (RFC 7323, 2.4)', () => {
    // 10 bytes of 1000 are taken: 990 are left, of which a shift of 7 can say 7 * 128.
    const scaled = opened({ window: 1000, wscale: 7 }, 1000, 7);
    const [ack] = reactionOf(scaled, [arrives('ACK', { seq: 1, ack: 1, len: 10 })]).sends;
    assert.equal(ack?.segment.win, 7 * 128);
  });

  it('opens in steps of a segment or half the buffer, not byte by byte (3.8.6.2.2, MUST-39)', () => {
    const full = after(opened({ window: 1000 }), arrives('ACK', { seq: 1, ack: 1, len: 1000 }));
    assert.equal(tcbOf(full).rcvWnd, 0);
    assert.equal(sent(reactionOf(full, [receives(99)])), '-');
    assert.equal(sent(reactionOf(full, [receives(99), receives(1)])), 'ACK seq=1 ack=1001');
    assert.equal(tcbOf(after(full, receives(99), receives(1))).rcvWnd, 100);
    const small = after(opened({ window: 60 }), arrives('ACK', { seq: 1, ack: 1, len: 60 }));
    assert.equal(sent(reactionOf(small, [receives(29)])), '-');
    assert.equal(sent(reactionOf(small, [receives(29), receives(1)])), 'ACK seq=1 ack=61');
  });

  it('stays as wide while the application reads by itself', () => {
    const host = after(opened({ window: 1000, read: 'auto' }), arrives('ACK', { seq: 1, ack: 1, len: 300 }));
    assert.equal(tcbOf(host).rcvWnd, 1000);
  });

  it('does not shrink when the application makes its buffer smaller', () => {
    const host = opened({ window: 1000 });
    const smaller: Endpoint = { ...host, options: { ...host.options, window: 10 } };
    assert.equal(tcbOf(after(smaller, arrives('ACK', { seq: 1, ack: 1, len: 100 }))).rcvWnd, 900);
  });
});

describe('a delayed acknowledgment', () => {
  const SECOND = 1_000_000;

  it('waits for the delay that was asked for, and no longer (MUST-40)', () => {
    const host = after(opened({ delayedAck: SECOND / 5 }), arrives('ACK', { seq: 1, ack: 1, len: 10 }));
    assert.equal(deadline(tcbOf(host), 'delayedack'), SECOND / 5);
    assert.equal(sent(reactionOf(host, [expires('delayedack')])), 'ACK seq=1 ack=11');
  });

  it('rides on text that goes the other way', () => {
    const host = after(opened({ delayedAck: SECOND / 5 }), arrives('ACK', { seq: 1, ack: 1, len: 10 }), sends(5));
    assert.equal(deadline(tcbOf(host), 'delayedack'), undefined);
  });

  it('is sent for at least every second full-sized segment (SHLD-19)', () => {
    const host = opened({ delayedAck: SECOND / 5, mss: 100 });
    const [first, second] = [
      arrives('ACK', { seq: 1, ack: 1, len: 100 }),
      arrives('ACK', { seq: 101, ack: 1, len: 100 }),
    ];
    assert.equal(sent(reactionOf(host, [first])), '-');
    assert.equal(sent(reactionOf(host, [first, second])), 'ACK seq=1 ack=201');
  });

  it('does not wait when something is missing, nor when a gap is filled (RFC 5681, 4.2)', () => {
    const host = opened({ delayedAck: SECOND / 5 });
    const above = arrives('ACK', { seq: 21, ack: 1, len: 10 });
    const first = arrives('ACK', { seq: 1, ack: 1, len: 10 });
    const second = arrives('ACK', { seq: 11, ack: 1, len: 10 });
    assert.equal(sent(reactionOf(host, [above])), 'ACK seq=1 ack=1');
    assert.equal(sent(reactionOf(host, [above, first])), 'ACK seq=1 ack=11');
    assert.equal(sent(reactionOf(host, [above, first, second])), 'ACK seq=1 ack=31');
  });
});

describe('the send window', () => {
  const win = (window: number, acked = 1): Stimulus => arrives('ACK', { seq: 1, ack: acked, win: window });

  it('is filled, and no byte goes beyond it', () => {
    const reaction = reactionOf(opened({}, 300), [sends(1000)]);
    assert.equal(sent(reaction), 'ACK seq=1 ack=1 len=100, ACK seq=101 ack=1 len=100, ACK seq=201 ack=1 len=100');
  });

  it('is not filled with less than a segment or half of it while something is outstanding (MUST-38)', () => {
    assert.equal(
      sent(reactionOf(opened({}, 250), [sends(1000)])),
      'ACK seq=1 ack=1 len=100, ACK seq=101 ack=1 len=100',
    );
    assert.equal(sent(reactionOf(opened({}, 60), [sends(1000)])), 'ACK seq=1 ack=1 len=60');
  });

  it('gets what fits it when that has waited as long as a retransmission (3.8.6.2.1, the override timeout)', () => {
    const host = after(opened({}, 250), sends(1000), win(50, 201));
    assert.equal(tcbOf(host).sndWnd, 50);
    assert.equal(sent(reactionOf(host, [expires('persist')])), 'ACK seq=201 ack=1 len=50');
  });

  it('is not changed by a segment older than the one that set it (WL1, WL2)', () => {
    const host = after(
      opened({}),
      arrives('ACK', { seq: 1, ack: 1, win: 500, len: 10 }),
      arrives('ACK', { seq: 11, ack: 1, win: 700 }),
    );
    assert.equal(tcbOf(host).sndWnd, 700);
    const old = after(host, arrives('ACK', { seq: 8, ack: 1, win: 20, len: 10 }));
    assert.equal(tcbOf(old).sndWnd, 700);
  });

  it('keeps its right edge when an ACK too old to change it moves SND.UNA: nothing is sent beyond what was offered', () => {
    // 300 bytes are offered up to 301; the ACK of 100 of them travels with text that was sent earlier, and sent again.
    const host = after(
      opened({}, 300),
      sends(1000),
      arrives('ACK', { seq: 21, ack: 1, win: 300, len: 10 }),
      arrives('ACK', { seq: 1, ack: 101, win: 250, len: 20 }),
    );
    const { sndWnd, sndNxt, iss } = tcbOf(host);
    assert.deepEqual([sndWnd, distance(iss, sndNxt)], [200, 301]);
  });

  it('is asked with one byte while it is closed, each pause twice as long, up to rto-max (SHLD-29, SHLD-30)', () => {
    let host = after(opened({ rtoMax: 5_000_000 }), win(0), sends(10));
    const pauses: number[] = [];
    let now = 0;
    for (let probe = 0; probe < 6; probe += 1) {
      const at = deadline(tcbOf(host), 'persist') ?? Number.NaN;
      pauses.push((at - now) / 1_000_000);
      now = at;
      const reaction = react(host, expires('persist'), { ...NOW, now });
      assert.deepEqual(
        reaction.sends.map(({ segment }) => fromHost(segment)),
        ['ACK seq=1 ack=1 len=1'],
      );
      host = react(reaction.endpoint, win(0), { ...NOW, now }).endpoint;
    }
    assert.deepEqual(pauses, [1, 2, 4, 5, 5, 5]);
  });

  it('may stay closed for ever while the other side answers, also when only a FIN waits (MUST-37)', () => {
    let host = after(opened({ retries: 3 }), win(0), calls('CLOSE'));
    for (let probe = 0; probe < 20; probe += 1) {
      const timer = tcbOf(host).sendTimer.kind;
      assert.ok(timer !== 'off');
      host = after(host, expires(timer), win(0));
    }
    assert.equal(tcbOf(host).state, 'FIN_WAIT_1');
    assert.equal(host.history.error, '');
    for (let probe = 0; probe < 3; probe += 1) host = after(host, expires('retransmit'));
    assert.equal(after(host, expires('retransmit')).tcb, undefined, 'but without any answer it is given up');
  });

  it('counts the byte of a probe as sent when it is acknowledged', () => {
    const probed = after(opened({}), win(0), sends(10), expires('persist'));
    assert.equal(probed.history.sent, 0);
    const { history } = after(probed, win(0, 2));
    assert.deepEqual([history.sent, history.acked], [1, 1]);
  });
});

describe('the algorithm of Nagle', () => {
  it('keeps a small segment back while something is outstanding (3.7.4)', () => {
    const host = after(opened({ nagle: true }), sends(10));
    assert.equal(sent(reactionOf(host, [sends(10, 10)])), '-');
    assert.equal(
      sent(reactionOf(host, [sends(10, 10), arrives('ACK', { seq: 1, ack: 11 })])),
      'PSH+ACK seq=11 ack=1 len=10',
    );
  });

  it('keeps no full-sized segment back', () => {
    const host = after(opened({ nagle: true }), sends(10));
    assert.equal(sent(reactionOf(host, [sends(200, 10)])), 'ACK seq=11 ack=1 len=100, PSH+ACK seq=111 ack=1 len=100');
  });

  it('keeps nothing back where it is off', () => {
    const host = after(opened({ nagle: false }), sends(10));
    assert.equal(sent(reactionOf(host, [sends(10, 10)])), 'PSH+ACK seq=11 ack=1 len=10');
  });

  it('does not keep back the last text of a connection that closes', () => {
    const host = after(opened({ nagle: true }), sends(10));
    assert.equal(sent(reactionOf(host, [sends(10, 10), calls('CLOSE')])), 'FIN+PSH+ACK seq=11 ack=1 len=10');
  });
});
