/** What the page keeps over a reload, and while it is hidden: where one looked, and how. */
import { type Guard, isCount, isText, isTruth, maybe, oneOf, record } from '../guards';

export interface Views {
  readonly diagram: boolean;
  readonly ladder: boolean;
  readonly log: boolean;
}

/** From the scenario's start, since the event before, or since the first SYN. */
export const CLOCKS = ['absolute', 'delta', 'since SYN'] as const;
export type Clock = (typeof CLOCKS)[number];

export interface Kept {
  readonly version: 1;
  /** The run that was shown. */
  readonly subject: { readonly uri: string; readonly scenario: string } | undefined;
  /** Undefined: where the host is. */
  readonly viewing: number | undefined;
  readonly filter: string;
  readonly views: Views;
  readonly coverage: boolean;
  readonly clock: Clock;
  /** How far the log is scrolled, in pixels. */
  readonly logTop: number;
}

export const NOTHING_KEPT: Kept = {
  version: 1,
  subject: undefined,
  viewing: undefined,
  filter: '',
  views: { diagram: true, ladder: true, log: true },
  coverage: false,
  clock: 'absolute',
  logTop: 0,
};

const isKept: Guard<Kept> = record<Kept>({
  version: oneOf(1),
  subject: maybe(record<NonNullable<Kept['subject']>>({ uri: isText, scenario: isText })),
  viewing: maybe(isCount),
  filter: isText,
  views: record<Views>({ diagram: isTruth, ladder: isTruth, log: isTruth }),
  coverage: isTruth,
  clock: oneOf(...CLOCKS),
  logTop: isCount,
});

/** What an earlier page kept; that of another version counts as nothing. */
export const readKept = (state: unknown): Kept => (isKept(state) ? state : NOTHING_KEPT);
