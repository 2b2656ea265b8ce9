/**
 * What happens when the extension itself is wrong.
 *
 * Rule 1: it is said, once for each part of the extension, with what to do next; it is never a silent nothing.
 * Rule 2: what failed changes no text.
 */
import { CancellationError, env, type LogOutputChannel, type MessageItem, version, window } from 'vscode';
import { type Sentence, say } from '../words/sentence';
import { inWords } from './words';

export interface Failures {
  /** What `run` gives; undefined if it throws. `what` is the part of the extension that then does not work. */
  readonly attempt: <T>(what: Sentence, run: () => T | PromiseLike<T>) => Promise<T | undefined>;
}

/** How people are told: a message with buttons, of which one may be chosen. */
export type Tell = (message: string, ...items: readonly MessageItem[]) => PromiseLike<MessageItem | undefined>;

const showError: Tell = (message, ...items) => window.showErrorMessage(message, ...items);

/** `product` is the name and the version of the extension, for the report. */
export function tellFailures(log: LogOutputChannel, product: string, tell: Tell = showError): Failures {
  const told = new Set<string>();

  async function report(what: Sentence, error: unknown): Promise<void> {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    log.error(`${what.text}\n${stack}`);
    if (told.has(what.text)) return;
    told.add(what.text);
    const copy = { title: inWords(say('Copy Report')) };
    const show = { title: inWords(say('Show Log')) };
    const message = say('{0} failed. Your text is as it was. Please report this error.', inWords(what));
    const chosen = await tell(inWords(message), copy, show);
    if (chosen === copy) await env.clipboard.writeText(`${product}, VS Code ${version}\n${what.text}\n${stack}\n`);
    if (chosen === show) log.show();
  }

  return {
    async attempt(what, run) {
      try {
        return await run();
      } catch (error) {
        if (error instanceof CancellationError) throw error;
        // People answer when they like: whoever asked is not kept waiting for it.
        void report(what, error);
        return undefined;
      }
    },
  };
}
