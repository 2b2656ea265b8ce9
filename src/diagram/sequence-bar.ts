/**
 * The sequence space that a peer sends into: what is acknowledged, what flies, what is queued, and the window.
 *
 * Rule: numbers are relative to the ISS, as everywhere; the bar shows a stretch around SND.UNA and SND.NXT, so that one
 *       byte can be seen in a window of 64 KiB.
 */
import { render, say, type Translate } from '../words/sentence';
import { lettering, SIDES } from './parts';
import { type Scene, variableAt } from './scene';
import { classes, type Shape, shape } from './shape';
import { textWidth } from './text-width';

const HEIGHT = 46;
const BAR = { top: 16, height: 14 };

/** The bar of one peer after event `n`, `width` pixels wide; with an empty room while it has no connection. */
export function sequenceBar(scene: Scene, peer: 0 | 1, n: number, width: number, translate: Translate): Shape {
  const [una, nxt, wnd, sent, acked] = ['snd.una', 'snd.nxt', 'snd.wnd', 'sent', 'acked'].map((name) =>
    variableAt(scene, peer, name, n),
  );
  const { name } = scene.trace.scenario.peers[peer];
  const frame = (label: string, ...inner: readonly Shape[]): Shape =>
    shape(
      'svg',
      {
        class: classes('tcp', 'bar', SIDES[peer]),
        xmlns: 'http://www.w3.org/2000/svg',
        viewBox: `0 0 ${width} ${HEIGHT}`,
        role: 'img',
        'aria-label': label,
      },
      shape('rect', { class: 'room', x: 0.5, y: BAR.top, width: width - 1, height: BAR.height, rx: 3 }),
      ...inner,
    );
  if (typeof una !== 'number' || typeof nxt !== 'number') {
    return frame(`${name}: ${render(say('no connection'), translate)}`);
  }
  const window = typeof wnd === 'number' ? wnd : 0;
  // Bytes that the application sent and the peer has not: the SYN is number 0.
  const queued = Math.max(0, (typeof sent === 'number' ? sent : 0) + 1 - nxt, 0);
  const edge = una + window;
  const flying = Math.max(0, nxt - una);
  const shown = Math.max(8, flying + queued, Math.min(window, 2 * (flying + queued)));
  const before = Math.min(una, Math.max(2, shown / 3));
  const scale = (width - 2) / (before + shown * 1.15);
  const x = (value: number): number => Math.min(width - 1, Math.max(1, 1 + (value - una + before) * scale));
  const stretch = (look: string, from: number, to: number, least = 0): Shape =>
    shape('rect', {
      class: look,
      x: x(from),
      y: BAR.top,
      width: Math.max(least, x(to) - x(from)),
      height: BAR.height,
    });
  const mark = (value: number): Shape =>
    shape('path', { class: 'mark', d: `M${Math.round(x(value))} ${BAR.top - 3}v20` });
  const said = [
    `SND.UNA ${una}`,
    `SND.NXT ${nxt}`,
    `SND.WND ${window}`,
    ...(queued > 0 ? [`${render(say('queued'), translate)} ${queued}`] : []),
    ...(typeof acked === 'number' ? [`${render(say('acknowledged'), translate)} ${acked}`] : []),
  ];
  const texts = marksText(una, nxt, edge, x, width);
  return frame(
    `${name}: ${said.join(', ')}`,
    stretch('done', una - before, una),
    ...(queued > 0 ? [stretch('done queued', nxt, nxt + queued)] : []),
    ...(flying > 0 ? [stretch('flying', una, nxt, 3)] : []),
    mark(una),
    ...(flying > 0 ? [mark(nxt)] : []),
    ...(x(edge) < width - 2
      ? [shape('path', { class: 'mark window', d: `M${Math.round(x(edge))} ${BAR.top - 3}v20` })]
      : []),
    ...texts,
  );
}

/** UNA and NXT below the bar, the end of the window above it, each as near to its mark as the other allows. */
function marksText(
  una: number,
  nxt: number,
  edge: number,
  x: (value: number) => number,
  width: number,
): readonly Shape[] {
  const size = 10;
  const below =
    una === nxt
      ? [[`UNA = NXT ${una}`, x(una)] as const]
      : [[`UNA ${una}`, x(una)] as const, [`NXT ${nxt}`, x(nxt)] as const];
  let free = 0;
  const total = below.reduce((sum, [text]) => sum + textWidth(text, size, 'mono') + 8, 0);
  let rest = total;
  const shapes = below.map(([text, at]) => {
    const room = textWidth(text, size, 'mono') + 8;
    const start = Math.max(free, Math.min(at - room / 2 + 4, width - rest));
    free = start + room;
    rest -= room;
    return lettering(text, { x: start, y: BAR.top + 27 }, { size, face: 'mono', class: 'muted' });
  });
  const end = `UNA+WND ${edge}`;
  const start = Math.max(
    0,
    Math.min(x(edge) - textWidth(end, size, 'mono') / 2, width - textWidth(end, size, 'mono') - 2),
  );
  return [...shapes, lettering(end, { x: start, y: 10 }, { size, face: 'mono', class: 'muted' })];
}
