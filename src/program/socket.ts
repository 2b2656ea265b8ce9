/** Where a peer is on the network: the address of its `peer` line, or one that is made for documents. */
import type { Host } from '../tcp/header';
import type { PeerIndex, Scenario } from './program';

export interface Socket {
  readonly host: Host;
  readonly port: number;
}

/**
 * Hosts that are not written, and names and IPv6 addresses, are those of RFC 5737: 192.0.2.1 and 192.0.2.2. Ports that
 * are not written are 49152 and 80.
 */
export function socketOf({ peers }: Pick<Scenario, 'peers'>, index: PeerIndex): Socket {
  const written = /^(.*):(\d+)$/.exec(peers[index].address ?? '');
  const port = written === null ? (index === 0 ? 49_152 : 80) : Number(written[2]) % 65_536;
  const parts = (written?.[1] ?? '').split('.').map((part) => (/^\d{1,3}$/.test(part) ? Number(part) : Number.NaN));
  const [a = 0, b = 0, c = 0, d = 0] = parts;
  const isHost = parts.length === 4 && parts.every((part) => part < 256);
  return { host: isHost ? [a, b, c, d] : [192, 0, 2, index + 1], port };
}
