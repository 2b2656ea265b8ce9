/** While one looks elsewhere: where the debugger is, the way back, and the wish that it comes here. */
import { Button } from './button';
import { post } from './host';
import { viewHost } from './steps';
import * as store from './store';
import { t } from './words';

export function Away() {
  if (!store.away.value) return null;
  const [at, host] = [store.at.value, Math.min(store.hostAt.value, store.last.value)];
  return (
    <div class="bar away">
      <span>{t('Viewing {0}, the debugger is at {1}', at, host)}</span>
      <Button class="link" name={t('Return to where the debugger is')} onClick={viewHost}>
        {t('Return')}
      </Button>
      <Button class="link" name={t('Let the debugger go here')} onClick={() => post({ kind: 'travel', n: at })}>
        {t('Go here in the debugger')}
      </Button>
    </div>
  );
}
