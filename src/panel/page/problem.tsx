/** Something went wrong, in a sentence, until it is put away. */
import { Button } from './button';
import * as store from './store';
import { inWords, t } from './words';

export function Problem() {
  const sentence = store.problem.value;
  if (sentence === undefined) return null;
  return (
    <div class="bar problem" role="alert">
      <span>{inWords(sentence)}</span>
      <Button
        icon="close"
        name={t('Close')}
        onClick={() => {
          store.problem.value = undefined;
        }}
      />
    </div>
  );
}
