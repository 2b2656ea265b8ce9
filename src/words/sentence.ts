/**
 * What people read, made where it arises and translated at the edge.
 *
 * Rule 1: `text` is the English sentence and the key of its translation; `{0}`, `{1}` stand for the arguments.
 * Rule 2: protocol words (states, flags, TCB fields) are arguments or stay as the RFC spells them.
 */
export interface Sentence {
  readonly text: string;
  readonly arguments: readonly (string | number)[];
}

/** `say('unknown peer "{0}"', 'clinet')`: a sentence and its arguments, not yet put together. */
export function say(text: string, ...args: readonly (string | number)[]): Sentence {
  return { text, arguments: args };
}

/** The sentence as one reads it. `translate` turns the English key into another language's; JSON output leaves it out. */
export function render(sentence: Sentence, translate: (text: string) => string = (text) => text): string {
  return translate(sentence.text).replace(/\{(\d+)\}/g, (whole, index: string) =>
    String(sentence.arguments[Number(index)] ?? whole),
  );
}
