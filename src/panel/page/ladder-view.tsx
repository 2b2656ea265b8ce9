/**
 * The ladder. Only the part that one sees is drawn, with some more above and below it; the line of the moment is kept
 * in sight.
 */
import { useMemo, useState } from 'preact/hooks';
import { type Ladder, ladderLayout } from '../../diagram/ladder';
import { HEAD_HEIGHT, ladderHead, ladderShapes, nowAt } from '../../diagram/ladder-shapes';
import { useFollowing } from './following';
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
const STRIP = 120;

export function LadderView() {
  const [ref, { width, height }] = useSize<HTMLDivElement>();
  const [zoom, setZoom] = useState(1);
  const [, setStrip] = useState(0);
  const form = width >= WIDE ? 'wide' : 'narrow';
  const [known, n, numbers] = [scene.value, store.at.value, store.settings.value.numbers];
  const translate = translated.value;
  const isMeasured = width > 0;
  const ladder = useMemo(
    () => (known === undefined || !isMeasured ? undefined : ladderLayout(known, { form, numbers, translate })),
    [known, isMeasured, form, numbers, translate],
  );
  const fitting = ladder === undefined ? 1 : (width - 4) / ladder.width;
  const scale = zoom * Math.min(MOST, fitting);
  const now = ladder === undefined ? 0 : nowAt(ladder, n);

  const follow = (top: number): number => {
    if (ladder === undefined || height === 0) return top;
    const [y, room] = [now * scale, height - HEAD_HEIGHT * scale];
    const isInSight = y >= top + 60 && y <= top + room - 50;
    return isInSight ? top : Math.max(0, Math.min(y - room * 0.6, ladder.height * scale - room));
  };
  const { top, scrolled } = useFollowing(ref, 0, follow, [n, height, scale, ladder]);
  const stripAt = (y: number): number => Math.floor(y / scale / STRIP) * STRIP;

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
        data-following
        onScroll={({ currentTarget: { scrollTop } }) => {
          scrolled(scrollTop);
          setStrip(stripAt(scrollTop));
        }}
      >
        {ladder === undefined ? null : <Part ladder={ladder} top={stripAt(top)} height={height} scale={scale} />}
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
