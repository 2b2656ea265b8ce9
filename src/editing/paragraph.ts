/**
 * What an editor says of something, in paragraphs: sentences that can be translated, and code that stays as it is.
 *
 * Rule: a sentence is plain text. What marks it up is the paragraph's kind, so nothing that an author wrote can.
 */
import type { Sentence } from '../words/sentence';

export type Paragraph =
  /** What is spoken of, as it is written in the language. */
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly sentence: Sentence }
  | { readonly kind: 'list'; readonly items: readonly Sentence[] }
  /** Words, each with what is said of it. */
  | { readonly kind: 'terms'; readonly terms: readonly Term[] }
  /** Lines of a scenario. */
  | { readonly kind: 'code'; readonly text: string }
  /** A clause of a standard: `RFC 9293, 3.10.1`. */
  | { readonly kind: 'clause'; readonly text: string };

export interface Term {
  readonly term: string;
  readonly sentence: Sentence;
}

export const heading = (text: string): Paragraph => ({ kind: 'heading', text });
export const text = (sentence: Sentence): Paragraph => ({ kind: 'text', sentence });
export const code = (lines: string): Paragraph => ({ kind: 'code', text: lines });
export const list = (items: readonly Sentence[]): readonly Paragraph[] =>
  items.length === 0 ? [] : [{ kind: 'list', items }];
export const clause = (name: string | undefined): readonly Paragraph[] =>
  name === undefined ? [] : [{ kind: 'clause', text: name }];
export const terms = (entries: readonly Term[]): readonly Paragraph[] =>
  entries.length === 0 ? [] : [{ kind: 'terms', terms: entries }];
