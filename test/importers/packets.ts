/** Captures made by hand. */
import { type Host, segmentBytes } from '../../src/tcp/header';
import { FLAG, type SegmentOptions } from '../../src/tcp/segment';

export interface Shot {
  /** Microseconds. */
  readonly time: number;
  readonly from: 'c' | 's';
  /** `SYN+ACK`. */
  readonly flags: string;
  readonly seq: number;
  readonly ack?: number;
  readonly len?: number;
  readonly win?: number;
  readonly options?: SegmentOptions;
  /** The client's port: another connection. */
  readonly port?: number;
}

const CLIENT: Host = [10, 0, 0, 1];
const SERVER: Host = [10, 0, 0, 2];

/** The segment of a shot. */
export function tcp({ from, flags, seq, ack = 0, len = 0, win = 65_535, options = {}, port = 49_152 }: Shot): Buffer {
  const ports = from === 'c' ? [port, 80] : [80, port];
  const bits = flags.split('+').reduce((set, name) => set | FLAG[name as keyof typeof FLAG], 0); // a test writes flags
  const header = {
    sourcePort: ports[0] ?? 0,
    destinationPort: ports[1] ?? 0,
    seq,
    ack,
    flags: bits,
    window: win,
    urg: 0,
    options,
  };
  const [source, destination] = from === 'c' ? [CLIENT, SERVER] : [SERVER, CLIENT];
  return Buffer.from(segmentBytes(header, 'x'.repeat(len), source, destination));
}

export function ipv4(shot: Shot): Buffer {
  const content = tcp(shot);
  const head = Buffer.from([
    0x45,
    0,
    0,
    0,
    0,
    0,
    0x40,
    0,
    64,
    6,
    0,
    0,
    ...(shot.from === 'c' ? [...CLIENT, ...SERVER] : [...SERVER, ...CLIENT]),
  ]);
  head.writeUInt16BE(20 + content.length, 2);
  return Buffer.concat([head, content]);
}

export function ipv6(shot: Shot): Buffer {
  const content = tcp(shot);
  const [client, server] = ['20010db8000000000000000000000001', '20010db8000000010000000000000002'];
  const head = Buffer.from(`6000000000000640${shot.from === 'c' ? client + server : server + client}`, 'hex');
  head.writeUInt16BE(content.length, 4);
  return Buffer.concat([head, content]);
}

/** A file of tcpdump. `big`: the byte order; `nano`: times in nanoseconds. */
export function pcap(
  shots: readonly Shot[],
  {
    link = 101,
    big = false,
    nano = false,
    packet = ipv4,
  }: { link?: number; big?: boolean; nano?: boolean; packet?: (shot: Shot) => Buffer } = {},
): Buffer {
  const numbers = (...values: readonly number[]): Buffer => {
    const buffer = Buffer.alloc(values.length * 4);
    for (const [at, value] of values.entries())
      big ? buffer.writeUInt32BE(value, at * 4) : buffer.writeUInt32LE(value, at * 4);
    return buffer;
  };
  const parts = [numbers(nano ? 0xa1b23c4d : 0xa1b2c3d4, big ? 0x00020004 : 0x00040002, 0, 0, 65_535, link)];
  for (const shot of shots) {
    const bytes = packet(shot);
    const fraction = (shot.time % 1_000_000) * (nano ? 1000 : 1);
    parts.push(numbers(Math.floor(shot.time / 1_000_000), fraction, bytes.length, bytes.length), bytes);
  }
  return Buffer.concat(parts);
}

/** Three segments, as they are seen in the middle of a way of 10 ms. */
export const OPENED: readonly Shot[] = [
  { time: 0, from: 'c', flags: 'SYN', seq: 999, options: { mss: 1000 } },
  { time: 10_000, from: 's', flags: 'SYN+ACK', seq: 4999, ack: 1000, options: { mss: 1000 } },
  { time: 20_000, from: 'c', flags: 'ACK', seq: 1000, ack: 5000 },
];
