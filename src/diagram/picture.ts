/**
 * A whole run as one picture that stands alone: the ladder, and beside it the state diagram at the end with the way that
 * both peers went. It brings its own style, light or dark as its reader is.
 */

import { visible } from '../trace/columns';
import type { Numbers } from '../trace/segment-text';
import type { Translate } from '../words/sentence';
import { GRIDS } from './grid';
import { ladderLayout } from './ladder';
import { HEAD_HEIGHT, ladderHead, ladderShapes } from './ladder-shapes';
import { lettering } from './parts';
import type { Scene } from './scene';
import { type Shape, shape } from './shape';
import { stateDiagram } from './state-diagram';
import { fitting } from './text-width';

const TITLE = 44;
const MARGIN = 16;
const SCALE = 0.86;

/** `style` is the sheet that it brings: `STANDALONE_STYLE`, which is not imported here, since a page is told it. */
export function picture(scene: Scene, numbers: Numbers, translate: Translate, style: string): Shape {
  const ladder = ladderLayout(scene, { form: 'wide', numbers, translate });
  const last = scene.trace.events.length;
  const grid = GRIDS.wide;
  const diagram = { width: grid.width * SCALE, height: grid.height * SCALE };
  const width = MARGIN + ladder.width + MARGIN + diagram.width + MARGIN;
  const height = TITLE + Math.max(HEAD_HEIGHT + ladder.height, diagram.height) + MARGIN;
  const title = visible(scene.trace.scenario.name);
  const inner = stateDiagram(scene, last, 'wide', translate);
  return shape(
    'svg',
    {
      class: 'tcp',
      xmlns: 'http://www.w3.org/2000/svg',
      width: Math.ceil(width),
      height: Math.ceil(height),
      viewBox: `0 0 ${Math.ceil(width)} ${Math.ceil(height)}`,
      role: 'img',
    },
    shape('title', {}, title),
    shape('style', {}, style),
    shape('rect', { class: 'paper', width: '100%', height: '100%' }),
    lettering(
      fitting(title, width - 2 * MARGIN, 16, 'sans', true),
      { x: MARGIN, y: 30 },
      { size: 16, bold: true, class: 'strong' },
    ),
    shape(
      'g',
      { transform: `translate(${MARGIN} ${TITLE})` },
      ladderHead(ladder, translate),
      shape(
        'g',
        { transform: `translate(0 ${HEAD_HEIGHT})` },
        ...ladderShapes(ladder, 0, ladder.height, last, translate),
      ),
    ),
    shape('g', { transform: `translate(${MARGIN * 2 + ladder.width} ${TITLE}) scale(${SCALE})` }, ...inner.children),
  );
}
