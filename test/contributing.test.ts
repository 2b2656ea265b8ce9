/** `CONTRIBUTING.md` leads newcomers: every place and every script that it names is there. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { scripts } from '../package.json';

const page = readFileSync('CONTRIBUTING.md', 'utf8');
const named = [...page.matchAll(/`([^`\n]+)`/g)].map(([, text = '']) => text);

describe('the page for those who contribute', () => {
  it('names files and folders that exist', () => {
    const places = named.filter((text) => /^[a-z][\w./-]*(\/|\.(ts|md|json|mjs))$/.test(text));
    assert.ok(places.length > 25, `it names ${places.length} places`);
    const lost = places.filter(
      (place) => !['', 'src/'].some((folder) => existsSync(`${folder}${place.replace('LANGUAGE', 'zh-cn')}`)),
    );
    assert.deepEqual(lost, []);
  });

  it('names scripts that exist', () => {
    const used = [...page.matchAll(/npm (?:run )?(test|start|[a-z]+:[a-z]+|build|fix|bench)\b/g)].map(
      ([, name]) => name,
    );
    assert.ok(used.length > 5);
    assert.deepEqual(
      used.filter((name) => !Object.keys(scripts).includes(name ?? '')),
      [],
    );
  });
});
