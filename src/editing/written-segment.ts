/**
 * A segment line that no author has written yet: `client -> server  ACK  seq=1..101 ack=1  lost`.
 *
 * Rule: short enough to be read as a ladder. Written are the flags but for PSH, ECE and CWR, `seq` with the length as a
 * range, `ack`, `urg` with URG, a window of 0, and on a SYN the options that are not what every SYN has.
 */
import type { TraceSegment } from '../trace/event';
import { acknowledgmentOf, type Numbers, sequenceOf } from '../trace/segment-text';

/** `outcome`: `lost`, `delayed 200ms`; undefined if the segment arrives. `mss` is what a SYN announces by default. */
export function writtenSegment(
  segment: TraceSegment,
  outcome: string | undefined,
  numbers: Numbers,
  mss: number,
): string {
  const cells = [`${segment.from} -> ${segment.to}`, flags(segment), fields(segment, numbers, mss).join(' ')];
  return [...cells, ...(outcome === undefined ? [] : [outcome])].join('  ');
}

/** They are compared only when they are written. */
const UNWRITTEN: ReadonlySet<string> = new Set(['PSH', 'ECE', 'CWR']);

const flags = (segment: TraceSegment): string =>
  segment.flags
    .split('+')
    .filter((flag) => !UNWRITTEN.has(flag))
    .join('+') || 'NONE';

function fields(segment: TraceSegment, numbers: Numbers, mss: number): readonly string[] {
  const sign = numbers === 'absolute' ? '#' : '';
  const first = sequenceOf(segment, numbers);
  const end = numbers === 'absolute' ? (first + segment.len) % 2 ** 32 : first + segment.len;
  const written = [segment.len > 0 ? `seq=${sign}${first}..${sign}${end}` : `seq=${sign}${first}`];
  const ack = acknowledgmentOf(segment, numbers);
  if (ack !== undefined) written.push(`ack=${sign}${ack}`);
  if (segment.urg !== undefined) written.push(`urg=${segment.urg}`);
  if (segment.win === 0 && !segment.flags.includes('RST')) written.push('win=0');
  const { options } = segment;
  if (options.mss !== undefined && options.mss !== mss) written.push(`mss=${options.mss}`);
  if (options.wscale !== undefined) written.push(`wscale=${options.wscale}`);
  return written;
}
