/**
 * Takes in what the host says.
 *
 * Rule 1: what is malformed changes nothing, and is reported.
 * Rule 2: however much is said, it is taken in once a frame, and in turn. The first picture of a run is that of its
 *         moment: all that it needs is taken at once, and what comes later waits until it is drawn.
 */
import { batch } from '@preact/signals';
import type { TraceEvent } from '../../trace/event';
import { nameOf } from '../guards';
import { isHostMessage, readEvents } from '../host-message';
import type { HostMessage, Subject } from '../protocol';
import { post } from './host';
import * as store from './store';

/** What has arrived and waits for its turn. To read its data costs time: it is not done before. */
const inbox: { readonly data: unknown }[] = [];
let awake = false;

/** Anything that arrives at the page. */
export function receive(message: { readonly data: unknown }): void {
  inbox.push(message);
  wake();
}

/** A hidden page has no frames; it takes everything in when it is seen again. */
function wake(): void {
  if (awake) return;
  awake = true;
  requestAnimationFrame(takeInTurn);
}

/** So long a frame may go on taking, in milliseconds, when its first picture is drawn. */
const SLICE = 8;

function takeInTurn(): void {
  awake = false;
  const begun = performance.now();
  batch(() => {
    while (inbox.length > 0 && (lacksPicture() || performance.now() - begun < SLICE)) read(inbox.shift()?.data);
    showReceived();
  });
  if (inbox.length > 0) wake();
}

function read(message: unknown): void {
  if (isHostMessage(message)) take(message);
  else post({ kind: 'invalid', what: nameOf(message) });
}

function take(message: HostMessage): void {
  store.silent.value = false;
  switch (message.kind) {
    case 'setup':
      store.setup.value = message;
      store.settings.value = message.settings;
      document.documentElement.lang = message.language;
      return;
    case 'settings':
      store.settings.value = message.settings;
      return;
    case 'subject':
      show(message.subject);
      return;
    case 'events':
      takeEvents(message);
      return;
    case 'ended':
      store.unnamed.value = message.unnamed;
      return;
    case 'moment':
      // A debugger that has moved is followed; a reload only hears again where it stood.
      if (store.hostAt.value !== message.at && store.hostHasStood.value) store.viewing.value = undefined;
      store.hostAt.value = message.at;
      store.hostHasStood.value = true;
      return;
    case 'coverage':
      store.coverage.value = message;
      return;
    case 'filtered':
      store.answered.value = {
        text: message.text,
        matches: message.matches === undefined ? undefined : new Set(message.matches),
      };
      return;
    case 'problem':
      store.problem.value = message.sentence;
  }
}

/**
 * Where one looked is kept if it is the run that was shown before; of another, nothing is. A run of the same peers stays
 * in sight until its first events come, so that nothing flickers.
 */
function show(subject: Subject): void {
  const known = store.shownRun.value;
  const same = subject.kind === 'run' && known?.uri === subject.uri && known.scenario === subject.scenario.name;
  const stays = same && namesOf(store.subject.value) === namesOf(subject);
  if (!same) store.viewing.value = undefined;
  store.playing.value = false;
  store.subject.value = subject;
  store.hostHasStood.value = false;
  store.answered.value = undefined;
  received = [];
  isBehind = !stays;
  if (stays) return;
  store.isTold.value = false;
  store.events.value = [];
  store.unnamed.value = undefined;
  store.hostAt.value = 0;
}

const namesOf = (subject: Subject | undefined): string | undefined =>
  subject?.kind === 'run' ? JSON.stringify(subject.scenario.peers.map(({ name }) => name)) : undefined;

function takeEvents({ from, events }: Extract<HostMessage, { readonly kind: 'events' }>): void {
  const added = readEvents(events, store.setup.value?.rows ?? []);
  const follows = from >= 1 && from <= received.length + 1 && added?.every(({ n }, index) => n === from + index);
  if (store.run.value === undefined || added === undefined || !follows) {
    const where = added === undefined ? '' : ` from ${from} that does not follow ${received.length} events`;
    post({ kind: 'invalid', what: `a message "events"${where}` });
    return;
  }
  received.splice(from - 1, Number.POSITIVE_INFINITY, ...added);
  isBehind = true;
  store.unnamed.value = undefined;
}

/** All events that have arrived, of which the page shows a copy, and whether there are some that it does not show. */
let received: TraceEvent[] = [];
let isBehind = false;
let later: ReturnType<typeof setTimeout> | undefined;

/** So many events after the moment are in the first picture of a run, if they are there. */
const AHEAD = 100;
/** A run so long is drawn anew only so often while it grows, in milliseconds: its ladder is laid out as a whole. */
const LONG = 1_000;
const PACE = 250;

/** The moment that is to be shown, as soon as it is known. */
const wanted = (): number => store.viewing.value ?? store.hostAt.value;

/** Whether nothing of the run is drawn yet, and what is wanted may still be on its way. */
const lacksPicture = (): boolean =>
  !store.isTold.value && store.unnamed.value === undefined && received.length < wanted() + AHEAD;

/** A run that has come to its end is drawn at once; another when its moment is known, and no oftener than it should. */
function showReceived(): void {
  if (!isBehind) return;
  const grows = store.unnamed.value === undefined;
  const waits = store.isTold.value ? received.length > LONG : received.length < Math.max(1, wanted());
  if (grows && waits) {
    later ??= setTimeout(() => requestAnimationFrame(draw), PACE);
    return;
  }
  draw();
}

function draw(): void {
  clearTimeout(later);
  later = undefined;
  if (!isBehind) return;
  isBehind = false;
  store.isTold.value = true;
  store.events.value = [...received];
}
