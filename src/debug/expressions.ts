/**
 * Expressions that are looked at while a scenario runs: watches, hovers, conditions, log points. They are written in the
 * scenario language and judged by its rules.
 *
 * Rule 1: every name of the scenario is known everywhere; before its line is reached it is `off`.
 * Rule 2: a variable by itself (`snd.nxt`) is that of the peer one looks at.
 */
import { parseExpression } from '../language/parser';
import type { Statement as Tree } from '../language/tree';
import type { Expression } from '../program/expression';
import { lowerExpression } from '../program/expressions';
import type { Names, View } from '../program/names';
import type { LocatedDiagnostic } from '../program/report';
import { knownNames } from '../program/rules/known-names';
import { knownVariables } from '../program/rules/known-variables';
import { mslWithoutTcp } from '../program/rules/msl-without-tcp';
import { operandTypes } from '../program/rules/operand-types';
import { scriptedState } from '../program/rules/scripted-state';
import { unknownPeer } from '../program/rules/unknown-peer';
import { isPeerField, type Type, typeOf } from '../program/types';
import { type Sentence, say } from '../words/sentence';
import type { Program } from './program';

const RULES = [unknownPeer, knownNames, knownVariables, operandTypes, scriptedState, mslWithoutTcp];

export interface Read {
  readonly expression: Expression;
  readonly type: Type;
}

/** What an expression sees that stands nowhere in the file; `names` are those of the file and those that were typed in. */
const viewOf = ({ source }: Program, names: Names, text: string, statement: Tree): View => ({
  cast: source.cast,
  names,
  line: { number: Number.POSITIVE_INFINITY, text, statement },
});

/** The expression that a text is, or what is wrong with it. `peer` is whose variables may stand by themselves. */
export function readExpression(
  program: Program,
  names: Names,
  written: string,
  peer: string | undefined,
): Read | Sentence {
  const text = wholeExpression(written.trim(), peer);
  const { expression: tree, diagnostics } = parseExpression(text);
  const unreadable = diagnostics.find(({ severity }) => severity === 'error');
  if (unreadable !== undefined) return unreadable.message;
  const name = { start: 0, end: 0, text: '' };
  const view = viewOf(program, names, text, { kind: 'let', start: 0, end: text.length, name, value: tree });
  const found = firstError(RULES.flatMap((rule) => rule({ ...program.source, names, lines: [view.line] })));
  return found ?? { expression: lowerExpression(tree, view), type: typeOf(tree, view) };
}

/** At the begin of a line `#5` would be a comment; a variable by itself gets its peer. */
function wholeExpression(bare: string, peer: string | undefined): string {
  if (bare.startsWith('#')) return `(${bare})`;
  const field = bare.toLowerCase();
  return peer !== undefined && isPeerField(field) ? `${peer}.${field}` : bare;
}

/** The same for what is true or false. */
export function readCondition(program: Program, names: Names, written: string): Expression | Sentence {
  const read = readExpression(program, names, written, undefined);
  if (!('expression' in read)) return read;
  if (read.type === 'truth') return read.expression;
  return say('a condition must stand here, as "client.cwnd > 3000"');
}

/** The sentence of the first error. */
export const firstError = (found: readonly LocatedDiagnostic[]): Sentence | undefined =>
  found.find(({ diagnostic }) => diagnostic.severity === 'error')?.diagnostic.message;

export const isSentence = (value: object): value is Sentence => 'arguments' in value && 'text' in value;
