/** The keys of the page. None of them works while one writes, and none takes a key from VS Code. */
import { toggleNumbers } from './choices';
import {
  togglePlaying,
  viewFirst,
  viewLast,
  viewNext,
  viewNextChange,
  viewPrevious,
  viewPreviousChange,
} from './steps';
import * as store from './store';

const focus = (id: string): void => document.getElementById(id)?.focus();

const KEYS: Readonly<Record<string, () => void>> = {
  ArrowRight: viewNext,
  l: viewNext,
  ArrowLeft: viewPrevious,
  h: viewPrevious,
  Home: viewFirst,
  End: viewLast,
  ' ': togglePlaying,
  ']': viewNextChange,
  '[': viewPreviousChange,
  '/': () => focus('filter'),
  g: () => focus('go-to'),
  s: toggleNumbers,
  '?': () => {
    store.helping.value = true;
  },
};

/** Where a key means something else: text is written, a button is pressed, a dialog is open. */
function isTaken(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest('input, textarea, select, dialog, [role=menu]') !== null) return true;
  return key === ' ' && target.closest('button, a, [role=button]') !== null;
}

/** Does what a key means. */
export function press(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (store.run.value === undefined && event.key !== '?') return;
  const work = Object.hasOwn(KEYS, event.key) ? KEYS[event.key] : undefined;
  if (work === undefined || isTaken(event.target, event.key)) return;
  event.preventDefault();
  work();
}
