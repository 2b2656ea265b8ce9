/** The options in a segment's header as a segment line writes them: `mss=1460`, `wscale=7`, `sackok`, `sack=8..16`. */
import type { TraceSegment } from '../trace/event';

export function headerOptions({ options }: TraceSegment): readonly string[] {
  const { mss, wscale, sackok, sack, tsval, tsecr } = options;
  return [
    ...(mss === undefined ? [] : [`mss=${mss}`]),
    ...(wscale === undefined ? [] : [`wscale=${wscale}`]),
    ...(sackok === undefined ? [] : ['sackok']),
    ...(sack === undefined ? [] : [`sack=${sack.map(([from, to]) => `${from}..${to}`).join(',')}`]),
    ...(tsval === undefined ? [] : [`tsval=${tsval}`]),
    ...(tsecr === undefined ? [] : [`tsecr=${tsecr}`]),
  ];
}
