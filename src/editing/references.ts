/** Find references, and the highlights of what the cursor is at. */
import type { Document } from '../language/tree';
import { type Occurrence, occurrencesOf, thingAt } from './names';
import type { Position, Span } from './span';

/** Every place that names the thing at a position, in the order of the file; none if nothing with a name is there. */
export function referencesAt(document: Document, position: Position, definitions: boolean): readonly Span[] {
  return highlightsAt(document, position).filter(({ defines }) => definitions || !defines);
}

/** The same places, each with whether it defines the thing. */
export function highlightsAt(document: Document, position: Position): readonly Occurrence[] {
  const found = thingAt(document, position);
  return found === undefined ? [] : occurrencesOf(document, found.thing);
}
