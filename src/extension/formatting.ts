/** Format Document, and formatting of the line that Enter leaves. */
import { type Disposable, languages } from 'vscode';
import { formatted, formattedAbove } from '../editing/format';
import { say } from '../words/sentence';
import type { Failures } from './failures';
import { DOCUMENTS } from './language';
import { textEdits } from './places';
import type { Readings } from './readings';
import { replacing } from './replacement';

const WHAT = say('Formatting');

export function formatting(readings: Readings, failures: Failures): Disposable[] {
  return [
    languages.registerDocumentFormattingEditProvider(DOCUMENTS, {
      provideDocumentFormattingEdits: (document) =>
        failures.attempt(WHAT, () => {
          const reading = readings.of(document);
          return replacing(reading, formatted(reading.document));
        }),
    }),
    languages.registerOnTypeFormattingEditProvider(
      DOCUMENTS,
      {
        provideOnTypeFormattingEdits: (document, { line }) =>
          failures.attempt(WHAT, () => textEdits(formattedAbove(readings.of(document).document, line))),
      },
      '\n',
    ),
  ];
}
