/** What a debug session shows in the text: values behind the lines that name them, and of what is under the pointer. */
import { type Disposable, EvaluatableExpression, InlineValueEvaluatableExpression, languages } from 'vscode';
import { evaluatableAt, valuesNamed } from '../editing/evaluatable';
import { say } from '../words/sentence';
import type { Failures } from './failures';
import { DOCUMENTS } from './language';
import { linesOf, placeOf, rangeOf } from './places';
import type { Readings } from './readings';

export const debugValues = (readings: Readings, failures: Failures): Disposable[] => [
  languages.registerInlineValuesProvider(DOCUMENTS, {
    provideInlineValues: (document, viewPort, { stoppedLocation }) =>
      failures.attempt(say('Showing values behind the lines'), () =>
        valuesNamed(readings.of(document).document, linesOf(viewPort), stoppedLocation.end.line).map(
          (value) => new InlineValueEvaluatableExpression(rangeOf(value), value.expression),
        ),
      ),
  }),
  languages.registerEvaluatableExpressionProvider(DOCUMENTS, {
    provideEvaluatableExpression: (document, position) =>
      failures.attempt(say('Showing the value under the pointer'), () => {
        const found = evaluatableAt(readings.of(document).document, placeOf(position));
        return found && new EvaluatableExpression(rangeOf(found), found.expression);
      }),
  }),
];
