/** The step card: the event, what TCP did, why, by which clause, what it changed, and what can happen next. */
import { figureText } from '../../trace/segment-text';
import { statesPassed } from '../../trace/states';
import { say } from '../../words/sentence';
import { eventWords } from '../log-cells';
import { Clause } from './clause';
import { NextList } from './next-list';
import { PeerToken } from './peer-token';
import { SequenceBars } from './sequence-bars';
import { Statement } from './statement';
import * as store from './store';
import { TcbTable } from './tcb-table';
import { Verdicts } from './verdicts';
import { inWords, spelled, t } from './words';

export function Card() {
  const event = store.current.value;
  const peer = store.peerNamed(event?.peer);
  const side = peer === undefined ? '' : peer === 0 ? ' first' : ' second';
  return (
    <section class={`card${side}`} aria-label={t('Step')} tabIndex={0}>
      <Title />
      <Statement />
      <Facts />
      <Verdicts />
      <Reasons />
      <div class="columns">
        <TcbTable />
        <NextList />
      </div>
      <SequenceBars />
    </section>
  );
}

function Title() {
  const event = store.current.value;
  if (event === undefined) return <h2>{t('Before the first event')}</h2>;
  const peer = store.peerNamed(event.peer);
  const passed = statesPassed(event);
  return (
    <h2>
      {peer === undefined ? null : <PeerToken peer={peer} large />}
      {t('Event {0}', event.n)}
      {passed.length === 0 ? null : (
        <span class="moved">
          {passed.map((state, place) => (
            <span key={place}>
              {place > 0 ? ' → ' : ''}
              <b data-state={state}>{spelled(state)}</b>
            </span>
          ))}
        </span>
      )}
    </h2>
  );
}

function Facts() {
  const event = store.current.value;
  if (event === undefined) return null;
  const { numbers } = store.settings.value;
  const { segment, sends, error, result, text } = event;
  const actions = event.rows.flatMap((row) => row.actions);
  const notes = (segment ?? sends[0]) && store.notes.value.get((segment ?? sends[0])?.id ?? 0);
  return (
    <dl class="facts">
      <dt>{t('Event')}</dt>
      <dd>
        {event.peer === undefined ? '' : `${event.peer}: `}
        {eventWords(event, inWords)}
      </dd>
      {segment === undefined ? null : (
        <>
          <dt>{t('Segment')}</dt>
          <dd class="mono" data-segment={segment.id}>
            {figureText(segment, numbers, true)}
            {notes === undefined ? null : <span class="tags"> {notes.join(' ')}</span>}
          </dd>
        </>
      )}
      {text === undefined ? null : (
        <>
          <dt>{t('Note')}</dt>
          <dd>{inWords(text)}</dd>
        </>
      )}
      {actions.length === 0 ? null : (
        <>
          <dt>{t('Action')}</dt>
          <dd>{actions.join(', ')}</dd>
        </>
      )}
      {sends.map((sent) => (
        <SentFact key={sent.id} id={sent.id} text={figureText(sent, numbers, true)} />
      ))}
      {error === undefined ? null : (
        <>
          <dt>{t('Answer')}</dt>
          <dd class="bad">error: {error}</dd>
        </>
      )}
      {result === undefined || result === 'ok' || error !== undefined ? null : (
        <>
          <dt>{t('Answer')}</dt>
          <dd>{result}</dd>
        </>
      )}
    </dl>
  );
}

function SentFact({ id, text }: { readonly id: number; readonly text: string }) {
  return (
    <>
      <dt>{t('Sends')}</dt>
      <dd class="mono" data-segment={id}>
        {text}
      </dd>
    </>
  );
}

/** Each row of the machine with its reason; a clause is named once. */
function Reasons() {
  const rows = store.current.value?.rows ?? [];
  return (
    <>
      {rows.map((row, place) => (
        <p key={place} class="why">
          {inWords(say(row.why))} <Clause of={row.rule} />
        </p>
      ))}
    </>
  );
}
