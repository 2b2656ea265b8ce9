/**
 * A connection as a scenario can tell it: relative numbers, when each segment was sent and when it arrived, what was
 * lost on the way.
 *
 * Rule 1: a capture is made at one place. From the times of the handshake follows how far both peers are from it: the
 *         SYN+ACK comes back from the server after twice the way to it, the ACK from the client after twice the other.
 * Rule 2: a segment that is sent again without having been acknowledged was lost; if it had been acknowledged, the
 *         acknowledgments were. What was never seen and is filled in later was lost before it came to the place.
 * Rule 3: what the comments of a capture that tcpscn wrote say is taken before what would be inferred.
 */
import { FLAG, type Flags, type SegmentOptions } from '../tcp/segment';
import type { Connection } from './connection';
import type { CapturedSegment } from './packet';

export type Side = 0 | 1;
export const otherSide = (side: Side): Side => (side === 0 ? 1 : 0);

export type FlowOutcome = 'arrives' | 'lost' | 'corrupted' | 'injected';

export interface FlowSegment {
  readonly from: Side;
  /** Microseconds since the first segment of the flow was sent. */
  readonly sentAt: number;
  readonly arrivesAt: number;
  readonly flags: Flags;
  /** Relative numbers. */
  readonly seq: number;
  readonly ack: number | undefined;
  readonly len: number;
  /** In bytes, scaled. */
  readonly win: number;
  readonly urg: number;
  readonly options: SegmentOptions;
  readonly outcome: FlowOutcome;
  /** How often it arrives. */
  readonly times: number;
  /** It has numbers that its sender had not sent before. */
  readonly isNew: boolean;
}

export interface Endpoint {
  readonly address: string;
  /** Absolute. */
  readonly iss: number;
  /** Its SYN; undefined if the capture has none. */
  readonly syn: CapturedSegment | undefined;
}

export interface Flow {
  readonly ends: readonly [Endpoint, Endpoint];
  /** In the order in which they were sent. */
  readonly segments: readonly FlowSegment[];
  /** One way, in microseconds. */
  readonly delay: number;
  /** Both sides put time stamps into every segment (RFC 7323, 3.2). */
  readonly timestamps: boolean;
}

export const isSet = (flags: Flags, ...names: readonly (keyof typeof FLAG)[]): boolean =>
  names.every((name) => (flags & FLAG[name]) !== 0);

/** How many sequence numbers it takes. */
export const spanOf = ({ flags, len }: Pick<FlowSegment, 'flags' | 'len'>): number =>
  len + (isSet(flags, 'SYN') ? 1 : 0) + (isSet(flags, 'FIN') ? 1 : 0);

export const endOf = (segment: FlowSegment): number => segment.seq + spanOf(segment);

export function flowOf(connection: Connection): Flow {
  const { segments } = connection;
  const ends = [endpoint(connection, connection.client), endpoint(connection, connection.server)] as const;
  const [toClient, toServer] = distances(connection);
  const shifts = ends.every(({ syn }) => syn?.header.options.wscale !== undefined)
    ? ends.map(({ syn }) => Math.min(14, syn?.header.options.wscale ?? 0))
    : [0, 0];
  const first = (segments[0]?.time ?? 0) - (segments[0]?.source === connection.client ? toClient : toServer);
  const flows = segments.map((segment): FlowSegment => {
    const { header, length, comments } = segment;
    const from: Side = segment.source === connection.client ? 0 : 1;
    const [near, far] = from === 0 ? [toClient, toServer] : [toServer, toClient];
    const own = ends[from];
    const other = ends[otherSide(from)];
    return {
      from,
      sentAt: Math.round(segment.time - near - first),
      arrivesAt: Math.round(segment.time + far - first),
      flags: header.flags,
      seq: (header.seq - own.iss) | 0,
      ack: isSet(header.flags, 'ACK') ? (header.ack - other.iss) | 0 : undefined,
      len: length,
      win: isSet(header.flags, 'SYN') ? header.window : header.window * 2 ** (shifts[from] ?? 0),
      urg: header.urg,
      options: header.options,
      outcome: saidOutcome(comments),
      times: 1 + comments.filter((comment) => comment.startsWith('duplicated: ')).length,
      isNew: false,
    };
  });
  const timestamps = ends.every(({ syn }) => syn?.header.options.tsval !== undefined);
  const isOurs = segments.some(({ comments }) => comments.some((comment) => OURS.test(comment)));
  const cut = flows.flatMap((segment) => pieces(segment, largest(ends, timestamps)));
  const whole = marked(
    isOurs
      ? cut
      : withLosses(
          withHoles(
            cut.sort((a, b) => a.sentAt - b.sentAt),
            largest(ends, timestamps),
          ),
        ),
  );
  return { ends, segments: whole, delay: Math.round(toClient + toServer), timestamps };
}

// ---------------------------------------------------------------- who and where

function endpoint({ segments }: Connection, address: string): Endpoint {
  const own = segments.filter(({ source, comments }) => source === address && saidOutcome(comments) !== 'injected');
  const syn = own.find(({ header }) => isSet(header.flags, 'SYN'));
  if (syn !== undefined) return { address, iss: syn.header.seq, syn };
  // The capture begins later: the first number that is seen is number 1.
  const [first] = own.filter(({ header }) => !isSet(header.flags, 'RST') || header.seq !== 0);
  const answered = segments.find(({ source, header }) => source !== address && isSet(header.flags, 'ACK'));
  const number = first?.header.seq ?? answered?.header.ack ?? 1;
  return { address, iss: (number - 1) >>> 0, syn: undefined };
}

const USUAL_DELAY = 10_000;
const LONGEST_DELAY = 10_000_000;

/** How long the ways from the place of the capture to the client and to the server are. */
function distances({ client, segments }: Connection): readonly [number, number] {
  const answer = segments.find(({ source, header }) => source !== client && isSet(header.flags, 'SYN', 'ACK'));
  const question = segments.findLast(
    ({ source, time, header }) =>
      source === client && isSet(header.flags, 'SYN') && !isSet(header.flags, 'ACK') && time <= (answer?.time ?? 0),
  );
  if (answer === undefined || question === undefined) return [0, USUAL_DELAY];
  // In a simultaneous open the server asks too, and the client's SYN+ACK answers that.
  const asked =
    segments.find(
      ({ source, header }) => source !== client && isSet(header.flags, 'SYN') && !isSet(header.flags, 'ACK'),
    ) ?? answer;
  const thanks = segments.find(
    ({ source, time, header }) => source === client && isSet(header.flags, 'ACK') && time >= asked.time,
  );
  const toServer = (answer.time - question.time) / 2;
  const toClient = thanks === undefined ? 0 : (thanks.time - asked.time) / 2;
  return toServer + toClient > LONGEST_DELAY ? [0, USUAL_DELAY] : [toClient, toServer];
}

/** The largest text that both sides let into a segment; without bound if that is not known. */
function largest(ends: Flow['ends'], timestamps: boolean): number {
  const sizes = ends.map(({ syn }) => syn?.header.options.mss ?? Number.POSITIVE_INFINITY);
  return Math.max(1, Math.min(...sizes) - (timestamps ? TIMESTAMPS : 0));
}

/** Bytes that time stamps take in every header (RFC 7323, appendix A). */
export const TIMESTAMPS = 12;

// ---------------------------------------------------------------- what became of it

/** What exports say of a segment. */
const OURS = /^(?:lost|corrupted|duplicated|held|released|delayed until|late|under way|injected by the script)\b/;

function saidOutcome(comments: readonly string[]): FlowOutcome {
  const says = (word: string): boolean => comments.some((comment) => comment.startsWith(word));
  if (says('lost: ') || (says('held: ') && !says('released: '))) return 'lost';
  if (says('corrupted: ')) return 'corrupted';
  return comments.includes('injected by the script') ? 'injected' : 'arrives';
}

/** A segment that was captured before the network card cut it into pieces, as these pieces. */
function pieces(segment: FlowSegment, size: number): readonly FlowSegment[] {
  if (segment.len <= size) return [segment];
  const count = Math.ceil(segment.len / size);
  return Array.from({ length: count }, (_, index) => {
    const isLast = index === count - 1;
    const last = FLAG.FIN | FLAG.PSH;
    return {
      ...segment,
      seq: segment.seq + index * size,
      len: isLast ? segment.len - index * size : size,
      flags: isLast ? segment.flags : segment.flags & ~last,
    };
  });
}

/** With the segments that were lost before they came to the place of the capture, where they are missed. */
function withHoles(segments: readonly FlowSegment[], size: number): FlowSegment[] {
  const all: FlowSegment[] = [];
  const reached: [number | undefined, number | undefined] = [undefined, undefined];
  for (const [index, segment] of segments.entries()) {
    const before = reached[segment.from];
    const isHole =
      before !== undefined &&
      segment.seq > before &&
      spanOf(segment) > 0 &&
      segments.slice(index).some((later) => later.from === segment.from && later.seq === before && later.len > 0);
    if (isHole) {
      const missed = { ...segment, flags: FLAG.ACK, seq: before, len: segment.seq - before, outcome: 'lost' as const };
      all.push(...pieces(missed, size));
    }
    all.push(segment);
    if (!isSet(segment.flags, 'RST')) reached[segment.from] = Math.max(before ?? endOf(segment), endOf(segment));
  }
  return all;
}

function withLosses(segments: readonly FlowSegment[]): readonly FlowSegment[] {
  const lost = new Set<number>();
  const begins = indicesByBegin(segments);
  for (const [index, segment] of segments.entries()) {
    if (spanOf(segment) === 0 || segment.outcome !== 'arrives' || isProbe(segments, index)) continue;
    const again = (begins.get(beginOf(segment)) ?? []).find(
      (at) => at > index && repeats(segments[at] ?? segment, segment),
    );
    if (again === undefined) {
      if (isUnansweredSyn(segments, segment)) lost.add(index);
      continue;
    }
    const acks = segments
      .slice(index + 1, again)
      .flatMap((other, at) =>
        other.from !== segment.from && (other.ack ?? -1) >= endOf(segment) ? [index + 1 + at] : [],
      );
    if (acks.length === 0) lost.add(index);
    else for (const at of acks) if (spanOf(segments[at] ?? segment) === 0) lost.add(at);
  }
  return segments.map((segment, index) => (lost.has(index) ? { ...segment, outcome: 'lost' } : segment));
}

const beginOf = ({ from, seq }: FlowSegment): string => `${from} ${seq}`;

function indicesByBegin(segments: readonly FlowSegment[]): ReadonlyMap<string, readonly number[]> {
  const begins = new Map<string, number[]>();
  for (const [index, segment] of segments.entries()) {
    const before = begins.get(beginOf(segment));
    if (before === undefined) begins.set(beginOf(segment), [index]);
    else before.push(index);
  }
  return begins;
}

/** The largest of any number of numbers, 0 if there is none. */
export const greatest = (numbers: readonly number[]): number =>
  numbers.reduce((most, number) => Math.max(most, number), 0);

/** The same begin, and the same part in the handshake: of a simultaneous open the SYN+ACK repeats no SYN. */
const repeats = (later: FlowSegment, { from, seq, flags }: FlowSegment): boolean =>
  later.from === from &&
  later.seq === seq &&
  spanOf(later) > 0 &&
  isSet(later.flags, 'SYN') === isSet(flags, 'SYN') &&
  (!isSet(flags, 'SYN') || isSet(later.flags, 'ACK') === isSet(flags, 'ACK'));

/** A byte into a window of 0, to ask for a larger one (RFC 9293, 3.8.6.1). */
function isProbe(segments: readonly FlowSegment[], index: number): boolean {
  const segment = segments[index];
  if (segment === undefined || segment.len !== 1) return false;
  const last = segments.findLast(({ from, ack }, at) => at < index && from !== segment.from && ack !== undefined);
  return last?.win === 0 && last.ack === segment.seq;
}

const isUnansweredSyn = (segments: readonly FlowSegment[], { from, flags }: FlowSegment): boolean =>
  isSet(flags, 'SYN') && segments.every((other) => other.from === from);

function marked(segments: readonly FlowSegment[]): readonly FlowSegment[] {
  const reached = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  return segments.map((segment, index) => {
    const before = reached[segment.from] ?? 0;
    const counts = segment.outcome !== 'injected' && !isProbe(segments, index);
    const isNew = counts && spanOf(segment) > 0 && endOf(segment) > before;
    if (isNew) reached[segment.from] = endOf(segment);
    return { ...segment, isNew };
  });
}
