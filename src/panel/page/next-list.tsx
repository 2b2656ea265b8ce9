/** What can happen next, most likely first. */
import type { Next } from '../../diagram/next';
import { TIMER_WORDS } from '../../diagram/timer-spans';
import { moment as at } from '../../trace/duration';
import { PeerToken } from './peer-token';
import { moment } from './scene';
import { spelled, t } from './words';

const MOST = 6;

export function NextList() {
  const next = moment.value?.next ?? [];
  if (next.length === 0) return null;
  return (
    <div class="next">
      <h3>{t('What can happen next')}</h3>
      <ul>
        {next.slice(0, MOST).map((each) => (
          <Item
            key={`${each.peer} ${each.row.event} ${each.by.kind === 'segment' ? each.by.segment.id : each.by.kind}`}
            next={each}
          />
        ))}
      </ul>
    </div>
  );
}

function Item({ next: { peer, row, by } }: { readonly next: Next }) {
  const sends = row.actions.filter((action) => action.startsWith('snd ') || action.startsWith('error'));
  return (
    <li>
      <PeerToken peer={peer} />
      <span>
        <span data-row={`${row.from}>${row.to}`}>{row.event}</span>
        {row.to === row.from ? null : (
          <>
            {' → '}
            <b data-state={row.to}>{spelled(row.to)}</b>
          </>
        )}
        {sends.length === 0 ? null : `, ${sends.join(', ')}`}
        {by.kind === 'call' ? null : (
          <small>
            {' '}
            {by.kind === 'timer' ? `${TIMER_WORDS[by.timer]}, ` : ''}
            {t('at {0}', at(by.due))}
          </small>
        )}
      </span>
    </li>
  );
}
