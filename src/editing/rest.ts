/** What is left of a line when a part of what it did is done by the segment lines above it. */
import { parseLine } from '../language/parser';
import { printStatement } from '../language/printer-statements';
import type { Expression, Line } from '../language/tree';
import type { Statement } from '../program/program';
import { evaluateNumber } from '../simulation/evaluate';
import { showDuration } from '../trace/duration';
import type { Passage } from './passage';
import type { LineEdit } from './patch';

/** A `wait` or `wait until` below the lines of what arrived in it; undefined if nothing is left to wait for. */
export function remainingWait(line: Line, statement: Statement, played: Passage): string | undefined {
  // What is waited for is still waited for: by timers that expire, or it holds already.
  if (statement.kind !== 'wait' || line.statement.kind !== 'wait') return line.text;
  const { latest, end, since } = played;
  const left = end.time - latest.time;
  if (left === 0 && since === 0) return undefined;
  const excess = evaluateNumber(latest, statement.duration) - left;
  if (excess === 0) return line.text;
  const { duration } = line.statement;
  if (duration.kind === 'duration') return withStatement(line, `wait ${showDuration(left)}`);
  const written = line.text.slice(duration.start, duration.end);
  const sign = excess > 0 ? '-' : '+';
  return withStatement(line, `wait (${written} ${sign} ${showDuration(Math.abs(excess))})`);
}

/** A rule that has to act so many times less, of `count` times; undefined if it stays as it is. */
export function ruleWithout(line: Line, number: number, count: number, times: number): LineEdit | undefined {
  const { statement } = line;
  if (statement.kind !== 'rule' || statement.count === 'all') return undefined;
  const left = count - times;
  if (left > 0) {
    const printed = printStatement({ ...statement, count: literal(left) }, line.text).cells;
    return { line: number, above: [], text: withStatement(line, printed.join('  ')) };
  }
  return { line: number, above: line.comment ? [line.comment.text] : [], text: undefined };
}

const literal = (value: number): Expression => ({ kind: 'number', value, start: 0, end: 0 });

/** The line with another statement in canonical form; its comment stays. */
function withStatement(line: Line, text: string): string {
  const { statement } = parseLine(text);
  const { cells } = printStatement(statement, text);
  return [...cells, ...(line.comment ? [line.comment.text] : [])].join('  ');
}
