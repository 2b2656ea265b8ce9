/** Numbers in bytes that come from outside: reading beyond the end gives undefined, never an error. */

export interface OctetReader {
  readonly length: number;
  readonly u8: (at: number) => number | undefined;
  readonly u16: (at: number) => number | undefined;
  readonly u32: (at: number) => number | undefined;
  /** At most `length` bytes from `at` on. */
  readonly slice: (at: number, length: number) => Uint8Array;
}

export function octetReader(bytes: Uint8Array, littleEndian: boolean): OctetReader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const within = (at: number, size: number): boolean => at >= 0 && at + size <= bytes.length;
  return {
    length: bytes.length,
    u8: (at) => bytes[at],
    u16: (at) => (within(at, 2) ? view.getUint16(at, littleEndian) : undefined),
    u32: (at) => (within(at, 4) ? view.getUint32(at, littleEndian) : undefined),
    slice: (at, length) => bytes.subarray(at, at + length),
  };
}
