/** Congestion control, against sequences computed by hand from RFC 5681, 6582 and 3042, in segments of 1000 bytes. */
import assert from 'node:assert/strict';
import { patternBytes } from '../../src/tcp/bytes';
import { type Congestion, newCongestion, open, restart } from '../../src/tcp/congestion';
import { type Endpoint, newEndpoint, react, type Stimulus } from '../../src/tcp/endpoint';
import { DEFAULT_OPTIONS, type TcpOptions } from '../../src/tcp/options';
import { distance } from '../../src/tcp/seq';
import { arrives, calls, expires, ISS, NOW, tcbOf } from './hosts';

const MSS = 1000;

/** A host whose SYN, and nothing else, is acknowledged; the other side's window is in the way of nothing. */
function opened(options: Partial<TcpOptions> = {}): Endpoint {
  const host = newEndpoint({ ...DEFAULT_OPTIONS, ...options });
  const synAck = arrives('SYN+ACK', { ack: 1, win: 60_000, options: { mss: MSS } });
  return [calls('active OPEN'), synAck].reduce(step, host);
}

const step = (host: Endpoint, stimulus: Stimulus): Endpoint => react(host, stimulus, NOW).endpoint;
const give = (segments: number): Stimulus => ({
  kind: 'call',
  call: { kind: 'SEND', text: patternBytes(0, segments * MSS), urgent: false },
});
/** An acknowledgment of the first `segments` segments. */
const ack = (segments: number): Stimulus => arrives('ACK', { seq: 1, ack: 1 + segments * MSS, win: 60_000 });

/** What each stimulus does: the segments it sends by their number (the first of the stream is 1), and then the windows. */
function story(host: Endpoint, ...stimuli: readonly Stimulus[]): readonly string[] {
  let now = host;
  return stimuli.map((stimulus) => {
    const reaction = react(now, stimulus, NOW);
    now = reaction.endpoint;
    const { cwnd, ssthresh } = tcbOf(now).congestion;
    const numbers = reaction.sends.map(({ segment }) => Math.ceil(distance(ISS, segment.seq) / MSS));
    return `sends ${numbers.join(' ') || '-'}; cwnd ${cwnd}, ssthresh ${ssthresh ?? '-'}`;
  });
}

describe('slow start', () => {
  it('begins with ten segments, each acknowledgment adding one (RFC 6928; RFC 5681, 3.1)', () => {
    assert.deepEqual(story(opened(), give(20), ack(1), ack(2), ack(4)), [
      'sends 1 2 3 4 5 6 7 8 9 10; cwnd 10000, ssthresh -',
      'sends 11 12; cwnd 11000, ssthresh -',
      'sends 13 14; cwnd 12000, ssthresh -',
      'sends 15 16 17; cwnd 13000, ssthresh -', // two segments, one acknowledgment: at most one segment more
    ]);
  });

  it('begins with one segment if the SYN was lost', () => {
    assert.equal(open(newCongestion(), DEFAULT_OPTIONS, MSS, true).cwnd, MSS);
  });

  it('begins again from the initial window after nothing was sent for longer than the timeout (RFC 5681, 4.1)', () => {
    const wide: Congestion = { ...newCongestion(), cwnd: 50_000, ssthresh: 60_000 };
    assert.deepEqual(restart(wide, DEFAULT_OPTIONS, MSS), { ...wide, cwnd: 10_000 });
    assert.deepEqual(restart({ ...wide, cwnd: 4000 }, DEFAULT_OPTIONS, MSS), { ...wide, cwnd: 4000 });
  });

  it('begins again although ACKs were sent in the meantime: they are not data', () => {
    const SECOND = 1_000_000;
    let host = [give(10), ...[2, 4, 6, 8, 10].map(ack)].reduce(step, opened());
    const at = (now: number, stimulus: Stimulus) => {
      host = react(host, stimulus, { ...NOW, now }).endpoint;
    };
    assert.equal(tcbOf(host).congestion.cwnd, 15_000);
    for (let second = 1; second <= 5; second += 1) {
      at(second * SECOND, arrives('ACK', { seq: 10 * second - 9, ack: 10_001, win: 60_000, len: 10 }));
    }
    at(5 * SECOND, { kind: 'call', call: { kind: 'SEND', text: patternBytes(10_000, 20_000), urgent: false } });
    assert.equal(tcbOf(host).congestion.cwnd, 10_000);
  });
});

describe('one segment lost of ten', () => {
  // Segment 1 is lost; 2 to 10, and the two that limited transmit lets out, give eleven duplicates.
  const duplicates = Array.from({ length: 11 }, () => ack(0));
  const told = story(opened(), give(12), ...duplicates, ack(12), ack(12));

  it('is sent again at the third duplicate ACK, after two new ones at the first two (RFC 3042)', () => {
    assert.deepEqual(told.slice(0, 4), [
      'sends 1 2 3 4 5 6 7 8 9 10; cwnd 10000, ssthresh -',
      'sends 11; cwnd 10000, ssthresh -',
      'sends 12; cwnd 10000, ssthresh -',
      // ssthresh = 10000 / 2: what limited transmit sent does not count; cwnd = ssthresh + 3 segments
      'sends 1; cwnd 8000, ssthresh 5000',
    ]);
  });

  it('lets the window grow by a segment at each further duplicate, and puts it back to the half at the end', () => {
    assert.deepEqual(
      told.slice(4, 12),
      [9, 10, 11, 12, 13, 14, 15, 16].map((n) => `sends -; cwnd ${n}000, ssthresh 5000`),
    );
    // RFC 6582, 3.2, step 3: min (ssthresh, max (FlightSize, SMSS) + SMSS), and nothing is in flight
    assert.equal(told[12], 'sends -; cwnd 2000, ssthresh 5000');
  });

  it('puts the window back to ssthresh in Reno (RFC 5681, 3.2, step 6)', () => {
    const reno = story(opened({ congestion: 'reno' }), give(12), ...duplicates, ack(12));
    assert.equal(reno.at(-1), 'sends -; cwnd 5000, ssthresh 5000');
  });

  it('is followed by congestion avoidance: a segment more each round trip (RFC 5681, equation 3)', () => {
    const reno = opened({ congestion: 'reno' });
    const recovered = [give(12), ack(0), ack(0), ack(0), ack(12)].reduce(step, reno);
    const more: Stimulus = { kind: 'call', call: { kind: 'SEND', text: patternBytes(12_000, 30_000), urgent: false } };
    assert.deepEqual(story(recovered, more, ack(13), ack(14)), [
      'sends 13 14 15 16 17; cwnd 5000, ssthresh 5000',
      'sends 18; cwnd 5200, ssthresh 5000', // 1000 * 1000 / 5000
      'sends 19; cwnd 5392, ssthresh 5000', // 1000 * 1000 / 5200
    ]);
  });
});

describe('three segments lost of ten', () => {
  // 1, 4 and 7 are lost; 2, 3, 5, 6, 8, 9, 10 and then 11 and 12 arrive: nine duplicates.
  const duplicates = Array.from({ length: 9 }, () => ack(0));

  it('are sent again one a round trip by NewReno, at each partial acknowledgment (RFC 6582, 3.2)', () => {
    const told = story(opened(), give(12), ...duplicates, ack(3), ack(6), ack(12));
    assert.deepEqual(told.slice(9), [
      'sends -; cwnd 14000, ssthresh 5000',
      'sends 4; cwnd 12000, ssthresh 5000', // 14000 - 3000 + 1000
      'sends 7; cwnd 10000, ssthresh 5000', // 12000 - 3000 + 1000
      'sends -; cwnd 2000, ssthresh 5000',
    ]);
  });

  it('leave Reno to the timer: the first partial acknowledgment ends its recovery', () => {
    const told = story(opened({ congestion: 'reno' }), give(12), ...duplicates, ack(3), expires('retransmit'));
    assert.deepEqual(told.slice(10), [
      'sends -; cwnd 5000, ssthresh 5000',
      'sends 4; cwnd 1000, ssthresh 4500', // half of the nine in flight
    ]);
  });

  it('leave a host without congestion control to the timer from the begin', () => {
    const told = story(opened({ congestion: 'none' }), give(12), ...duplicates);
    assert.deepEqual(
      told.map((each) => each.replace(/;.*/, '')).slice(1),
      duplicates.map(() => 'sends -'),
    );
  });
});

describe('a timeout', () => {
  it('leaves one segment of the window, and half of what was in flight as the threshold (RFC 5681, 3.1)', () => {
    assert.deepEqual(story(opened(), give(10), expires('retransmit'), expires('retransmit'), ack(1), ack(3)), [
      'sends 1 2 3 4 5 6 7 8 9 10; cwnd 10000, ssthresh -',
      'sends 1; cwnd 1000, ssthresh 5000',
      'sends 1; cwnd 1000, ssthresh 5000', // not halved again for the same segment
      'sends 2 3; cwnd 2000, ssthresh 5000', // slow start, through what was sent before
      'sends 4 5 6; cwnd 3000, ssthresh 5000',
    ]);
  });

  it('sends everything again as slow start allows although the application has closed', () => {
    const closed = [give(5), calls('CLOSE')].reduce(step, opened());
    assert.deepEqual(story(closed, expires('retransmit'), ack(1), ack(2), ack(5)), [
      'sends 1; cwnd 1000, ssthresh 2500',
      'sends 2 3; cwnd 2000, ssthresh 2500',
      'sends 4 5; cwnd 3000, ssthresh 2500',
      'sends 6; cwnd 3333, ssthresh 2500',
    ]);
  });

  it('begins no fast recovery for duplicates of what it sends again (RFC 6582, 3.2, step 2)', () => {
    const told = story(opened(), give(10), expires('retransmit'), ack(1), ack(1), ack(1), ack(1));
    assert.equal(told.at(-1), 'sends -; cwnd 2000, ssthresh 5000');
  });
});
