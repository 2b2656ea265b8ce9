/** Expand and Shrink Selection. */
import { type Disposable, languages, SelectionRange } from 'vscode';
import { selectionsAt } from '../editing/selection';
import type { Stretch } from '../editing/span';
import { say } from '../words/sentence';
import type { Failures } from './failures';
import { DOCUMENTS } from './language';
import { placeOf, stretchRange } from './places';
import type { Readings } from './readings';

export const selection = (readings: Readings, failures: Failures): Disposable =>
  languages.registerSelectionRangeProvider(DOCUMENTS, {
    provideSelectionRanges: (document, positions) =>
      failures.attempt(say('Expand selection'), () =>
        positions.map((position) => {
          const stretches = selectionsAt(readings.of(document).document, placeOf(position));
          const nested = stretches.reduceRight<SelectionRange | undefined>(nest, undefined);
          const { range } = document.lineAt(position);
          return nested ?? new SelectionRange(range);
        }),
      ),
  });

const nest = (parent: SelectionRange | undefined, stretch: Stretch): SelectionRange =>
  new SelectionRange(stretchRange(stretch), parent);
