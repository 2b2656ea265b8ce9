/** A segment under way as the trace shows it: relative numbers, names, what was sent when. */
import type { Scenario } from '../program/program';
import { otherPeer } from '../program/program';
import { byteLength, byteString } from '../tcp/bytes';
import { flagNames, has, type Segment } from '../tcp/segment';
import type { TraceSegment } from '../trace/event';
import { type Flight, relative, type World } from './world';

export function showFlight(scenario: Scenario, world: World, flight: Flight): TraceSegment {
  const { segment, from, to } = flight;
  const own = world.peers[from].base;
  const other = world.peers[otherPeer(from)].base;
  const ack = has(segment, 'ACK');
  return {
    id: flight.id,
    from: scenario.peers[from].name,
    to: scenario.peers[to].name,
    flags: flagNames(segment.flags),
    seq: relative(own, segment.seq),
    ack: ack ? relative(other, segment.ack) : undefined,
    win: segment.win,
    len: byteLength(segment.text),
    urg: has(segment, 'URG') ? segment.urg : undefined,
    options: showOptions(segment, (number) => relative(other, number)),
    absSeq: segment.seq,
    absAck: ack ? segment.ack : undefined,
    data: segment.text.some((piece) => piece.kind === 'literal') ? byteString(segment.text) : undefined,
    sent: flight.sent,
    sentAt: flight.sentAt,
    due: flight.due,
    retransmission: flight.retransmission,
  };
}

function showOptions(segment: Segment, number: (seq: Flight['segment']['seq']) => number): TraceSegment['options'] {
  const { sack, ...rest } = segment.options;
  return sack === undefined ? rest : { ...rest, sack: sack.map(({ from, to }) => [number(from), number(to)] as const) };
}
