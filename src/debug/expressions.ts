/**
 * Expressions that are looked at while a scenario runs: watches, hovers, conditions, log points. They are written in the
 * scenario language and judged by its rules.
 *
 * Rule 1: every name of the scenario is known everywhere; before its line is reached it is `off`.
 * Rule 2: a variable by itself (`2 * cwnd`, `snd.nxt`) is that of the peer one looks at, unless the scenario has that name.
 */
import { parseExpression } from '../language/parser';
import type { Statement, Expression as Tree } from '../language/tree';
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
const viewOf = ({ source }: Program, names: Names, text: string, statement: Statement): View => ({
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
  const bare = written.trim();
  const text = bare.startsWith('#') ? `(${bare})` : bare; // at the begin of a line `#5` would be a comment
  const { expression: parsed, diagnostics } = parseExpression(text);
  const unreadable = diagnostics.find(({ severity }) => severity === 'error');
  if (unreadable !== undefined) return unreadable.message;
  const tree = peer === undefined ? parsed : withOwners(parsed, peer, names);
  const name = { start: 0, end: 0, text: '' };
  const view = viewOf(program, names, text, { kind: 'let', start: 0, end: text.length, name, value: tree });
  const found = firstError(RULES.flatMap((rule) => rule({ ...program.source, names, lines: [view.line] })));
  return found ?? { expression: lowerExpression(tree, view), type: typeOf(tree, view) };
}

/** Variables that stand by themselves are given their peer, anywhere in an expression; names of the scenario stay. */
function withOwners(tree: Tree, peer: string, names: Names): Tree {
  switch (tree.kind) {
    case 'unary':
      return { ...tree, operand: withOwners(tree.operand, peer, names) };
    case 'binary':
      return { ...tree, left: withOwners(tree.left, peer, names), right: withOwners(tree.right, peer, names) };
    case 'name':
      return names.has(tree.text) ? tree : (owned(tree, tree.text, peer) ?? tree);
    case 'field':
      // `snd.nxt` is read as something that `snd` has.
      return names.has(tree.owner.text) ? tree : (owned(tree, `${tree.owner.text}.${tree.name.text}`, peer) ?? tree);
    default:
      return tree;
  }
}

function owned({ start, end }: Tree, written: string, peer: string): Tree | undefined {
  const text = written.toLowerCase();
  if (!isPeerField(text)) return undefined;
  return { kind: 'field', start, end, owner: { start, end, text: peer }, name: { start, end, text } };
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
