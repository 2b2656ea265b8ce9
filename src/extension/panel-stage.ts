/**
 * Every page of the panel, and the one exhibit that all of them show.
 *
 * Rule: a page is told everything when it asks, and from then on what is new; so it does not matter when it is opened,
 *       moved or loaded again.
 */
import type { Disposable } from 'vscode';
import type { PageMessage } from '../panel/protocol';
import { type Sentence, say } from '../words/sentence';
import type { Failures } from './failures';
import { act, copy, keepSettings, lookAt, openClause, reveal, save, travel, write } from './panel-answers';
import type { Exhibit } from './panel-exhibit';
import { momentLine } from './panel-lines';
import { type Page, setupMessage, shownSettings } from './panel-page';
import { onSettingsChange } from './settings';

export interface Stage extends Disposable {
  /** Shows something else. The stage owns none of what it shows. */
  readonly show: (exhibit: Exhibit) => void;
  readonly add: (page: Page) => Disposable;
  /** There is a page, shown or hidden. */
  readonly isOpen: () => boolean;
  /** There is a page that one can see. */
  readonly isSeen: () => boolean;
}

/** What a stage cannot do by itself. */
export interface Prompter {
  /** A page was loaded that showed this before, and nothing is shown now. */
  readonly restore: (uri: string, scenario: string) => void;
  readonly coverage: (page: Page, wanted: boolean) => Promise<void>;
  readonly log: (what: string) => void;
}

const WHAT = say('The panel');

export function panelStage(first: Exhibit, prompter: Prompter, failures: Failures): Stage {
  const pages = new Set<Page>();
  const asked = new Set<Page>();
  const line = momentLine();
  let shown = first;
  let listening = listen();

  function listen(): Disposable {
    return shown.story.onTold((message) => {
      for (const page of asked) page.tell(message);
      if (message.kind === 'moment') line.mark(undefined, undefined);
    });
  }

  const tellAll = (page: Page): void => {
    for (const message of shown.story.whole()) page.tell(message);
  };

  const settingsChange = onSettingsChange(() => {
    for (const page of asked) page.tell({ kind: 'settings', settings: shownSettings() });
  });

  async function answer(page: Page, message: PageMessage): Promise<void> {
    switch (message.kind) {
      case 'ready':
        asked.add(page);
        page.tell(setupMessage());
        if (message.subject !== undefined && shown.story.subject.kind === 'nothing') {
          prompter.restore(message.subject.uri, message.subject.scenario);
        }
        return tellAll(page);
      case 'viewing':
        return lookAt(shown, message.n, line);
      case 'reveal':
        return reveal(shown, message.n);
      case 'travel':
        return travel(shown, message.n, page);
      case 'run':
        return act(shown, message.command);
      case 'open':
        return openClause(message);
      case 'save':
        return save(message, shown);
      case 'write':
        return write(message, shown);
      case 'copy':
        return copy(message.text);
      case 'filter':
        return page.tell({ kind: 'filtered', text: message.text, matches: await shown.where(message.text) });
      case 'coverage':
        return prompter.coverage(page, message.wanted);
      case 'settings':
        return keepSettings(message);
      case 'invalid':
        return prompter.log(`The panel's page did not understand ${message.what}.`);
      case 'failed':
        throw Object.assign(new Error(message.message), { stack: message.stack });
    }
  }

  return {
    show(exhibit) {
      if (exhibit === shown) return;
      listening.dispose();
      line.mark(undefined, undefined);
      shown = exhibit;
      listening = listen();
      for (const page of asked) tellAll(page);
    },
    add(page) {
      pages.add(page);
      const answering = page.onSaid((message) => {
        void failures.attempt(whatFails(message), () => answer(page, message));
      });
      return {
        dispose() {
          answering.dispose();
          pages.delete(page);
          void prompter.coverage(page, false);
          asked.delete(page);
          if (pages.size === 0) line.mark(undefined, undefined);
        },
      };
    },
    isOpen: () => pages.size > 0,
    isSeen: () => [...pages].some((page) => page.isVisible()),
    dispose() {
      listening.dispose();
      settingsChange.dispose();
      line.dispose();
    },
  };
}

const whatFails = ({ kind }: PageMessage): Sentence =>
  kind === 'save' || kind === 'write' ? say('Saving what the panel shows') : WHAT;
