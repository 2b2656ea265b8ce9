/** What is said of a word of the vocabulary that has nothing more to it: its meaning, and where the standard says so. */
import type { Entry } from '../../language/vocabulary';
import { clause, heading, type Paragraph, text } from '../paragraph';

export const entryParagraphs = (entry: Entry): readonly Paragraph[] => [
  heading(entry.name),
  text(entry.meaning),
  ...notYet(entry),
  ...clause(entry.clause),
];

/** Of words that this version understands and cannot do. */
export const notYet = ({ available }: { readonly available?: false }): readonly Paragraph[] =>
  available === false ? [text('Not in this version yet.')] : [];

/** The entry with its ways of being written. */
export const formsParagraphs = (entry: Entry & { readonly forms: readonly string[] }): readonly Paragraph[] => [
  heading(entry.name),
  text(entry.meaning),
  { kind: 'code', text: entry.forms.join('\n') },
  ...notYet(entry),
  ...clause(entry.clause),
];
