/**
 * What the applications must have asked for, so that a flow came about.
 *
 * Rule 1: a call stands before the first segment that shows it.
 * Rule 2: what an application writes at once ends with PSH (RFC 9293, 3.9.1.2), with a segment that is not full, or with
 *         the connection.
 */
import { endOf, type Flow, type FlowSegment, greatest, isSet, type Side } from './flow';

/** By the index of a segment: the calls of its sender. */
export type Calls = ReadonlyMap<number, readonly string[]>;

export function callsOf({ segments }: Flow): Calls {
  const calls = new Map<number, string[]>();
  const granted: [number, number] = [1, 1];
  const opened = [false, false];
  const full = [longestOf(segments, 0), longestOf(segments, 1)] as const;
  for (const [index, segment] of segments.entries()) {
    const { from, flags, seq, len } = segment;
    const own: string[] = [];
    if (isSet(flags, 'SYN') && segment.isNew) {
      if (!isSet(flags, 'ACK') && !opened[from]) own.push('connect');
      opened[from] = true;
    }
    const textAt = seq + (isSet(flags, 'SYN') ? 1 : 0);
    if (segment.isNew && len > 0 && textAt + len > granted[from]) {
      const amount = writtenFrom(segments, index, granted[from], full[from]);
      own.push(`send ${amount}`);
      granted[from] += amount;
    }
    if (segment.isNew && isSet(flags, 'FIN')) own.push('close');
    if (isAbort(segments, index, opened[from] === true)) own.push('abort');
    if (own.length > 0) calls.set(index, own);
  }
  return calls;
}

const longestOf = (segments: readonly FlowSegment[], side: Side): number =>
  greatest(segments.filter(({ from }) => from === side).map(({ len }) => len));

/** How much its sender has written at once, from a number on. `full`: the longest text that it sends. */
function writtenFrom(segments: readonly FlowSegment[], index: number, start: number, full: number): number {
  let end = start + 1;
  for (let at = index; at < segments.length; at += 1) {
    const segment = segments[at];
    if (segment === undefined || segment.from !== segments[index]?.from || !segment.isNew || segment.len === 0)
      continue;
    const isClosed = isSet(segment.flags, 'FIN');
    end = endOf(segment) - (isClosed ? 1 : 0);
    if (isClosed || isSet(segment.flags, 'PSH') || segment.len < full) break;
  }
  return Math.max(1, end - start);
}

/** A reset that answers nothing: its sender has a connection, and goes on from its own numbers. */
function isAbort(segments: readonly FlowSegment[], index: number, isOpen: boolean): boolean {
  const segment = segments[index];
  if (segment === undefined || !isOpen || !isSet(segment.flags, 'RST') || segment.outcome === 'injected') return false;
  const before = segments.slice(0, index);
  const own = before.filter(({ from, outcome }) => from === segment.from && outcome !== 'injected');
  const isOver = before.some(({ flags }) => isSet(flags, 'RST'));
  const isClosed = [0, 1].every((side) => before.some(({ from, flags }) => from === side && isSet(flags, 'FIN')));
  return !isOver && !isClosed && segment.seq === greatest(own.map(endOf));
}
