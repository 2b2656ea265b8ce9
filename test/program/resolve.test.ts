import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parse } from '../../src/language/document';
import { type Resolution, resolve } from '../../src/program/resolve';
import { is, page } from './page';

const KITCHEN_SINK = readFileSync('test/language/kitchen-sink.tcpscn', 'utf8');

const resolveText = (text: string): Resolution => resolve(parse(text), 'untitled');

/** A file in which lines and words were taken away, doubled and exchanged. */
const damaged = (text: string): fc.Arbitrary<string> => {
  const lines = text.split('\n');
  const words = [...new Set(text.match(/\w+|[^\s\w]+/g) ?? [])];
  const edit = fc.record({
    at: fc.nat(lines.length - 1),
    part: fc.nat(30),
    kind: fc.constantFrom('remove', 'double', 'exchange', 'insert', 'cut'),
    line: fc.constantFrom(...lines),
    word: fc.constantFrom(...words),
  });
  return fc.array(edit, { minLength: 1, maxLength: 8 }).map((edits) => {
    const result = [...lines];
    for (const { at, part, kind, line, word } of edits) {
      const here = result[at] ?? '';
      if (kind === 'remove') result.splice(at, 1);
      if (kind === 'double') result.splice(at, 0, line);
      const parts: readonly string[] = here.match(/\s+|\w+|[^\s\w]+/g) ?? [];
      if (kind === 'exchange') result[at] = [...parts.slice(0, part), word, ...parts.slice(part + 1)].join('');
      if (kind === 'insert') result[at] = [...parts.slice(0, part), ' ', word, ' ', ...parts.slice(part)].join('');
      if (kind === 'cut') result[at] = here.slice(0, part);
    }
    return result.join('\n');
  });
};

describe('resolving a document', () => {
  it('gives the diagnostics of lines and of the whole in the order of the text', () => {
    is(
      page('clinet conect', 'expect client ESTABLISHED and', 'client -> sever SYM seq==0', 'server listne 5'),
      `
      1 | clinet conect
          ^^^^^^ unknown peer "clinet"; did you mean "client"? [unknown-peer]
        > client conect
      1 | clinet conect
                 ^^^^^^ unknown verb "conect"; did you mean "connect"? [unknown-verb]
        > clinet connect
      2 | expect client ESTABLISHED and
                                       ^ expected a value after "and" [incomplete-line]
      3 | client -> sever SYM seq==0
                    ^^^^^ unknown peer "sever"; did you mean "server"? [unknown-peer]
        > client -> server SYM seq==0
      3 | client -> sever SYM seq==0
                          ^^^ unknown flag "SYM"; did you mean "SYN"? [unknown-flag]
        > client -> sever SYN seq==0
      3 | client -> sever SYM seq==0
                                 ^^ warning: "==" should be written "=" [double-equals]
        > client -> sever SYM seq=0
      4 | server listne 5
                 ^^^^^^ unknown verb "listne"; did you mean "listen"? [unknown-verb]
        > server listen 5
      `,
    );
  });

  it('adds nothing where the parser has found an error', () => {
    is(
      page('client -> server SYN sq=1', 'expect client ESTABLSHED', 'peer client mms=5', 'client send'),
      `
      1 | client -> server SYN sq=1
                               ^^ unknown field "sq"; did you mean "seq"? [unknown-field]
        > client -> server SYN seq=1
      2 | expect client ESTABLSHED
                        ^^^^^^^^^^ unknown state "ESTABLSHED"; did you mean "ESTABLISHED"? [unknown-state]
        > expect client ESTABLISHED
      3 | peer client mms=5
                      ^^^ unknown option "mms"; did you mean "mss"? [unknown-option]
        > peer client mss=5
      4 | client send
                 ^^^^ "send" needs an amount or a text: send 1000 or send "text" [missing-value]
      `,
    );
  });

  it('runs a file that has only warnings', () => {
    const { program, diagnostics } = resolveText('client connect\nclient->server SYN seq == 0');
    assert.ok(program);
    assert.ok(diagnostics.length > 0);
  });

  it('understands every construct of the language', () => {
    const { program, diagnostics } = resolveText(KITCHEN_SINK.replace(' scripted', ''));
    assert.deepEqual(diagnostics, []);
    assert.equal(program?.scenarios.length, 1);
  });

  it('gives a program exactly when there is no error, never throws, and stays inside the text', () => {
    fc.assert(
      fc.property(damaged(KITCHEN_SINK), (text) => {
        const { program, diagnostics } = resolveText(text);
        const failed = diagnostics.some(({ diagnostic }) => diagnostic.severity === 'error');
        assert.equal(program === undefined, failed);
        const lines = text.split('\n');
        for (const { line, diagnostic } of diagnostics) {
          assert.ok(diagnostic.start <= diagnostic.end);
          assert.ok(diagnostic.end <= (lines[line - 1] ?? '').length);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('gives the same for the same text', () => {
    fc.assert(
      fc.property(damaged(KITCHEN_SINK), (text) => {
        assert.deepEqual(resolveText(text), resolveText(text));
      }),
      { numRuns: 100 },
    );
  });

  it('gives plain data', () => {
    const { program } = resolveText(KITCHEN_SINK.replace(' scripted', ''));
    assert.deepEqual(structuredClone(program), program);
  });
});
