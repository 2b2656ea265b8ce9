import assert from 'node:assert/strict';
import { CODES as LINE_CODES } from '../../src/language/codes';
import { parse } from '../../src/language/document';
import { CODES } from '../../src/program/codes';
import { resolve } from '../../src/program/resolve';

const diagnosticsOf = (text: string) => resolve(parse(text), 'untitled').diagnostics;

describe('the diagnostics of a file', () => {
  for (const [code, { example, severity }] of Object.entries(CODES)) {
    it(`${code} is given for its example, and nothing else is`, () => {
      assert.deepEqual(
        diagnosticsOf(example).map(({ diagnostic }) => `${diagnostic.severity} ${diagnostic.code}`),
        [`${severity} ${code}`],
      );
    });
  }

  it('can be mended by their fixes', () => {
    for (const [code, { example }] of Object.entries(CODES)) {
      for (const { line, diagnostic } of diagnosticsOf(example)) {
        const { fix } = diagnostic;
        if (fix === undefined) continue;
        const lines = example.split('\n');
        const text = lines[line - 1] ?? '';
        lines[line - 1] = text.slice(0, fix.start) + fix.text + text.slice(fix.end);
        assert.deepEqual(diagnosticsOf(lines.join('\n')), [], `${code}: ${lines.join('\n')}`);
      }
    }
  });

  it('have no code in common with those of a single line', () => {
    assert.deepEqual(
      Object.keys(CODES).filter((code) => Object.hasOwn(LINE_CODES, code)),
      [],
    );
  });
});
