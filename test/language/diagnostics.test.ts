import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import type { Diagnostic } from '../../src/language/diagnostics';
import { parse } from '../../src/language/document';
import type { Line } from '../../src/language/tree';
import { render } from '../../src/words/sentence';

const GOLDEN = 'test/language/golden/bad-lines.txt';

/** The line, what is marked in it, what is said, and what its fix makes of it. Control characters are shown as `?`. */
function shown(line: Line): string {
  return [visible(line.text), ...line.diagnostics.flatMap((diagnostic) => marked(line.text, diagnostic))].join('\n');
}

function marked(text: string, { start, end, code, severity, message, fix }: Diagnostic): readonly string[] {
  const marks = `${' '.repeat(start)}${'^'.repeat(Math.max(end - start, 1))}`;
  const said = `    ${severity} ${code}: ${render(message)}`;
  if (!fix) return [marks, said];
  const mended = text.slice(0, fix.start) + fix.text + text.slice(fix.end);
  return [marks, said, `    ${render(fix.title)}: ${mended}`];
}

const visible = (text: string): string => text.replaceAll(/\p{Cc}/gu, '?');

describe('diagnostics', () => {
  it('say where each bad line is wrong, in one sentence, and how to mend it', () => {
    const document = parse(readFileSync('test/language/bad-lines.tcpscn', 'utf8'));
    const lines = document.lines.filter((line) => line.statement.kind !== 'blank');
    const text = `${lines.map(shown).join('\n\n')}\n`;
    if (process.env['UPDATE']) writeFileSync(GOLDEN, text);
    assert.equal(text, readFileSync(GOLDEN, 'utf8'));
  });

  it('are found in every line of the page', () => {
    const document = parse(readFileSync('test/language/bad-lines.tcpscn', 'utf8'));
    for (const line of document.lines) {
      if (line.statement.kind !== 'blank') assert.notEqual(line.diagnostics.length, 0, line.text);
    }
  });
});
