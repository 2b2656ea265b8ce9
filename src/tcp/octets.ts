/** Numbers as bytes in network order, and the checksum that IP and TCP share (RFC 1071). */

export const word = (value: number): readonly number[] => [(value >>> 8) & 255, value & 255];
export const long = (value: number): readonly number[] => [...word(value >>> 16), ...word(value & 65_535)];

/** The one's complement of the one's complement sum of all 16-bit words; an odd last byte is followed by a zero. */
export function checksum(bytes: Uint8Array): number {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 2) {
    sum += ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
    sum = (sum & 65_535) + (sum >>> 16);
  }
  return ~sum & 65_535;
}
