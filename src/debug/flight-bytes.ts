/** The bytes of a segment under way: its header, as it stands on the wire, and its text. */
import { otherPeer, type PeerIndex, type Scenario } from '../program/program';
import { socketOf } from '../program/socket';
import type { Flight, World } from '../simulation/world';
import { byteString } from '../tcp/bytes';
import { segmentBytes } from '../tcp/header';
import { has, type Segment } from '../tcp/segment';

export function flightBytes(scenario: Scenario, world: World, { from, segment }: Flight): Uint8Array {
  const [source, destination] = [socketOf(scenario, from), socketOf(scenario, otherPeer(from))];
  const { seq, ack, flags, urg, options } = segment;
  const window = Math.min(65_535, Math.floor(segment.win / 2 ** shiftOf(world, from, segment)));
  const ports = { sourcePort: source.port, destinationPort: destination.port };
  const header = { ...ports, seq, ack, flags, window, urg, options };
  return segmentBytes(header, byteString(segment.text), source.host, destination.host);
}

/** The window of a SYN is never scaled (RFC 7323, 2.2). A scripted peer scales as the other has understood. */
function shiftOf(world: World, from: PeerIndex, segment: Segment): number {
  const [peer, other] = [world.peers[from], world.peers[otherPeer(from)]];
  if (has(segment, 'SYN')) return 0;
  if (peer.kind === 'tcp') return peer.endpoint.tcb?.rcvShift ?? 0;
  return other.kind === 'tcp' ? (other.endpoint.tcb?.sndShift ?? 0) : 0;
}
