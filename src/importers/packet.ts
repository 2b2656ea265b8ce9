/**
 * From a captured packet to its TCP segment: through the header of the link, and IPv4 (RFC 791) or IPv6 (RFC 8200).
 *
 * Rule: whatever is no whole TCP header in a packet of its own is passed over: other protocols, fragments, what was cut.
 */
import { type Header, readHeader, TCP } from '../tcp/header';
import type { CapturedPacket } from './capture';

export interface CapturedSegment {
  /** Microseconds. */
  readonly time: number;
  /** Addresses with the port, as a `peer` line has them: `10.0.0.1:80`, `[2001:db8::1]:80`. */
  readonly source: string;
  readonly destination: string;
  readonly header: Header;
  /** Bytes of text, whether they were captured or not. */
  readonly length: number;
  readonly comments: readonly string[];
}

export function segmentOf({ time, link, bytes, comments }: CapturedPacket): CapturedSegment | undefined {
  const start = IP_STARTS.get(link)?.(bytes);
  const packet = start === undefined ? undefined : ipPacket(bytes.subarray(start));
  if (packet === undefined) return undefined;
  const read = readHeader(packet.content);
  if (read === undefined || packet.length < read.length) return undefined;
  const { header } = read;
  return {
    time,
    source: `${packet.source}:${header.sourcePort}`,
    destination: `${packet.destination}:${header.destinationPort}`,
    header,
    length: packet.length - read.length,
    comments,
  };
}

// ---------------------------------------------------------------- the link

const ETHERTYPE = { ipv4: 0x0800, ipv6: 0x86dd, vlan: 0x8100, serviceVlan: 0x88a8 } as const;

type IpStart = (bytes: Uint8Array) => number | undefined;

/** Where the IP header begins, for the links (LINKTYPE_*) that captures of TCP have. */
const IP_STARTS: ReadonlyMap<number, IpStart> = new Map<number, IpStart>([
  [0, () => 4], // NULL: loopback of BSD and macOS
  [108, () => 4], // LOOP
  [1, (bytes) => behindType(bytes, 12)], // ETHERNET
  [12, () => 0], // what some write for RAW
  [14, () => 0],
  [101, () => 0], // RAW
  [228, () => 0], // IPV4
  [229, () => 0], // IPV6
  [113, (bytes) => behindType(bytes, 14)], // LINUX_SLL
  [276, (bytes) => (isIp(word(bytes, 0)) ? 20 : undefined)], // LINUX_SLL2: the type stands first
]);

export const isKnownLink = (link: number): boolean => IP_STARTS.has(link);

const word = (bytes: Uint8Array, at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
const isIp = (type: number): boolean => type === ETHERTYPE.ipv4 || type === ETHERTYPE.ipv6;

/** The IP header stands behind the EtherType, VLAN tags passed over. */
function behindType(bytes: Uint8Array, at: number): number | undefined {
  let where = at;
  while (word(bytes, where) === ETHERTYPE.vlan || word(bytes, where) === ETHERTYPE.serviceVlan) where += 4;
  return isIp(word(bytes, where)) ? where + 2 : undefined;
}

// ---------------------------------------------------------------- IP

interface IpPacket {
  readonly source: string;
  readonly destination: string;
  /** What of the TCP segment was captured. */
  readonly content: Uint8Array;
  /** How long the segment is. */
  readonly length: number;
}

function ipPacket(bytes: Uint8Array): IpPacket | undefined {
  const version = (bytes[0] ?? 0) >>> 4;
  if (version === 4) return ipv4(bytes);
  return version === 6 ? ipv6(bytes) : undefined;
}

const FRAGMENT = 0x3fff;

function ipv4(bytes: Uint8Array): IpPacket | undefined {
  const head = ((bytes[0] ?? 0) & 15) * 4;
  const isFragment = (word(bytes, 6) & FRAGMENT) !== 0;
  if (head < 20 || bytes.length < head || bytes[9] !== TCP || isFragment) return undefined;
  // A length of 0: the packet was captured before the network card cut it into pieces.
  const total = word(bytes, 2) === 0 ? bytes.length : word(bytes, 2);
  return {
    source: bytes.subarray(12, 16).join('.'),
    destination: bytes.subarray(16, 20).join('.'),
    content: bytes.subarray(head, total),
    length: total - head,
  };
}

const IPV6_HEADER = 40;
/** Hop-by-hop options, routing, destination options (RFC 8200, 4): each says its length in eight bytes, the first left out. */
const EXTENSIONS: readonly number[] = [0, 43, 60];

function ipv6(bytes: Uint8Array): IpPacket | undefined {
  if (bytes.length < IPV6_HEADER) return undefined;
  let next = bytes[6] ?? 0;
  let at = IPV6_HEADER;
  while (EXTENSIONS.includes(next) && at < bytes.length) {
    next = bytes[at] ?? 0;
    at += ((bytes[at + 1] ?? 0) + 1) * 8;
  }
  const payload = word(bytes, 4);
  const total = payload === 0 ? bytes.length : IPV6_HEADER + payload;
  if (next !== TCP || at > total) return undefined;
  const [source, destination] = [bytes.subarray(8, 24), bytes.subarray(24, 40)].map(ipv6Text);
  return {
    source: source ?? '',
    destination: destination ?? '',
    content: bytes.subarray(at, total),
    length: total - at,
  };
}

/** RFC 5952: without leading zeros, the longest run of zeros as `::`. */
function ipv6Text(bytes: Uint8Array): string {
  const groups = Array.from({ length: 8 }, (_, index) => word(bytes, index * 2).toString(16));
  const zeros = [...groups.join(':').matchAll(/(?:^|(?<=:))0(?::0)+(?=:|$)/g)];
  const longest = zeros.reduce<RegExpMatchArray | undefined>(
    (best, run) => (run[0].length > (best?.[0].length ?? 0) ? run : best),
    undefined,
  );
  const text = groups.join(':');
  if (longest?.index === undefined) return `[${text}]`;
  const [before, after] = [text.slice(0, longest.index), text.slice(longest.index + longest[0].length)];
  return `[${before.replace(/:$/, '')}::${after.replace(/^:/, '')}]`;
}
