/** Which scenarios of many are checked. */
import type { Item } from './contents';

/** Plain data, so that it can be handed to another thread. What is not given chooses everything. */
export interface Selection {
  /** Finds a part of the name. */
  readonly name?: RegExp;
  /** At least one of them. */
  readonly tags?: readonly string[];
  /** Exactly one of these names. */
  readonly names?: readonly string[];
}

export const EVERYTHING: Selection = {};

export const selects = ({ name, tags, names }: Selection, item: Item): boolean =>
  (name === undefined || item.name.search(name) >= 0) &&
  (tags === undefined || item.tags.some((tag) => tags.includes(tag))) &&
  (names === undefined || names.includes(item.name));
