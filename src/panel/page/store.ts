/**
 * What the page knows, as signals: what the host has said, and what the person has chosen.
 *
 * Rule: what can be computed is computed; nothing is kept twice.
 */
import { computed, signal } from '@preact/signals';
import { initials, peerOf } from '../../diagram/scene';
import { decimalsFor } from '../../trace/duration';
import type { TraceEvent, TraceSegment } from '../../trace/event';
import { failuresOf } from '../../trace/judgments';
import type { ShownTrace } from '../../trace/trace';
import type { Sentence } from '../../words/sentence';
import { stretchesOf } from '../chapters';
import type { HostMessage, Run, Settings, Subject } from '../protocol';
import { segmentNotes } from '../wireshark';
import { storedState } from './host';
import { type Clock, type Kept, readKept, type Views } from './kept';

type Setup = Extract<HostMessage, { readonly kind: 'setup' }>;

const kept: Kept = readKept(storedState());

// ---------------------------------------------------------------- said by the host

export const setup = signal<Setup | undefined>(undefined);
export const settings = signal<Settings>({ numbers: 'relative', stateNames: 'FIN_WAIT_1' });
export const subject = signal<Subject | undefined>(undefined);
export const events = signal<readonly TraceEvent[]>([]);
/** Whether enough is known of the run for its first picture. */
export const isTold = signal(false);
/** What nothing named at the end of the run; undefined while it goes on. */
export const unnamed = signal<readonly TraceSegment[] | undefined>(undefined);
/** After which event the host stands. */
export const hostAt = signal(0);
/** Whether it has said so of this run. */
export const hostHasStood = signal(false);
export const coverage = signal<{ readonly counts: readonly number[]; readonly scenarios: number } | undefined>(
  undefined,
);
/** The numbers for which an expression holds; undefined as long as the filter is plain text. */
export const answered = signal<
  { readonly text: string; readonly matches: ReadonlySet<number> | undefined } | undefined
>(undefined);
export const problem = signal<Sentence | undefined>(undefined);
/** Whether the host has been silent for so long that one should know. */
export const silent = signal(false);

// ---------------------------------------------------------------- chosen by the person

/** The moment that is looked at; undefined: where the host is. */
export const viewing = signal<number | undefined>(kept.viewing);
export const filter = signal(kept.filter);
export const views = signal<Views>(kept.views);
export const coverageWanted = signal(kept.coverage);
export const clock = signal<Clock>(kept.clock);
export const logTop = signal(kept.logTop);
export const playing = signal(false);
export const helping = signal(false);
/** The run that was shown before a reload. */
const before = kept.subject;

// ---------------------------------------------------------------- computed

export const run = computed<Run | undefined>(() => (subject.value?.kind === 'run' ? subject.value : undefined));
/** The number of the last event. */
export const last = computed(() => events.value.length);
/** The moment that is shown: after this event; 0 is before the first. */
export const at = computed(() => Math.min(viewing.value ?? hostAt.value, last.value));
/** The event that led to the moment that is shown. */
export const current = computed<TraceEvent | undefined>(() => events.value[at.value - 1]);
/** Whether a debugger stands elsewhere. */
export const away = computed(() => run.value?.source === 'debugger' && at.value !== Math.min(hostAt.value, last.value));

/** The letter that stands for each peer, or a number where both have the same. */
export const peerLetters = computed(() => (run.value === undefined ? ['1', '2'] : initials(run.value)));

/** Which of the two peers has this name. */
export const peerNamed = (name: string | undefined): 0 | 1 | undefined =>
  run.value === undefined ? undefined : peerOf({ peer: name }, run.value);

export const trace = computed<ShownTrace | undefined>(() =>
  run.value === undefined
    ? undefined
    : { scenario: run.value.scenario, events: events.value, unnamed: unnamed.value ?? [] },
);
export const notes = computed(() => segmentNotes(events.value));
/** When the first SYN was sent. */
export const firstSyn = computed(
  () => events.value.find(({ sends }) => sends.some(({ flags }) => flags.includes('SYN')))?.time,
);
/** Digits after the point that the times need. */
export const decimals = computed(() => decimalsFor(events.value.map(({ time }) => time)));

/** How much there is, so far. */
export const counts = computed(() => {
  const ids = new Set<number>();
  let [lost, failed] = [0, 0];
  for (const event of events.value) {
    for (const { id } of event.sends) ids.add(id);
    if (event.segment !== undefined) ids.add(event.segment.id);
    if (event.kind === 'lost') lost += 1;
    failed += failuresOf(event).length;
  }
  return { events: events.value.length, segments: ids.size, lost, failed };
});
export const chapters = computed(() => (trace.value === undefined ? [] : stretchesOf(trace.value)));

/** The run that is shown, or was before a reload. */
export const shownRun = computed(() =>
  run.value === undefined ? before : { uri: run.value.uri, scenario: run.value.scenario.name },
);

/** What is kept over a reload. */
export const keeping = computed<Kept>(() => ({
  version: 1,
  subject: shownRun.value,
  viewing: viewing.value,
  filter: filter.value,
  views: views.value,
  coverage: coverageWanted.value,
  clock: clock.value,
  logTop: logTop.value,
}));
