/** What a reader sees of a file: its diagnostics as text, or the program that it is. */
import assert from 'node:assert/strict';
import { parse } from '../../src/language/document';
import type { Program, Scenario, Statement } from '../../src/program/program';
import type { LocatedDiagnostic } from '../../src/program/report';
import { resolve } from '../../src/program/resolve';
import { render } from '../../src/words/sentence';

/**
 * Every diagnostic of a text: the line, a caret under its range, code and sentence, and the line that its fix makes.
 * Warnings say so.
 */
export function page(...lines: readonly string[]): string {
  const text = lines.join('\n');
  const { diagnostics } = resolve(parse(text), 'untitled');
  return diagnostics.map((located) => entry(located, text.split('\n')[located.line - 1] ?? '')).join('\n');
}

function entry({ line, diagnostic }: LocatedDiagnostic, text: string): string {
  const { code, severity, start, end, message, fix } = diagnostic;
  const margin = `${line} | `;
  const caret = ' '.repeat(margin.length + start) + '^'.repeat(Math.max(1, end - start));
  const said = `${caret} ${severity === 'warning' ? 'warning: ' : ''}${render(message)} [${code}]`;
  const mended =
    fix && `${' '.repeat(margin.length - 2)}> ${text.slice(0, fix.start)}${fix.text}${text.slice(fix.end)}`;
  return [margin + text, said, ...(mended === undefined ? [] : [mended])].join('\n');
}

/** The text of a page, with the indentation of the test taken away. */
export function is(actual: string, expected: string): void {
  const lines = expected.replace(/^\n|\n *$/g, '').split('\n');
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/));
  const indent = Math.min(...indents);
  assert.equal(actual, lines.map((line) => line.slice(indent)).join('\n'));
}

/** The program of a text that has no mistake and no slip in it. */
export function program(...lines: readonly string[]): Program {
  assert.equal(page(...lines), '');
  const { program } = resolve(parse(lines.join('\n')), 'untitled');
  assert.ok(program);
  return program;
}

/** The one scenario of such a text. */
export function scenario(...lines: readonly string[]): Scenario {
  const [only, ...others] = program(...lines).scenarios;
  assert.ok(only);
  assert.equal(others.length, 0);
  return only;
}

/** The statement on the last of the lines. */
export function statement(...lines: readonly string[]): Statement {
  const last = scenario(...lines).statements.at(-1);
  assert.ok(last);
  return last;
}
