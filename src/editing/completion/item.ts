/** One thing that an editor offers to write. */
import type { Sentence } from '../../words/sentence';
import type { Paragraph } from '../paragraph';

export type CompletionKind =
  | 'statement'
  | 'keyword'
  | 'peer'
  | 'verb'
  | 'state'
  | 'flag'
  | 'field'
  | 'outcome'
  | 'option'
  | 'choice'
  | 'variable'
  | 'constant'
  | 'segment'
  | 'operator'
  | 'unit'
  | 'snippet';

export interface Item {
  readonly kind: CompletionKind;
  readonly label: string;
  /** What is written: plain text, or, if `snippet`, the snippet syntax of editors (`${1:1460}`). */
  readonly insert: string;
  readonly snippet: boolean;
  /** A few words beside the label. */
  readonly detail: Sentence | undefined;
  readonly about: readonly Paragraph[];
  /** True if something has to follow at once: the editor offers again. */
  readonly goesOn: boolean;
  /** The column from which it replaces what is written; undefined: from the word at the cursor. */
  readonly from: number | undefined;
}

/** An item that writes its label, if nothing else is said. */
export const item = (kind: CompletionKind, label: string, more: Partial<Omit<Item, 'kind' | 'label'>> = {}): Item => ({
  kind,
  label,
  insert: label,
  snippet: false,
  detail: undefined,
  about: [],
  goesOn: false,
  from: undefined,
  ...more,
});

/** A stop of the snippet syntax, with what stands there until it is written over. */
export const placeholder = (written: string): string => `\${1:${written}}`;
