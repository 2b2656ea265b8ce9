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
import { windowChanges } from '../../src/trace/flights';
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
const scenesOf = (file: string): readonly Scened[] =>
  runsOf(file).map((trace) => ({
    name: `${file}, "${trace.scenario.name}"`,
    scene: sceneOf(trace, rows),
    numbers: numbersOf(trace.scenario),
  }));
const scenes = filesIn('examples').flatMap(scenesOf);

/** Those at which a run is looked at: a long one here and there, every one at its end. */
function momentsOf({ scene }: Scened, apart: number): readonly number[] {
  const count = scene.trace.events.length;
  const step = apart * Math.ceil(count / 40);
  return [...Array.from({ length: Math.ceil(count / step) }, (_, index) => index * step), count];
}

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

  /** What is wrong in those pictures that are not yet known. */
  async function faultsOf(
    { name }: Scened,
    moments: readonly number[],
    known: Set<string>,
    draw: (n: number) => string,
  ): Promise<readonly string[]> {
    const pictures = new Map<string, number>();
    for (const n of moments) {
      const picture = draw(n);
      if (!known.has(picture) && !pictures.has(picture)) pictures.set(picture, n);
    }
    for (const picture of pictures.keys()) known.add(picture);
    const faults = await measure(page, [...pictures.keys()]);
    return [...pictures.values()].flatMap((n, index) =>
      (faults[index] ?? []).map((fault) => `${name}, ${n}: ${fault}`),
    );
  }

  for (const [drawing, draw] of Object.entries({ 'state diagram': diagram, ladder })) {
    for (const form of ['wide', 'narrow'] as const) {
      for (const [language, translate] of Object.entries(LANGUAGES)) {
        it(`in ${language}: nothing in the ${form} ${drawing} stands on anything else`, async () => {
          const told: string[] = [];
          const known = new Set<string>();
          for (const scened of scenes) {
            // What differs in another language are words, which stand for many moments.
            const moments = momentsOf(scened, translate === english ? 1 : 3);
            told.push(...(await faultsOf(scened, moments, known, (n) => draw(scened, n, form, translate))));
          }
          assert.equal(told.join('\n'), '');
        });
      }
    }
  }

  const bulk = scenesOf('test/scenarios/bulk-transfer-over-a-bad-network.tcpscn');
  for (const form of ['wide', 'narrow'] as const) {
    it(`nor in the ${form} ladders of bulk transfers, in which much is under way, lost and late at once`, async () => {
      const told: string[] = [];
      for (const scened of bulk) {
        const count = scened.scene.trace.events.length;
        const moments = [0.1, 0.3, 0.5, 0.7, 0.9, 1].map((share) => Math.floor(count * share));
        for (const translate of Object.values(LANGUAGES)) {
          told.push(...(await faultsOf(scened, moments, new Set(), (n) => ladder(scened, n, form, translate))));
        }
      }
      assert.equal(told.join('\n'), '');
    });

    it(`and the ${form} ladder says each window that has changed`, () => {
      for (const scened of [...scenes, ...bulk]) {
        const changed = windowChanges(scened.scene.trace.events);
        for (const { flight, label } of layoutOf(scened, form, english).flights) {
          const { id, win, flags } = flight.segment;
          if (changed.has(id))
            assert.ok(`${label.rest} `.includes(` win=${win} `), `${scened.name}: ${flags}${label.rest}`);
        }
      }
    });
  }
});
