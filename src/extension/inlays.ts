/** The events of each statement and the states of the two peers, behind it. */
import { type Disposable, EventEmitter, InlayHint, languages, MarkdownString } from 'vscode';
import { type StateHint, stateHints } from '../editing/inlays';
import { respelled, type StateSpelling } from '../trace/spelling';
import { say } from '../words/sentence';
import type { Failures } from './failures';
import { DOCUMENTS } from './language';
import { linesOf, positionOf } from './places';
import type { Readings } from './readings';
import type { DocumentRuns } from './runs';
import { onSettingsChange, settings } from './settings';
import { inWords } from './words';

export function inlays(readings: Readings, runs: DocumentRuns, failures: Failures): Disposable[] {
  const changed = new EventEmitter<void>();
  return [
    changed,
    onSettingsChange(() => changed.fire()),
    languages.registerInlayHintsProvider(DOCUMENTS, {
      onDidChangeInlayHints: changed.event,
      provideInlayHints: (document, range) =>
        failures.attempt(say('Showing the states'), async () => {
          const { stateHints: wanted, stateNames } = settings();
          if (!wanted) return [];
          const reading = readings.of(document);
          const played = await runs.of(document);
          return stateHints(reading.document, played.runs, linesOf(range)).map((hint) => inlay(hint, stateNames));
        }),
    }),
  ];
}

function inlay(hint: StateHint, spelling: StateSpelling): InlayHint {
  const { text, events } = hint;
  const [first, last] = events;
  const numbers = first === last ? first : `${first}–${last}`;
  // The number is the one of diagram, ladder and log. A space keeps it off a number at the end of the text.
  const made = new InlayHint(positionOf(hint), ` ${numbers}  ${respelled(text, spelling)}`);
  made.paddingLeft = true;
  const told = first === last ? say('event {0}', first) : say('events {0} to {1}', first, last);
  made.tooltip = new MarkdownString(inWords(told));
  return made;
}
