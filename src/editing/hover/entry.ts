/** What is said of a word of the vocabulary that has nothing more to it: its meaning, and where the standard says so. */
import type { Entry } from '../../language/vocabulary';
import { say } from '../../words/sentence';
import { clause, heading, type Paragraph, text } from '../paragraph';

export const entryParagraphs = (entry: Entry): readonly Paragraph[] => [
  heading(entry.name),
  text(say(entry.meaning)),
  ...notYet(entry),
  ...clause(entry.clause),
];

export const NOT_YET = say('Not in this version yet.');

/** Of words that this version understands and cannot do. */
export const notYet = ({ available }: { readonly available?: false }): readonly Paragraph[] =>
  available === false ? [text(NOT_YET)] : [];

/** The entry with its ways of being written. */
export const formsParagraphs = (entry: Entry & { readonly forms: readonly string[] }): readonly Paragraph[] => [
  heading(entry.name),
  text(say(entry.meaning)),
  { kind: 'code', text: entry.forms.join('\n') },
  ...notYet(entry),
  ...clause(entry.clause),
];
