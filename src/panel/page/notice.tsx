/** What stands where there is no run: why, and what can be done. */

import { ask } from './ask';
import { Button } from './button';
import { post } from './host';
import * as store from './store';
import { inWords, t } from './words';

export function Notice() {
  const subject = store.subject.value;
  if (subject?.kind === 'nothing') {
    return (
      <div class="notice" role="status">
        <p>{inWords(subject.why)}</p>
        <p class="offers">
          {subject.offers.map(({ title, command }, place) => (
            <Button
              key={command}
              class={place === 0 ? 'primary' : 'plain'}
              name={title}
              onClick={() => post({ kind: 'run', command })}
            >
              {title}
            </Button>
          ))}
        </p>
      </div>
    );
  }
  if (!store.silent.value) {
    return (
      <p class="notice" role="status">
        {t('Loading')} …
      </p>
    );
  }
  return (
    <div class="notice" role="alert">
      <p>{t('The extension does not answer.')}</p>
      <p class="offers">
        <Button class="primary" name={t('Ask again')} onClick={ask}>
          {t('Ask again')}
        </Button>
      </p>
    </div>
  );
}
