/** What a screen reader says after each step. */
import { momentWords } from './moment-words';
import * as store from './store';

export const Live = () => (
  <p class="unseen" role="status">
    {store.run.value === undefined ? '' : momentWords.value}
  </p>
);
