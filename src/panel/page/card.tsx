/** The step card: what happened at this moment, what TCP did, why, and by which clause. */

import { statesPassed } from '../../trace/states';
import { say } from '../../words/sentence';
import { eventWords, sendWords } from '../log-cells';
import { Clause } from './clause';
import { PeerToken } from './peer-token';
import * as store from './store';
import { inWords, spelled, t } from './words';

export function Card() {
  const event = store.current.value;
  if (event === undefined) {
    return (
      <section class="card" aria-label={t('Step')}>
        <h2>{t('Before the first event')}</h2>
      </section>
    );
  }
  const peer = store.peerNamed(event.peer);
  const passed = statesPassed(event).map(spelled);
  return (
    <section class={`card ${peer === 1 ? 'second' : 'first'}`} aria-label={t('Step')}>
      <h2>
        {peer === undefined ? null : <PeerToken peer={peer} large />}
        {t('Event {0}', event.n)}
        <span class="moved">
          {passed.slice(0, -1).map((state) => `${state} → `)}
          <b>{passed.at(-1)}</b>
        </span>
      </h2>
      <dl class="facts">
        <dt>{t('Event')}</dt>
        <dd>{eventWords(event, inWords)}</dd>
        <dt>{t('Action')}</dt>
        <dd>{sendWords(event)}</dd>
      </dl>
      {event.rows.map((row) => (
        <p key={`${row.event} ${row.guard}`}>
          {inWords(say(row.why))} <Clause of={row.rule} />
        </p>
      ))}
    </section>
  );
}
