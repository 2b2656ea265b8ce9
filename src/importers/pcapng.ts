/**
 * The format of Wireshark: blocks, each with its length before and after it
 * (https://datatracker.ietf.org/doc/draft-ietf-opsawg-pcapng/). Blocks that hold no packets are passed over.
 */
import { say } from '../words/sentence';
import { type Capture, type CapturedPacket, isMagic, truncated } from './capture';
import { type OctetReader, octetReader } from './octet-reader';

const SECTION = 0x0a0d0d0a;
const BYTE_ORDER_MAGIC = 0x1a2b3c4d;
const BLOCK = { interface: 1, oldPacket: 2, simplePacket: 3, packet: 6 } as const;
const OPTION = { end: 0, comment: 1, resolution: 9 } as const;

export const isPcapng = (bytes: Uint8Array): boolean => isMagic(bytes, SECTION);

interface Interface {
  readonly link: number;
  /** Units of time in a second. */
  readonly resolution: number;
}

export function readPcapng(bytes: Uint8Array): Capture {
  const packets: CapturedPacket[] = [];
  let interfaces: Interface[] = [];
  let little = true;
  for (let at = 0; at < bytes.length; ) {
    if (octetReader(bytes, true).u32(at) === SECTION) {
      // A section has the byte order of the machine that wrote it; its own type reads the same both ways.
      little = octetReader(bytes, true).u32(at + 8) === BYTE_ORDER_MAGIC;
      interfaces = [];
    }
    const read = octetReader(bytes, little);
    const [type, length] = [read.u32(at), read.u32(at + 4)];
    if (type === undefined || length === undefined || at + length > bytes.length) {
      return { packets, broken: truncated(at) };
    }
    if (length < 12 || length % 4 !== 0 || read.u32(at + length - 4) !== length) {
      return { packets, broken: say('the capture breaks its own rules at byte {0}', at) };
    }
    const block = octetReader(read.slice(at + 8, length - 12), little);
    if (type === BLOCK.interface) interfaces.push(interfaceOf(block));
    const packet = packetOf(type, block, interfaces, packets.at(-1)?.time ?? 0);
    if (packet !== undefined) packets.push(packet);
    at += length;
  }
  return { packets, broken: undefined };
}

function interfaceOf(block: OctetReader): Interface {
  const resolution = optionsFrom(block, 8).find(({ code }) => code === OPTION.resolution)?.value[0] ?? 6;
  const unit = resolution < 128 ? 10 ** resolution : 2 ** (resolution - 128);
  return { link: block.u16(0) ?? 0, resolution: unit };
}

/** `before`: the time of the packet before, which is the best guess for one that has none of its own. */
function packetOf(
  type: number,
  block: OctetReader,
  interfaces: readonly Interface[],
  before: number,
): CapturedPacket | undefined {
  if (type === BLOCK.simplePacket) {
    const [first] = interfaces;
    const bytes = block.slice(4, Math.min(block.u32(0) ?? 0, block.length));
    return first && { time: before, link: first.link, bytes, comments: [] };
  }
  if (type !== BLOCK.packet && type !== BLOCK.oldPacket) return undefined;
  const from = interfaces[(type === BLOCK.packet ? block.u32(0) : block.u16(0)) ?? 0];
  const [high, low, length] = [block.u32(4), block.u32(8), block.u32(12)];
  if (from === undefined || high === undefined || low === undefined || length === undefined) return undefined;
  return {
    time: ((high * 2 ** 32 + low) * 1_000_000) / from.resolution,
    link: from.link,
    bytes: block.slice(20, length),
    comments: optionsFrom(block, 20 + Math.ceil(length / 4) * 4).flatMap(({ code, value }) =>
      code === OPTION.comment ? [new TextDecoder().decode(value)] : [],
    ),
  };
}

interface BlockOption {
  readonly code: number;
  readonly value: Uint8Array;
}

function optionsFrom(block: OctetReader, start: number): readonly BlockOption[] {
  const options: BlockOption[] = [];
  for (let at = start; ; ) {
    const [code, length] = [block.u16(at), block.u16(at + 2)];
    if (code === undefined || length === undefined || code === OPTION.end) return options;
    options.push({ code, value: block.slice(at + 4, length) });
    at += 4 + Math.ceil(length / 4) * 4;
  }
}
