/** What a host did, as text. */
import { byteLength } from '../../src/tcp/bytes';
import { type Reaction, stateOf } from '../../src/tcp/endpoint';
import { FLAG, flagNames, has, type Segment } from '../../src/tcp/segment';
import { distance, type Seq, seq } from '../../src/tcp/seq';
import { IRS, ISS } from './hosts';

/** `SYN+ACK seq=0 ack=1`; `base` is what its numbers count from. */
function segmentText(segment: Segment, base: Seq, otherBase: Seq): string {
  const length = byteLength(segment.text);
  return [
    flagNames(segment.flags),
    `seq=${distance(base, segment.seq)}`,
    ...(has(segment, 'ACK') ? [`ack=${distance(otherBase, segment.ack)}`] : []),
    ...(length > 0 ? [`len=${length}`] : []),
  ].join(' ');
}

const REFUSAL = FLAG.RST | FLAG.ACK;

/** `#0` is the absolute 0 of a reset from a host without a connection (3.10.7.1). */
export const fromHost = (segment: Segment): string =>
  segment.flags === REFUSAL && segment.seq === 0
    ? segmentText(segment, seq(0), IRS).replace('seq=', 'seq=#')
    : segmentText(segment, ISS, IRS);
export const fromRemote = (segment: Segment): string => segmentText(segment, IRS, ISS);

/** The segments that were sent, one beside the other; `-` if none. */
export const sent = ({ sends }: Reaction): string => sends.map(({ segment }) => fromHost(segment)).join(', ') || '-';

/** The states that were passed, each once: `FIN_WAIT_1 -> FIN_WAIT_2 -> TIME_WAIT`. */
export function path(reaction: Reaction): string {
  const passed = reaction.rows.flatMap(({ from, to }) => (from === to ? [] : [from, to]));
  const states = passed.filter((state, index) => state !== passed[index - 1]);
  return states.join(' -> ') || stateOf(reaction.endpoint);
}
