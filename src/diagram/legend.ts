/** What stands under the state diagram: what the lines mean, and what the figure leaves out. */
import { visible } from '../trace/columns';
import type { ShownTrace } from '../trace/trace';
import { render, say, type Translate } from '../words/sentence';
import type { Grid } from './grid';
import { lettering } from './parts';
import { type Shape, shape } from './shape';
import { fitting, textWidth } from './text-width';

const SIZE = 11;
const SAMPLE = 26;

export function legend(trace: ShownTrace, grid: Grid, translate: Translate): Shape {
  const [first, second] = trace.scenario.peers.map(({ name }) => fitting(visible(name), 90, SIZE));
  const entries: readonly (readonly [look: string, text: string])[] = [
    ['first line', render(say('path of {0}', first ?? ''), translate)],
    ['second line', render(say('path of {0}', second ?? ''), translate)],
    ['next line', render(say('possible next'), translate)],
    ['plain line', render(say('not taken'), translate)],
  ];
  const shapes: Shape[] = [];
  let x = grid.rail.left + 4;
  for (const [look, text] of entries) {
    shapes.push(shape('path', { class: look, d: `M${x} ${grid.legend - 4}h${SAMPLE}` }));
    shapes.push(lettering(text, { x: x + SAMPLE + 7, y: grid.legend }, { size: SIZE }));
    x += SAMPLE + 7 + textWidth(text, SIZE) + 20;
  }
  const note = render(say('RST, ABORT: from any state to CLOSED (Figure 5, note 3)'), translate);
  shapes.push(lettering(note, { x: grid.rail.left + 4, y: grid.legend + 18 }, { size: SIZE, class: 'muted' }));
  return shape('g', { class: 'legend' }, ...shapes);
}
