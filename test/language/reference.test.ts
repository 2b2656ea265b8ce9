import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { parse } from '../../src/language/document';
import { print } from '../../src/language/printer';
import { diagnosticTable, TABLE_NAMES, withTables } from '../../src/language/reference';
import { CODES as FILE_CODES } from '../../src/program/codes';
import { render } from '../../src/words/sentence';

const PAGE = 'docs/language.md';

describe('language reference', () => {
  it('has its tables printed from the vocabulary', () => {
    const page = readFileSync(PAGE, 'utf8');
    const fresh = withTables(page, { 'file-diagnostics': diagnosticTable(FILE_CODES) });
    if (process.env['UPDATE']) writeFileSync(PAGE, fresh);
    assert.equal(readFileSync(PAGE, 'utf8'), fresh);
  });

  it('shows every table', () => {
    const page = readFileSync(PAGE, 'utf8');
    for (const name of TABLE_NAMES) assert.ok(page.includes(`<!-- printed: ${name} -->`), name);
  });

  it('has examples that are read without a diagnostic and are in canonical form', () => {
    const blocks = readFileSync(PAGE, 'utf8').matchAll(/^```tcpscn\n([\s\S]*?)^```$/gm);
    for (const [, example = ''] of blocks) {
      const document = parse(example);
      const said = document.lines.flatMap((line) =>
        line.diagnostics.map(({ message }) => [line.text, render(message)]),
      );
      assert.deepEqual(said, []);
      assert.equal(print(document), example);
    }
  });
});
