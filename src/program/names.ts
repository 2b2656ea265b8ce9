/**
 * The names of a scenario: values from `let`, segments from `as`.
 *
 * Rule 1: a name is defined once, and known from the line after its definition.
 * Rule 2: both kinds share one set of names.
 */
import type { Word } from '../language/tree';
import type { Cast } from './cast';
import type { SourceLine } from './lines';
import type { Type } from './types';

export interface Definition {
  readonly kind: 'let' | 'segment';
  readonly word: Word;
  readonly line: SourceLine;
  /** The type of a `let`'s value; a segment is no value. */
  readonly type: Type;
}

/** The first definition of each name. */
export type Names = ReadonlyMap<string, Definition>;

/** What an expression sees: the peers, and the names that were defined above its line. */
export interface View {
  readonly cast: Cast;
  readonly names: Names;
  readonly line: SourceLine;
}

/** The word that a line gives a meaning to. */
export function definedWord({ statement }: SourceLine): Word | undefined {
  if (statement.kind === 'let') return statement.name;
  return statement.kind === 'segment' || statement.kind === 'inject' ? statement.capture : undefined;
}

/** What a name means where the view looks from; undefined if it is defined nowhere above. */
export function definitionOf(name: string, view: View): Definition | undefined {
  const definition = view.names.get(name);
  return definition !== undefined && definition.line.number < view.line.number ? definition : undefined;
}

/** The names of one kind that the view knows, in the order of their definitions. */
export const namesOfKind = (kind: Definition['kind'], view: View): readonly string[] =>
  [...view.names.keys()].filter((name) => definitionOf(name, view)?.kind === kind);
