/**
 * SEGMENT ARRIVES, whole: each state and each kind of segment, as text that can be read beside 3.10.7.
 *
 * The segments are made to the measure of the host: `next` is RCV.NXT, `window` RCV.WND, `una` and `nxt` are SND.UNA and SND.NXT; where
 * the host has none of them, the SYN's numbers stand in.
 */
import assert from 'node:assert/strict';
import type { Endpoint } from '../../src/tcp/endpoint';
import type { TcpOptions } from '../../src/tcp/options';
import type { Segment } from '../../src/tcp/segment';
import { distance } from '../../src/tcp/seq';
import { table } from '../../src/trace/columns';
import { matchesGolden } from '../golden';
import { hosts, IRS, ISS, type Place, reactionOf, segment } from './hosts';
import { fromRemote, path, sent } from './words';

interface Sight {
  readonly next: number;
  readonly una: number;
  readonly nxt: number;
  readonly window: number;
}

/** What the segments are made to the measure of. */
function sightOf({ tcb }: Endpoint): Sight {
  const sends = tcb !== undefined && tcb.state !== 'LISTEN';
  return {
    next: tcb?.irs === undefined ? 0 : distance(IRS, tcb.rcvNxt),
    una: sends ? distance(ISS, tcb.sndUna) : 0,
    nxt: sends ? distance(ISS, tcb.sndNxt) : 0,
    window: tcb?.irs === undefined ? 1000 : tcb.rcvWnd,
  };
}

const SEGMENTS: Readonly<Record<string, (sight: Sight) => Segment>> = {
  'RST at RCV.NXT': ({ next }) => segment('RST', { seq: next }),
  'RST in the window': ({ next }) => segment('RST', { seq: next + 1 }),
  'RST below the window': ({ next }) => segment('RST', { seq: next - 1 }),
  'RST at the last number of the window': ({ next, window }) => segment('RST', { seq: next + window - 1 }),
  'RST above the window': ({ next, window }) => segment('RST', { seq: next + window }),
  'RST,ACK of everything': ({ next, nxt }) => segment('RST+ACK', { seq: next, ack: nxt }),
  'RST,ACK of something not sent': ({ next, nxt }) => segment('RST+ACK', { seq: next, ack: nxt + 1 }),
  'SYN at RCV.NXT': ({ next }) => segment('SYN', { seq: next }),
  'SYN at IRS again': () => segment('SYN', { seq: 0 }),
  'SYN far ahead': ({ next }) => segment('SYN', { seq: next + 100_000 }),
  'SYN with text': ({ next }) => segment('SYN', { seq: next, len: 10 }),
  'SYN,FIN': ({ next }) => segment('SYN+FIN', { seq: next }),
  'SYN,ACK of everything': ({ next, nxt }) => segment('SYN+ACK', { seq: next, ack: nxt }),
  'SYN,ACK at IRS of everything': ({ nxt }) => segment('SYN+ACK', { seq: 0, ack: nxt }),
  'SYN,ACK of something not sent': ({ next, nxt }) => segment('SYN+ACK', { seq: next, ack: nxt + 1 }),
  'no control bits': ({ next }) => segment('NONE', { seq: next }),
  'text without ACK': ({ next }) => segment('NONE', { seq: next, len: 10 }),
  'FIN without ACK': ({ next }) => segment('FIN', { seq: next }),
  'ACK of nothing new': ({ next, una }) => segment('ACK', { seq: next, ack: una }),
  'ACK of nothing new, window 0': ({ next, una }) => segment('ACK', { seq: next, ack: una, win: 0 }),
  'ACK of a part': ({ next, una }) => segment('ACK', { seq: next, ack: una + 1 }),
  'ACK of everything': ({ next, nxt }) => segment('ACK', { seq: next, ack: nxt }),
  'ACK of something not sent': ({ next, nxt }) => segment('ACK', { seq: next, ack: nxt + 1 }),
  'ACK older than any window': ({ next, una }) => segment('ACK', { seq: next, ack: una - 1001 }),
  'ACK below the window': ({ next, nxt }) => segment('ACK', { seq: next - 1, ack: nxt }),
  'ACK above the window': ({ next, nxt, window }) => segment('ACK', { seq: next + window, ack: nxt }),
  'text at RCV.NXT': ({ next, una }) => segment('ACK', { seq: next, ack: una, len: 10 }),
  'text above a hole': ({ next, una }) => segment('ACK', { seq: next + 10, ack: una, len: 10 }),
  'text over the left edge': ({ next, una }) => segment('ACK', { seq: next - 5, ack: una, len: 10 }),
  'text over the right edge': ({ next, una, window }) => segment('ACK', { seq: next + window - 5, ack: una, len: 10 }),
  'text received before': ({ next, una }) => segment('ACK', { seq: next - 10, ack: una, len: 10 }),
  'text above the window': ({ next, una, window }) => segment('ACK', { seq: next + window, ack: una, len: 10 }),
  'urgent text': ({ next, una }) => segment('URG+ACK', { seq: next, ack: una, len: 10, urg: 5 }),
  'FIN,ACK of nothing new': ({ next, una }) => segment('FIN+ACK', { seq: next, ack: una }),
  'FIN,ACK of everything': ({ next, nxt }) => segment('FIN+ACK', { seq: next, ack: nxt }),
  'FIN,ACK above a hole': ({ next, nxt }) => segment('FIN+ACK', { seq: next + 10, ack: nxt }),
  'FIN,ACK again': ({ next, nxt }) => segment('FIN+ACK', { seq: next - 1, ack: nxt }),
  'text and FIN, ACK of everything': ({ next, nxt }) => segment('FIN+ACK', { seq: next, ack: nxt, len: 10 }),
};

/** One line: the segment, where it leads, what is sent, what the user hears, and by which clauses. */
function cells(host: Endpoint, name: string, make: (sight: Sight) => Segment): readonly string[] {
  const arriving = make(sightOf(host));
  const reaction = reactionOf(host, [{ kind: 'arrive', segment: arriving }]);
  const { rows, error } = reaction;
  return [
    name,
    fromRemote(arriving),
    path(reaction),
    sent(reaction),
    [...rows.map(({ event, rule }) => `${event} (${rule})`), ...(error === undefined ? [] : [`error: ${error}`])].join(
      '; ',
    ),
  ];
}

type Matrix = ReadonlyMap<Place, readonly string[]>;

function matrix(options: Partial<TcpOptions> = {}): Matrix {
  const places = Object.entries(hosts(options)) as [Place, Endpoint][]; // the keys of a literal record
  return new Map(
    places.map(([place, host]) => {
      const rows = Object.entries(SEGMENTS).map(([name, make]) => cells(host, name, make));
      return [place, [...table(rows)]];
    }),
  );
}

const text = (sections: Matrix): string =>
  [...sections].map(([place, lines]) => `${place}\n${lines.map((line) => `  ${line}\n`).join('')}`).join('\n');

/** The lines of a matrix that another has not. */
function departures(from: Matrix, to: Matrix): Matrix {
  const words = (line: string): string => line.replace(/ +/g, ' ');
  const differing = [...to].map(([place, lines]) => {
    const known = new Set(from.get(place)?.map(words));
    return [place, lines.filter((line) => !known.has(words(line)))] as const;
  });
  return new Map(differing.filter(([, lines]) => lines.length > 0));
}

describe('a segment that arrives', () => {
  const standard = matrix();

  it('has its effect in every state as RFC 9293, 3.10.7 says, with the advice of RFC 5961', () => {
    matchesGolden('test/tcp/golden/matrix.txt', text(standard));
  });

  it('has another effect where RFC 793 is followed, in these places', () => {
    const rfc793 = matrix({ challengeAck: false });
    matchesGolden('test/tcp/golden/matrix-rfc793.txt', text(departures(standard, rfc793)));
  });

  it('has another effect in TIME_WAIT where resets are ignored (RFC 1337)', () => {
    const protectedWait = matrix({ rfc1337: true });
    matchesGolden('test/tcp/golden/matrix-rfc1337.txt', text(departures(standard, protectedWait)));
  });

  it('has another effect where a SYN with FIN is dropped, in these places', () => {
    matchesGolden('test/tcp/golden/matrix-syn-fin.txt', text(departures(standard, matrix({ synFin: 'drop' }))));
  });

  it('is never met with silence about what became of it', () => {
    for (const [place, host] of Object.entries(hosts())) {
      for (const [name, make] of Object.entries(SEGMENTS)) {
        const { rows } = reactionOf(host, [{ kind: 'arrive', segment: make(sightOf(host)) }]);
        assert.ok(rows.length > 0, `${place}: ${name} takes no row`);
      }
    }
  });
});
