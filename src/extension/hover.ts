/** What a word means, and what was sent on a segment line. */
import { type Disposable, Hover, languages, MarkdownString } from 'vscode';
import { hoverAt } from '../editing/hover';
import { markdownOf } from '../editing/markdown';
import { say } from '../words/sentence';
import type { Failures } from './failures';
import { DOCUMENTS } from './language';
import { placeOf, rangeOf } from './places';
import type { Readings } from './readings';
import type { DocumentRuns } from './runs';
import { settings } from './settings';
import { respelledParagraph, respelling } from './spelling';
import { translate } from './words';

export const hover = (readings: Readings, runs: DocumentRuns, failures: Failures): Disposable =>
  languages.registerHoverProvider(DOCUMENTS, {
    provideHover: (document, position) =>
      failures.attempt(say('Showing what is under the pointer'), async () => {
        const reading = readings.of(document);
        const played = await runs.of(document);
        const { sequenceNumbers, stateNames } = settings();
        const found = hoverAt(reading.document, placeOf(position), played.runs, sequenceNumbers);
        if (found === undefined) return undefined;
        const paragraphs = found.paragraphs.map((paragraph) => respelledParagraph(paragraph, stateNames));
        return new Hover(
          new MarkdownString(markdownOf(paragraphs, respelling(translate, stateNames))),
          rangeOf(found.span),
        );
      }),
  });
