/** What the options of a `network` line mean to the path, and to the run's seed. */
import type { NetworkOptionName } from '../language/vocabulary';
import { BANDWIDTH, DURATION_RANGE, PERCENTAGE, wholeNumber } from './option-kinds';
import { type OptionReader, reader } from './option-reading';
import type { Path } from './program';

export type NetworkChange = { readonly path: Partial<Path>; readonly seed?: number };

/** What every IPv4 host and path carries (RFC 791, 3.2). */
const SMALLEST_MTU = 68;

export const NETWORK_OPTION_READERS: { readonly [N in NetworkOptionName]: OptionReader<NetworkChange> } = {
  delay: reader(DURATION_RANGE, (delay) => ({ path: { delay } })),
  bandwidth: reader(BANDWIDTH, (bandwidth) => ({ path: { bandwidth } })),
  mtu: reader(wholeNumber(SMALLEST_MTU, 65_535), (mtu) => ({ path: { mtu } })),
  loss: reader(PERCENTAGE, (loss) => ({ path: { loss } })),
  duplicate: reader(PERCENTAGE, (duplicate) => ({ path: { duplicate } })),
  reorder: reader(PERCENTAGE, (reorder) => ({ path: { reorder } })),
  corrupt: reader(PERCENTAGE, (corrupt) => ({ path: { corrupt } })),
  seed: reader(wholeNumber(0, 2 ** 32 - 1), (seed) => ({ path: {}, seed })),
};

/** True for the name of an option that the network has. */
export const isNetworkOption = (word: string): word is NetworkOptionName => Object.hasOwn(NETWORK_OPTION_READERS, word);
