/** Which moment it is: its number, which can be written, of how many, and when. */
import { useEffect, useRef } from 'preact/hooks';
import { moment } from '../../trace/duration';
import { view } from './steps';
import * as store from './store';
import { t } from './words';

export function StepBox() {
  const field = useRef<HTMLInputElement>(null);
  const [at, last] = [store.at.value, store.last.value];
  useEffect(() => {
    if (field.current !== null) field.current.value = String(at);
  }, [at]);
  const go = (): void => {
    const n = Number(field.current?.value);
    if (Number.isInteger(n)) view(n);
    if (field.current !== null) field.current.value = String(store.at.value);
  };
  return (
    <div class="step-box">
      <label>
        <span class="word">{t('Event')}</span>
        <input
          ref={field}
          id="go-to"
          inputMode="numeric"
          autocomplete="off"
          size={Math.max(2, String(last).length)}
          aria-label={t('Number of the event to go to')}
          title={t('Go to an event ({0})', 'g')}
          onFocus={(event) => event.currentTarget.select()}
          onBlur={go}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' && event.key !== 'Escape') return;
            if (event.key === 'Escape') event.currentTarget.value = String(at);
            event.currentTarget.blur();
          }}
        />
      </label>
      <span class="of">/ {last}</span>
      <span class="time mono">t = {moment(store.current.value?.time ?? 0)}</span>
    </div>
  );
}
