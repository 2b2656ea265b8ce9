/**
 * The TCP connections of a capture.
 *
 * Rule: a connection is what two sockets say to each other, until one that has closed or was reset sends another SYN,
 *       or a SYN with another number.
 */
import { FLAG } from '../tcp/segment';
import type { CapturedSegment } from './packet';

export interface Connection {
  /** The side that opened it first, as far as the capture tells: the sender of the first SYN, else of the first segment. */
  readonly client: string;
  readonly server: string;
  /** In the order of the capture. */
  readonly segments: readonly CapturedSegment[];
}

export function connectionsOf(segments: readonly CapturedSegment[]): readonly Connection[] {
  const all: CapturedSegment[][] = [];
  const open = new Map<string, CapturedSegment[]>();
  for (const segment of segments) {
    const key = [segment.source, segment.destination].sort().join(' ');
    const current = open.get(key);
    if (current !== undefined && !beginsAnew(current, segment)) current.push(segment);
    else {
      const fresh = [segment];
      open.set(key, fresh);
      all.push(fresh);
    }
  }
  return all.map((own) => {
    const { source, destination, header } = own[0] ?? { source: '', destination: '', header: { flags: 0 } };
    const isAnswer = (header.flags & FLAG.SYN) !== 0 && (header.flags & FLAG.ACK) !== 0;
    return { client: isAnswer ? destination : source, server: isAnswer ? source : destination, segments: own };
  });
}

function beginsAnew(before: readonly CapturedSegment[], { source, header, comments }: CapturedSegment): boolean {
  if (comments.includes('injected by the script')) return false;
  if ((header.flags & FLAG.SYN) === 0 || (header.flags & FLAG.ACK) !== 0) return false;
  const own = before.filter((segment) => segment.source === source);
  const syn = own.find((segment) => (segment.header.flags & FLAG.SYN) !== 0);
  const isOver = before.some((segment) => (segment.header.flags & (FLAG.FIN | FLAG.RST)) !== 0);
  return isOver || (syn !== undefined && syn.header.seq !== header.seq);
}
