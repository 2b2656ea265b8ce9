/**
 * The packets of a run, as each peer's network card has sent them: IPv4 (RFC 791), TCP, the text.
 *
 * Rule 1: every segment that was put on the wire is one packet, at the moment and at the peer at which it was sent, as
 *         it was sent. What became of it is said in remarks, unless it arrived once as soon as it could.
 * Rule 2: a segment that the script injected was sent by nobody: it stands where it arrives, as its supposed sender's.
 * Rule 3: more than `LONGEST` bytes of a segment are not made.
 */
import { otherPeer, type PeerIndex, type Scenario } from '../program/program';
import { socketOf } from '../program/socket';
import { byteString, patternBytes } from '../tcp/bytes';
import { type Host, segmentBytes, TCP } from '../tcp/header';
import { checksum, word } from '../tcp/octets';
import { FLAG, type Flag, type SegmentOptions } from '../tcp/segment';
import { advance, seq } from '../tcp/seq';
import { moment } from '../trace/duration';
import type { TraceEvent, TraceSegment } from '../trace/event';
import type { Trace } from '../trace/trace';
import { render } from '../words/sentence';

export interface Packet {
  /** Microseconds since the scenario's start. */
  readonly time: number;
  readonly from: PeerIndex;
  /** The IP packet, as far as it was made. */
  readonly bytes: Uint8Array;
  /** How long it is on the wire. */
  readonly length: number;
  readonly remarks: readonly string[];
}

/** As many as tcpdump keeps of a packet unless it is told otherwise. */
export const LONGEST = 262_144;

/** The packets in the order in which they were sent. */
export function* packets(trace: Trace): Generator<Packet> {
  const { scenario } = trace;
  const ends = endsOf(trace);
  const shifts = new Map<string, number | undefined>();
  for (const event of trace.events) {
    const { segment } = event;
    if (event.kind === 'arrive' && segment !== undefined && segment.sent === undefined) {
      yield packet(scenario, segment, event.time, shifts, ['injected by the script']);
    }
    for (const segment of event.sends) {
      if (segment.flags.split('+').includes('SYN')) shifts.set(segment.from, segment.options.wscale);
      yield packet(scenario, segment, segment.sentAt, shifts, remarks(segment, trace, ends));
    }
  }
}

// ---------------------------------------------------------------- what became of it

/** By the segment's id: the events that tell of it. */
function endsOf({ events }: Trace): ReadonlyMap<number, readonly TraceEvent[]> {
  const ends = new Map<number, TraceEvent[]>();
  for (const event of events) {
    if (event.segment === undefined) continue;
    const before = ends.get(event.segment.id);
    if (before === undefined) ends.set(event.segment.id, [event]);
    else before.push(event);
  }
  return ends;
}

function remarks(
  segment: TraceSegment,
  trace: Trace,
  ends: ReadonlyMap<number, readonly TraceEvent[]>,
): readonly string[] {
  const told = ends.get(segment.id) ?? [];
  const arrivals = told.filter(({ kind }) => kind === 'arrive');
  const said = told.flatMap(remark);
  for (const { n, time } of arrivals.slice(1)) said.push(`duplicated: arrives again at ${moment(time)} (event ${n})`);
  const [first] = arrivals;
  const isHeld = told.some(({ kind }) => kind === 'held');
  const isLate = first !== undefined && first.time > segment.due && !told.some(({ kind }) => kind === 'delayed');
  if (first !== undefined && (isHeld || isLate)) {
    said.push(`${isHeld ? 'released' : 'late'}: arrives at ${moment(first.time)} (event ${first.n})`);
  }
  if (trace.unnamed.some(({ id }) => id === segment.id)) said.push('under way: has not arrived when the scenario ends');
  return said;
}

function remark({ kind, n, time, segment, text }: TraceEvent): readonly string[] {
  const why = text === undefined ? '' : `, ${render(text)}`;
  switch (kind) {
    case 'lost':
      return [`lost: never arrives (event ${n}${why})`];
    case 'discard':
      return [`corrupted: arrives at ${moment(time)} with a wrong checksum and is discarded (event ${n})`];
    case 'held':
      return [`held: taken off the wire (event ${n})`];
    case 'delayed':
      return [`delayed until ${moment(segment?.due ?? time)} (event ${n}${why})`];
    default:
      return [];
  }
}

// ---------------------------------------------------------------- bytes

const IP_HEADER = 20;
/** The length field of an IPv4 header has 16 bits; longer packets exist only inside a host, and have a 0 there. */
const LONGEST_IP = 65_535;

function packet(
  scenario: Scenario,
  segment: TraceSegment,
  time: number,
  shifts: ReadonlyMap<string, number | undefined>,
  remarks: readonly string[],
): Packet {
  const from: PeerIndex = segment.from === scenario.peers[0].name ? 0 : 1;
  const [source, destination] = [socketOf(scenario, from), socketOf(scenario, otherPeer(from))];
  const header = {
    sourcePort: source.port,
    destinationPort: destination.port,
    seq: segment.absSeq,
    ack: segment.absAck ?? 0,
    flags: flagsOf(segment),
    window: windowField(segment, shifts),
    urg: segment.urg ?? 0,
    options: optionsOf(segment),
  };
  const text = textOf(segment);
  const content = segmentBytes(header, text, source.host, destination.host);
  const length = IP_HEADER + content.length + segment.len - text.length;
  const bytes = new Uint8Array(IP_HEADER + content.length);
  bytes.set(ipHeader(length, segment.id, source.host, destination.host));
  bytes.set(content, IP_HEADER);
  return { time, from, bytes, length, remarks };
}

/** RFC 791, 3.1. The identification counts the segments of the run; fragments there are none. */
function ipHeader(length: number, id: number, source: Host, destination: Host): Uint8Array {
  const total = length > LONGEST_IP ? 0 : length;
  const head = (sum: number): Uint8Array =>
    Uint8Array.from([0x45, 0, ...word(total), ...word(id), 0x40, 0, 64, TCP, ...word(sum), ...source, ...destination]);
  return head(checksum(head(0)));
}

const isFlag = (name: string): name is Flag => Object.hasOwn(FLAG, name);
const flagsOf = ({ flags }: TraceSegment): number =>
  flags.split('+').reduce((set, name) => set | (isFlag(name) ? FLAG[name] : 0), 0);

/** The 16 bits of the window (RFC 7323, 2.2). `shifts`: what each peer's last SYN offered, by its name. */
export const windowField = (segment: TraceSegment, shifts: ReadonlyMap<string, number | undefined>): number =>
  Math.min(65_535, Math.floor(segment.win / 2 ** shiftOf(segment, shifts)));

/** RFC 7323, 2.2: the window of a SYN is not scaled, and both sides must have offered it. */
function shiftOf({ from, to, flags }: TraceSegment, shifts: ReadonlyMap<string, number | undefined>): number {
  const [own, other] = [shifts.get(from), shifts.get(to)];
  return flags.split('+').includes('SYN') || other === undefined ? 0 : (own ?? 0);
}

/** The trace counts SACK blocks from the other side's first number, as it counts `ack`. */
function optionsOf({ options, ack, absAck }: TraceSegment): SegmentOptions {
  const { sack, ...rest } = options;
  if (sack === undefined) return rest;
  const base = seq((absAck ?? 0) - (ack ?? 0));
  return { ...rest, sack: sack.map(([first, end]) => ({ from: advance(base, first), to: advance(base, end) })) };
}

/** What its author wrote, else the fixed pattern, which counts from the first byte of the stream. */
function textOf({ data, seq: first, flags, len }: TraceSegment): string {
  if (data !== undefined) return data.slice(0, LONGEST);
  const at = first - (flags.split('+').includes('SYN') ? 0 : 1);
  return byteString(patternBytes(Math.max(0, at), Math.min(len, LONGEST)));
}
