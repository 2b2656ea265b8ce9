/**
 * The kinds of values that options have: what each reads, and the sentence that says what is possible.
 *
 * Rule: the sentence names every possibility, so it answers a value of another kind and one out of range alike.
 */
import type { OptionValue } from '../language/tree';
import { type Sentence, say } from '../words/sentence';

export interface Kind<T> {
  /** What is possible, for the option of this name. */
  readonly possible: (name: string) => Sentence;
  /** The value, in a record because it can be undefined (`off`); undefined if it is not possible. */
  readonly read: (value: OptionValue) => { readonly value: T } | undefined;
  /** The kind of literal that is meant: what has it and cannot be read is out of range. */
  readonly literal: OptionValue['kind'];
}

const isOff = (value: OptionValue): boolean => value.kind === 'word' && value.text === 'off';

function orOff<T>(kind: Kind<T>, possible: Kind<T>['possible']): Kind<T | undefined> {
  return { ...kind, possible, read: (value) => (isOff(value) ? { value: undefined } : kind.read(value)) };
}

export const wholeNumber = (least: number, most: number): Kind<number> => ({
  possible: (name) => say('{0} is a whole number from {1} to {2}', name, least, most),
  read: (value) =>
    value.kind === 'number' && Number.isInteger(value.value) && value.value >= least && value.value <= most
      ? { value: value.value }
      : undefined,
  literal: 'number',
});

export const wholeNumberOrOff = (least: number, most: number): Kind<number | undefined> =>
  orOff(wholeNumber(least, most), (name) => say('{0} is a whole number from {1} to {2}, or off', name, least, most));

/** Longer than any timer of TCP, and simulated time stays exact. */
const LONGEST = { microseconds: 12 * 60 * 60 * 1_000_000, written: '720min' };
const SHORTEST = { microseconds: 1_000, written: '1ms' };

/** In whole microseconds; of zero length too. */
export const DURATION: Kind<number> = {
  possible: (name) => say('{0} is a duration of at most {1}, such as 200ms', name, LONGEST.written),
  read: (value) =>
    value.kind === 'duration' && value.microseconds >= 0 && value.microseconds <= LONGEST.microseconds
      ? { value: Math.round(value.microseconds) }
      : undefined,
  literal: 'duration',
};

/** Of a timer that starts itself anew: with nothing to wait for it would never let time pass. */
export const PERIOD: Kind<number> = {
  ...DURATION,
  possible: (name) => say('{0} is a duration from {1} to {2}', name, SHORTEST.written, LONGEST.written),
  read: (value) => {
    const read = DURATION.read(value);
    return read !== undefined && read.value >= SHORTEST.microseconds ? read : undefined;
  },
};

export const DURATION_OR_OFF: Kind<number | undefined> = orOff(DURATION, (name) =>
  say('{0} is a duration of at most {1}, such as 200ms, or off', name, LONGEST.written),
);

export const DURATION_RANGE: Kind<{ readonly from: number; readonly to: number }> = {
  possible: (name) => say('{0} is a duration of at most {1}, or a range such as 10ms..50ms', name, LONGEST.written),
  read: (value) => {
    const [from, to] = value.kind === 'range' ? [value.from, value.to] : [value, value];
    const [least, most] = [DURATION.read(from)?.value, DURATION.read(to)?.value];
    return least === undefined || most === undefined || least > most ? undefined : { value: { from: least, to: most } };
  },
  literal: 'duration',
};

/** A fraction from 0 to 1. */
export const PERCENTAGE: Kind<number> = {
  possible: (name) => say('{0} is a percentage from 0% to 100%', name),
  read: (value) =>
    value.kind === 'percentage' && value.fraction >= 0 && value.fraction <= 1 ? { value: value.fraction } : undefined,
  literal: 'percentage',
};

/** Bits a second. */
export const BANDWIDTH: Kind<number | undefined> = {
  possible: (name) => say('{0} is a number of bits a second, such as 10Mbps, or off', name),
  read: (value) => {
    if (isOff(value)) return { value: undefined };
    return value.kind === 'number' && value.value >= 1 && value.value <= 1e15 ? { value: value.value } : undefined;
  },
  literal: 'number',
};

/** One of a few words. */
export const oneOf = <W extends string>(...words: readonly W[]): Kind<W> => ({
  possible: (name) => say('{0} is one of: {1}', name, words.join(', ')),
  read: (value) => {
    const word = value.kind === 'word' ? words.find((candidate) => candidate === value.text) : undefined;
    return word === undefined ? undefined : { value: word };
  },
  literal: 'word',
});

const SWITCH = oneOf('on', 'off');

export const ON_OFF: Kind<boolean> = {
  possible: (name) => say('{0} is on or off', name),
  read: (value) => {
    const read = SWITCH.read(value);
    return read && { value: read.value === 'on' };
  },
  literal: 'word',
};

/** An absolute sequence number, with or without its `#`. */
export const INITIAL_SEQUENCE: Kind<number | 'random'> = {
  possible: (name) => say('{0} is a whole number from 0 to {1}, or random, or a list of them', name, 2 ** 32 - 1),
  read: (value) => {
    if (value.kind === 'word' && value.text === 'random') return { value: 'random' };
    const number = value.kind === 'absolute' || value.kind === 'number' ? value.value : Number.NaN;
    return Number.isInteger(number) && number >= 0 && number < 2 ** 32 ? { value: number } : undefined;
  },
  literal: 'number',
};
