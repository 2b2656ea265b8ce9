/** Sentences in the language of the page, and state names as the person has set them. */
import { computed } from '@preact/signals';
import { respelled } from '../../trace/spelling';
import { type Argument, render, type Sentence, type Translate } from '../../words/sentence';
import { settings, setup } from './store';

/** English to the language of the page. */
export const translated = computed<Translate>(() => {
  const [strings, spelling] = [setup.value?.strings ?? {}, settings.value.stateNames];
  return (english) => respelled(Object.hasOwn(strings, english) ? (strings[english] ?? english) : english, spelling);
});

/** The sentence as one reads it. */
export const inWords = (sentence: Sentence): string =>
  respelled(render(sentence, translated.value), settings.value.stateNames);

/** An English sentence with its arguments, as one reads it. */
export const t = (english: string, ...args: readonly Argument[]): string => inWords({ text: english, arguments: args });

/** A state, or words of the protocol with states among them. */
export const spelled = (words: string): string => respelled(words, settings.value.stateNames);
