/** The format of tcpdump: a header for the file, one for each packet (https://www.tcpdump.org/manpages/pcap-savefile.5.html). */
import { type Capture, type CapturedPacket, isMagic, truncated } from './capture';
import { octetReader } from './octet-reader';

/** Times in microseconds and in nanoseconds, in the byte order of the machine that wrote the file. */
const MAGIC = { micro: 0xa1b2c3d4, microSwapped: 0xd4c3b2a1, nano: 0xa1b23c4d, nanoSwapped: 0x4d3cb2a1 } as const;
const FILE_HEADER = 24;
const PACKET_HEADER = 16;

export const isPcap = (bytes: Uint8Array): boolean => isMagic(bytes, ...Object.values(MAGIC));

export function readPcap(bytes: Uint8Array): Capture {
  const read = octetReader(bytes, isMagic(bytes, MAGIC.microSwapped, MAGIC.nanoSwapped));
  const fractions = isMagic(bytes, MAGIC.nano, MAGIC.nanoSwapped) ? 1000 : 1;
  const link = read.u32(20);
  if (link === undefined) return { packets: [], broken: truncated(bytes.length) };
  const packets: CapturedPacket[] = [];
  let at = FILE_HEADER;
  while (at < bytes.length) {
    const [seconds, fraction, length] = [read.u32(at), read.u32(at + 4), read.u32(at + 8)];
    if (seconds === undefined || fraction === undefined || length === undefined) break;
    const end = at + PACKET_HEADER + length;
    if (end > bytes.length) break;
    packets.push({
      time: seconds * 1_000_000 + fraction / fractions,
      link: link & 0xffff, // the rest says whether frames end with a checksum
      bytes: read.slice(at + PACKET_HEADER, length),
      comments: [],
    });
    at = end;
  }
  return { packets, broken: at < bytes.length ? truncated(at) : undefined };
}
