/** What was judged at this event: that it held, or what was expected and what was there. */

import type { Judgment } from '../../trace/event';
import { judgmentsOf } from '../../trace/judgments';
import * as store from './store';
import { inWords, t } from './words';

export function Verdicts() {
  const event = store.current.value;
  const judged = event === undefined ? [] : judgmentsOf(event);
  return judged.length === 0 ? null : (
    <ul class="verdicts">
      {judged.map((judgment, place) => (
        <Verdict key={place} judgment={judgment} />
      ))}
    </ul>
  );
}

function Verdict({ judgment: { ok, line, message, expected, actual, hints } }: { readonly judgment: Judgment }) {
  return (
    <li class={ok ? 'held' : 'failed'}>
      <b>
        {ok ? '✓' : '✗'} {t('line {0}: {1}', line, message)}
      </b>
      {ok ? null : (
        <dl class="facts">
          <dt>{t('expected')}</dt>
          <dd>{words(expected)}</dd>
          <dt>{t('actual')}</dt>
          <dd>{words(actual)}</dd>
        </dl>
      )}
      {hints.map((hint) => (
        <p key={hint.text}>{inWords(hint)}</p>
      ))}
    </li>
  );
}

const words = (given: Judgment['expected']): string => (typeof given === 'string' ? given : inWords(given));
