/**
 * Bytes that a client may look at: of segments with their headers, and of what the buffers hold. A reference names the
 * moment and the place, so it stays good for as long as the run does.
 */

import type { PeerIndex, Scenario } from '../program/program';
import { onWire } from '../simulation/wire';
import type { World } from '../simulation/world';
import { type Bytes, byteLength, byteString, sliceBytes } from '../tcp/bytes';
import { flightBytes } from './flight-bytes';

const BUFFERS = ['unacknowledged', 'readable', 'read'] as const;
export type BufferName = (typeof BUFFERS)[number];

export const segmentMemory = (after: number, order: number): string => `${after}/segment/${order}`;
export const bufferMemory = (after: number, peer: PeerIndex, buffer: BufferName): string =>
  `${after}/${buffer}/${peer}`;

/** The parts of a reference. */
export interface Memory {
  readonly after: number;
  readonly what: 'segment' | BufferName;
  readonly which: number;
}

export function memoryOf(reference: string): Memory | undefined {
  const [after, what, which, ...more] = reference.split('/');
  const known = (['segment', ...BUFFERS] as const).find((each) => each === what);
  const numbers = [after, which].every((part) => part !== undefined && /^\d{1,15}$/.test(part));
  if (known === undefined || !numbers || more.length > 0) return undefined;
  return { after: Number(after), what: known, which: Number(which) };
}

/** The content of a buffer. */
export function bufferBytes(world: World, peer: PeerIndex, buffer: BufferName): Bytes | undefined {
  const side = world.peers[peer];
  if (side.kind !== 'tcp') return undefined;
  const { tcb, history } = side.endpoint;
  if (buffer === 'read') return history.data;
  if (tcb === undefined) return undefined;
  return buffer === 'readable' ? tcb.readable : tcb.text;
}

export interface Piece {
  /** One character a byte. */
  readonly bytes: string;
  /** How many bytes there are in all. */
  readonly length: number;
}

/** `count` bytes from `offset` on; undefined if the reference leads nowhere in this world. */
export function readBytes(
  scenario: Scenario,
  world: World,
  { what, which }: Memory,
  offset: number,
  count: number,
): Piece | undefined {
  if (what === 'segment') {
    const flight = [...onWire(world), ...Object.values(world.held), ...Object.values(world.captures)].find(
      ({ order }) => order === which,
    );
    if (flight === undefined) return undefined;
    const bytes = flightBytes(scenario, world, flight);
    const asked = bytes.subarray(Math.max(0, offset), Math.max(0, offset) + count);
    return { bytes: Array.from(asked, (byte) => String.fromCharCode(byte)).join(''), length: bytes.length };
  }
  const bytes = which === 0 || which === 1 ? bufferBytes(world, which, what) : undefined;
  if (bytes === undefined) return undefined;
  const from = Math.max(0, offset);
  return { bytes: byteString(sliceBytes(bytes, from, from + count)), length: byteLength(bytes) };
}
