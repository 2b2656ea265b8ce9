/** What is said of a file in which there is no connection to import: what it seems to be, and the way out. */
import { type Sentence, say } from '../words/sentence';
import type { Capture } from './capture';
import { isKnownLink } from './packet';

/** How files begin that hold others, compressed. */
const COMPRESSED: readonly (readonly [string, readonly number[]])[] = [
  ['gzip', [0x1f, 0x8b]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['bzip2', [0x42, 0x5a, 0x68]],
  ['xz', [0xfd, 0x37, 0x7a, 0x58]],
  ['zstd', [0x28, 0xb5, 0x2f, 0xfd]],
];

/** Of bytes that are in neither format. */
export function noCapture(bytes: Uint8Array): Sentence {
  if (bytes.length === 0) return say('is empty');
  const compressed = COMPRESSED.find(([, magic]) => magic.every((byte, at) => bytes[at] === byte));
  if (compressed !== undefined) return say('is compressed ({0}); unpack it first', compressed[0]);
  return say('is no capture (pcap or pcapng); "tcpdump -w FILE" writes one, and Wireshark saves other formats as one');
}

/** Of a capture in which no segment was found. */
export function noSegment({ packets, broken }: Capture): Sentence {
  if (broken !== undefined) return say('{0}, and nothing before it is a TCP segment', broken);
  if (packets.length === 0) return say('has no packet inside');
  const unknown = [...new Set(packets.map(({ link }) => link))].filter((link) => !isKnownLink(link));
  if (unknown.length > 0) {
    const known = 'Ethernet, Linux cooked, loopback, raw IP';
    return say('has packets of link type {0}, which cannot be read; these can: {1}', unknown.join(', '), known);
  }
  return say('has no TCP segment inside, only other packets ({0})', packets.length);
}
