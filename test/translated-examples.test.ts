/**
 * The examples in other languages, `examples/LANGUAGE/`: the same scenarios, with their titles, notes and comments
 * translated.
 *
 * Rule: their statements are those of the English examples, line by line, so the two can never tell different things.
 */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { parse } from '../src/language/document';
import { print } from '../src/language/printer';
import type { Line } from '../src/language/tree';
import { failuresOf } from '../src/trace/judgments';
import { filesIn, resolutionOf, runsOf, textOf } from './scenarios';

const languages = readdirSync('examples', { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'golden')
  .map(({ name }) => name);

/** What a line says that is the same in every language; a comment is only there or not. */
function meaningOf({ statement, comment }: Line): unknown {
  const isCommented = comment !== undefined;
  switch (statement.kind) {
    case 'scenario':
    case 'chapter':
      return { kind: statement.kind, isCommented };
    case 'note':
      return { kind: statement.kind, peer: statement.peer, isCommented };
    default:
      return { statement, isCommented };
  }
}

/** Every text of a line that is translated. */
function wordsOf({ text, statement, comment }: Line): string {
  const said = comment === undefined ? '' : text.slice(comment.start, comment.end);
  switch (statement.kind) {
    case 'scenario':
    case 'chapter':
    case 'note':
      return text + said;
    default:
      return said;
  }
}

for (const language of languages) {
  describe(`examples/${language}/`, () => {
    it('has every example', () => {
      const names = filesIn(`examples/${language}`).map((file) => path.basename(file));
      assert.deepEqual(
        names,
        filesIn('examples').map((file) => path.basename(file)),
      );
    });

    for (const file of filesIn(`examples/${language}`)) {
      const name = path.basename(file);

      it(`${name} says what its English example says`, () => {
        const lines = parse(textOf(file)).lines;
        const english = parse(textOf(`examples/${name}`)).lines;
        for (const [index, line] of lines.entries()) {
          const where = `${file}:${index + 1}`;
          const other = english[index];
          assert.ok(other, `${where} has no line of the English example beside it`);
          assert.deepEqual(meaningOf(line), meaningOf(other), where);
          const isProse = /[a-z]{3,} [a-z]{2,}/.test(wordsOf(other));
          assert.ok(!isProse || /\p{Script=Han}/u.test(wordsOf(line)), `${where} is not translated`);
        }
        assert.equal(lines.length, english.length);
      });

      it(`${name} is written well, and holds`, () => {
        assert.equal(textOf(file), print(parse(textOf(file))), `${file} is not formatted; tcpscn format does it`);
        assert.deepEqual(resolutionOf(file).diagnostics, []);
        const failed = runsOf(file).flatMap(({ events }) => events.flatMap(failuresOf));
        assert.deepEqual(failed, []);
      });
    }
  });
}
