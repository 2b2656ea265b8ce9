/** What `docs/debugger.md` promises is what the adapter has. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { ERROR_CODES } from '../../src/debug/errors';
import { eventTest } from '../../src/debug/event-name';
import { hitCondition } from '../../src/debug/hit-condition';
import { scenario } from '../program/page';

const page = readFileSync('docs/debugger.md', 'utf8');

/** The words in backticks of a section's table cells. */
function section(title: string): string {
  const begin = page.indexOf(`## ${title}`);
  return page.slice(begin, page.indexOf('\n## ', begin + 1));
}

describe('the page about the debugger', () => {
  it('has every code of an error with its name', () => {
    const listed = [...section('For those who write clients').matchAll(/(\d{4}) \| `([a-z-]+)`/g)].map(
      ([, id, name]) => [name, Number(id)],
    );
    const known = [...Object.entries(ERROR_CODES), ['broken-invariant', 1000]];
    assert.deepEqual(listed.sort(), known.sort());
  });

  it('names function breakpoints that exist', () => {
    const rows = section('Breakpoints').match(/^\| `.*?` \|/gm) ?? [];
    const names = rows.flatMap((row) => [...row.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name));
    assert.ok(names.length >= 8);
    for (const name of names) assert.equal(typeof eventTest(name, scenario('run')), 'function', name);
  });

  it('shows hit counts that exist', () => {
    const [line = ''] = section('Breakpoints').match(/^- A \*hit count\*.*$/m) ?? [];
    const written = [...line.matchAll(/`([^`]+)`/g)].map(([, text = '']) => text);
    assert.deepEqual(
      written.map((text) => [1, 2, 3, 4, 6].filter((hits) => hitCondition(text)?.(hits))),
      [[3], [3, 4, 6], [4, 6], [1, 2], [1, 2, 3], [3, 6]],
    );
  });
});
