/**
 * What Wireshark would say of each segment, in its words: `[TCP Retransmission]`, `[TCP Dup ACK 9#1]`.
 *
 * Rule 1: segments are looked at in the order in which they are sent, as if captured at both senders; an injected one
 *         where it first shows. Numbers in brackets are those of our events.
 * Rule 2: the conditions are those of Wireshark's User's Guide, "TCP Analysis", as far as they need no clock of the
 *         capture: what is told there by milliseconds (out of order) is not told here.
 */
import type { TraceEvent, TraceSegment } from '../trace/event';

/** By the segment's id; segments of which there is nothing to say have no entry. */
export type SegmentNotes = ReadonlyMap<number, readonly string[]>;

/** One direction of the conversation. */
interface Direction {
  /** The highest sequence number, and one; undefined before anything was sent. */
  next: number | undefined;
  ack: number | undefined;
  win: number;
  /** The event that sent the acknowledgment that is being repeated, and how often. */
  acked: number;
  repeats: number;
  last: 'probe' | 'keep-alive' | 'other';
}

const fresh = (): Direction => ({ next: undefined, ack: undefined, win: 0, acked: 0, repeats: 0, last: 'other' });

/** How far `a` is beyond `b` on the circle of sequence numbers. */
const beyond = (a: number, b: number): number => (a - b) | 0;

export function segmentNotes(events: readonly TraceEvent[]): SegmentNotes {
  const notes = new Map<number, readonly string[]>();
  const directions = new Map<string, Direction>();
  const seen = new Set<number>();
  const look = (segment: TraceSegment, n: number): void => {
    if (seen.has(segment.id)) return;
    seen.add(segment.id);
    const own = directions.get(segment.from) ?? fresh();
    const other = directions.get(segment.to) ?? fresh();
    directions.set(segment.from, own);
    directions.set(segment.to, other);
    const said = notesOf(segment, n, own, other);
    if (said.length > 0) notes.set(segment.id, said);
  };
  for (const { n, segment, sends } of events) {
    if (segment !== undefined) look(segment, n);
    for (const sent of sends) look(sent, n);
  }
  return notes;
}

/** What is said of one segment; the directions are brought to the moment after it. */
function notesOf(segment: TraceSegment, n: number, own: Direction, other: Direction): readonly string[] {
  const { absSeq: seq, absAck: ack, win, len } = segment;
  const [syn, fin, rst] = [segment.flags.includes('SYN'), segment.flags.includes('FIN'), segment.flags.includes('RST')];
  const plain = !syn && !fin && !rst;
  const said: string[] = [];

  if (syn && own.next !== undefined && beyond(seq + 1, own.next) !== 0 && ack === undefined) {
    said.push('[TCP Port numbers reused]');
    Object.assign(own, fresh());
    Object.assign(other, fresh());
  }
  const takes = len + (syn ? 1 : 0) + (fin ? 1 : 0);
  const ahead = own.next === undefined ? undefined : beyond(seq, own.next);
  const sameAck = ack !== undefined && ack === own.ack;
  let last: Direction['last'] = 'other';

  if (plain && len === 1 && ahead === 0 && other.win === 0 && other.next !== undefined) {
    said.push('[TCP ZeroWindowProbe]');
    last = 'probe';
  } else if (plain && len <= 1 && ahead === -1) {
    said.push('[TCP Keep-Alive]');
    last = 'keep-alive';
  } else if (takes > 0 && ahead !== undefined && ahead < 0) {
    said.push(repetition(segment, seq + takes, own, other));
  } else if (ahead !== undefined && ahead > 0 && !rst) {
    said.push('[TCP Previous segment not captured]');
  }

  const repeated = plain && len === 0 && ahead === 0 && sameAck && win === own.win;
  if (repeated && win === 0 && other.last === 'probe') said.push('[TCP ZeroWindowProbeAck]');
  else if (repeated && win > 0 && other.last === 'keep-alive') said.push('[TCP Keep-Alive ACK]');
  else if (repeated && win > 0) {
    own.repeats += 1;
    said.push(`[TCP Dup ACK ${own.acked}#${own.repeats}]`);
  } else if (plain && len === 0 && ahead === 0 && sameAck && win > 0) said.push('[TCP Window Update]');

  if (plain && win === 0) said.push('[TCP ZeroWindow]');
  if (plain && len > 0 && other.ack !== undefined && other.win > 0 && beyond(seq + len, other.ack) === other.win)
    said.push('[TCP Window Full]');
  if (ack !== undefined && !rst && other.next !== undefined && beyond(ack, other.next) > 0)
    said.push('[TCP ACKed unseen segment]');

  if (!repeated && ack !== undefined && !sameAck) Object.assign(own, { acked: n, repeats: 0 });
  if (!rst) {
    const end = (seq + takes) >>> 0;
    // A probe does not count as sent: the byte will come again with the others.
    if (own.next === undefined || (beyond(end, own.next) > 0 && last !== 'probe')) own.next = end;
    own.ack = ack ?? own.ack;
    own.win = win;
  }
  own.last = last;
  return said;
}

/** Numbers that were sent before. */
function repetition(segment: TraceSegment, end: number, own: Direction, other: Direction): string {
  if (other.ack !== undefined && beyond(end, other.ack) <= 0) return '[TCP Spurious Retransmission]';
  if (other.repeats >= 2 && other.ack === segment.absSeq) return '[TCP Fast Retransmission]';
  return own.next === undefined ? '' : '[TCP Retransmission]';
}
