/** What can be set of the path between the peers, on `network` lines. */
import type { NetworkOptionName, OptionEntry } from '../vocabulary';

export const NETWORK_OPTIONS: { readonly [N in NetworkOptionName]: OptionEntry<N> } = {
  delay: {
    name: 'delay',
    value: 'duration or range',
    default: '10ms',
    choices: [],
    meaning: 'How long a segment travels; a range draws from the seed.',
  },
  bandwidth: {
    name: 'bandwidth',
    value: 'bandwidth',
    orOff: true,
    default: 'off',
    choices: [],
    meaning: 'How much fits through in a second, in bits: 10Mbps.',
  },
  mtu: {
    name: 'mtu',
    value: 'size',
    default: '1500',
    choices: [],
    meaning: 'The largest packet in bytes, headers included.',
    clause: 'RFC 9293, 3.7.1',
  },
  loss: {
    name: 'loss',
    value: 'percentage',
    default: '0%',
    choices: [],
    meaning: 'How many of the segments that no line names never arrive.',
  },
  duplicate: {
    name: 'duplicate',
    value: 'percentage',
    default: '0%',
    choices: [],
    meaning: 'How many of them arrive twice.',
  },
  reorder: {
    name: 'reorder',
    value: 'percentage',
    default: '0%',
    choices: [],
    meaning: 'How many of them are overtaken by the segment behind them.',
  },
  corrupt: {
    name: 'corrupt',
    value: 'percentage',
    default: '0%',
    choices: [],
    meaning: 'How many of them arrive with a wrong checksum and are discarded.',
  },
  seed: {
    name: 'seed',
    value: 'count',
    default: '1',
    choices: [],
    meaning: 'Where the random draws begin: the same seed gives the same run.',
  },
};

export const isNetworkOption = (word: string): word is NetworkOptionName => Object.hasOwn(NETWORK_OPTIONS, word);
