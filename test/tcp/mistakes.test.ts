/** What books, articles and real stacks have got wrong about the eleven states: none of it may be possible here. */
import assert from 'node:assert/strict';
import type { Stimulus } from '../../src/tcp/endpoint';
import { rowName, rows } from '../../src/tcp/fsm';
import { deadline } from '../../src/tcp/timers';
import { after, arrives, calls, expires, hosts, type Place, reactionOf, sends, tcbOf } from './hosts';
import { path, sent } from './words';

const host = hosts();

/** `path; sends what`: what the last of the stimuli does to a host. */
function does(place: Place, ...stimuli: readonly Stimulus[]): string {
  const reaction = reactionOf(host[place], stimuli);
  return `${path(reaction)}; sends ${sent(reaction)}`;
}

describe('the mistakes that others made', () => {
  it('a FIN in FIN_WAIT_1 or FIN_WAIT_2 does not lead to CLOSE_WAIT', () => {
    const fin = (ack: number): Stimulus => arrives('FIN+ACK', { seq: 11, ack });
    assert.equal(does('FIN_WAIT_1', fin(1)), 'FIN_WAIT_1 -> CLOSING; sends ACK seq=12 ack=12');
    assert.equal(does('FIN_WAIT_1', fin(12)), 'FIN_WAIT_1 -> FIN_WAIT_2 -> TIME_WAIT; sends ACK seq=12 ack=12');
    assert.equal(does('FIN_WAIT_2', fin(12)), 'FIN_WAIT_2 -> TIME_WAIT; sends ACK seq=12 ack=12');
    const into = rows.filter(({ from, to }) => to === 'CLOSE_WAIT' && from !== to);
    assert.deepEqual(into.map(rowName), ['SYN_RCVD / rcv FIN', 'ESTABLISHED / rcv FIN']);
  });

  it('SYN_SENT does not time out into CLOSE_WAIT, but into CLOSED, and says why', () => {
    const timeouts = Array.from({ length: 8 }, () => expires('retransmit'));
    const given = reactionOf(host.SYN_SENT, timeouts);
    assert.equal(path(given), 'SYN_SENT -> CLOSED');
    assert.equal(given.error, 'connection aborted due to user timeout');
  });

  it('a SYN in ESTABLISHED is not ignored: it is challenged, or resets the connection where RFC 793 is followed', () => {
    const syn = arrives('SYN', { seq: 11 });
    assert.equal(does('ESTABLISHED', syn), 'ESTABLISHED; sends ACK seq=11 ack=11');
    const old = reactionOf(hosts({ challengeAck: false }).ESTABLISHED, [syn]);
    assert.equal(`${path(old)}; sends ${sent(old)}`, 'ESTABLISHED -> CLOSED; sends RST seq=11');
    assert.equal(old.error, 'connection reset');
  });

  it('a reset that is believed is not answered, with an ACK or otherwise', () => {
    for (const place of Object.keys(host) as Place[]) {
      const { tcb } = host[place];
      const next = tcb?.irs === undefined ? 0 : (tcb.rcvNxt - tcb.irs) | 0;
      const reaction = reactionOf(host[place], [arrives('RST+ACK', { seq: next, ack: 1 })]);
      assert.equal(sent(reaction), '-', place);
    }
  });

  it('LISTEN has its four rules: it ignores a reset, resets an ACK, answers a SYN and drops the rest', () => {
    assert.equal(does('LISTEN', arrives('RST')), 'LISTEN; sends -');
    assert.equal(does('LISTEN', arrives('RST+ACK', { ack: 7 })), 'LISTEN; sends -');
    assert.equal(does('LISTEN', arrives('ACK', { ack: 7 })), 'LISTEN; sends RST seq=7');
    assert.equal(does('LISTEN', arrives('SYN+ACK', { ack: 7 })), 'LISTEN; sends RST seq=7');
    assert.equal(does('LISTEN', arrives('SYN')), 'LISTEN -> SYN_RCVD; sends SYN+ACK seq=0 ack=1');
    assert.equal(does('LISTEN', arrives('FIN')), 'LISTEN; sends -');
  });

  it('two sides that call at the same time meet: SYN_SENT, SYN_RCVD, ESTABLISHED (Figure 7)', () => {
    assert.equal(does('SYN_SENT', arrives('SYN')), 'SYN_SENT -> SYN_RCVD; sends SYN+ACK seq=0 ack=1');
    const crossing = arrives('SYN+ACK', { seq: 0, ack: 1 });
    assert.equal(does('SYN_SENT', arrives('SYN'), crossing), 'SYN_RCVD -> ESTABLISHED; sends ACK seq=1 ack=1');
  });

  it('FIN_WAIT_1 does not become CLOSING before our FIN is sent', () => {
    const closed = arrives('ACK', { seq: 11, ack: 1, win: 0 });
    const waiting = [closed, sends(10, 10), calls('CLOSE'), arrives('FIN+ACK', { seq: 11, ack: 11, win: 0 })];
    assert.equal(does('ESTABLISHED', ...waiting), 'FIN_WAIT_1; sends ACK seq=11 ack=12');
    assert.equal(tcbOf(after(host.ESTABLISHED, ...waiting)).finSeq, undefined);
    assert.equal(
      does('ESTABLISHED', ...waiting, arrives('ACK', { seq: 12, ack: 11, win: 1000 })),
      'FIN_WAIT_1 -> CLOSING; sends FIN+PSH+ACK seq=11 ack=12 len=10',
    );
  });

  it('SYN_RCVD that was reached by way of SYN_SENT closes on a reset; the one that listened listens again', () => {
    const reset = arrives('RST', { seq: 1 });
    assert.equal(does('SYN_RCVD, active', reset), 'SYN_RCVD -> CLOSED; sends -');
    assert.equal(reactionOf(host['SYN_RCVD, active'], [reset]).error, 'connection refused');
    assert.equal(does('SYN_RCVD, passive', reset), 'SYN_RCVD -> LISTEN; sends -');
    assert.equal(reactionOf(host['SYN_RCVD, passive'], [reset]).error, undefined);
  });

  it('the persist timer backs off', () => {
    const closed = after(host.ESTABLISHED, arrives('ACK', { seq: 11, ack: 11, win: 0 }), sends(10, 10));
    const first = deadline(tcbOf(closed), 'persist') ?? 0;
    const second = deadline(tcbOf(after(closed, expires('persist'))), 'persist') ?? 0;
    assert.equal(second, 2 * first);
  });

  it('the ACK of a reset counts the SYN and the FIN that it refuses', () => {
    assert.equal(does('CLOSED', arrives('SYN', { seq: 100 })), 'CLOSED; sends RST+ACK seq=#0 ack=101');
    assert.equal(does('CLOSED', arrives('SYN+FIN', { seq: 100, len: 5 })), 'CLOSED; sends RST+ACK seq=#0 ack=107');
  });

  it('CLOSED answers with a reset, with the number that the sender will believe', () => {
    assert.equal(does('CLOSED', arrives('ACK', { seq: 100, ack: 300 })), 'CLOSED; sends RST seq=300');
    assert.equal(does('CLOSED', arrives('FIN+ACK', { seq: 100, ack: 300 })), 'CLOSED; sends RST seq=300');
  });

  it('a FIN is not ignored after a retransmission', () => {
    const fin = arrives('FIN+ACK', { seq: 11, ack: 1 });
    assert.equal(does('ESTABLISHED', expires('retransmit'), fin), 'ESTABLISHED -> CLOSE_WAIT; sends ACK seq=11 ack=12');
    assert.equal(does('FIN_WAIT_1', expires('retransmit'), fin), 'FIN_WAIT_1 -> CLOSING; sends ACK seq=12 ack=12');
  });

  it('CLOSING is two FINs that cross; where only an ACK is lost there is no CLOSING', () => {
    const into = rows.filter(({ from, to }) => to === 'CLOSING' && from !== to);
    assert.deepEqual(into.map(rowName), ['FIN_WAIT_1 / rcv FIN', 'FIN_WAIT_1 / data sent [FIN was received]']);
    const again = [
      expires('retransmit'),
      arrives('ACK', { seq: 11, ack: 12 }),
      arrives('FIN+ACK', { seq: 11, ack: 12 }),
    ];
    const { visited } = after(host.FIN_WAIT_1, ...again).history;
    assert.deepEqual(visited.slice(-3), ['FIN_WAIT_1', 'FIN_WAIT_2', 'TIME_WAIT']);
  });
});
