/** What can be taken out of the panel: the run as text. */

import { ladderIn } from '../../trace/ladder';
import { type Sentence, say } from '../../words/sentence';
import { post } from './host';
import * as store from './store';

export interface Export {
  readonly name: Sentence;
  readonly detail: Sentence;
  readonly run: () => void;
}

/** The whole run in the style of the RFC's figures. */
function text(): string | undefined {
  const trace = store.trace.value;
  return trace && `${[...ladderIn(store.settings.value.numbers, trace)].join('\n')}\n`;
}

/** What a file is called that is made of this run. */
function name(): string {
  const letters = store.run.value?.scenario.name ?? '';
  return letters.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '') || 'scenario';
}

/** What cannot be made is said, not swallowed. */
function tried(work: () => string | undefined, then: (content: string) => void): void {
  try {
    const content = work();
    if (content !== undefined) then(content);
  } catch (error) {
    store.problem.value = say('It could not be made: {0}', error instanceof Error ? error.message : String(error));
  }
}

export const EXPORTS: readonly Export[] = [
  {
    name: say('Ladder as text'),
    detail: say("in the style of the RFC's figures"),
    run: () => tried(text, (content) => post({ kind: 'save', as: 'txt', name: name(), content })),
  },
  {
    name: say('Copy as text'),
    detail: say('the same, to the clipboard'),
    run: () => tried(text, (content) => post({ kind: 'copy', text: content })),
  },
];
