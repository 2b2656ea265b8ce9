/** The units that can follow a number, and what they make of it. */
import type { Entry } from '../vocabulary';

export type UnitName =
  | 'us'
  | 'ms'
  | 's'
  | 'min'
  | 'msl'
  | '%'
  | 'B'
  | 'KB'
  | 'MB'
  | 'GB'
  | 'KiB'
  | 'MiB'
  | 'GiB'
  | 'bps'
  | 'kbps'
  | 'Mbps'
  | 'Gbps';

export interface UnitEntry extends Entry<UnitName> {
  /** `time` counts microseconds, `size` bytes, `rate` bits a second; `msl` and `part` stand for themselves. */
  readonly measures: 'time' | 'size' | 'rate' | 'msl' | 'part';
  readonly factor: number;
  /** Spellings people try; they are suggested, not accepted. */
  readonly similar: readonly string[];
}

export const UNITS: { readonly [N in UnitName]: UnitEntry & { readonly name: N } } = {
  us: { name: 'us', measures: 'time', factor: 1, similar: ['usec', 'micros'], meaning: 'Microseconds.' },
  ms: { name: 'ms', measures: 'time', factor: 1_000, similar: ['msec', 'millis'], meaning: 'Milliseconds.' },
  s: { name: 's', measures: 'time', factor: 1_000_000, similar: ['sec', 'second', 'seconds'], meaning: 'Seconds.' },
  min: { name: 'min', measures: 'time', factor: 60_000_000, similar: ['m', 'minute', 'minutes'], meaning: 'Minutes.' },
  msl: {
    name: 'msl',
    measures: 'msl',
    factor: 1,
    similar: [],
    meaning: "So many times the larger of the two peers' maximum segment lifetimes.",
    clause: 'RFC 9293, 3.4.2',
  },
  '%': { name: '%', measures: 'part', factor: 0.01, similar: ['percent', 'pct'], meaning: 'So many of a hundred.' },
  B: { name: 'B', measures: 'size', factor: 1, similar: ['byte', 'bytes'], meaning: 'Bytes.' },
  KB: { name: 'KB', measures: 'size', factor: 1_000, similar: ['k'], meaning: '1000 bytes.' },
  MB: { name: 'MB', measures: 'size', factor: 1_000_000, similar: [], meaning: '1000 KB.' },
  GB: { name: 'GB', measures: 'size', factor: 1_000_000_000, similar: ['g'], meaning: '1000 MB.' },
  KiB: { name: 'KiB', measures: 'size', factor: 1_024, similar: ['ki'], meaning: '1024 bytes.' },
  MiB: { name: 'MiB', measures: 'size', factor: 1_048_576, similar: ['mi'], meaning: '1024 KiB.' },
  GiB: { name: 'GiB', measures: 'size', factor: 1_073_741_824, similar: ['gi'], meaning: '1024 MiB.' },
  bps: { name: 'bps', measures: 'rate', factor: 1, similar: ['bit', 'bits'], meaning: 'Bits a second.' },
  kbps: { name: 'kbps', measures: 'rate', factor: 1_000, similar: ['kbit', 'kbits'], meaning: '1000 bits a second.' },
  Mbps: {
    name: 'Mbps',
    measures: 'rate',
    factor: 1_000_000,
    similar: ['mbit', 'mbits'],
    meaning: '1000 kbps.',
  },
  Gbps: {
    name: 'Gbps',
    measures: 'rate',
    factor: 1_000_000_000,
    similar: ['gbit', 'gbits'],
    meaning: '1000 Mbps.',
  },
};

export const isUnit = (word: string): word is UnitName => Object.hasOwn(UNITS, word);
