/** What can be written at a place of a line, in the words of the language; `place.ts` finds it, `items.ts` spells it. */
import type { OptionOwner } from '../../language/parser-options';
import type { ConnectiveWord } from '../../language/vocabulary';
import type { UnitEntry } from '../../language/vocabulary/units';

export type Offer =
  /** The beginning of a line. */
  | { readonly kind: 'line' }
  /** What the application of a peer does, and the arrow. */
  | { readonly kind: 'verbs'; readonly peer: string }
  | { readonly kind: 'arrow' }
  /** A peer, but not the one that sends. */
  | { readonly kind: 'peers'; readonly not: string | undefined }
  /** `client -> server`, both ways. */
  | { readonly kind: 'directions' }
  /** `first`: none is written, so usual combinations are offered too. */
  | { readonly kind: 'flags'; readonly written: readonly string[]; readonly first: boolean; readonly made: boolean }
  | { readonly kind: 'fields'; readonly written: readonly string[]; readonly flags: readonly string[] }
  | { readonly kind: 'outcomes' }
  | { readonly kind: 'words'; readonly words: readonly ConnectiveWord[] }
  | { readonly kind: 'options'; readonly owner: OptionOwner; readonly written: readonly string[] }
  | { readonly kind: 'choices'; readonly owner: OptionOwner; readonly option: string }
  /** Peers as the beginning of `client ESTABLISHED` and `client.cwnd`; the names of values and segments; `time`. */
  | { readonly kind: 'operands'; readonly condition: boolean }
  /** Behind the dot. */
  | { readonly kind: 'variables'; readonly owner: string; readonly from: number }
  | { readonly kind: 'states' }
  | { readonly kind: 'errors' }
  /** Behind a word that begins an operand: of a peer a state is said. */
  | { readonly kind: 'after-name'; readonly name: string }
  /** What joins conditions, and, behind a value, what compares it. */
  | { readonly kind: 'operators'; readonly comparing: boolean }
  /** Segments that were remembered; `held`: only those that are held. */
  | { readonly kind: 'segments'; readonly held: boolean }
  /** A name that is free. */
  | { readonly kind: 'free-name' }
  /** Names of peers on a `peer` line. */
  | { readonly kind: 'roles' }
  /** Behind a number. */
  | { readonly kind: 'units'; readonly measures: readonly UnitEntry['measures'][] };

export const offerWords = (...words: readonly ConnectiveWord[]): Offer => ({ kind: 'words', words });
