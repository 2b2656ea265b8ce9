/** Go to definition: `peer` lines, `let`, `as`. */
import type { Document } from '../language/tree';
import { occurrencesOf, thingAt } from './names';
import type { Position, Span } from './span';

/** Where the thing at a position is defined; a peer that is not declared, where it is named first. */
export function definitionsAt(document: Document, position: Position): readonly Span[] {
  const found = thingAt(document, position);
  if (found === undefined) return [];
  const occurrences = occurrencesOf(document, found.thing);
  const definitions = occurrences.filter(({ defines }) => defines);
  return definitions.length > 0 ? definitions : occurrences.slice(0, 1);
}
