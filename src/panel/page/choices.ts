/** What the person chooses: which pictures, which numbers, coverage. */
import type { Numbers } from '../../trace/segment-text';
import { post } from './host';
import type { Views } from './kept';
import { CLOCKS } from './kept';
import * as store from './store';

/** One of the pictures at least is shown. */
export function toggleView(view: keyof Views): void {
  const views = { ...store.views.value, [view]: !store.views.value[view] };
  if (views.diagram || views.ladder || views.log) store.views.value = views;
}

export function toggleNumbers(): void {
  const numbers: Numbers = store.settings.value.numbers === 'relative' ? 'absolute' : 'relative';
  store.settings.value = { ...store.settings.value, numbers };
  post({ kind: 'settings', settings: store.settings.value });
}

export function toggleCoverage(): void {
  store.coverageWanted.value = !store.coverageWanted.value;
  if (!store.coverageWanted.value) store.coverage.value = undefined;
  post({ kind: 'coverage', wanted: store.coverageWanted.value });
}

/** The next way to tell when. */
export function toggleClock(): void {
  store.clock.value = CLOCKS[(CLOCKS.indexOf(store.clock.value) + 1) % CLOCKS.length] ?? 'absolute';
}
