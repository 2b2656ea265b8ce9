/** The filter: plain text, or an expression of the scenario language, which the host evaluates. */
import { useEffect } from 'preact/hooks';
import { post } from './host';
import { Icon } from './icons';
import { matching } from './matching';
import { viewMatch } from './steps';
import * as store from './store';
import { t } from './words';

export function Filter() {
  const text = store.filter.value;
  const [answer, matches] = [store.answered.value, matching.value];
  const known = store.events.value.length;
  const ended = store.unnamed.value !== undefined;
  // Asked anew as the run goes on; not for each key.
  useEffect(() => {
    const wanted = text.trim();
    if (wanted === '') return;
    const timer = setTimeout(() => post({ kind: 'filter', text: wanted }), 150);
    return () => clearTimeout(timer);
  }, [text, known, ended]);
  const isExpression = answer?.text === text.trim() && answer.matches !== undefined;
  return (
    <search class={isExpression ? 'filter expression' : 'filter'}>
      <Icon name="funnel" />
      <input
        id="filter"
        type="text"
        spellcheck={false}
        autocomplete="off"
        value={text}
        placeholder={t('Filter: SYN, or client.state == TIME_WAIT')}
        aria-label={t('Filter: text, or an expression of the scenario language')}
        onInput={(event) => {
          store.filter.value = event.currentTarget.value;
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') viewMatch(event.shiftKey ? -1 : 1);
          else if (event.key === 'Escape') {
            if (store.filter.value === '') event.currentTarget.blur();
            store.filter.value = '';
          } else return;
          event.preventDefault();
        }}
      />
      <output class="count">{matches === undefined ? '' : t('{0} of {1}', matches.size, store.last.value)}</output>
    </search>
  );
}
