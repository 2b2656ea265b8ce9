/** The options of a TCP, as far as a flow shows them. */
import type { Calls } from './calls';
import { endOf, type Flow, type FlowSegment, greatest, isSet, type Side, spanOf } from './flow';

/** A segment that is not full, sent while others wait for their acknowledgment, would have waited (RFC 9293, 3.7.4). */
export function sendsAtOnce({ segments }: Flow, side: Side): boolean {
  const own = segments.filter(({ from }) => from === side);
  const full = greatest(own.map(({ len }) => len));
  let [reached, acked] = [1, 1];
  for (const segment of segments) {
    if (segment.from !== side) acked = Math.max(acked, segment.ack ?? acked);
    else {
      if (segment.isNew && segment.len > 0 && segment.len < full && reached > acked) return true;
      if (segment.isNew) reached = endOf(segment);
    }
  }
  return false;
}

/** What most systems wait at the most, where a flow does not show it. */
const USUAL = 200_000;
const SHORTEST = 1_000;
/** RFC 9293, 3.8.6.3: no longer than half a second. */
const LONGEST = 500_000;

/**
 * How long its acknowledgments wait: the longest time in which nothing else was sent; the usual one if it is only seen
 * that they wait for a second segment, or for something to travel with. Undefined if it acknowledges at once.
 */
export function delayedAck({ segments }: Flow, side: Side, calls: Calls): number | undefined {
  let acked = 1;
  let longest = 0;
  let isSeen = false;
  let waiting: FlowSegment[] = [];
  for (const [index, segment] of segments.entries()) {
    if (segment.from !== side && segment.outcome === 'arrives' && spanOf(segment) > 0 && !isSet(segment.flags, 'SYN')) {
      waiting.push(segment);
    }
    if (segment.from !== side || segment.ack === undefined || segment.ack <= acked) continue;
    const { ack, sentAt } = segment;
    const answered = waiting.filter((other) => endOf(other) > acked && endOf(other) <= ack);
    waiting = waiting.filter((other) => endOf(other) > ack);
    acked = ack;
    const first = answered.reduce((least, { arrivesAt }) => Math.min(least, arrivesAt), Number.POSITIVE_INFINITY);
    const waited = sentAt - first;
    const isInOrder = answered.every((other, at) => at === 0 || other.seq === endOf(answered[at - 1] ?? other));
    if (!isInOrder || answered.length === 0 || waited > LONGEST) continue;
    if (answered.length > 1 || waited >= SHORTEST || calls.has(index)) isSeen = true;
    if (answered.length === 1 && spanOf(segment) === 0) longest = Math.max(longest, waited);
  }
  if (longest >= SHORTEST) return Math.ceil(longest / 1_000) * 1_000;
  return isSeen ? USUAL : undefined;
}
