/**
 * Text of segments and buffers: a rope of pieces, so that moving a megabyte costs no more than moving a byte.
 *
 * A piece is either written by the author, or `length` bytes of the fixed pattern that `send 1000` sends. The pattern
 * runs over the whole stream (byte n of the stream is letter n), so adjoining pieces join, and text that was shifted,
 * repeated or left out never compares equal.
 */
export type Piece =
  | { readonly kind: 'pattern'; readonly at: number; readonly length: number }
  | { readonly kind: 'literal'; readonly bytes: string };

/** Immutable. `bytes` of a literal piece has one character for each byte, U+0000 to U+00FF. */
export type Bytes = readonly Piece[];

export const NO_BYTES: Bytes = [];

/** A prime number of letters, so that no power of two, MSS or window is a multiple of the period. */
const PATTERN = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'.slice(0, 59);

const lengthOf = (piece: Piece): number => (piece.kind === 'pattern' ? piece.length : piece.bytes.length);

export function byteLength(bytes: Bytes): number {
  let length = 0;
  for (const piece of bytes) length += lengthOf(piece);
  return length;
}

/** `length` bytes of the pattern, the first being number `at` of the stream. */
export const patternBytes = (at: number, length: number): Bytes =>
  length > 0 ? [{ kind: 'pattern', at, length }] : [];

/** The bytes of a text in UTF-8. */
export function textBytes(text: string): Bytes {
  let bytes = '';
  for (const byte of new TextEncoder().encode(text)) bytes += String.fromCharCode(byte);
  return bytes === '' ? NO_BYTES : [{ kind: 'literal', bytes }];
}

export function concatenate(a: Bytes, b: Bytes): Bytes {
  const last = a.at(-1);
  const first = b[0];
  if (last === undefined || first === undefined) return last === undefined ? b : a;
  if (last.kind === 'pattern' && first.kind === 'pattern' && last.at + last.length === first.at) {
    return [...a.slice(0, -1), { kind: 'pattern', at: last.at, length: last.length + first.length }, ...b.slice(1)];
  }
  return [...a, ...b];
}

/** Bytes `[from, to)`; what lies outside is left out. */
export function sliceBytes(bytes: Bytes, from: number, to = Number.POSITIVE_INFINITY): Bytes {
  const pieces: Piece[] = [];
  let start = 0;
  for (const piece of bytes) {
    const length = lengthOf(piece);
    const left = Math.max(from - start, 0);
    const right = Math.min(to - start, length);
    if (left < right) pieces.push(slicePiece(piece, left, right));
    start += length;
    if (start >= to) break;
  }
  return pieces;
}

function slicePiece(piece: Piece, left: number, right: number): Piece {
  if (piece.kind === 'literal') return { kind: 'literal', bytes: piece.bytes.slice(left, right) };
  return { kind: 'pattern', at: piece.at + left, length: right - left };
}

/** The bytes themselves, one character each. At most `limit` of them are made. */
export function byteString(bytes: Bytes, limit = Number.POSITIVE_INFINITY): string {
  const parts: string[] = [];
  for (const piece of sliceBytes(bytes, 0, limit)) {
    parts.push(piece.kind === 'literal' ? piece.bytes : patternString(piece.at, piece.length));
  }
  return parts.join('');
}

function patternString(at: number, length: number): string {
  const first = at % PATTERN.length;
  const whole = PATTERN.repeat(Math.ceil((first + length) / PATTERN.length));
  return whole.slice(first, first + length);
}

/** True if both hold the same bytes, however they are cut into pieces. */
export function sameBytes(a: Bytes, b: Bytes): boolean {
  if (byteLength(a) !== byteLength(b)) return false;
  const onlyA = a.length === 1 ? a[0] : undefined;
  const onlyB = b.length === 1 ? b[0] : undefined;
  if (onlyA?.kind === 'pattern' && onlyB?.kind === 'pattern') {
    return (onlyA.at - onlyB.at) % PATTERN.length === 0;
  }
  return byteString(a) === byteString(b);
}
