/** The scrubber: every event on one line, the chapters above it, and where one is. Dragging it looks, and runs nothing. */
import { useMemo, useRef } from 'preact/hooks';
import { fitting } from '../../diagram/text-width';
import { eventWords } from '../log-cells';
import { type Mark, type MarkKind, marksOf, momentAt, placeOf } from '../marks';
import { momentWords } from './moment-words';
import { useSize } from './size';
import { view } from './steps';
import * as store from './store';
import { inWords, t } from './words';

const LINE = 36;

export function Scrubber() {
  const [ref, { width }] = useSize<HTMLDivElement>();
  const wanted = useRef<number | undefined>(undefined);
  const run = store.run.value;
  if (run === undefined) return null;
  const [last, at] = [store.last.value, store.at.value];

  const pointedAt = (event: PointerEvent): number => {
    const { left } = (event.currentTarget as HTMLElement).getBoundingClientRect(); // the track itself
    return momentAt(event.clientX - left, last, width);
  };
  // However often the pointer moves, the picture is drawn once a frame.
  const follow = (event: PointerEvent): void => {
    const idle = wanted.current === undefined;
    wanted.current = pointedAt(event);
    if (!idle) return;
    requestAnimationFrame(() => {
      if (wanted.current !== undefined) view(wanted.current);
      wanted.current = undefined;
    });
  };

  return (
    <div
      ref={ref}
      class="track"
      role="slider"
      tabIndex={0}
      aria-label={t('Moment of the run')}
      aria-valuemin={0}
      aria-valuemax={last}
      aria-valuenow={at}
      aria-valuetext={momentWords.value}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        view(pointedAt(event));
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) follow(event);
      }}
    >
      {width > 0 ? <Track width={width} /> : null}
    </div>
  );
}

function Track({ width }: { readonly width: number }) {
  const run = store.run.value;
  const events = store.events.value;
  const shown = useMemo(() => run && marksOf(events, run.scenario, width), [run, events, width]);
  if (shown === undefined) return null;
  const [last, at] = [store.last.value, store.at.value];
  const place = (n: number): number => placeOf(n, last, width);
  const here = place(at);
  return (
    <svg class={`marks ${shown.size}`} width={width} height={60} viewBox={`0 0 ${width} 60`} aria-hidden="true">
      {store.chapters.value.map(({ title, from, to }) => {
        const [begin, end] = [place(from - 0.5), place(to + 0.5)];
        const room = end - begin - 6;
        if (title === undefined || room < 12) return null;
        return (
          <g key={from} class="stretch">
            <rect x={begin + 2} y={2} width={end - begin - 4} height={15} rx={3} />
            <text x={(begin + end) / 2} y={13} text-anchor="middle">
              {fitting(title, room, 10)}
            </text>
          </g>
        );
      })}
      <path class="way" d={`M${place(0)} ${LINE}H${place(last)}`} />
      <path class="gone" d={`M${place(0)} ${LINE}H${here}`} />
      <path class="start" d={`M${place(0)} ${LINE - 5}v10`} />
      <path class="here" d={`M${here} 22v28`} />
      {shown.marks.map((mark) => (
        <MarkShape key={mark.n} mark={mark} size={shown.size} future={mark.n > at} label={shown.step} />
      ))}
      <path class="handle" d={`M${here - 5} 20h10l-5 6z`} />
      {store.away.value ? (
        <path class="debugger" d={`M${place(Math.min(store.hostAt.value, last)) - 5} 20h10l-5 6z`} />
      ) : null}
    </svg>
  );
}

interface MarkProps {
  readonly mark: Mark;
  readonly size: 'number' | 'dot' | 'tick';
  readonly future: boolean;
  /** Pixels to the next. */
  readonly label: number;
}

const PEERS = ['first', 'second'] as const;

function MarkShape({ mark: { n, x, peer, kind }, size, future, label }: MarkProps) {
  const who = peer === undefined ? 'nobody' : PEERS[peer];
  if (size === 'tick') return <path class={`tick ${who} ${kind}`} d={`M${x} ${LINE - 5}v10`} />;
  const current = n === store.at.value;
  const r = size === 'dot' ? 2.6 : current ? 10 : 8;
  const event = store.events.value[n - 1];
  return (
    <g class={`mark ${who} ${kind}${future ? ' future' : ''}${current ? ' current' : ''}`}>
      <Shape kind={kind} peer={peer} x={x} r={r} />
      {size === 'number' && peer !== undefined ? (
        <text x={x} y={LINE + 3.5} text-anchor="middle">
          {n}
        </text>
      ) : null}
      {size === 'number' && label >= 44 && (peer !== undefined || kind === 'lost') && event !== undefined ? (
        <text class="label" x={x} y={58} text-anchor="middle">
          {fitting(eventWords(event, inWords), label - 4, 10)}
        </text>
      ) : null}
    </g>
  );
}

/** The peer's own shape; on the wire and in the script a small one, crossed if something went wrong. */
function Shape({ kind, peer, x, r }: { kind: MarkKind; peer: 0 | 1 | undefined; x: number; r: number }) {
  if (peer === 0) return <circle cx={x} cy={LINE} r={r} />;
  if (peer === 1) return <rect x={x - r} y={LINE - r} width={2 * r} height={2 * r} rx={r / 2.2} />;
  const c = Math.min(r, 4);
  return kind === 'lost' || kind === 'failed' ? (
    <path class="cross" d={`M${x - c} ${LINE - c}l${2 * c} ${2 * c}m0 ${-2 * c}l${-2 * c} ${2 * c}`} />
  ) : (
    <circle cx={x} cy={LINE} r={Math.min(r, 3)} />
  );
}
