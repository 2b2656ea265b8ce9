/** What is said of a word that is not in its table: the near ones with a fix, or the few that there are. */
import { type Sentence, say } from '../words/sentence';
import type { Code } from './codes';
import { type Cursor, replace } from './cursor';
import { nearest } from './nearest';
import type { Word } from './tree';

type Noun = 'statement' | 'verb' | 'flag' | 'field' | 'outcome' | 'option' | 'state' | 'unit';

const NOUNS: Readonly<Record<Noun, Sentence>> = {
  statement: say('statement'),
  verb: say('verb'),
  flag: say('flag'),
  field: say('field'),
  outcome: say('outcome'),
  option: say('option'),
  state: say('state'),
  unit: say('unit'),
};

/** A list that is longer is not written out in a message. */
const SHORT = 11;

/**
 * Reports that `word` is no `noun`. `known` are the right words; `meant` maps words people try to those they mean.
 */
export function unknown(
  cursor: Cursor,
  noun: Noun,
  word: Word,
  known: readonly string[],
  meant: ReadonlyMap<string, string> = new Map(),
): void {
  const code: Code = `unknown-${noun}`;
  const called = NOUNS[noun];
  const same = meant.get(word.text.toLowerCase());
  const near = same === undefined ? nearest(word.text, known) : [same];
  const [first, second] = near;
  if (first === undefined) {
    const list = known.length <= SHORT ? known.join(', ') : undefined;
    const message =
      list === undefined
        ? say('unknown {0} "{1}"', called, shortened(word.text))
        : say('unknown {0} "{1}"; expected one of {2}', called, shortened(word.text), list);
    cursor.error(code, word, message);
    return;
  }
  const message =
    second === undefined
      ? say('unknown {0} "{1}"; did you mean "{2}"?', called, word.text, first)
      : say('unknown {0} "{1}"; did you mean "{2}" or "{3}"?', called, word.text, first, second);
  cursor.error(code, word, message, replace(word, first));
}

const shortened = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}...` : text);

/** From the words people try to the entry that has them as `similar`. */
export const similarWords = (
  entries: readonly { readonly name: string; readonly similar: readonly string[] }[],
): ReadonlyMap<string, string> =>
  new Map(entries.flatMap((entry) => entry.similar.map((word): [string, string] => [word, entry.name])));
