/**
 * From `peer` lines to peers with complete options.
 *
 * Rule: the lines of a peer add up in the order in which they stand, the last word on an option counting.
 */
import type { OptionNode } from '../language/tree';
import { PEER_OPTIONS } from '../language/vocabulary/peer-options';
import { DEFAULT_OPTIONS, type TcpOptions } from '../tcp/options';
import { NO_OPTIONS, type SegmentOptions } from '../tcp/segment';
import type { Cast, Role } from './cast';
import { unresolved } from './expressions';
import type { Reading } from './option-reading';
import { isPeerOption, PEER_OPTION_READERS, type PeerChange } from './peer-options';
import type { Peer } from './program';

export const lowerPeers = (cast: Cast): readonly [Peer, Peer] => [lowerPeerLines(cast[0]), lowerPeerLines(cast[1])];

function lowerPeerLines({ name, scripted, lines }: Role): Peer {
  const { iss, options } = peerChanges(lines.flatMap((line) => line.statement.options));
  const addresses = lines.flatMap((line) => line.statement.address ?? []);
  return {
    name,
    address: addresses.at(-1)?.text,
    kind: scripted ? 'scripted' : 'tcp',
    iss: iss ?? [0],
    options: { ...DEFAULT_OPTIONS, ...options },
    announced: scripted ? announced(options) : NO_OPTIONS,
  };
}

/** The header options of a SYN that its author gave. */
const announced = ({ mss, wscale }: Partial<TcpOptions>): SegmentOptions => ({
  ...(mss === undefined ? {} : { mss }),
  ...(wscale === undefined ? {} : { wscale }),
});

/** What options change, all together: `iss` apart from the others, undefined if it stays. */
export function peerChanges(nodes: readonly OptionNode[]): {
  readonly iss: Peer['iss'] | undefined;
  readonly options: Partial<TcpOptions>;
} {
  const { iss, ...options }: PeerChange = Object.assign({}, ...nodes.map(readChange));
  return { iss, options };
}

function readChange(node: OptionNode): PeerChange {
  const reading = readPeerOption(node);
  return reading?.kind === 'change' ? reading.change : unresolved(`the option "${node.name.text}"`);
}

/** Reads one option of a peer; undefined if the parser has refused its name, or that it has no value. */
export function readPeerOption(node: OptionNode): Reading<PeerChange> | undefined {
  const name = node.name.text;
  return isPeerOption(name) ? PEER_OPTION_READERS[name](node, PEER_OPTIONS[name]) : undefined;
}
