/**
 * What the applications must have asked for, so that a flow came about.
 *
 * Rule 1: a call stands before the first segment that shows it.
 * Rule 2: what an application writes at once ends with PSH (RFC 9293, 3.9.1.2), with a segment that is not full, or with
 *         the connection.
 */
import { endOf, type Flow, type FlowSegment, isSet } from './flow';

/** By the index of a segment: the calls of its sender. */
export type Calls = ReadonlyMap<number, readonly string[]>;

export function callsOf({ segments }: Flow): Calls {
  const calls = new Map<number, string[]>();
  const granted: [number, number] = [1, 1];
  const opened = [false, false];
  for (const [index, segment] of segments.entries()) {
    const { from, flags, seq, len } = segment;
    const own: string[] = [];
    if (isSet(flags, 'SYN') && segment.isNew) {
      if (!isSet(flags, 'ACK') && !opened[from]) own.push('connect');
      opened[from] = true;
    }
    const textAt = seq + (isSet(flags, 'SYN') ? 1 : 0);
    if (segment.isNew && len > 0 && textAt + len > granted[from]) {
      const amount = writtenFrom(segments, index, granted[from]);
      own.push(`send ${amount}`);
      granted[from] += amount;
    }
    if (segment.isNew && isSet(flags, 'FIN')) own.push('close');
    if (isAbort(segments, index, opened[from] === true)) own.push('abort');
    if (own.length > 0) calls.set(index, own);
  }
  return calls;
}

/** How much its sender has written at once, from a number on. */
function writtenFrom(segments: readonly FlowSegment[], index: number, start: number): number {
  const first = segments[index];
  if (first === undefined) return 0;
  const own = segments.slice(index).filter(({ from, isNew, len }) => from === first.from && isNew && len > 0);
  const full = Math.max(...own.map(({ len }) => len));
  const last =
    own.find(({ flags, len }) => isSet(flags, 'PSH') || isSet(flags, 'FIN') || len < full) ?? own.at(-1) ?? first;
  const end = endOf(last) - (isSet(last.flags, 'FIN') ? 1 : 0);
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
  return !isOver && !isClosed && segment.seq === Math.max(...own.map(endOf));
}
