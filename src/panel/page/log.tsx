/**
 * The log: every event in a row.
 *
 * Rule: there are only as many rows as one can see; scrolling gives them other events. So 10,000 events cost no more
 *       than 30.
 */
import type { ComponentChildren } from 'preact';
import { clock as seconds } from '../../trace/duration';
import { toggleClock } from './choices';
import { useFollowing } from './following';
import { post } from './host';
import { LogRow } from './log-row';
import { cellsOf, matching } from './matching';
import { useSize } from './size';
import { view } from './steps';
import * as store from './store';
import { t } from './words';

/** Heights, as the style sheet has them. */
const ROW = 22;
const HEADING = 26;
const SPARE = 6;

export function Log() {
  const [ref, { height }] = useSize<HTMLDivElement>();
  const [last, at] = [store.last.value, store.at.value];
  // The current row is always among those that one sees, a few others around it.
  const follow = (top: number): number => {
    const seen = height - HEADING;
    if (last === 0 || height === 0) return top;
    const room = Math.max(0, Math.min(2, Math.floor(seen / ROW / 2) - 1)) * ROW;
    const y = (Math.max(1, at) - 1) * ROW;
    const inSight = Math.max(y + ROW + room - seen, Math.min(top, y - room));
    return Math.max(0, Math.min(inSight, last * ROW - seen));
  };
  const { top, scrolled } = useFollowing(ref, store.logTop.value, follow, [at, height, last > 0]);
  const first = Math.max(1, Math.floor(top / ROW) + 1 - SPARE);
  const count = Math.ceil(height / ROW) + 2 * SPARE;
  const end = Math.min(last, first + count - 1);

  const cells = cellsOf.value;
  const matches = matching.value;
  const times = timesFor();
  const pool = count + 1;
  const rows = [];
  for (let n = first; n <= end; n += 1) {
    const event = store.events.value[n - 1];
    const row = cells(n);
    if (event === undefined || row === undefined) continue;
    rows.push(
      <LogRow
        key={n % pool}
        cells={row}
        time={times(n)}
        line={event.line}
        current={n === at}
        future={n > at}
        faded={matches !== undefined && !matches.has(n)}
        top={(n - 1) * ROW}
      />,
    );
  }

  const go = (event: KeyboardEvent): void => {
    const page = Math.max(1, Math.floor(height / ROW) - 2);
    const by = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page }[event.key];
    if (by !== undefined) view(at + by);
    else if (event.key === 'Enter' && at > 0) post({ kind: 'reveal', n: at });
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <section class="log-pane" aria-label={t('Log')}>
      <div
        ref={ref}
        class={store.settings.value.numbers === 'absolute' ? 'log absolute' : 'log'}
        role="grid"
        tabIndex={0}
        aria-label={t('Events')}
        aria-rowcount={last + 1}
        aria-colcount={11}
        aria-activedescendant={at >= first && at <= end && at > 0 ? `log-${at}` : undefined}
        onKeyDown={go}
        data-following
        onScroll={({ currentTarget: { scrollTop } }) => {
          scrolled(scrollTop);
          store.logTop.value = Math.max(0, Math.round(scrollTop));
        }}
      >
        <Heading />
        <div class="log-body" role="rowgroup" style={{ height: `${last * ROW}px` }}>
          {rows}
        </div>
      </div>
    </section>
  );
}

function Heading() {
  const clock = store.clock.value;
  const name = { absolute: t('Time'), delta: t('Δ Time'), 'since SYN': t('Since SYN') }[clock];
  return (
    <div class="log-row heading" role="row" aria-rowindex={1}>
      <Column class="number">#</Column>
      <Column class="number">
        <button
          type="button"
          title={t('Time from the start, since the event before, since the first SYN')}
          onClick={toggleClock}
        >
          {name}
        </button>
      </Column>
      <Column>{t('Event')}</Column>
      <Column class="direction">{t('Way')}</Column>
      <Column class="flags">{t('Flags')}</Column>
      <Column class="number seq">Seq</Column>
      <Column class="number ack">Ack</Column>
      <Column class="number win">Win</Column>
      <Column class="number len">Len</Column>
      <Column class="states">{t('State')}</Column>
      <Column class="note">{t('Note')}</Column>
    </div>
  );
}

function Column({ class: kind, children }: { readonly class?: string; readonly children: ComponentChildren }) {
  return (
    <span class={kind === undefined ? 'cell' : `cell ${kind}`} role="columnheader">
      {children}
    </span>
  );
}

/** How the time of an event is told. */
function timesFor(): (n: number) => string {
  const [events, clock, syn, decimals] = [
    store.events.value,
    store.clock.value,
    store.firstSyn.value,
    store.decimals.value,
  ];
  return (n) => {
    const time = events[n - 1]?.time ?? 0;
    if (clock === 'absolute') return seconds(time, decimals);
    if (clock === 'delta') return seconds(time - (events[n - 2]?.time ?? 0), decimals);
    return syn === undefined || time < syn ? '' : seconds(time - syn, decimals);
  };
}
