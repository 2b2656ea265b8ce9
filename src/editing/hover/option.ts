/** What is said of an option, and of the words that it can be set to. */
import type { OptionOwner } from '../../language/parser-options';
import type { OptionEntry, ValueKind } from '../../language/vocabulary';
import { isNetworkOption, NETWORK_OPTIONS } from '../../language/vocabulary/network-options';
import { isPeerOption, PEER_OPTIONS } from '../../language/vocabulary/peer-options';
import { type Sentence, say } from '../../words/sentence';
import { clause, heading, list, type Paragraph, type Term, terms, text } from '../paragraph';
import { NOT_YET, notYet } from './entry';

/** The table's entry of an option, if it is one of its owner's. */
export function optionEntry(owner: OptionOwner, name: string): OptionEntry | undefined {
  if (owner === 'peer') return isPeerOption(name) ? PEER_OPTIONS[name] : undefined;
  return isNetworkOption(name) ? NETWORK_OPTIONS[name] : undefined;
}

/** What an option takes. */
const TAKES: { readonly [K in ValueKind]: Sentence } = {
  'on-off': say('on or off'),
  size: say('bytes'),
  count: say('a number'),
  duration: say('a duration: 200ms'),
  'duration or range': say('a duration, or a range: 10ms..50ms'),
  percentage: say('a percentage: 1%'),
  bandwidth: say('bits a second: 10Mbps'),
  word: say('a word'),
  'iss list': say('sequence numbers, one for each connection in turn'),
};

/** `default 65535`. */
export const defaultSentence = (entry: OptionEntry): Sentence => say('default {0}', entry.default);

export const optionParagraphs = (entry: OptionEntry): readonly Paragraph[] => [
  heading(entry.name),
  text(say(entry.meaning)),
  ...list([TAKES[entry.value], ...(entry.orOff ? [say('or off')] : []), defaultSentence(entry)]),
  ...terms(entry.value === 'word' || entry.value === 'iss list' ? entry.choices.map(choiceTerm) : []),
  ...notYet(entry),
  ...clause(entry.clause),
];

const choiceTerm = ({ name, meaning, available }: OptionEntry['choices'][number]): Term => ({
  term: name,
  sentence: available === false ? NOT_YET : say(meaning),
});

/** What is said of a word behind the `=`; nothing of one that the option does not take. */
export function choiceParagraphs(entry: OptionEntry, value: string): readonly Paragraph[] {
  const choice = entry.choices.find(({ name }) => name === value);
  if (choice)
    return [heading(`${entry.name}=${value}`), text(say(choice.meaning)), ...notYet(choice), ...clause(entry.clause)];
  return entry.orOff && value === 'off' ? optionParagraphs(entry) : [];
}
