/**
 * The two peers of a scenario: who they are, before anything is known of their options.
 *
 * Rule 1: they stand in the order of their first `peer` lines; undeclared, they are `client` and `server`.
 * Rule 2: if one is declared, the other is `client` or `server`, whichever is free; if both are, the one that the
 *         scenario speaks of first.
 * Rule 3: more peers than two are a mistake that a rule reports; the cast is the first two.
 */
import type { PeerLine } from '../language/tree';
import { isLine, type SourceLine } from './lines';
import { peerWords } from './parts';
import type { PeerIndex } from './program';

export interface Role {
  readonly name: string;
  readonly scripted: boolean;
  /** Its `peer` lines; none for a peer that is not declared. */
  readonly lines: readonly SourceLine<PeerLine>[];
}

export type Cast = readonly [Role, Role];

const UNDECLARED = ['client', 'server'] as const;

export function castOf(lines: readonly SourceLine[]): Cast {
  const declarations: SourceLine<PeerLine>[] = [];
  for (const line of lines) if (isLine(line, 'peer')) declarations.push(line);
  const declared = [...new Set(declarations.map((line) => line.statement.name.text))];
  const free = UNDECLARED.filter((name) => !declared.includes(name));
  const first = declared[0] ?? 'client';
  const second = declared[1] ?? (declared.length === 0 ? 'server' : other(free, lines));
  return [role(first, declarations), role(second, declarations)];
}

function other(free: readonly string[], lines: readonly SourceLine[]): string {
  const mentioned = lines.flatMap((line) => peerWords(line.statement)).find((word) => free.includes(word.text));
  return mentioned?.text ?? free[0] ?? 'server';
}

function role(name: string, declarations: readonly SourceLine<PeerLine>[]): Role {
  const lines = declarations.filter((line) => line.statement.name.text === name);
  return { name, scripted: lines.some((line) => line.statement.scripted !== undefined), lines };
}

/** Which of the two has this name. */
export function peerIndex(cast: Cast, name: string): PeerIndex | undefined {
  if (cast[0].name === name) return 0;
  return cast[1].name === name ? 1 : undefined;
}

export const isScripted = (cast: Cast, name: string): boolean =>
  cast.some((role) => role.name === name && role.scripted);
