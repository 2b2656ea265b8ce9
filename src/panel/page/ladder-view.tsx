/**
 * The ladder. Only the part that one sees is drawn, with some more above and below it; the line of the moment is kept
 * in sight.
 */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { type Ladder, ladderLayout } from '../../diagram/ladder';
import { HEAD_HEIGHT, ladderHead, ladderShapes, nowAt } from '../../diagram/ladder-shapes';
import { momentWords } from './moment-words';
import { scene } from './scene';
import { drawn } from './shapes';
import { useSize } from './size';
import * as store from './store';
import { t, translated } from './words';
import { Zoom } from './zoom';

/** Below this width the narrow form is drawn. */
const WIDE = 520;
const MOST = 1.25;
/** What is drawn changes only as often as one scrolls so far, in pixels of the ladder. */
const STRIP = 240;

export function LadderView() {
  const [ref, { width, height }] = useSize<HTMLDivElement>();
  const [zoom, setZoom] = useState(1);
  const [top, setTop] = useState(0);
  const form = width >= WIDE ? 'wide' : 'narrow';
  const [known, n, numbers] = [scene.value, store.at.value, store.settings.value.numbers];
  const translate = translated.value;
  const ladder = useMemo(
    () => known && ladderLayout(known, { form, numbers, translate }),
    [known, form, numbers, translate],
  );
  const fitting = ladder === undefined || width === 0 ? 1 : (width - 4) / ladder.width;
  const scale = zoom * Math.min(MOST, fitting);
  const now = ladder === undefined ? 0 : nowAt(ladder, n);

  useEffect(() => {
    const box = ref.current;
    if (box === null || height === 0 || ladder === undefined) return;
    const [y, room] = [now * scale, height - HEAD_HEIGHT * scale];
    if (y < box.scrollTop + 60 || y > box.scrollTop + room - 50) box.scrollTop = Math.max(0, y - room * 0.6);
  }, [n, height, scale, ladder]);

  return (
    <div class="picture ladder-view">
      <h2 class="pane-title">{t('Ladder')}</h2>
      <Zoom zoom={zoom} onZoom={setZoom} />
      <div
        class="scrolled"
        ref={ref}
        tabIndex={0}
        role="region"
        aria-label={t('Ladder')}
        onScroll={(event) => setTop(Math.floor(event.currentTarget.scrollTop / scale / STRIP) * STRIP)}
      >
        {ladder === undefined || width === 0 ? null : <Part ladder={ladder} top={top} height={height} scale={scale} />}
      </div>
    </div>
  );
}

interface PartProps {
  readonly ladder: Ladder;
  /** From where on it is seen, in pixels of the ladder; `height` in pixels of the page. */
  readonly top: number;
  readonly height: number;
  readonly scale: number;
}

function Part({ ladder, top, height, scale }: PartProps) {
  const n = store.at.value;
  const translate = translated.value;
  const from = Math.max(0, top - STRIP);
  const to = Math.min(ladder.height, top + height / scale + 2 * STRIP);
  const tall = Math.max(1, to - from);
  const shapes = useMemo(() => ladderShapes(ladder, from, to, n, translate), [ladder, from, to, n, translate]);
  const width = Math.floor(ladder.width * scale);
  return (
    <>
      <svg
        class="tcp ladder-head"
        width={width}
        height={Math.ceil(HEAD_HEIGHT * scale)}
        viewBox={`0 0 ${ladder.width} ${HEAD_HEIGHT}`}
        aria-hidden="true"
      >
        {drawn(ladderHead(ladder, translate))}
      </svg>
      <div class="ladder-room" style={{ width: `${width}px`, height: `${Math.ceil(ladder.height * scale)}px` }}>
        <svg
          class="tcp ladder"
          role="img"
          aria-label={`${t('Ladder')}. ${momentWords.value}`}
          width={width}
          height={tall * scale}
          viewBox={`0 ${from} ${ladder.width} ${tall}`}
          style={{ transform: `translateY(${from * scale}px)` }}
        >
          {shapes.map((shape) => drawn(shape))}
        </svg>
      </div>
    </>
  );
}
