/**
 * A flow as a scenario.
 *
 * Rule 1: a line stands where its segment arrives, a call where its segment is sent. What a sender has acknowledged has
 *         arrived before, what it has not acknowledged arrives later; for the rest the times decide.
 * Rule 2: a peer that runs a TCP gets the calls, and its lines are compared with what it sends; a scripted one gets every
 *         field.
 */
import { parse } from '../language/document';
import { print } from '../language/printer';
import { FLAG, flagNames } from '../tcp/segment';
import { type Calls, callsOf } from './calls';
import { endOf, type Flow, type FlowSegment, greatest, isSet, otherSide, type Side, spanOf, TIMESTAMPS } from './flow';
import { delayedAck, sendsAtOnce } from './habits';

export const NAMES = ['client', 'server'] as const;

export type Roles = readonly ['tcp' | 'scripted', 'tcp' | 'scripted'];

/** The scenario in canonical form; `remarks` stand above it as comments. */
export function flowText(flow: Flow, roles: Roles, title: string, remarks: readonly string[]): string {
  const lines = [
    ...remarks.map((remark) => `# ${remark.replace(/\s+/g, ' ')}`),
    peerLine(flow, 0, roles[0]),
    peerLine(flow, 1, roles[1]),
    networkLine(flow),
    '',
    `scenario ${JSON.stringify(title)}`,
    ...statements(flow, roles),
  ];
  return print(parse(`${lines.join('\n')}\n`));
}

// ---------------------------------------------------------------- declarations

function peerLine(flow: Flow, side: Side, role: Roles[0]): string {
  const { address, iss, syn } = flow.ends[side];
  const own = flow.segments.filter(({ from }) => from === side);
  const { mss, wscale } = syn?.header.options ?? {};
  const options = [`iss=${iss}`];
  if (role === 'tcp') {
    if (mss !== undefined) options.push(`mss=${Math.max(1, mss - (flow.timestamps ? TIMESTAMPS : 0))}`);
    options.push(`window=${greatest(own.map(({ win }) => win))}`);
    if (wscale !== undefined) options.push(`wscale=${Math.min(14, wscale)}`);
    if (sendsAtOnce(flow, side)) options.push('nagle=off');
    const delayed = delayedAck(flow, side, callsOf(flow));
    if (delayed !== undefined) options.push(`delayed-ack=${time(delayed)}`);
  }
  return `peer ${NAMES[side]} ${address}${role === 'scripted' ? ' scripted' : ''} ${options.join(' ')}`;
}

const ROOM_FOR_HEADERS = 40;
const USUAL_MTU = 1_500;

function networkLine({ ends, delay }: Flow): string {
  const largest = Math.max(...ends.map(({ syn }) => syn?.header.options.mss ?? 0)) + ROOM_FOR_HEADERS;
  return `network delay=${time(delay)}${largest > USUAL_MTU ? ` mtu=${Math.min(65_535, largest)}` : ''}`;
}

const time = (microseconds: number): string => {
  if (microseconds >= 1_000_000) return `${microseconds / 1_000_000}s`;
  return microseconds >= 1_000 ? `${microseconds / 1_000}ms` : `${microseconds}us`;
};

// ---------------------------------------------------------------- statements

interface Writing {
  readonly flow: Flow;
  readonly roles: Roles;
  readonly calls: Calls;
  readonly lines: string[];
  /** Sent, and not yet arrived, in each direction. */
  readonly underway: readonly [FlowSegment[], FlowSegment[]];
  /** When the last line happened. */
  now: number;
}

function statements(flow: Flow, roles: Roles): readonly string[] {
  const writing: Writing = { flow, roles, calls: callsOf(flow), lines: [], underway: [[], []], now: 0 };
  for (const side of [0, 1] as const) {
    const syn = flow.ends[side].syn;
    if (roles[side] === 'tcp' && syn !== undefined && isSet(syn.header.flags, 'ACK'))
      writing.lines.push(`${NAMES[side]} listen`);
  }
  for (const [index, segment] of flow.segments.entries()) {
    if (segment.outcome === 'injected') {
      arriveUntil(writing, segment.sentAt, undefined);
      pause(writing, segment.sentAt);
      writing.lines.push(segmentLine(segment, 'inject', 'scripted'));
      continue;
    }
    arriveUntil(writing, segment.sentAt, segment);
    const calls = roles[segment.from] === 'tcp' ? writing.calls.get(index) : undefined;
    if (calls !== undefined || roles[segment.from] === 'scripted') pause(writing, segment.sentAt);
    for (const call of calls ?? []) writing.lines.push(`${NAMES[segment.from]} ${call}`);
    writing.underway[segment.from].push(segment);
  }
  arriveUntil(writing, Number.POSITIVE_INFINITY, undefined);
  return writing.lines;
}

/** What arrives before `sending` is sent: all of which it acknowledges, and of the rest what the times say. */
function arriveUntil(writing: Writing, moment: number, sending: FlowSegment | undefined): void {
  for (;;) {
    const next = [0, 1].flatMap((from) => {
      const [first] = writing.underway[from === 0 ? 0 : 1];
      return first !== undefined && mayArrive(writing, first, moment, sending) ? [first] : [];
    });
    next.sort((a, b) => a.arrivesAt - b.arrivesAt);
    const [first] = next;
    if (first === undefined) return;
    writing.underway[first.from].shift();
    writing.lines.push(segmentLine(first, '', writing.roles[first.from]));
    writing.now = Math.max(writing.now, first.arrivesAt);
  }
}

function mayArrive(
  { underway }: Writing,
  first: FlowSegment,
  moment: number,
  sending: FlowSegment | undefined,
): boolean {
  if (sending === undefined || first.from === sending.from || sending.ack === undefined)
    return first.arrivesAt <= moment;
  const waiting = underway[first.from];
  const isAcknowledged = waiting.some(
    (each) => spanOf(each) > 0 && each.outcome === 'arrives' && endOf(each) <= (sending.ack ?? 0),
  );
  if (isAcknowledged) return true;
  const wouldBe = first.outcome === 'arrives' && first.seq <= sending.ack && endOf(first) > sending.ack;
  return first.arrivesAt <= moment && !(wouldBe && spanOf(first) > 0);
}

/** Shorter ones are the time that the hosts took. */
const SHORTEST_PAUSE = 1_000;

/** Time passes until a call, if nothing is on the way that would arrive unnamed. */
function pause(writing: Writing, moment: number): void {
  const length = moment - writing.now;
  if (length < SHORTEST_PAUSE || writing.underway.some((direction) => direction.length > 0)) return;
  writing.lines.push(`wait ${time(length)}`);
  writing.now = moment;
}

// ---------------------------------------------------------------- segment lines

function segmentLine(segment: FlowSegment, word: '' | 'inject', role: Roles[0]): string {
  const { from, outcome, times } = segment;
  const fields = role === 'tcp' ? comparedFields(segment) : everyField(segment);
  const end =
    outcome === 'lost' || outcome === 'corrupted'
      ? outcome
      : times > 1
        ? `duplicated${times > 2 ? ` ${times}` : ''}`
        : '';
  return [word, NAMES[from], '->', NAMES[otherSide(from)], ...fields, end].filter((part) => part !== '').join(' ');
}

/** What a TCP decides by the RFC; PSH, ECN and later windows are its own business. */
function comparedFields({ flags, seq, ack, len, urg, options }: FlowSegment): readonly string[] {
  const { mss, wscale } = options;
  const isSyn = isSet(flags, 'SYN');
  return [
    flagNames(flags & ~(FLAG.PSH | FLAG.ECE | FLAG.CWR)),
    len > 0 ? `seq=${seq}..${seq + len}` : `seq=${seq}`,
    ...(ack === undefined ? [] : [`ack=${ack}`]),
    ...(isSet(flags, 'URG') ? [`urg=${urg}`] : []),
    ...(isSyn && mss !== undefined && options.tsval === undefined ? [`mss=${mss}`] : []),
    ...(isSyn && wscale !== undefined ? [`wscale=${Math.min(14, wscale)}`] : []),
  ];
}

function everyField({ flags, seq, ack, len, win, urg, options }: FlowSegment): readonly string[] {
  const { mss, wscale, sackok, tsval, tsecr } = options;
  return [
    flagNames(flags),
    len > 0 ? `seq=${seq}..${seq + len}` : `seq=${seq}`,
    ...(ack === undefined ? [] : [`ack=${ack}`]),
    `win=${win}`,
    ...(isSet(flags, 'URG') ? [`urg=${urg}`] : []),
    ...(mss === undefined ? [] : [`mss=${mss}`]),
    ...(wscale === undefined ? [] : [`wscale=${wscale}`]),
    ...(sackok ? ['sackok'] : []),
    ...(tsval === undefined ? [] : [`tsval=${tsval}`]),
    ...(tsecr === undefined ? [] : [`tsecr=${tsecr}`]),
  ];
}
