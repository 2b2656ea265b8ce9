/** The keys, in a dialog. */
import { useEffect, useRef } from 'preact/hooks';
import { type Sentence, say } from '../../words/sentence';
import { Button } from './button';
import * as store from './store';
import { inWords, t } from './words';

/** Each with what it does. F10 and F11 stay the debugger's. */
const KEYS: readonly (readonly [readonly string[], Sentence])[] = [
  [['→', 'l'], say('Next event')],
  [['←', 'h'], say('Previous event')],
  [[']'], say('Next change of state')],
  [['['], say('Previous change of state')],
  [['Home'], say('Before the first event')],
  [['End'], say('Last event')],
  [['Space'], say('Play, or stop playing')],
  [['/'], say('Filter; Enter and Shift+Enter go through what it leaves')],
  [['g'], say('Go to an event by its number')],
  [['s'], say('Relative or absolute sequence numbers')],
  [['Enter'], say('In the log: show the line of the scenario')],
  [['?'], say('These keys')],
];

export function Help() {
  const dialog = useRef<HTMLDialogElement>(null);
  const open = store.helping.value;
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  const close = (): void => {
    store.helping.value = false;
  };
  return (
    <dialog ref={dialog} class="help" aria-label={t('Keys')} onClose={close}>
      <h2>{t('Keys')}</h2>
      <dl>
        {KEYS.map(([keys, meaning]) => (
          <div key={meaning.text}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key === 'Space' ? t('Space') : key}</kbd>
              ))}
            </dt>
            <dd>{inWords(meaning)}</dd>
          </div>
        ))}
      </dl>
      <p class="muted">
        {t('A click shows a moment and runs nothing; a double click shows the line. F10 and F11 move the debugger.')}
      </p>
      <Button class="primary" name={t('Close')} onClick={close}>
        {t('Close')}
      </Button>
    </dialog>
  );
}
