/** The keys of the page are told to its users: in its own help, and by `docs/panel.md` in the same words. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

const HELP = readFileSync('src/panel/page/help.tsx', 'utf8');
const CODE = readFileSync('src/panel/page/keys.ts', 'utf8');
const PAGE = readFileSync('docs/panel.md', 'utf8');

/** What people call the keys whose names browsers have. */
const NAMES: Readonly<Record<string, string>> = { ArrowRight: '→', ArrowLeft: '←', "' '": 'Space' };

describe('the keys of the panel', () => {
  const told = [...HELP.matchAll(/^ {2}\[\[(.*)\], say\('(.*)'\)\],$/gm)].map(([, keys = '', meaning = '']) => ({
    keys: [...keys.matchAll(/'(.+?)'/g)].map(([, key]) => key),
    meaning,
  }));

  it('are all in the help', () => {
    const [, table = ''] = /const KEYS[^{]*\{\n([\s\S]*?)^\};/m.exec(CODE) ?? [];
    const pressed = [...table.matchAll(/^ {2}([^\s:]+|' '):/gm)].map(
      ([, key = '']) => NAMES[key] ?? key.replaceAll("'", ''),
    );
    assert.equal(pressed.length, 13);
    // Enter is the log's own.
    assert.deepEqual([...pressed, 'Enter'].sort(), told.flatMap(({ keys }) => keys).sort());
  });

  it('stand in the documentation as in the help', () => {
    const rows = told.map(({ keys, meaning }) => `| ${keys.map((key) => `\`${key}\``).join(' ')} | ${meaning} |`);
    assert.ok(PAGE.includes(`| key | does |\n|---|---|\n${rows.join('\n')}\n\n`), rows.join('\n'));
  });
});
