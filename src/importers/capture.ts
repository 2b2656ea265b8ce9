/**
 * Captures: the packets in a file of tcpdump or Wireshark, in either of their two formats.
 *
 * Rule: what comes before the place where a file breaks off or breaks its own rules is read; `broken` says where that is.
 */
import { type Sentence, say } from '../words/sentence';
import { octetReader } from './octet-reader';
import { isPcap, readPcap } from './pcap';
import { isPcapng, readPcapng } from './pcapng';

export interface CapturedPacket {
  /** Microseconds since 1970-01-01, with a fraction where the file has nanoseconds. */
  readonly time: number;
  /** LINKTYPE_*: what the packet begins with (https://www.tcpdump.org/linktypes.html). */
  readonly link: number;
  readonly bytes: Uint8Array;
  /** Its comments; only PCAP Next Generation has them. */
  readonly comments: readonly string[];
}

export interface Capture {
  readonly packets: readonly CapturedPacket[];
  /** Why the rest of the file was not read; undefined if all of it was. */
  readonly broken: Sentence | undefined;
}

export const isCapture = (bytes: Uint8Array): boolean => isPcap(bytes) || isPcapng(bytes);

/** Undefined if the bytes are no capture. */
export function readCapture(bytes: Uint8Array): Capture | undefined {
  if (isPcap(bytes)) return readPcap(bytes);
  return isPcapng(bytes) ? readPcapng(bytes) : undefined;
}

export const truncated = (at: number): Sentence => say('the capture is truncated at byte {0}', at);

export const isMagic = (bytes: Uint8Array, ...magics: readonly number[]): boolean =>
  magics.includes(octetReader(bytes, false).u32(0) ?? -1);
