/** What is said of a word that means nothing where it stands: the nearest that does, or the line that defines it. */
import { replace } from '../language/cursor';
import { nearest } from '../language/nearest';
import type { Range, Word } from '../language/tree';
import { type Sentence, say } from '../words/sentence';
import type { Code } from './codes';
import type { View } from './names';
import { type Problem, problem } from './report';
import { isPeerField } from './types';

/**
 * The problem of an unknown word: `near` makes the sentence if a known word is near, which is then the fix; otherwise
 * it is `far`.
 */
export function unknownWord(
  code: Code,
  word: Word,
  known: readonly string[],
  near: (suggestion: string) => Sentence,
  far: Sentence,
): Problem {
  const suggestion = nearest(word.text, known)[0];
  if (suggestion === undefined) return problem(code, word, far);
  return problem(code, word, near(suggestion), replace(word, suggestion));
}

/** The problem of a name that a line below defines, or this line itself. */
export function earlyName(name: Word, view: View): Problem | undefined {
  const later = view.names.get(name.text);
  if (later === undefined) return undefined;
  const message = say('"{0}" is known only below line {1}, which defines it', name.text, later.line.number);
  return problem('early-name', name, message);
}

/** What peers have, written without one. */
export function withoutPeer(range: Range, text: string, { cast: [one] }: View): Problem | undefined {
  if (!isPeerField(text)) return undefined;
  return problem('unknown-name', range, say('"{0}" is a variable of a peer; write "{1}.{0}"', text, one.name));
}
