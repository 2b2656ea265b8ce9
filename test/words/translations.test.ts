/** The translations of every sentence that people read, `l10n/bundle.l10n.LANGUAGE.json`. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { displayName } from '../../package.json';
import { saidInSources, sources } from './keys';

const { said, unknown } = saidInSources();
const sentences = [...new Set(said.map(({ english }) => english))].sort();

const placesIn = (text: string): readonly string[] => [...new Set(text.match(/\{\d+\}/g) ?? [])].sort();

type Bundle = Readonly<Record<string, string>>;

const read = (file: string): Bundle => JSON.parse(readFileSync(file, 'utf8'));

/** Every sentence with its translation, which is empty if there is none yet. */
const completed = (bundle: Bundle): Bundle =>
  Object.fromEntries(sentences.map((english) => [english, bundle[english] ?? '']));

describe('every sentence', () => {
  it('stands in say(...) as a text, or in a table that test/words/keys.ts knows', () => {
    assert.deepEqual(unknown, []);
  });

  it('of the extension is said: VS Code is given no English that stands outside of say(...)', () => {
    const prose = sources('extension').flatMap((file) => {
      const code = readFileSync(file, 'utf8')
        .replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
        .replaceAll(`'${displayName}'`, '')
        .replace(/(?<![\w.])(?:say|Error)\(\s*(?:'(?:[^'\\\n]|\\.)*'|"[^"\n]*")/g, '');
      const found = code.match(/'[A-Za-z][^'\n]* [^'\n]*'|\bl10n\.t\((?!english\))/g) ?? [];
      return found.map((text) => `${file}: ${text}`);
    });
    assert.deepEqual(prose, []);
  });

  it('is written as one reads it, without a place that has no number', () => {
    const wrong = sentences.filter((english) => english.trim() === '' || /\{\D|\{\}|\{\d+[^\d}]/.test(english));
    assert.deepEqual(wrong, []);
  });
});

for (const name of readdirSync('l10n')) {
  const file = `l10n/${name}`;

  describe(file, () => {
    if (process.env['UPDATE'] !== undefined) {
      writeFileSync(file, `${JSON.stringify(completed(read(file)), null, 2)}\n`);
    }
    const bundle = read(file);

    it('has every sentence', () => {
      const missing = said.filter(({ english }) => (bundle[english] ?? '').trim() === '');
      const lines = new Map(
        missing.map(({ english, where }) => [english, `  ${JSON.stringify(english)}: "",   <- ${where}`]),
      );
      assert.ok(
        missing.length === 0,
        `${lines.size} without a translation. Add them to ${file}, or let UPDATE=1 add the lines, and write the texts:\n${[...lines.values()].join('\n')}`,
      );
    });

    it('has no sentence that nobody says', () => {
      const orphans = Object.keys(bundle).filter((english) => !sentences.includes(english));
      assert.ok(
        orphans.length === 0,
        `Take these out of ${file}, or let UPDATE=1 do it:\n${orphans.map((english) => `  ${JSON.stringify(english)}`).join('\n')}`,
      );
    });

    it('is in the order of the English texts, so that changes of several people seldom meet', () => {
      assert.deepEqual(Object.keys(bundle), Object.keys(bundle).sort(), 'UPDATE=1 puts them in order');
    });

    it('keeps every place of the sentence, and begins and ends with as many spaces', () => {
      const different = Object.entries(bundle).filter(
        ([english, text]) =>
          placesIn(english).join() !== placesIn(text).join() ||
          /^ */.exec(english)?.[0] !== /^ */.exec(text)?.[0] ||
          / *$/.exec(english)?.[0] !== / *$/.exec(text)?.[0],
      );
      assert.deepEqual(different, []);
    });
  });
}
