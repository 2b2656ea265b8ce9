/** The page for those who see little, use no pointer, or have their own colours: at any size, by keys alone, in forced colours. */
import assert from 'node:assert/strict';
import { closeBrowser } from '../browser';
import { example, type Opened, open, settled, setupMessage } from './host';

after(closeBrowser);

/** Runs in the page: what is cut off, what stands on what, and where one would have to scroll to the side. */
function wrongPlaces(): readonly string[] {
  const wrongs: string[] = [];
  const said = (element: Element): string =>
    `<${element.tagName.toLowerCase()} class="${element.getAttribute('class')}"> "${element.textContent?.slice(0, 30)}"`;
  const all = (selector: string): readonly Element[] =>
    [...document.querySelectorAll(selector)].filter((element) => element.getClientRects().length > 0);
  const page = document.documentElement;
  if (page.scrollWidth > window.innerWidth) wrongs.push(`the page is ${page.scrollWidth} wide`);
  const below = Math.max(...all('#panel > *, .stage > *').map((element) => element.getBoundingClientRect().bottom));
  if (page.scrollHeight > Math.max(window.innerHeight, Math.ceil(below + window.scrollY)))
    wrongs.push('nothing is below');
  for (const box of all('.card, .toolbar, .scrub, .diagram-view, .log-pane, .bar')) {
    if (box.scrollWidth > box.clientWidth) wrongs.push(`${said(box)} is wider than its place`);
  }
  for (const box of all('.ladder-view .scrolled, .log')) {
    if (box.clientHeight > Math.max(640, window.innerHeight)) wrongs.push(`${said(box)} does not scroll by itself`);
  }
  const apart = (one: DOMRect, other: DOMRect): boolean =>
    one.right <= other.left + 1 ||
    other.right <= one.left + 1 ||
    one.bottom <= other.top + 1 ||
    other.bottom <= one.top + 1;
  const pairs = (things: readonly { readonly of: Element; readonly box: DOMRect }[]): void => {
    things.forEach((one, index) => {
      for (const other of things.slice(index + 1)) {
        if (one.of !== other.of && !apart(one.box, other.box))
          wrongs.push(`${said(one.of)} stands on ${said(other.of)}`);
      }
    });
  };
  const boxes = (selector: string) => all(selector).map((of) => ({ of, box: of.getBoundingClientRect() }));
  pairs(boxes('#panel > *:not(.unseen, .tip, dialog)'));
  pairs(boxes('.pictures > *, .stage > .card, .stage > .log-pane'));
  pairs(boxes('.toolbar > *:not(.choices, .space), .choices > button'));
  pairs(boxes('.transport > button, .track, .step-box input, .step-box .time'));
  // Each line of text in the step card, and each number in a row of the log.
  for (const selector of ['.card', '.log-row.current']) {
    const lines: { of: Element; box: DOMRect }[] = [];
    for (const root of all(selector)) {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const of = node.parentElement;
        if (of === null || of.closest('.unseen, svg') !== null || node.textContent?.trim() === '') continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        const cell = of.closest('.cell')?.getBoundingClientRect();
        for (const { left, top, right, bottom } of range.getClientRects()) {
          const end = cell === undefined ? right : Math.min(right, cell.right);
          if (end > left)
            lines.push({ of, box: new DOMRect(left, top + 3, end - left, Math.max(1, bottom - top - 6)) });
        }
      }
    }
    pairs(lines);
  }
  for (const element of all('.toolbar button, .transport button, .step-box input, .card button, .card a')) {
    const { left, right } = element.getBoundingClientRect();
    if (left < 0 || right > window.innerWidth) wrongs.push(`${said(element)} is cut off`);
  }
  return wrongs;
}

const RUNS = [
  ['handshake-and-close', 11],
  ['simultaneous-close', 9],
  ['last-ack-lost', 17],
  ['zero-window', 12],
  ['reset-in-every-state', 8],
] as const;

describe('the panel at any size', () => {
  for (const [width, height, zoom] of [
    [300, 800, 1],
    [400, 600, 1],
    [640, 800, 1],
    [720, 450, 1],
    [800, 700, 1],
    [1000, 700, 1],
    [1200, 900, 1],
    [1900, 1100, 1],
    [1200, 900, 2],
    [1600, 1000, 2],
    [1920, 1200, 2],
  ] as const) {
    it(`has nothing cut off, nothing that stands on something else and nothing to scroll to the side: ${width} x ${height}, ${zoom * 100} %`, async () => {
      const opened = await open({ width, height, zoom });
      for (const strings of [{}, LONG]) {
        await opened.tell(setupMessage({ strings }));
        for (const [name, at] of RUNS) {
          for (const moment of [at, at - 1]) {
            await opened.tell(...example(name, 0, { at: moment, source: 'debugger' }));
            const found = await opened.page.evaluate(wrongPlaces);
            assert.deepEqual(found, [], `${name} at ${moment}${strings === LONG ? ', in long words' : ''}`);
          }
        }
        await opened.page.keyboard.press('ArrowLeft');
        await settled(opened.page);
        assert.deepEqual(await opened.page.evaluate(wrongPlaces), [], 'where the debugger is elsewhere');
      }
      await opened.close();
    });
  }
});

/** Words that are longer than English ones by a half. */
const LONG: Readonly<Record<string, string>> = {
  Diagram: 'Zustandsbild',
  Ladder: 'Leiterbild',
  Log: 'Protokoll',
  Relative: 'Verhältnismäßig',
  Export: 'Ausgeben als …',
  Event: 'Begebenheit',
  Action: 'Handlung',
  Sends: 'Versendet',
  Segment: 'Segment',
  'What can happen next': 'Was als Nächstes geschehen kann',
  'Sequence space, sending': 'Raum der Folgenummern beim Senden',
};

describe('the panel in forced colours', () => {
  it('has the colours of the system, and tells by forms what it told by colours', async () => {
    const opened = await open({ forcedColors: true, shows: example('last-ack-lost', 0, { at: 13 }) });
    const { page } = opened;
    const seen = await page.evaluate(() => {
      const colour = (selector: string, property: 'fill' | 'stroke' | 'color' | 'backgroundColor'): string => {
        const element = document.querySelector(selector);
        return element === null ? 'missing' : getComputedStyle(element)[property];
      };
      const probe = document.body.appendChild(document.createElement('i'));
      const system = (name: string): string => {
        probe.style.color = name;
        return getComputedStyle(probe).color;
      };
      return {
        canvas: system('Canvas'),
        text: system('CanvasText'),
        here: system('Highlight'),
        drawn: [
          colour('.diagram .node .name', 'fill'),
          colour('.ladder .first .line', 'stroke'),
          colour('.ladder .second .line', 'stroke'),
          colour('.ladder .cross', 'stroke'),
          colour('.log .token.first', 'backgroundColor'),
        ],
        ground: [colour('.diagram .node > rect', 'fill'), colour('.log .token.first', 'color')],
        now: [colour('.nowline .line', 'stroke'), colour('button[aria-pressed=true]', 'backgroundColor')],
      };
    });
    assert.deepEqual([...new Set(seen.drawn)], [seen.text]);
    assert.deepEqual([...new Set(seen.ground)], [seen.canvas]);
    assert.deepEqual([...new Set(seen.now)], [seen.here]);
    await opened.close();
  });
});

/** What has the focus: its role, its name, and whether one sees that it has it. */
const focused = ({ page }: Opened) =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return undefined;
    const frame = element.closest('.filter') ?? element;
    const { outlineStyle, outlineWidth } = getComputedStyle(frame);
    return {
      name: (element.getAttribute('aria-label') ?? element.textContent ?? '').trim(),
      isSeen: outlineStyle !== 'none' && outlineWidth !== '0px',
      path: element.id || `${element.tagName} ${element.getAttribute('class')} ${element.getAttribute('aria-label')}`,
    };
  });

describe('the panel without a pointer', () => {
  it('is gone through with Tab: every control once, named, seen, and out again', async () => {
    const opened = await open({ shows: example('last-ack-lost', 0, { at: 10, source: 'debugger' }) });
    const { page } = opened;
    const count = await page.evaluate(
      () =>
        [...document.querySelectorAll<HTMLElement>('button, input, a[href], [tabindex="0"]')].filter(
          (element) => element.tabIndex >= 0 && element.getClientRects().length > 0,
        ).length,
    );
    const names: string[] = [];
    for (let step = 0; step < count; step += 1) {
      await page.keyboard.press('Tab');
      const now = await focused(opened);
      assert.ok(now, `the focus is lost after ${names.at(-1)}`);
      assert.notEqual(now.name, '', now.path);
      assert.ok(now.isSeen, `one does not see that "${now.name}" has the focus`);
      names.push(now.name);
    }
    await page.keyboard.press('Tab');
    assert.equal(await focused(opened), undefined, 'the last leads out');
    for (const name of ['Play', 'Moment of the run', 'State diagram', 'Ladder', 'Events', 'Step', 'Export', 'Keys']) {
      assert.ok(
        names.some((each) => each.startsWith(name)),
        `${name} is not among ${names.join(', ')}`,
      );
    }
    await opened.close();
  });

  it('is used: the menu of exports is opened, gone through and left, and the focus comes back', async () => {
    const opened = await open({ shows: example('last-ack-lost', 0, { at: 10 }) });
    const { page } = opened;
    await page.getByRole('button', { name: 'Export' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'SVG picture' }).waitFor();
    assert.equal((await focused(opened))?.name, 'SVG picture');
    await page.keyboard.press('ArrowDown');
    assert.equal((await focused(opened))?.name, 'PNG picture');
    await page.keyboard.press('Escape');
    assert.equal((await focused(opened))?.name, 'Export');
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Mermaid' }).waitFor();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    assert.deepEqual((await opened.said()).at(-1), { kind: 'write', format: 'ladder', to: 'clipboard' });
    await opened.close();
  });

  it('tells each step once, and says in it who did what and where both are', async () => {
    const opened = await open({ shows: example('last-ack-lost', 0, { at: 8 }) });
    const { page } = opened;
    await page.evaluate(() => {
      const told: string[] = [];
      Object.assign(window, { told });
      const status = document.querySelector('[role=status].unseen');
      if (status === null) return;
      const look = new MutationObserver(() => told.push(status.textContent ?? ''));
      look.observe(status, { childList: true, characterData: true, subtree: true });
    });
    for (const key of ['ArrowRight', 'ArrowRight', 'End']) {
      await page.keyboard.press(key);
      await settled(page);
    }
    assert.deepEqual(await page.evaluate(() => (window as unknown as { told: string[] }).told), [
      'Event 9 of 28, 0.050 s. server: close. client FIN_WAIT_2, server LAST_ACK.',
      'Event 10 of 28, 0.060 s. client: rcv FIN,ACK. client TIME_WAIT, server LAST_ACK.',
      'Event 28 of 28, 241.070 s. judgment. client CLOSED, server CLOSED.',
    ]);
    await opened.close();
  });
});
