/** What can be taken out of the panel: the whole run as a picture, and what the host can write of it. */
import { computed } from '@preact/signals';
import { picture } from '../../diagram/picture';
import { type Shape, svgText } from '../../diagram/shape';
import { type Sentence, say } from '../../words/sentence';
import type { SavedAs } from '../protocol';
import { post } from './host';
import { scene } from './scene';
import * as store from './store';
import { translated } from './words';

export interface Export {
  readonly key: string;
  readonly name: Sentence;
  readonly run: () => Promise<void>;
}

function shape(): Shape | undefined {
  const style = store.setup.value?.looks.alone ?? '';
  return scene.value && picture(scene.value, store.settings.value.numbers, translated.value, style);
}

function svg(): string | undefined {
  const whole = shape();
  return whole && `${svgText(whole)}\n`;
}

/** The longest side that browsers draw. */
const MOST_PIXELS = 16_384;

/** The picture in pixels, two for one as far as that is possible; base64. */
async function png(): Promise<string | undefined> {
  const whole = shape();
  if (whole === undefined) return undefined;
  const [width, height] = [Number(whole.attributes['width']), Number(whole.attributes['height'])];
  const scale = Math.min(2, MOST_PIXELS / Math.max(width, height));
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgText(whole))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const [, base64] = canvas.toDataURL('image/png').split(';base64,');
  if (base64 === undefined || base64 === '') throw new Error(`${canvas.width} x ${canvas.height}`);
  return base64;
}

/** What a file is called that is made of this run. */
function fileName(): string {
  const letters = store.run.value?.scenario.name ?? '';
  return letters.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '') || 'scenario';
}

/** What cannot be made is said, not swallowed. */
async function tried(make: () => string | undefined | Promise<string | undefined>, then: (content: string) => void) {
  try {
    const content = await make();
    if (content !== undefined) then(content);
  } catch (error) {
    store.problem.value = say('It could not be made: {0}', error instanceof Error ? error.message : String(error));
  }
}

const saving = (as: SavedAs) => (content: string) => post({ kind: 'save', as, name: fileName(), content });

const PICTURES: readonly Export[] = [
  { key: 'svg', name: say('SVG picture'), run: () => tried(svg, saving('svg')) },
  { key: 'png', name: say('PNG picture'), run: () => tried(png, saving('png')) },
];

/** The page's own pictures, then what the host can write; the first of its texts can be copied too. */
export const exports = computed<readonly Export[]>(() => {
  const formats = store.setup.value?.formats ?? [];
  const writing = formats.map(({ id, title }) => ({
    key: id,
    name: title,
    run: async () => post({ kind: 'write', format: id, to: 'file' }),
  }));
  const copying = formats.slice(0, 1).map(({ id }) => ({
    key: `copy ${id}`,
    name: say('Copy as text'),
    run: async () => post({ kind: 'write', format: id, to: 'clipboard' }),
  }));
  return [...PICTURES, ...writing, ...copying];
});
