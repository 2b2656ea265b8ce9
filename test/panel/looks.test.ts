/** How the page looks and is used: contrast, assistive technology, keys, narrow and wide, in all four themes. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { closeBrowser } from '../browser';
import { example, type Opened, open, settled } from './host';
import { THEMES, variablesOf } from './themes';

after(closeBrowser);

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

/** What axe finds wrong, in short. */
async function wrongs({ page }: Opened): Promise<readonly string[]> {
  const found = await page.evaluate(async (source) => {
    const run = new Function('module', 'exports', `${source}; return window.axe.run(document);`);
    const { violations } = await run(undefined, undefined);
    return violations as Violation[];
  }, AXE);
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
  );
}

/** The contrast of two colours as WCAG 2 has it. */
function contrast(one: readonly number[], other: readonly number[]): number {
  const light = (channels: readonly number[]): number => {
    const [r = 0, g = 0, b = 0] = channels.map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [low = 0, high = 0] = [light(one), light(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** What the pictures' names of colours mean, as red, green and blue on the ground of the page. */
const namedColours = ({ page }: Opened): Promise<Readonly<Record<string, readonly number[]>>> =>
  page.evaluate(() => {
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    const probe = document.body.appendChild(document.createElement('span'));
    const names = [
      ...['text', 'strong', 'muted', 'faded', 'first', 'second', 'lost', 'timer', 'held'],
      ...['now', 'border', 'edge', 'background'],
    ];
    const entries = names.map((name) => {
      if (canvas === null) return [name, []];
      for (const colour of ['background', name]) {
        probe.style.color = `var(--tcp-${colour})`;
        canvas.fillStyle = getComputedStyle(probe).color;
        canvas.fillRect(0, 0, 1, 1);
      }
      return [name, [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3)];
    });
    probe.remove();
    return Object.fromEntries(entries);
  });

describe('the looks of the panel', () => {
  for (const theme of THEMES) {
    it(`have contrast enough to be read and seen, ${theme}`, async () => {
      const opened = await open({ theme, shows: example('last-ack-lost', 0, { at: 9 }) });
      const { background = [], ...colours } = await namedColours(opened);
      const graphics = ['border', 'edge', 'now'];
      const low = Object.entries(colours)
        .map(([name, colour]) => ({
          name,
          ratio: contrast(colour, background),
          least: graphics.includes(name) ? 3 : 4.5,
        }))
        .filter(({ ratio, least }) => ratio < least);
      assert.deepEqual(low, []);
      await opened.close();
    });
  }

  it('use no variable that the themes of the tests do not have', () => {
    const used = new Set(readFileSync('media/panel.css', 'utf8').match(/--vscode-[\w-]+/g));
    const known = new Set(THEMES.flatMap((theme) => Object.keys(variablesOf(theme))));
    assert.deepEqual(
      [...used].filter((name) => !known.has(name)),
      [],
    );
  });

  it('have no colour of their own', () => {
    const css = readFileSync('media/panel.css', 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
    assert.deepEqual(css.match(/#[0-9a-f]{3,8}\b|\b(?:rgb|hsl)a?\(/gi), null);
  });

  for (const theme of THEMES) {
    it(`have nothing that axe finds wrong, ${theme}`, async () => {
      const opened = await open({ theme, shows: example('zero-window', 0, { at: 12, source: 'debugger' }) });
      assert.deepEqual(await wrongs(opened), []);
      await opened.page.keyboard.press('ArrowLeft');
      await opened.page.getByRole('button', { name: 'Export' }).click();
      await opened.page.getByRole('button', { name: 'All variables' }).scrollIntoViewIfNeeded();
      assert.deepEqual(await wrongs(opened), []);
      await opened.close();
    });
  }

  it('have nothing that axe finds wrong where there is nothing to show, in a narrow place, and in the help', async () => {
    const opened = await open({ width: 300, shows: example('last-ack-lost', 0, { at: 14 }) });
    assert.deepEqual(await wrongs(opened), []);
    await opened.page.keyboard.press('?');
    assert.deepEqual(await wrongs(opened), []);
    await opened.page.keyboard.press('Escape');
    await opened.tell({
      kind: 'subject',
      subject: { kind: 'nothing', why: { text: 'none', arguments: [] }, offers: [{ title: 'Run', command: 'run' }] },
    });
    await settled(opened.page);
    assert.deepEqual(await wrongs(opened), []);
    await opened.close();
  });

  it('move nothing for those who want no motion', async () => {
    for (const reduced of [true, false]) {
      const opened = await open({ reducedMotion: reduced, shows: example('zero-window', 0, { at: 12 }) });
      const names = await opened.page.evaluate(() =>
        [...document.querySelectorAll('.envelope')].map((element) => getComputedStyle(element).animationName),
      );
      assert.ok(names.length > 0);
      assert.ok(names.every((name) => (name === 'none') === reduced));
      if (!reduced) {
        await opened.page.evaluate(() => document.body.classList.add('vscode-reduce-motion'));
        const now = await opened.page.evaluate(
          () => getComputedStyle(document.querySelector('.envelope') ?? document.body).animationName,
        );
        assert.equal(now, 'none');
      }
      await opened.close();
    }
  });
});
