/**
 * Takes in what the host says.
 *
 * Rule: what is malformed changes nothing, and is reported.
 */
import { batch } from '@preact/signals';
import type { TraceEvent } from '../../trace/event';
import { nameOf } from '../guards';
import { isHostMessage } from '../host-message';
import { unpacked } from '../packing';
import type { HostMessage, Subject } from '../protocol';
import { post } from './host';
import * as store from './store';

/** Anything that arrives at the page. */
export function receive(message: unknown): void {
  if (!isHostMessage(message)) {
    post({ kind: 'invalid', what: nameOf(message) });
    return;
  }
  batch(() => take(message));
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
  if (stays) return;
  store.events.value = [];
  store.unnamed.value = undefined;
  store.hostAt.value = 0;
}

const namesOf = (subject: Subject | undefined): string | undefined =>
  subject?.kind === 'run' ? JSON.stringify(subject.scenario.peers.map(({ name }) => name)) : undefined;

function takeEvents({ from, events }: Extract<HostMessage, { readonly kind: 'events' }>): void {
  const rows = store.setup.value?.rows ?? [];
  const known = received;
  const added = events.map((event) => unpacked(event, rows)).filter((event) => event !== undefined);
  const inOrder = from >= 1 && from <= known.length + 1 && added.every(({ n }, index) => n === from + index);
  if (store.run.value === undefined || added.length < events.length || !inOrder) {
    post({ kind: 'invalid', what: `a message "events" from ${from} that does not follow ${known.length} events` });
    return;
  }
  received = from <= known.length ? known.slice(0, from - 1) : known;
  received.push(...added);
  store.unnamed.value = undefined;
  showReceived();
}

/** What has arrived, of which the page shows a copy: the first at once, then however many messages bring it once a frame. */
let received: TraceEvent[] = [];
let waiting = false;

/** A run so long is drawn anew only so often while it grows, in milliseconds: its ladder is laid out as a whole. */
const LONG = 1_000;
const PACE = 250;

function showReceived(): void {
  if (waiting) return;
  const shown = store.events.value.length;
  if (shown === 0) {
    store.events.value = [...received];
    return;
  }
  waiting = true;
  setTimeout(
    // A hidden page has no frames; it shows everything when it is seen again.
    () =>
      requestAnimationFrame(() => {
        waiting = false;
        store.events.value = [...received];
      }),
    received.length > LONG ? PACE : 0,
  );
}
