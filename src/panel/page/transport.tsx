/** First, previous, play, next, last. */
import { Button } from './button';
import { togglePlaying, viewFirst, viewLast, viewNext, viewPrevious } from './steps';
import * as store from './store';
import { t } from './words';

export function Transport() {
  const [at, last, playing] = [store.at.value, store.last.value, store.playing.value];
  return (
    <div class="transport" role="group" aria-label={t('Go through the run')}>
      <Button icon="first" name={t('First')} keys="Home" disabled={at === 0} onClick={viewFirst} />
      <Button icon="previous" name={t('Previous')} keys="←, h" disabled={at === 0} onClick={viewPrevious} />
      <Button
        icon={playing ? 'pause' : 'play'}
        class="primary round"
        name={playing ? t('Stop playing') : t('Play')}
        keys={t('Space')}
        disabled={last === 0}
        onClick={togglePlaying}
      />
      <Button icon="next" name={t('Next')} keys="→, l" disabled={at === last} onClick={viewNext} />
      <Button icon="last" name={t('Last')} keys="End" disabled={at === last} onClick={viewLast} />
    </div>
  );
}
