/**
 * What people read, made where it arises and translated at the edge.
 *
 * Rule 1: `text` is the English sentence and the key of its translation; `{0}`, `{1}` stand for the arguments. It stands
 *         as a literal in `say('...')`, or in a table whose texts `test/words/keys.ts` knows: a test finds every one
 *         of them, and each must have its translation in `l10n/`.
 * Rule 2: protocol words (states, flags, TCB fields) and what the author wrote are arguments, or stay as the RFC spells
 *         them. English words that are an argument are a sentence themselves, so that they are translated too.
 */
export interface Sentence {
  readonly text: string;
  readonly arguments: readonly Argument[];
}

/** A sentence, or what is the same in every language: protocol words, and what the author wrote. */
export type Words = Sentence | string;

export type Argument = Words | number;

/** `say('unknown peer "{0}"', 'clinet')`: a sentence and its arguments, not yet put together. */
export function say(text: string, ...args: readonly Argument[]): Sentence {
  return { text, arguments: args };
}

/** Turns the English key into another language's text. */
export type Translate = (english: string) => string;

/** As it is: the language of JSON output, and of every key. */
export const english: Translate = (text) => text;

/** The sentence as one reads it. */
export function render(sentence: Words, translate: Translate = english): string {
  if (typeof sentence === 'string') return sentence;
  return translate(sentence.text).replace(/\{(\d+)\}/g, (whole, index: string) => {
    const argument = sentence.arguments[Number(index)] ?? whole;
    return typeof argument === 'object' ? render(argument, translate) : String(argument);
  });
}
