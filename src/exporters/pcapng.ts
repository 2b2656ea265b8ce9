/**
 * A trace as a capture file that Wireshark, tshark and tcpdump open: PCAP Next Generation
 * (https://datatracker.ietf.org/doc/draft-ietf-opsawg-pcapng/), little-endian.
 *
 * Rule 1: two interfaces, named after the peers; a packet is captured at its sender's.
 * Rule 2: times are the simulated microseconds, counted from 1970-01-01.
 * Rule 3: what the packet itself cannot say (that it is lost) is its comment.
 */
import type { Trace } from '../trace/trace';
import { LONGEST, packets } from './packets';

const BLOCK = { section: 0x0a0d0d0a, interface: 1, packet: 6 } as const;
const BYTE_ORDER_MAGIC = 0x1a2b3c4d;
/** LINKTYPE_IPV4: packets begin with their IP header. (libpcap takes LINKTYPE_RAW for another type at the second interface.) */
const IPV4 = 228;
/** Options, numbered for each kind of block; 1 is a comment in all of them. */
const OPTION = { end: 0, comment: 1, application: 4, name: 2, resolution: 9, flags: 2 } as const;
const OUTBOUND = 2;
/** Ten to the minus six. */
const MICROSECONDS = 6;

/** The capture, block by block. */
export function* pcapng(trace: Trace): Generator<Uint8Array> {
  const { name, peers } = trace.scenario;
  const version = join(u32(BYTE_ORDER_MAGIC), u16(1), u16(0), UNKNOWN_LENGTH);
  yield block(BLOCK.section, version, [comment(name), [OPTION.application, utf8('tcpscn')]]);
  for (const peer of peers) {
    yield block(BLOCK.interface, join(u16(IPV4), u16(0), u32(LONGEST)), [
      [OPTION.name, utf8(peer.name)],
      [OPTION.resolution, Uint8Array.of(MICROSECONDS)],
    ]);
  }
  for (const { time, from, bytes, length, remarks } of packets(trace)) {
    const captured = bytes.subarray(0, LONGEST);
    const [high, low] = [Math.floor(time / 2 ** 32), time % 2 ** 32];
    const head = join(u32(from), u32(high), u32(low), u32(captured.length), u32(length), padded(captured));
    yield block(BLOCK.packet, head, [[OPTION.flags, u32(OUTBOUND)], ...remarks.map(comment)]);
  }
}

type BlockOption = readonly [code: number, value: Uint8Array];

const comment = (text: string): BlockOption => [OPTION.comment, utf8(text)];

function block(type: number, body: Uint8Array, options: readonly BlockOption[]): Uint8Array {
  const written = options.map(([code, value]) => join(u16(code), u16(value.length), padded(value)));
  const content = join(body, ...written, u16(OPTION.end), u16(0));
  const length = u32(content.length + 12);
  return join(u32(type), length, content, length);
}

// ---------------------------------------------------------------- bytes

function u16(value: number): Uint8Array {
  return Uint8Array.of(value & 255, (value >>> 8) & 255);
}

function u32(value: number): Uint8Array {
  return Uint8Array.of(value & 255, (value >>> 8) & 255, (value >>> 16) & 255, (value >>> 24) & 255);
}

const UNKNOWN_LENGTH = new Uint8Array(8).fill(255);

/** At most what the 16 bits of an option's length can say. */
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text.slice(0, 16_000));

function padded(bytes: Uint8Array): Uint8Array {
  const whole = new Uint8Array(Math.ceil(bytes.length / 4) * 4);
  whole.set(bytes);
  return whole;
}

function join(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
