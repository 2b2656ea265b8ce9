/** Conditions, in a moment that has something of everything: relative numbers beyond the wrap, a timer, text. */
import assert from 'node:assert/strict';
import { render } from '../../src/words/sentence';
import { failures, play } from './play';

/** 30 ms after the begin: the client has sent 10 bytes of 15, of which 4 are acknowledged; its numbers wrap in between. */
const MOMENT = [
  'peer client iss=4294967290 mss=10',
  'peer server scripted iss=4294967000',
  'let begun = time',
  'handshake client -> server',
  'client send "GET / HTTP/1.1!"',
  'client -> server DATA as first',
  'server -> client ACK seq=1 ack=5 win=6',
];

/** Those of the conditions that do not hold. */
const untrue = (...conditions: readonly string[]): readonly string[] =>
  failures(play(...MOMENT, ...conditions.map((condition) => `expect ${condition}`))).map(({ expected }) =>
    render(expected),
  );

describe('a condition', () => {
  it('counts sequence numbers from the SYN, across the wrap, or absolutely where they are written with #', () => {
    assert.deepEqual(
      untrue(
        'client.snd.una == 5',
        'client.snd.una == #4294967295',
        'client.snd.nxt == 11',
        'client.snd.nxt == #5',
        'client.snd.una < client.snd.nxt',
        'client.snd.nxt > client.snd.una',
        'client.snd.nxt - client.snd.una == 6',
        'client.snd.una + 6 == client.snd.nxt',
        'client.rcv.nxt == 1 and client.rcv.nxt == #4294967001',
        'client.iss == 4294967290 and client.irs == 4294967000',
      ),
      [],
    );
  });

  it('knows what was sent: by the name of a segment', () => {
    assert.deepEqual(
      untrue(
        'first.seq == 1',
        'first.ack == 1',
        'first.len == 10',
        'first.win == 65535',
        'first.time == 30ms',
        'first.tsval == off',
      ),
      [],
    );
  });

  it('knows the peer’s state, where it was and what its application has done', () => {
    assert.deepEqual(
      untrue(
        'client ESTABLISHED and client in SYN_SENT, ESTABLISHED',
        'client.state == ESTABLISHED and client.previous == SYN_SENT',
        'client.visited SYN_SENT and not client.visited LISTEN',
        'client.sent == 10 and client.acked == 4 and client.received == 0 and client.readable == 0',
        'client.error == "" and client.data == ""',
        'client.retransmits == 0 and client.mss == 10',
      ),
      [],
    );
  });

  it('measures time in what is left of a timer, and off is equal to nothing else', () => {
    assert.deepEqual(
      untrue(
        'client.timer.retransmit == 1s',
        'client.timer.persist == off and client.timer.timewait == off',
        'client.timer.persist != 0s and not (client.timer.persist < 1s) and not (client.timer.persist >= 0s)',
        'client.srtt == 20ms and client.rto == 1s',
        'time - begun == 50ms',
        'client.snd.up == off and client.ssthresh == off',
      ),
      [],
    );
  });

  it('calculates as one learns it at school', () => {
    assert.deepEqual(
      untrue('1 + 2 * 3 == 7', '(1 + 2) * 3 == 9', '-2 * 3 == -6', '10 - 3 - 2 == 5', '2 * 100ms == 200ms'),
      [],
    );
  });

  it('and may fail', () => {
    const wrong = [
      'client.snd.una == 6',
      'client.snd.una > client.snd.nxt',
      'wire.count == 7',
      'not client ESTABLISHED',
    ];
    assert.deepEqual(untrue(...wrong), wrong);
  });
});
