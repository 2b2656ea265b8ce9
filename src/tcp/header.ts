/**
 * A segment as it stands on the wire: the TCP header (RFC 9293, 3.1), its options, and the text, as bytes and back.
 *
 * Rule: options that are not known here are passed over; options that do not fit into 40 bytes are left out.
 */
import { checksum, long, word } from './octets';
import type { Flags, SackBlock, SegmentOptions } from './segment';
import { seq } from './seq';

export interface Header {
  readonly sourcePort: number;
  readonly destinationPort: number;
  readonly seq: number;
  readonly ack: number;
  readonly flags: Flags;
  /** The 16 bits, not scaled. */
  readonly window: number;
  readonly urg: number;
  readonly options: SegmentOptions;
}

/** An IPv4 address. */
export type Host = readonly [number, number, number, number];

const FIXED = 20;
/** The data offset has four bits: 15 words, five of them fixed. */
const MOST_OPTIONS = 40;
export const TCP = 6;

// ---------------------------------------------------------------- writing

/** Header and text, with the checksum over both and the pseudo header. `text` has one character a byte. */
export function segmentBytes(header: Header, text: string, source: Host, destination: Host): Uint8Array {
  const options = optionBytes(header.options);
  const head = [
    ...word(header.sourcePort),
    ...word(header.destinationPort),
    ...long(header.seq),
    ...long(header.ack),
    ((FIXED + options.length) / 4) << 4,
    header.flags,
    ...word(header.window),
    ...word(0),
    ...word(header.urg),
    ...options,
  ];
  const length = head.length + text.length;
  const pseudo = [...source, ...destination, 0, TCP, ...word(length)];
  const whole = new Uint8Array(pseudo.length + length);
  whole.set(pseudo);
  whole.set(head, pseudo.length);
  const first = pseudo.length + head.length;
  for (let at = 0; at < text.length; at += 1) whole[first + at] = text.charCodeAt(at);
  whole.set(word(checksum(whole)), pseudo.length + 16);
  return whole.subarray(pseudo.length);
}

const OPTION = { end: 0, none: 1, mss: 2, wscale: 3, sackok: 4, sack: 5, timestamps: 8 } as const;

function optionBytes({ mss, wscale, sackok, sack, tsval, tsecr }: SegmentOptions): readonly number[] {
  const bytes: number[] = [];
  const put = (kind: number, ...content: readonly number[]): void => {
    const length = 2 + content.length;
    if (bytes.length + length <= MOST_OPTIONS) bytes.push(kind, length, ...content);
  };
  if (mss !== undefined) put(OPTION.mss, ...word(mss));
  if (wscale !== undefined) put(OPTION.wscale, wscale);
  if (sackok) put(OPTION.sackok);
  if (sack !== undefined && sack.length > 0) {
    put(OPTION.sack, ...sack.flatMap((block) => [...long(block.from), ...long(block.to)]));
  }
  if (tsval !== undefined || tsecr !== undefined) put(OPTION.timestamps, ...long(tsval ?? 0), ...long(tsecr ?? 0));
  while (bytes.length % 4 !== 0) bytes.push(OPTION.end);
  return bytes;
}

// ---------------------------------------------------------------- reading

/** A header and where the text begins; undefined if the bytes are too few, or contradict themselves. */
export function readHeader(bytes: Uint8Array): { readonly header: Header; readonly length: number } | undefined {
  if (bytes.length < FIXED) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = (view.getUint8(12) >>> 4) * 4;
  if (length < FIXED || length > bytes.length) return undefined;
  const header: Header = {
    sourcePort: view.getUint16(0),
    destinationPort: view.getUint16(2),
    seq: view.getUint32(4),
    ack: view.getUint32(8),
    flags: view.getUint8(13),
    window: view.getUint16(14),
    urg: view.getUint16(18),
    options: readOptions(bytes.subarray(FIXED, length)),
  };
  return { header, length };
}

/** Every option up to the first that is broken. */
function readOptions(bytes: Uint8Array): SegmentOptions {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let options: SegmentOptions = {};
  for (let at = 0; at < bytes.length; ) {
    const kind = view.getUint8(at);
    if (kind === OPTION.end) break;
    if (kind === OPTION.none) {
      at += 1;
      continue;
    }
    const length = at + 1 < bytes.length ? view.getUint8(at + 1) : 0;
    if (length < 2 || at + length > bytes.length) break;
    options = { ...options, ...readOption(kind, new DataView(bytes.buffer, bytes.byteOffset + at + 2, length - 2)) };
    at += length;
  }
  return options;
}

function readOption(kind: number, content: DataView): SegmentOptions {
  const { byteLength } = content;
  if (kind === OPTION.mss && byteLength === 2) return { mss: content.getUint16(0) };
  if (kind === OPTION.wscale && byteLength === 1) return { wscale: content.getUint8(0) };
  if (kind === OPTION.sackok && byteLength === 0) return { sackok: true };
  if (kind === OPTION.timestamps && byteLength === 8)
    return { tsval: content.getUint32(0), tsecr: content.getUint32(4) };
  if (kind !== OPTION.sack || byteLength % 8 !== 0) return {};
  const sack: SackBlock[] = [];
  for (let at = 0; at < byteLength; at += 8) {
    sack.push({ from: seq(content.getUint32(at)), to: seq(content.getUint32(at + 4)) });
  }
  return { sack };
}
