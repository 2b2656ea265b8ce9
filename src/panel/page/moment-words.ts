/** The moment that is shown, as a sentence: what a screen reader says of the scrubber and after each step. */
import { computed } from '@preact/signals';
import { statesAt } from '../../diagram/scene';
import { moment } from '../../trace/duration';
import { eventWords } from '../log-cells';
import { scene } from './scene';
import * as store from './store';
import { inWords, spelled, t } from './words';

/** The states of both peers: `client ESTABLISHED, server SYN_RCVD`. */
export const stateWords = computed(() => {
  const shown = scene.value;
  if (shown === undefined) return '';
  const states = statesAt(shown, store.at.value);
  return shown.trace.scenario.peers.map(({ name }, peer) => `${name} ${spelled(states[peer] ?? '?')}`).join(', ');
});

export const momentWords = computed(() => {
  const event = store.current.value;
  if (event === undefined) return t('Before the first of {0} events. {1}.', store.last.value, stateWords.value);
  const what = eventWords(event, inWords);
  const whose = event.peer === undefined ? what : `${event.peer}: ${what}`;
  return t('Event {0} of {1}, {2}. {3}. {4}.', event.n, store.last.value, moment(event.time), whose, stateWords.value);
});
