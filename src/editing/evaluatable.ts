/**
 * What a debug session can evaluate where it is named: a peer, a remembered segment, a variable of either or of the wire,
 * a value from `let`, the time.
 *
 * Rule: a word that means nothing to an expression has nothing to evaluate; in doubt, neither.
 */
import type { Document } from '../language/tree';
import type { View } from '../program/names';
import { type Mark, marksOf } from './marks';
import { meaningOf } from './names';
import { scenarioAt, viewAt } from './scopes';
import { at, type LineRange, type Position, type Span } from './span';

export interface Evaluatable extends Span {
  readonly expression: string;
}

/** What stands at a position: of `client.cwnd` the variable behind the dot, and before it the peer. */
export function evaluatableAt(document: Document, { line, column }: Position): Evaluatable | undefined {
  const tree = document.lines[line];
  const view = viewAt(document, line);
  if (tree === undefined || view === undefined) return undefined;
  const marks = marksOf(tree);
  const mark = at(marks, column);
  if (mark === undefined) return undefined;
  const { start, end } = mark;
  if (isThing(mark, view)) return { line, start, end, expression: mark.text };
  return valueNamedBy(mark, marks, view, line);
}

/** A mark that names a peer or a segment, whose every variable can be looked at. */
function isThing(mark: Mark, view: View): mark is Mark & { readonly text: string } {
  const meaning = meaningOf(mark, view);
  return meaning !== undefined && meaning.kind !== 'constant' && !(meaning.kind === 'peer' && meaning.defines);
}

/**
 * The values that these lines name, each once a line, in the order of the text.
 * `stop` is a line (0-based): only its scenario has values there, and lines below it are still to come.
 */
export function valuesNamed(document: Document, { first, last }: LineRange, stop: number): readonly Evaluatable[] {
  const found: Evaluatable[] = [];
  const scenario = scenarioAt(document, stop);
  for (let line = Math.max(0, first); line <= Math.min(last, stop); line += 1) {
    const tree = document.lines[line];
    const view = viewAt(document, line);
    if (tree === undefined || view === undefined || scenarioAt(document, line) !== scenario) continue;
    const marks = marksOf(tree);
    const named = new Set<string>();
    for (const mark of marks) {
      const value = valueNamedBy(mark, marks, view, line);
      if (value === undefined || named.has(value.expression)) continue;
      named.add(value.expression);
      found.push(value);
    }
  }
  return found;
}

/** The value that a mark names, if it names one by itself. */
function valueNamedBy(mark: Mark, marks: readonly Mark[], view: View, line: number): Evaluatable | undefined {
  const { start, end } = mark;
  switch (mark.kind) {
    case 'variable': {
      // `client visited FIN_WAIT_2` has no dot.
      const owner = marks.find((each) => each.kind === 'owner' && each.text === mark.owner && each.end === start - 1);
      return owner && { line, start: owner.start, end, expression: `${mark.owner}.${mark.text}` };
    }
    case 'name':
    case 'constant': {
      const isValue = mark.text === 'time' || meaningOf(mark, view)?.kind === 'constant';
      return isValue ? { line, start, end, expression: mark.text } : undefined;
    }
    default:
      return undefined;
  }
}
