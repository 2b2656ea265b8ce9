import assert from 'node:assert/strict';
import { SNIPPETS, snippetLines } from '../../src/editing/snippets';
import { parse } from '../../src/language/document';
import { print } from '../../src/language/printer';
import { resolve } from '../../src/program/resolve';
import { run } from '../../src/simulation/run';
import { failuresOf } from '../../src/trace/judgments';
import { render } from '../../src/words/sentence';

function text(snippet: (typeof SNIPPETS)[number], peers: readonly [string, string]): string {
  const { title, lines } = snippetLines(snippet, peers, new Set());
  return [`scenario "${title}"`, ...lines, ''].join('\n');
}

describe('snippets', () => {
  for (const snippet of SNIPPETS) {
    it(`${snippet.name} is a scenario that holds`, () => {
      const { program, diagnostics } = resolve(parse(text(snippet, ['client', 'server'])), 'untitled');
      assert.deepEqual(diagnostics, []);
      const [scenario] = program?.scenarios ?? [];
      assert.ok(scenario);
      const failures = run(scenario).events.flatMap(failuresOf);
      assert.deepEqual(
        failures.map(
          ({ line, message, expected, actual }) =>
            `${line}: ${render(message)}: ${render(expected)}: ${render(actual)}`,
        ),
        [],
      );
    });

    it(`${snippet.name} holds for peers of other names`, () => {
      const source = `peer left\npeer right\n${text(snippet, ['left', 'right'])}`;
      const { program } = resolve(parse(source), 'untitled');
      const [scenario] = program?.scenarios ?? [];
      assert.ok(scenario);
      assert.deepEqual(run(scenario).events.flatMap(failuresOf), []);
    });

    it(`${snippet.name} is written as the formatter writes it`, () => {
      const source = text(snippet, ['client', 'server']);
      assert.equal(print(parse(source)), source);
    });
  }

  it('have titles of their own in a file that has theirs', () => {
    const [first] = SNIPPETS;
    assert.ok(first);
    const taken = new Set([first.title.text, `${first.title.text} 2`]);
    assert.equal(snippetLines(first, ['a', 'b'], taken).title, `${first.title.text} 3`);
  });
});
