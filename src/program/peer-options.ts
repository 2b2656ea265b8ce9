/**
 * What the options of a peer mean to its TCP.
 *
 * Rule: what this version cannot do yet is refused by its word (`available: false` in the vocabulary), so what is read
 * here of such an option is always the default and changes nothing.
 */
import type { PeerOptionName } from '../language/vocabulary';
import type { TcpOptions } from '../tcp/options';
import {
  DURATION,
  DURATION_OR_OFF,
  INITIAL_SEQUENCE,
  ON_OFF,
  oneOf,
  PERIOD,
  wholeNumber,
  wholeNumberOrOff,
} from './option-kinds';
import { listReader, type OptionReader, reader } from './option-reading';
import type { Peer } from './program';

export type PeerChange = Partial<TcpOptions> & { readonly iss?: Peer['iss'] };

/** The largest window that a header can carry: 16 bits and a shift of 14 (RFC 7323, 2.3). */
const LARGEST_WINDOW = 65_535 * 2 ** 14;
const MOST_RETRIES = 255;

const unchanged = (): PeerChange => ({});

export const PEER_OPTION_READERS: { readonly [N in PeerOptionName]: OptionReader<PeerChange> } = {
  iss: listReader(INITIAL_SEQUENCE, (iss) => ({ iss })),
  mss: reader(wholeNumber(1, 65_535), (mss) => ({ mss })),
  window: reader(wholeNumber(0, LARGEST_WINDOW), (window) => ({ window })),
  wscale: reader(wholeNumberOrOff(0, 14), (wscale) => ({ wscale })), // RFC 7323, 2.3: at most 14
  sack: reader(ON_OFF, unchanged),
  timestamps: reader(ON_OFF, unchanged),
  nagle: reader(ON_OFF, (nagle) => ({ nagle })),
  'delayed-ack': reader(DURATION_OR_OFF, (delayedAck) => ({ delayedAck })),
  msl: reader(DURATION, (msl) => ({ msl })),
  'rto-initial': reader(PERIOD, (rtoInitial) => ({ rtoInitial })),
  'rto-min': reader(PERIOD, (rtoMin) => ({ rtoMin })),
  'rto-max': reader(PERIOD, (rtoMax) => ({ rtoMax })),
  'syn-retries': reader(wholeNumber(0, MOST_RETRIES), (synRetries) => ({ synRetries })),
  retries: reader(wholeNumber(0, MOST_RETRIES), (retries) => ({ retries })),
  'user-timeout': reader(DURATION_OR_OFF, (userTimeout) => ({ userTimeout })),
  keepalive: reader(DURATION_OR_OFF, unchanged),
  congestion: reader(oneOf('newreno', 'reno', 'none'), (congestion) => ({ congestion })),
  'initial-window': reader(wholeNumber(1, 65_535), (initialWindow) => ({ initialWindow })),
  read: reader(oneOf('auto', 'manual'), (read) => ({ read })),
  'challenge-ack': reader(ON_OFF, (challengeAck) => ({ challengeAck })),
  rfc1337: reader(ON_OFF, (rfc1337) => ({ rfc1337 })),
  'timewait-reuse': reader(ON_OFF, (timewaitReuse) => ({ timewaitReuse })),
  'syn-fin': reader(oneOf('process', 'drop'), (synFin) => ({ synFin })),
  ecn: reader(ON_OFF, unchanged),
  profile: reader(oneOf('rfc9293'), unchanged),
};

/** True for the name of an option that peers have. */
export const isPeerOption = (word: string): word is PeerOptionName => Object.hasOwn(PEER_OPTION_READERS, word);
