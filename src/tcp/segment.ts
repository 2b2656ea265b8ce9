/**
 * A segment as it travels: the fields of the header (RFC 9293, 3.1) that have a meaning here, and the text.
 *
 * Rule 1: sequence numbers are absolute; only people and the trace see relative ones.
 * Rule 2: `win` is in bytes. What the 16 bits and the window scale (RFC 7323, 2.3) make of it happened at the sender.
 */

import { type Bytes, byteLength } from './bytes';
import { advance, type Seq } from './seq';

/** The control bits, with their values in the header (RFC 9293, 3.1; ECE and CWR: RFC 3168). */
export const FLAG = { FIN: 1, SYN: 2, RST: 4, PSH: 8, ACK: 16, URG: 32, ECE: 64, CWR: 128 } as const;
export type Flag = keyof typeof FLAG;
/** A set of control bits. */
export type Flags = number;

/** The order in which people write them: `SYN+ACK`, `FIN+ACK`, `PSH+ACK`. */
const WRITTEN: readonly Flag[] = ['SYN', 'FIN', 'RST', 'PSH', 'ACK', 'URG', 'ECE', 'CWR'];

/** `SYN+ACK`; `NONE` for a segment without control bits. `joint` is `,` in the RFC's own figures. */
export function flagNames(flags: Flags, joint: '+' | ',' = '+'): string {
  return WRITTEN.filter((name) => flags & FLAG[name]).join(joint) || 'NONE';
}

export interface SackBlock {
  readonly from: Seq;
  /** One after the last byte. */
  readonly to: Seq;
}

/** The options of a segment; what is undefined is not in the header. */
export interface SegmentOptions {
  readonly mss?: number;
  readonly wscale?: number;
  readonly sackok?: true;
  readonly sack?: readonly SackBlock[];
  readonly tsval?: number;
  readonly tsecr?: number;
}

export interface Segment {
  readonly flags: Flags;
  readonly seq: Seq;
  /** Without meaning unless ACK is set, then 0. */
  readonly ack: Seq;
  readonly win: number;
  /** SEG.UP, an offset from `seq`; without meaning unless URG is set, then 0. */
  readonly urg: number;
  readonly options: SegmentOptions;
  readonly text: Bytes;
}

export const NO_OPTIONS: SegmentOptions = {};

export const has = (segment: Segment, flag: Flag): boolean => (segment.flags & FLAG[flag]) !== 0;

/** SEG.LEN: the text, SYN and FIN each counting one (3.4). */
export function segmentLength(segment: Segment): number {
  const controls = (segment.flags & FLAG.SYN ? 1 : 0) + (segment.flags & FLAG.FIN ? 1 : 0);
  return byteLength(segment.text) + controls;
}

/** The sequence number after the segment's last. */
export const segmentEnd = (segment: Segment): Seq => advance(segment.seq, segmentLength(segment));
