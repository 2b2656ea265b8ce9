/** The text of a tooltip: a name, one sentence, why, the clause, and the name that Linux has for it. */

import type { EdgeId } from '../../diagram/edges';
import { rowsOfEdge } from '../../diagram/state-diagram';
import type { Row } from '../../tcp/fsm';
import { moment } from '../../trace/duration';
import type { TraceSegment } from '../../trace/event';
import { figureText } from '../../trace/segment-text';
import { say } from '../../words/sentence';
import { clauseText } from '../clause';
import { countOfEdge } from '../coverage-shapes';
import { eventWords } from '../log-cells';
import type { Term } from '../protocol';
import { variableName } from '../values';
import type { Pointed } from './pointing';
import * as store from './store';
import { inWords, spelled, t } from './words';

export function TipText({ what }: { readonly what: Pointed }) {
  const glossary = store.setup.value?.glossary;
  switch (what.kind) {
    case 'state':
      return <TermText name={spelled(what.state)} term={glossary?.states[what.state]} />;
    case 'field':
      return <TermText name={variableName(what.field)} term={glossary?.fields[what.field]} />;
    case 'edge':
      return <EdgeText edge={what.edge} />;
    case 'segment':
      return <SegmentText id={what.id} />;
    case 'event':
      return <EventText n={what.n} />;
  }
}

function TermText({ name, term }: { readonly name: string; readonly term: Term | undefined }) {
  return (
    <>
      <b class="mono">{name}</b>
      {term === undefined ? null : (
        <>
          <p>{inWords(term.meaning)}</p>
          <p class="muted">
            {[
              ...(term.clause === undefined ? [] : [term.clause]),
              ...(term.linux === undefined ? [] : [`Linux: ${term.linux}`]),
            ].join(' · ')}
          </p>
        </>
      )}
    </>
  );
}

const MOST_ROWS = 4;

function EdgeText({ edge }: { readonly edge: string }) {
  const machine = store.setup.value?.rows ?? [];
  const [from = '', to = ''] = edge.split('>');
  const own = from === to ? [] : rowsOfEdge(edge as EdgeId, machine); // an id that is none has no rows
  const counts = store.coverage.value;
  const count = counts === undefined ? undefined : countOfEdge(edge, machine, counts.counts);
  return (
    <>
      <b class="mono">
        {spelled(from)} → {spelled(to)}
      </b>
      {own.slice(0, MOST_ROWS).map((row) => (
        <RowText key={`${row.event} ${row.guard}`} row={row} />
      ))}
      {own.length > MOST_ROWS ? <p class="muted">{t('and {0} more', own.length - MOST_ROWS)}</p> : null}
      {own.length === 0 ? <p>{t('Two rows of one segment: its ACK of the FIN, then its FIN.')}</p> : null}
      {count === undefined ? null : (
        <p>
          <b>{t('Taken by {0} of {1} scenarios', count, counts?.scenarios ?? 0)}</b>
        </p>
      )}
    </>
  );
}

function RowText({ row }: { readonly row: Row }) {
  return (
    <p>
      <span class="mono">
        {row.event}
        {row.guard === undefined ? '' : ` [${row.guard}]`}
      </span>
      <br />
      {inWords(say(row.why))} <span class="muted">{clauseText(row.rule)}</span>
    </p>
  );
}

/** Where a segment is first met: the event that sends it, or the one at which it shows. */
function segmentWith(id: number): TraceSegment | undefined {
  for (const { segment, sends } of store.events.value) {
    const found = segment?.id === id ? segment : sends.find((sent) => sent.id === id);
    if (found !== undefined) return found;
  }
  return undefined;
}

function SegmentText({ id }: { readonly id: number }) {
  const segment = segmentWith(id);
  if (segment === undefined) return null;
  const { options } = segment;
  const shown = [
    ...(options.mss === undefined ? [] : [`MSS=${options.mss}`]),
    ...(options.wscale === undefined ? [] : [`WS=${options.wscale}`]),
    ...(options.sackok ? ['SACK-permitted'] : []),
    ...(options.sack ?? []).map(([first, end]) => `SACK=${first}-${end}`),
    ...(options.tsval === undefined ? [] : [`TSval=${options.tsval} TSecr=${options.tsecr ?? 0}`]),
  ];
  const tags = store.notes.value.get(id);
  return (
    <>
      <b>
        {segment.from} → {segment.to}
      </b>
      <p class="mono">{figureText(segment, store.settings.value.numbers, true)}</p>
      {shown.length === 0 ? null : <p class="mono">{shown.join(' ')}</p>}
      {tags === undefined ? null : <p class="tags">{tags.join(' ')}</p>}
      <p class="muted">
        {segment.sent === undefined
          ? t('Injected at {0}', moment(segment.sentAt))
          : t('Sent by event {0} at {1}, due at {2}', segment.sent, moment(segment.sentAt), moment(segment.due))}
      </p>
    </>
  );
}

function EventText({ n }: { readonly n: number }) {
  const event = store.events.value[n - 1];
  if (event === undefined) return <b>{t('Before the first event')}</b>;
  return (
    <>
      <b>
        {t('Event {0}', n)} · {event.peer === undefined ? '' : `${event.peer}: `}
        {eventWords(event, inWords)}
      </b>
      {event.text === undefined ? null : <p>{inWords(event.text)}</p>}
      {event.rows.map((row) => (
        <RowText key={`${row.event} ${row.guard} ${row.from}`} row={row} />
      ))}
      <p class="muted">{moment(event.time)}</p>
    </>
  );
}
