/** The line of the scenario that is being executed; pressing it shows the line in its editor. */
import { post } from './host';
import * as store from './store';
import { t } from './words';

export function Statement() {
  const [event, run] = [store.current.value, store.run.value];
  const text = event === undefined ? undefined : run?.lines[event.line - 1];
  if (event === undefined || text === undefined) return null;
  return (
    <button
      type="button"
      class="statement"
      title={t('Show line {0} of the scenario', event.line)}
      onClick={() => post({ kind: 'reveal', n: event.n })}
    >
      <span class="line-number">{event.line}</span>
      <code>{text.trim()}</code>
    </button>
  );
}
