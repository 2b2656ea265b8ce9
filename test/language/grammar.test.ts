import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { type Pattern, textMateGrammar } from '../../src/language/grammar';
import { KITCHEN_LINES } from './trees';

const COPY = 'media/tcpscn.tmLanguage.json';
const GOLDEN = 'test/language/golden/kitchen-sink.scopes.txt';
const GRAMMAR = textMateGrammar();

/** The patterns that a rule stands for, its includes followed. */
const expanded = (patterns: readonly Pattern[]): readonly Pattern[] =>
  patterns.flatMap((pattern) =>
    pattern.include === undefined
      ? [pattern]
      : expanded(GRAMMAR.repository[pattern.include.slice(1)]?.patterns ?? assert.fail(pattern.include)),
  );

/** Gives each character of `line` from `start` to `end` its scope, as an editor does: the leftmost match, then the first rule. */
function paint(line: string, start: number, end: number, patterns: readonly Pattern[], scopes: string[]): void {
  const rules = expanded(patterns);
  for (let at = start; at < end; ) {
    const found = rules
      .map((rule) => ({ rule, match: firstMatch(rule, line.slice(0, end), at) }))
      .filter(({ match }) => match !== null)
      .sort((a, b) => (a.match?.index ?? 0) - (b.match?.index ?? 0))[0];
    if (!found?.match) return;
    const { rule, match } = found;
    const stop = match.index + match[0].length;
    if (rule.name !== undefined) scopes.fill(rule.name, match.index, stop);
    for (const [index, capture] of Object.entries(rule.captures ?? {})) {
      const [from, to] = match.indices?.[Number(index)] ?? [0, 0];
      if (capture.name !== undefined) scopes.fill(capture.name, from, to);
      if (capture.patterns) paint(line, from, to, capture.patterns, scopes);
    }
    at = Math.max(stop, at + 1);
  }
}

function firstMatch(rule: Pattern, line: string, at: number): RegExpExecArray | null {
  const expression = new RegExp(rule.match ?? assert.fail('a rule without a match'), 'dgu');
  expression.lastIndex = at;
  return expression.exec(line);
}

/** `client{entity.name.type.peer} ->{keyword...}`: runs of one scope, the common ending left out. */
function painted(line: string): string {
  const scopes: string[] = new Array(line.length).fill('');
  paint(line, 0, line.length, GRAMMAR.patterns, scopes);
  let text = '';
  for (let at = 0; at < line.length; ) {
    let end = at;
    while (end < line.length && scopes[end] === scopes[at]) end += 1;
    const name = (scopes[at] ?? '').replace(/\.tcpscn$/, '');
    text += name === '' ? line.slice(at, end) : `[${line.slice(at, end)}|${name}]`;
    at = end;
  }
  return text;
}

describe('TextMate grammar', () => {
  it('is the one that is shipped', () => {
    const text = `${JSON.stringify(GRAMMAR, null, 2)}\n`;
    if (process.env['UPDATE']) writeFileSync(COPY, text);
    assert.equal(readFileSync(COPY, 'utf8'), text);
  });

  it('colours the kitchen sink word by word', () => {
    const text = `${KITCHEN_LINES.map(painted).join('\n')}\n`;
    if (process.env['UPDATE']) writeFileSync(GOLDEN, text);
    assert.equal(text, readFileSync(GOLDEN, 'utf8'));
  });

  it('colours states and flags in any accepted spelling', () => {
    assert.equal(
      painted('expect client syn-sent'),
      '[expect|keyword.control] [client|entity.name.type.peer] [syn-sent|constant.language.state]',
    );
    assert.equal(
      painted('a -> b fin+ACK ack=1'),
      '[a|entity.name.type.peer] [->|keyword.operator.arrow] [b|entity.name.type.peer] [fin|constant.language.flag]' +
        '[+|keyword.operator.arithmetic][ACK|constant.language.flag] [ack|variable.parameter.field]' +
        '[=|keyword.operator.assignment][1|constant.numeric]',
    );
  });
});
