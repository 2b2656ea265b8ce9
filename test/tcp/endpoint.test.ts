/** What a user of one TCP sees: what the calls answer, and what holds whatever happens. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { byteLength, patternBytes } from '../../src/tcp/bytes';
import { all, isEmpty } from '../../src/tcp/chunks';
import { type Endpoint, newEndpoint, type Reaction, react, type Stimulus, stateOf } from '../../src/tcp/endpoint';
import { DEFAULT_OPTIONS, type TcpOptions } from '../../src/tcp/options';
import { FLAG } from '../../src/tcp/segment';
import { advance, distance, precedes, precedesOrIs } from '../../src/tcp/seq';
import type { Tcb } from '../../src/tcp/tcb';
import { deadline, TIMERS } from '../../src/tcp/timers';
import { table } from '../../src/trace/columns';
import { matchesGolden } from '../golden';
import {
  after,
  arrives,
  calls,
  expires,
  hosts,
  IRS,
  ISS,
  NOW,
  type Place,
  reactionOf,
  receives,
  segment,
  sends,
  tcbOf,
} from './hosts';
import { path, sent } from './words';

const CALLS: Readonly<Record<string, Stimulus>> = {
  'passive OPEN': calls('passive OPEN'),
  'active OPEN': calls('active OPEN'),
  SEND: sends(5, 10),
  RECEIVE: receives(5),
  CLOSE: calls('CLOSE'),
  ABORT: calls('ABORT'),
  STATUS: calls('STATUS'),
};

const answer = ({ result, error }: Reaction): string =>
  [...(result === undefined ? [] : [result]), ...(error === undefined ? [] : [`error: ${error}`])].join('; ');

/** Each state and each call: where it leads, what is sent, what the caller is told. */
function everyCall(all: Readonly<Record<string, Endpoint>>): string {
  const sections = Object.entries(all).map(([place, host]) => {
    const rows = Object.entries(CALLS).map(([name, call]) => {
      const reaction = reactionOf(host, [call]);
      return [name, path(reaction), sent(reaction), answer(reaction), reaction.rows.map(({ rule }) => rule).join('; ')];
    });
    return `${place}\n${[...table(rows)].map((line) => `  ${line}\n`).join('')}`;
  });
  return sections.join('\n');
}

describe('a call', () => {
  it('is answered in every state as RFC 9293, 3.10.1 to 3.10.6 say', () => {
    matchesGolden('test/tcp/golden/calls.txt', everyCall(hosts()));
  });

  it('tells those who wait when the connection goes: SENDs and RECEIVEs that are outstanding', () => {
    const { LISTEN, SYN_SENT } = hosts();
    assert.equal(answer(reactionOf(LISTEN, [receives(5), calls('CLOSE')])), 'ok; error: closing');
    assert.equal(answer(reactionOf(SYN_SENT, [sends(5), calls('CLOSE')])), 'ok; error: closing');
    assert.equal(answer(reactionOf(SYN_SENT, [sends(5), calls('ABORT')])), 'ok; error: connection reset');
    assert.equal(answer(reactionOf(LISTEN, [calls('ABORT')])), 'ok');
  });

  it('gets text from a queue in the order of the RECEIVEs, as much as each asks for', () => {
    const host = hosts({ read: 'manual' }).ESTABLISHED;
    assert.equal(byteLength(tcbOf(host).readable), 10);
    assert.equal(after(host, receives(4)).history.received, 4);
    assert.equal(after(host, receives(4), receives(100)).history.received, 10);
    const waiting = after(host, receives(10), receives(3));
    assert.equal(after(waiting, arrives('ACK', { seq: 11, ack: 1, len: 10 })).history.received, 13);
  });

  it('still gets its text when the first caller was a false alarm: RECEIVE survives the return to LISTEN', () => {
    const manual = hosts({ read: 'manual' });
    const listening = after(manual.LISTEN, receives(10), arrives('SYN'), arrives('RST', { seq: 1 }));
    assert.equal(stateOf(listening), 'LISTEN');
    const text = arrives('ACK', { seq: 1, ack: 1, len: 10 });
    assert.equal(after(listening, arrives('SYN'), text).history.received, 10);
  });

  it('begins a new history with OPEN, but not before', () => {
    const refused = after(hosts().ESTABLISHED, arrives('RST', { seq: 11 }));
    assert.deepEqual(
      [stateOf(refused), refused.history.error, refused.history.received],
      ['CLOSED', 'connection reset', 10],
    );
    const opened = after(refused, calls('passive OPEN'));
    assert.deepEqual([opened.history.error, opened.history.received, opened.history.visited], ['', 0, ['LISTEN']]);
  });
});

describe('a segment that was sent', () => {
  it('is given up after R2 repetitions, those of a SYN counted apart (3.8.3)', () => {
    const { SYN_SENT, ESTABLISHED } = hosts({ synRetries: 2, retries: 3 });
    const repeat = (times: number): Stimulus[] => Array.from({ length: times }, () => expires('retransmit'));
    assert.equal(stateOf(after(SYN_SENT, ...repeat(2))), 'SYN_SENT');
    assert.equal(answer(reactionOf(SYN_SENT, repeat(3))), 'error: connection aborted due to user timeout');
    assert.equal(stateOf(after(ESTABLISHED, ...repeat(3))), 'ESTABLISHED');
    assert.equal(answer(reactionOf(ESTABLISHED, repeat(4))), 'error: connection aborted due to user timeout');
  });

  it('announces the MSS that the path or the option gives, and 536 is assumed where none is announced', () => {
    const mss = (options: Partial<TcpOptions>): number | undefined =>
      reactionOf(newEndpoint({ ...DEFAULT_OPTIONS, ...options }), [calls('active OPEN')]).sends[0]?.segment.options.mss;
    assert.deepEqual([mss({}), mss({ mss: 500 })], [1460, 500]);
    const { SYN_SENT } = hosts();
    assert.equal(tcbOf(after(SYN_SENT, arrives('SYN+ACK', { ack: 1 }))).sendMss, 536);
    assert.equal(tcbOf(after(SYN_SENT, arrives('SYN+ACK', { ack: 1, options: { mss: 9000 } }))).sendMss, 1460);
  });

  it('points with URG to the byte after the urgent text, across the wrap', () => {
    const urgent: Stimulus = { kind: 'call', call: { kind: 'SEND', text: patternBytes(10, 7), urgent: true } };
    const { LISTEN } = hosts({ nagle: false });
    const host = after(LISTEN, arrives('SYN'), arrives('ACK', { seq: 1, ack: 1 }));
    const [first] = reactionOf(host, [urgent]).sends;
    assert.deepEqual([first?.segment.urg, (first?.segment.flags ?? 0) & FLAG.URG], [7, FLAG.URG]);
  });
});

// ---------------------------------------------------------------- whatever happens

const anyOptions = fc.record({
  window: fc.constantFrom(0, 1, 10, 1000, 65_535),
  read: fc.constantFrom('auto' as const, 'manual' as const),
  nagle: fc.boolean(),
  delayedAck: fc.constantFrom(undefined, 200_000),
  challengeAck: fc.boolean(),
  rfc1337: fc.boolean(),
  timewaitReuse: fc.boolean(),
  synFin: fc.constantFrom('process' as const, 'drop' as const),
  congestion: fc.constantFrom('none' as const, 'reno' as const, 'newreno' as const),
  userTimeout: fc.constantFrom(undefined, 100_000_000),
  retries: fc.constantFrom(1, 15),
});

const anyCall = fc.oneof(
  fc.constantFrom(...(['passive OPEN', 'active OPEN', 'CLOSE', 'ABORT', 'STATUS'] as const)).map(calls),
  fc.nat(3000).map((amount) => sends(amount)),
  fc.nat(3000).map(receives),
);
/** Offsets from RCV.NXT and SND.UNA, most of them close by. */
const near = fc.oneof(fc.constant(0), fc.integer({ min: -15, max: 15 }), fc.constantFrom(-70_000, 999, 1000, 70_000));
const anyMeeting = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('call' as const), call: anyCall }) },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('segment' as const),
      flags: fc.oneof(fc.constantFrom('ACK', 'FIN+ACK', 'SYN', 'SYN+ACK', 'RST', 'URG+ACK'), fc.nat(63)),
      seq: near,
      ack: fc.oneof(near, fc.constant('everything' as const)),
      win: fc.constantFrom(0, 1, 100, 1000, 65_535),
      len: fc.oneof(fc.constant(0), fc.nat(1500)),
      urg: fc.nat(100),
    }),
  },
  { weight: 3, arbitrary: fc.constant({ kind: 'timer' as const }) },
);
type Meeting = typeof anyMeeting extends fc.Arbitrary<infer T> ? T : never;

/** The stimulus, made to the measure of the host; undefined if no timer runs. */
function stimulusFor(host: Endpoint, meeting: Meeting): Stimulus | undefined {
  const { tcb } = host;
  if (meeting.kind === 'call') return meeting.call;
  if (meeting.kind === 'timer') {
    const [first] = running(tcb);
    return first && expires(first.timer);
  }
  const next = tcb?.irs === undefined ? seq0 : tcb.rcvNxt;
  const ack = meeting.ack === 'everything' ? (tcb?.sndNxt ?? seq0) : advance(tcb?.sndUna ?? seq0, meeting.ack);
  const made = arrives('ACK', { len: meeting.len, win: meeting.win });
  if (made.kind !== 'arrive') return undefined;
  const flags = typeof meeting.flags === 'number' ? meeting.flags : flagBits(meeting.flags);
  return {
    kind: 'arrive',
    segment: {
      ...made.segment,
      flags,
      seq: advance(next, meeting.seq),
      ack: flags & FLAG.ACK ? ack : seq0,
      urg: flags & FLAG.URG ? meeting.urg : 0,
    },
  };
}

const seq0 = advance(NOW.nextIss, 6);
const flagBits = (names: string): number =>
  names.split('+').reduce((bits, name) => bits | FLAG[name as keyof typeof FLAG], 0);

/** The timers that run, the next to expire first. */
const running = (tcb: Tcb | undefined) =>
  TIMERS.flatMap((timer) => {
    const at = tcb && deadline(tcb, timer);
    return at === undefined ? [] : [{ timer, at }];
  }).sort((a, b) => a.at - b.at);

/** What must hold between a host before and after an event. Throws with the law that is broken. */
function laws(before: Endpoint, { endpoint, rows, sends: sent }: Reaction, now: number): void {
  const { tcb } = endpoint;
  assert.equal(rows[0]?.from, stateOf(before), 'the first row begins where the host was');
  assert.equal(rows.at(-1)?.to, stateOf(endpoint), 'the last row ends where the host is');
  for (const [index, row] of rows.entries())
    assert.equal(rows[index - 1]?.to ?? row.from, row.from, 'rows follow each other');
  const pure = sent.filter(({ segment }) => segment.flags === FLAG.ACK && byteLength(segment.text) === 0);
  assert.ok(pure.length <= 1, 'one event sends one ACK at most (MUST-58)');
  if (tcb === undefined) return;
  assert.notEqual(tcb.state, 'CLOSED', 'CLOSED has no TCB');
  assert.ok(precedesOrIs(tcb.sndUna, tcb.sndNxt), 'SND.UNA =< SND.NXT');
  assert.ok([0, 1].includes(distance(tcb.sndNxt, tcb.sndMax)), 'only a probe goes beyond SND.NXT');
  queueLaws(tcb);
  timerLaws(tcb, now);
  if (before.tcb?.irs !== undefined && before.tcb.irs === tcb.irs && tcb.irs !== undefined) {
    const edge = advance(before.tcb.rcvNxt, before.tcb.rcvWnd);
    assert.ok(!precedes(advance(tcb.rcvNxt, tcb.rcvWnd), edge), 'the receive window does not shrink');
    assert.ok(!precedes(tcb.rcvNxt, before.tcb.rcvNxt), 'RCV.NXT does not move back');
  }
}

/** The retransmission queue covers SND.UNA to SND.NXT without a hole. */
function queueLaws(tcb: Tcb): void {
  if (tcb.state === 'LISTEN') return;
  let end = tcb.sndUna;
  for (const sent of all(tcb.queue)) {
    assert.equal(sent.seq, end, 'the retransmission queue has no hole');
    end = sent.end;
  }
  assert.equal(end, tcb.sndNxt, 'the retransmission queue ends at SND.NXT');
  for (const [index, piece] of tcb.held.entries()) {
    const next = tcb.held[index + 1];
    const ends = advance(piece.seq, byteLength(piece.text));
    assert.ok(next === undefined || precedes(ends, next.seq), 'what is held is in order and apart');
  }
}

function timerLaws(tcb: Tcb, now: number): void {
  const timers = new Set(running(tcb).map(({ timer }) => timer));
  assert.equal(timers.has('retransmit'), !isEmpty(tcb.queue), 'the retransmission timer runs while something is out');
  assert.equal(timers.has('timewait'), tcb.state === 'TIME_WAIT', 'the 2MSL timer runs in TIME_WAIT');
  for (const { at } of running(tcb)) assert.ok(at >= now, 'no timer is due in the past');
}

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(freeze);
  }
  return value;
}

describe('whatever calls, segments and timers come', () => {
  const places = Object.keys(hosts()) as Place[];

  it('the laws of the TCB hold, every event takes rows, and the host that was is left as it was', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...places),
        anyOptions,
        fc.array(anyMeeting, { maxLength: 40 }),
        (place, options, meetings) => {
          let host = freeze(hosts(options)[place]);
          let now = 0;
          for (const meeting of meetings) {
            const stimulus = stimulusFor(host, meeting);
            if (stimulus === undefined) continue;
            // Time passes up to the next timer at most, as in the simulation.
            const next = running(host.tcb)[0]?.at ?? Number.POSITIVE_INFINITY;
            now = stimulus.kind === 'timer' ? next : Math.min(now + 1000, next);
            const reaction = react(host, stimulus, { ...NOW, now });
            laws(host, reaction, now);
            host = freeze(reaction.endpoint);
          }
        },
      ),
      { numRuns: 1500 },
    );
  });
});

describe('more than half a circle of numbers', () => {
  const EIGHTH = 2 ** 29;

  /** The host after both sides have sent so much more, and acknowledged it. */
  function further(host: Endpoint): Endpoint {
    const tcb = tcbOf(host);
    const end = advance(tcb.sndNxt, EIGHTH);
    const sending = { ...host, tcb: { ...tcb, sndNxt: end, sndMax: end, textSeq: end, rcvWnd: EIGHTH } };
    const arriving = { ...segment('ACK'), seq: tcb.rcvNxt, ack: end, text: patternBytes(0, EIGHTH) };
    return after(sending, { kind: 'arrive', segment: arriving });
  }

  /** Nothing is outstanding; 5 urgent bytes went each way, and a loss was repaired. */
  function begin(): Endpoint {
    const idle = after(hosts().ESTABLISHED, arrives('ACK', { seq: 11, ack: 11 }));
    const urgent: Stimulus = { kind: 'call', call: { kind: 'SEND', text: patternBytes(10, 5), urgent: true } };
    const host = after(idle, urgent, arrives('URG+ACK', { seq: 11, ack: 16, urg: 5, len: 5 }));
    const tcb = tcbOf(host);
    return { ...host, tcb: { ...tcb, congestion: { ...tcb.congestion, recover: tcb.sndUna } } };
  }

  it('further on, what was urgent and what was lost then does not seem to lie ahead', () => {
    let host = begin();
    const { sndUp, rcvUp, congestion } = tcbOf(host);
    assert.deepEqual([sndUp, rcvUp, congestion.recover], [advance(ISS, 16), advance(IRS, 16), advance(ISS, 16)]);
    for (let eighths = 1; eighths <= 8; eighths += 1) {
      host = further(host);
      const [last] = reactionOf(host, [sends(5)]).sends;
      assert.equal((last?.segment.flags ?? 0) & FLAG.URG, 0, `${eighths} eighths further on`);
      const { recover } = tcbOf(host).congestion;
      assert.ok(recover === undefined || precedes(recover, tcbOf(host).sndUna), `${eighths} eighths further on`);
    }
    assert.deepEqual([tcbOf(host).sndUp, tcbOf(host).rcvUp], [undefined, undefined]);
  });

  it('can be handed over in one SEND', () => {
    const host = after(hosts().ESTABLISHED, arrives('ACK', { seq: 11, ack: 11 }));
    assert.equal(sent(reactionOf(host, [sends(2 ** 31 + 5, 10)])), sent(reactionOf(host, [sends(2000, 10)])));
  });
});
