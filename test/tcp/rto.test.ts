/** The retransmission timeout, against values computed by hand from RFC 6298. Times in microseconds. */
import assert from 'node:assert/strict';
import { type Endpoint, react, type Stimulus } from '../../src/tcp/endpoint';
import { DEFAULT_OPTIONS, type TcpOptions } from '../../src/tcp/options';
import { backedOff, measured, type RoundTrip } from '../../src/tcp/rto';
import { deadline } from '../../src/tcp/timers';
import { arrives, calls, expires, hosts, NOW, sends, tcbOf } from './hosts';

const UNBOUNDED: TcpOptions = { ...DEFAULT_OPTIONS, rtoMin: 1 };
const NOTHING: RoundTrip = { srtt: undefined, rttvar: 0, rto: 1_000_000 };

const afterSamples = (samples: readonly number[], options = UNBOUNDED): RoundTrip =>
  samples.reduce((trip, sample) => measured(trip, sample, options), NOTHING);

describe('the retransmission timeout', () => {
  it('is SRTT + 4 RTTVAR, both from the first measurement (2.2)', () => {
    // SRTT = R, RTTVAR = R / 2, RTO = R + 4 R / 2
    assert.deepEqual(afterSamples([100_000]), { srtt: 100_000, rttvar: 50_000, rto: 300_000 });
  });

  it('follows the measurements, RTTVAR first and with the old SRTT (2.3)', () => {
    // RTTVAR = 3/4 50000 + 1/4 |100000 - 140000| = 47500, SRTT = 7/8 100000 + 1/8 140000 = 105000
    assert.deepEqual(afterSamples([100_000, 140_000]), { srtt: 105_000, rttvar: 47_500, rto: 295_000 });
    // RTTVAR = 3/4 47500 + 1/4 |105000 - 100000| = 36875, SRTT = 7/8 105000 + 1/8 100000 = 104375
    assert.deepEqual(afterSamples([100_000, 140_000, 100_000]), { srtt: 104_375, rttvar: 36_875, rto: 251_875 });
  });

  it('is at least one second, and rto-min where that is set (2.4)', () => {
    assert.equal(afterSamples([100_000], DEFAULT_OPTIONS).rto, 1_000_000);
    assert.equal(afterSamples([1_000], { ...DEFAULT_OPTIONS, rtoMin: 200_000 }).rto, 200_000);
  });

  it('is at most 60 seconds, and rto-max where that is set (2.5)', () => {
    assert.equal(afterSamples([30_000_000], DEFAULT_OPTIONS).rto, 60_000_000);
    assert.equal(afterSamples([3_000_000], { ...DEFAULT_OPTIONS, rtoMax: 5_000_000 }).rto, 5_000_000);
  });

  it('doubles at each timeout up to its bound (5.5)', () => {
    const steps = Array.from({ length: 8 }).reduce<number[]>(
      (rtos) => [...rtos, backedOff(rtos.at(-1) ?? 0, DEFAULT_OPTIONS)],
      [1_000_000],
    );
    assert.deepEqual(
      steps.map((step) => step / 1_000_000),
      [1, 2, 4, 8, 16, 32, 60, 60, 60],
    );
  });
});

type Timed = readonly [at: number, stimulus: Stimulus];

/** The host after each of the stimuli at its time, in milliseconds. */
const timed = (host: Endpoint, ...stimuli: readonly Timed[]): Endpoint =>
  stimuli.reduce((now, [at, stimulus]) => react(now, stimulus, { ...NOW, now: at * 1000 }).endpoint, host);

const { CLOSED, LISTEN } = hosts({ rtoMin: 1 });

/** ESTABLISHED with an SRTT of 100 ms, 10 bytes outstanding since 200 ms, to be sent again at 500 ms. */
const host = timed(LISTEN, [0, arrives('SYN')], [100, arrives('ACK', { seq: 1, ack: 1 })], [200, sends(10)]);

const retransmitAt = (endpoint: Endpoint): number | undefined => deadline(tcbOf(endpoint), 'retransmit');

describe('the retransmission timer', () => {
  it('measures the handshake on both sides', () => {
    const client = timed(CLOSED, [0, calls('active OPEN')], [100, arrives('SYN+ACK', { ack: 1 })]);
    for (const { srtt, rto } of [tcbOf(client), tcbOf(host)]) assert.deepEqual([srtt, rto], [100_000, 300_000]);
  });

  it('does not measure a SYN that was repeated, and begins the data with three seconds (Karn; 5.7)', () => {
    const { srtt, rto } = tcbOf(
      timed(CLOSED, [0, calls('active OPEN')], [1000, expires('retransmit')], [1100, arrives('SYN+ACK', { ack: 1 })]),
    );
    assert.deepEqual([srtt, rto], [undefined, 3_000_000]);
  });

  it('does not measure a segment that was repeated, and keeps the doubled timeout until one is measured', () => {
    const repeated = timed(host, [500, expires('retransmit')], [600, arrives('ACK', { seq: 1, ack: 11 })]);
    assert.deepEqual([tcbOf(repeated).srtt, tcbOf(repeated).rto], [100_000, 600_000]);
    const measured = timed(repeated, [700, sends(10, 10)], [800, arrives('ACK', { seq: 1, ack: 21 })]);
    // RTTVAR = 3/4 50000 + 1/4 0 = 37500, SRTT = 100000
    assert.deepEqual([tcbOf(measured).srtt, tcbOf(measured).rto], [100_000, 250_000]);
  });

  it('starts with the first segment out, and not anew with the second (5.1)', () => {
    assert.deepEqual([retransmitAt(host), retransmitAt(timed(host, [300, sends(990, 10)]))], [500_000, 500_000]);
  });

  it('starts anew when something new is acknowledged, and stops when everything is (5.2, 5.3)', () => {
    const part = timed(host, [450, arrives('ACK', { seq: 1, ack: 5 })]);
    assert.equal(retransmitAt(part), 450_000 + tcbOf(part).rto);
    assert.equal(retransmitAt(timed(host, [450, arrives('ACK', { seq: 1, ack: 11 })])), undefined);
  });

  it('is not put off by an acknowledgment of nothing new', () => {
    assert.equal(retransmitAt(timed(host, [450, arrives('ACK', { seq: 1, ack: 1 })])), 500_000);
  });

  it('is off while a probe asks a closed window, and the persist timer on: never both', () => {
    const closed = timed(host, [300, arrives('ACK', { seq: 1, ack: 11, win: 0 })], [400, sends(10, 10)]);
    assert.deepEqual(
      [retransmitAt(closed), deadline(tcbOf(closed), 'persist')],
      [undefined, 400_000 + tcbOf(closed).rto],
    );
  });
});
