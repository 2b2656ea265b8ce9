/**
 * From `option=value` to the change it makes, or to what is wrong with it.
 *
 * Rule: rules report what is wrong and lowering takes what is changed, from one and the same reading.
 */
import { replace } from '../language/cursor';
import { nearest } from '../language/nearest';
import type { OptionNode, OptionValue } from '../language/tree';
import type { OptionEntry } from '../language/vocabulary';
import { say } from '../words/sentence';
import type { Kind } from './option-kinds';
import { append, type Problem, problem } from './report';
import { likelyUnit } from './units';

export type Reading<T> =
  | { readonly kind: 'change'; readonly change: T }
  | { readonly kind: 'problem'; readonly problem: Problem };

/** Undefined for an option without a value, which the parser has refused. */
export type OptionReader<T> = (option: OptionNode, entry: OptionEntry) => Reading<T> | undefined;

/** An option with one value. */
export const reader =
  <V, T>(kind: Kind<V>, change: (value: V) => T): OptionReader<T> =>
  (option, entry) => {
    const surplus = option.values[1];
    if (surplus === undefined) return readAll(option, entry, kind, ([first]) => change(first));
    return wrong(problem('wrong-option-value', surplus, say('{0} takes one value', entry.name)));
  };

/** An option with one value or several. */
export const listReader =
  <V, T>(kind: Kind<V>, change: (values: readonly V[]) => T): OptionReader<T> =>
  (option, entry) =>
    readAll(option, entry, kind, change);

function readAll<V, T>(
  option: OptionNode,
  entry: OptionEntry,
  kind: Kind<V>,
  change: (values: readonly [V, ...V[]]) => T,
): Reading<T> | undefined {
  const [first, ...others] = option.values;
  if (first === undefined) return undefined;
  const head = readOne(option, first, entry, kind);
  if (head.kind === 'problem') return head;
  const tail: V[] = [];
  for (const value of others) {
    const read = readOne(option, value, entry, kind);
    if (read.kind === 'problem') return read;
    tail.push(read.change);
  }
  return { kind: 'change', change: change([head.change, ...tail]) };
}

function readOne<V>(option: OptionNode, value: OptionValue, entry: OptionEntry, kind: Kind<V>): Reading<V> {
  if (isUnavailable(value, entry)) return wrong(unavailable(option, value, entry));
  const read = kind.read(value);
  return read === undefined ? wrong(impossible(value, entry, kind)) : { kind: 'change', change: read.value };
}

const wrong = (found: Problem) => ({ kind: 'problem', problem: found }) as const;

/** A word that this version does not know yet, or any value but the default of an option that it cannot do yet. */
function isUnavailable(value: OptionValue, entry: OptionEntry): boolean {
  const word = value.kind === 'word' ? value.text : undefined;
  if (entry.available === false) return word !== entry.default;
  return entry.choices.some((choice) => choice.name === word && choice.available === false);
}

function unavailable(option: OptionNode, value: OptionValue, entry: OptionEntry): Problem {
  const written = value.kind === 'word' && value.text !== 'on' ? `${entry.name}=${value.text}` : entry.name;
  const instead = `${entry.name}=${entry.default}`;
  return problem(
    'option-not-available',
    option,
    say('{0} is not available in this version yet; write {1}', written, instead),
    replace(option, instead),
  );
}

function impossible(value: OptionValue, entry: OptionEntry, kind: Kind<unknown>): Problem {
  const code = value.kind === kind.literal && value.kind !== 'word' ? 'option-out-of-range' : 'wrong-option-value';
  return problem(code, value, kind.possible(entry.name), mend(value, entry, kind));
}

function mend(value: OptionValue, entry: OptionEntry, kind: Kind<unknown>) {
  if (value.kind === 'word') {
    const near = nearest(value.text, possibleWords(entry))[0];
    return near === undefined ? undefined : replace(value, near);
  }
  if (value.kind !== 'number') return undefined;
  if (kind.literal === 'duration') return append(value, likelyUnit(value.value));
  return kind.literal === 'percentage' ? append(value, '%') : undefined;
}

const possibleWords = (entry: OptionEntry): readonly string[] => [
  ...entry.choices.filter((choice) => choice.available !== false).map((choice) => choice.name),
  ...(entry.orOff === true ? ['off'] : []),
];
