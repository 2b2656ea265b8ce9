/** A segment as it stands on the wire: the TCP header (RFC 9293, 3.1), its options, and the text. */
import { otherPeer, type PeerIndex, type Scenario } from '../program/program';
import type { Flight, World } from '../simulation/world';
import { byteString } from '../tcp/bytes';
import { has, type Segment } from '../tcp/segment';

/** One character a byte, U+0000 to U+00FF. */
export function segmentBytes(scenario: Scenario, world: World, { from, segment }: Flight): string {
  const options = optionBytes(segment);
  const head = (checksum: readonly number[]): readonly number[] => [
    ...word(addressOf(scenario, from).port),
    ...word(addressOf(scenario, otherPeer(from)).port),
    ...long(segment.seq),
    ...long(segment.ack),
    ((20 + options.length) / 4) << 4,
    segment.flags,
    ...word(Math.min(65_535, Math.floor(segment.win / 2 ** shiftOf(world, from, segment)))),
    ...checksum,
    ...word(segment.urg),
    ...options,
  ];
  const text = byteString(segment.text);
  const bare = toText(head([0, 0])) + text;
  const pseudo = pseudoHeader(scenario, from, bare.length);
  return toText(head(word(checksumOf(toText(pseudo) + bare)))) + text;
}

const word = (value: number): readonly number[] => [(value >>> 8) & 255, value & 255];
const long = (value: number): readonly number[] => [...word(value >>> 16), ...word(value & 65_535)];
const toText = (bytes: readonly number[]): string => String.fromCharCode(...bytes);

/** The window of a SYN is never scaled (RFC 7323, 2.2). */
function shiftOf(world: World, from: PeerIndex, segment: Segment): number {
  const peer = world.peers[from];
  return has(segment, 'SYN') || peer.kind !== 'tcp' ? 0 : (peer.endpoint.tcb?.rcvShift ?? 0);
}

const OPTION = { end: 0, mss: 2, wscale: 3, sackok: 4, sack: 5, timestamps: 8 } as const;

function optionBytes({ options }: Segment): readonly number[] {
  const { mss, wscale, sackok, sack, tsval, tsecr } = options;
  const bytes: number[] = [];
  if (mss !== undefined) bytes.push(OPTION.mss, 4, ...word(mss));
  if (wscale !== undefined) bytes.push(OPTION.wscale, 3, wscale);
  if (sackok) bytes.push(OPTION.sackok, 2);
  if (sack !== undefined && sack.length > 0) {
    bytes.push(OPTION.sack, 2 + 8 * sack.length, ...sack.flatMap((block) => [...long(block.from), ...long(block.to)]));
  }
  if (tsval !== undefined || tsecr !== undefined) {
    bytes.push(OPTION.timestamps, 10, ...long(tsval ?? 0), ...long(tsecr ?? 0));
  }
  while (bytes.length % 4 !== 0) bytes.push(OPTION.end);
  return bytes.slice(0, MOST_OPTIONS);
}

/** The data offset has four bits: 15 words, five of them fixed. */
const MOST_OPTIONS = 40;

interface Address {
  readonly host: readonly [number, number, number, number];
  readonly port: number;
}

/** Hosts that are not written are those of RFC 5737; a name or an IPv6 address has no place in this pseudo header. */
function addressOf({ peers }: Scenario, index: PeerIndex): Address {
  const written = /^(.*):(\d+)$/.exec(peers[index].address ?? '');
  const parts = (written?.[1] ?? '').split('.').map(Number);
  const [a, b, c, d] = parts;
  const isHost = parts.length === 4 && parts.every((part) => Number.isInteger(part) && part >= 0 && part < 256);
  const host: Address['host'] =
    isHost && a !== undefined && b !== undefined && c !== undefined && d !== undefined
      ? [a, b, c, d]
      : [192, 0, 2, index + 1];
  return { host, port: written === null ? (index === 0 ? 49_152 : 80) : Number(written[2]) % 65_536 };
}

const TCP = 6;

function pseudoHeader(scenario: Scenario, from: PeerIndex, length: number): readonly number[] {
  const [source, destination] = [addressOf(scenario, from), addressOf(scenario, otherPeer(from))];
  return [...source.host, ...destination.host, 0, TCP, ...word(length)];
}

/** The one's complement of the one's complement sum of all 16-bit words. */
function checksumOf(bytes: string): number {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 2) {
    sum += (bytes.charCodeAt(at) << 8) | (at + 1 < bytes.length ? bytes.charCodeAt(at + 1) : 0);
    sum = (sum & 65_535) + (sum >>> 16);
  }
  return ~sum & 65_535;
}
