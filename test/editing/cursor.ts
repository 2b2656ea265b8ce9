/** Documents with a cursor: `|` stands where it is. */
import assert from 'node:assert/strict';
import type { Runs } from '../../src/editing/runs';
import type { Edit, Position, Span } from '../../src/editing/span';
import { parse } from '../../src/language/document';
import type { Document } from '../../src/language/tree';
import { resolve } from '../../src/program/resolve';
import { run as play } from '../../src/simulation/run';
import type { Trace } from '../../src/trace/trace';

export function withCursor(...lines: readonly string[]): { readonly document: Document; readonly position: Position } {
  const line = lines.findIndex((text) => text.includes('|'));
  const column = lines[line]?.indexOf('|') ?? -1;
  assert.ok(column >= 0, 'a line has the cursor');
  const texts = lines.map((text, index) => (index === line ? text.slice(0, column) + text.slice(column + 1) : text));
  return { document: parse(texts.join('\n')), position: { line, column } };
}

/** The runs of a document that has no error. */
export function runsOf(document: Document): Runs {
  const { program, diagnostics } = resolve(document, 'untitled');
  assert.deepEqual(
    diagnostics.filter(({ diagnostic }) => diagnostic.severity === 'error').map(({ diagnostic }) => diagnostic.code),
    [],
  );
  return new Map<number, Trace>((program?.scenarios ?? []).map((scenario) => [scenario.line, play(scenario)]));
}

/** The text after the edits, which stand in any order and do not meet. */
export function edited(document: Document, edits: readonly Edit[]): string {
  const lines = document.lines.map(({ text }) => text);
  for (const { line, start, end, text } of [...edits].sort((a, b) => b.line - a.line || b.start - a.start)) {
    const old = lines[line] ?? '';
    lines[line] = old.slice(0, start) + text + old.slice(end);
  }
  return lines.join(document.newline);
}

/** `2:7 client`, lines and columns from 0. */
export const shown = (document: Document, { line, start, end }: Span): string =>
  `${line}:${start} ${document.lines[line]?.text.slice(start, end)}`;
