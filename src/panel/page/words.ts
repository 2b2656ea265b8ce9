/** Sentences in the language of the page, and state names as the person has set them. */
import { respelled } from '../../trace/spelling';
import { type Argument, render, type Sentence } from '../../words/sentence';
import { settings, setup } from './store';

const translated = (english: string): string => {
  const strings = setup.value?.strings;
  return strings !== undefined && Object.hasOwn(strings, english) ? (strings[english] ?? english) : english;
};

/** The sentence as one reads it. */
export const inWords = (sentence: Sentence): string =>
  respelled(render(sentence, translated), settings.value.stateNames);

/** An English sentence with its arguments, as one reads it. */
export const t = (english: string, ...args: readonly Argument[]): string => inWords({ text: english, arguments: args });

/** A state, or words of the protocol with states among them. */
export const spelled = (words: string): string => respelled(words, settings.value.stateNames);
