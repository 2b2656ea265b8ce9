/** The first word is the page's: it asks what there is to show. */
import { post } from './host';
import * as store from './store';

const PATIENCE = 5_000;

/** Asks the host; if it says nothing for a while, one is told. */
export function ask(): void {
  store.silent.value = false;
  post({ kind: 'ready', subject: store.shownRun.value });
  if (store.coverageWanted.value) post({ kind: 'coverage', wanted: true });
  setTimeout(() => {
    store.silent.value = store.subject.value === undefined;
  }, PATIENCE);
}
