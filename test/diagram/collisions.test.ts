/**
 * Nothing stands on anything: every moment of every example, in both forms and in two languages, as Chromium lays it
 * out.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { Form } from '../../src/diagram/grid';
import { type Ladder, ladderLayout } from '../../src/diagram/ladder';
import { HEAD_HEIGHT, ladderHead, ladderShapes, nowAt } from '../../src/diagram/ladder-shapes';
import { type Scene, sceneOf } from '../../src/diagram/scene';
import { type Shape, shape, svgText } from '../../src/diagram/shape';
import { stateDiagram } from '../../src/diagram/state-diagram';
import { STANDALONE_STYLE } from '../../src/diagram/style';
import { rows } from '../../src/tcp/fsm';
import { type Numbers, numbersOf } from '../../src/trace/segment-text';
import { english, type Translate } from '../../src/words/sentence';
import { browser, closeBrowser } from '../browser';
import { filesIn, runsOf } from '../scenarios';
import { measure, measuring } from './measure';

const bundle: Readonly<Record<string, string>> = JSON.parse(readFileSync('l10n/bundle.l10n.zh-cn.json', 'utf8'));
const LANGUAGES: Readonly<Record<string, Translate>> = {
  English: english,
  Chinese: (text) => bundle[text] ?? assert.fail(`"${text}" has no Chinese`),
};

interface Scened {
  readonly name: string;
  readonly scene: Scene;
  readonly numbers: Numbers;
}
const scenes: readonly Scened[] = filesIn('examples').flatMap((file) =>
  runsOf(file).map((trace) => ({
    name: `${file}, "${trace.scenario.name}"`,
    scene: sceneOf(trace, rows),
    numbers: numbersOf(trace.scenario),
  })),
);

/** The picture as it would be in the page, one pixel a pixel. */
function sized(width: number, height: number, ...children: readonly Shape[]): string {
  const frame = { class: 'tcp', xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `0 0 ${width} ${height}` };
  return svgText(shape('svg', frame, ...children));
}

const [WIDTH, HEIGHT] = [2, 3];
function diagram({ scene }: Scened, n: number, form: Form, translate: Translate): string {
  const drawn = stateDiagram(scene, n, form, translate);
  const box = String(drawn.attributes['viewBox']).split(' ').map(Number);
  const children = drawn.children.filter((child) => typeof child !== 'string');
  return sized(box[WIDTH] ?? 0, box[HEIGHT] ?? 0, ...children);
}

/** Layouts cost more than pictures, and do not depend on the moment. */
const layouts = new Map<string, Ladder>();
function layoutOf({ scene, numbers, name }: Scened, form: Form, translate: Translate): Ladder {
  const key = `${form} ${translate('lost')} ${name}`;
  const layout = layouts.get(key) ?? ladderLayout(scene, { form, numbers, translate });
  layouts.set(key, layout);
  return layout;
}

/** The ladder around a moment, as a page shows it; the whole of it at the end. */
function ladder(scened: Scened, n: number, form: Form, translate: Translate): string {
  const layout = layoutOf(scened, form, translate);
  const whole = n === scened.scene.trace.events.length;
  const now = nowAt(layout, n);
  const [from, to] = whole ? [0, layout.height] : [Math.max(0, now - 120), Math.min(layout.height, now + 120)];
  const below = shape(
    'g',
    { transform: `translate(0 ${HEAD_HEIGHT})` },
    ...ladderShapes(layout, from, to, n, translate),
  );
  return sized(layout.width, layout.height + HEAD_HEIGHT, ladderHead(layout, translate), below);
}

after(closeBrowser);

describe('every moment of every example', function () {
  this.timeout(600_000);
  let page: Page;
  before(async () => {
    page = await (await browser()).newPage({ viewport: { width: 1400, height: 1200 } });
    await measuring(page, STANDALONE_STYLE);
  });

  for (const [drawing, draw] of Object.entries({ 'state diagram': diagram, ladder })) {
    for (const form of ['wide', 'narrow'] as const) {
      for (const [language, translate] of Object.entries(LANGUAGES)) {
        it(`in ${language}: nothing in the ${form} ${drawing} stands on anything else`, async () => {
          const told: string[] = [];
          for (const scened of scenes) {
            const count = scened.scene.trace.events.length;
            // A long run is looked at here and there.
            const step = Math.ceil(count / 40);
            const moments = Array.from({ length: Math.floor(count / step) + 1 }, (_, index) => index * step);
            const pictures = moments.map((n) => draw(scened, n, form, translate));
            const unlike = [...new Set(pictures)];
            const faults = await measure(page, unlike);
            faults.forEach((found, index) => {
              const n = moments[pictures.indexOf(unlike[index] ?? '')];
              told.push(...found.map((fault) => `${scened.name}, ${n}: ${fault}`));
            });
          }
          assert.equal(told.join('\n'), '');
        });
      }
    }
  }
});
