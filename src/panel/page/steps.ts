/** Going from moment to moment. Nothing runs: what has been recorded is looked at. */
import { changesState } from '../../trace/states';
import { pointAt } from './following';
import { post } from './host';
import { matching } from './matching';
import * as store from './store';

/**
 * Shows the moment after event `n`; the moment where the debugger stands is followed from then on. `target` is what one
 * has pointed at.
 */
export function view(n: number, target: EventTarget | null = null): void {
  const to = Math.max(0, Math.min(n, store.last.value));
  const follows = store.run.value?.source === 'debugger' && to === store.hostAt.value;
  if (to === store.at.value && (store.viewing.value !== undefined || follows)) return;
  if (to !== store.at.value) pointAt(target);
  store.viewing.value = follows ? undefined : to;
  post({ kind: 'viewing', n: to });
}

export const viewNext = (): void => view(store.at.value + 1);
export const viewPrevious = (): void => view(store.at.value - 1);
export const viewFirst = (): void => view(0);
export const viewLast = (): void => view(store.last.value);
/** Back to where the debugger stands. */
export const viewHost = (): void => view(store.hostAt.value);

export function viewNextChange(): void {
  const next = store.events.value.find((event) => event.n > store.at.value && changesState(event));
  if (next !== undefined) view(next.n);
}

export function viewPreviousChange(): void {
  const previous = store.events.value.findLast((event) => event.n < store.at.value && changesState(event));
  view(previous?.n ?? 0);
}

/** The next event that the filter leaves, in either direction, around the end. */
export function viewMatch(direction: 1 | -1): void {
  const numbers = matching.value;
  if (numbers === undefined || numbers.size === 0) return;
  const sorted = [...numbers].sort((a, b) => a - b);
  const found = direction === 1 ? sorted.find((n) => n > store.at.value) : sorted.findLast((n) => n < store.at.value);
  view(found ?? (direction === 1 ? sorted[0] : sorted.at(-1)) ?? store.at.value);
}

const PACE = 800;
let timer: ReturnType<typeof setInterval> | undefined;

/** Plays on from here, or from the beginning at the end; or stops. */
export function togglePlaying(): void {
  if (store.playing.value) stopPlaying();
  else if (store.last.value > 0) play();
}

function play(): void {
  if (store.at.value === store.last.value) viewFirst();
  store.playing.value = true;
  timer = setInterval(() => {
    if (!store.playing.value || store.at.value >= store.last.value) stopPlaying();
    else viewNext();
  }, PACE);
}

export function stopPlaying(): void {
  clearInterval(timer);
  store.playing.value = false;
}
