/** Options of peers and of the network that are not written yet, and the words they can be set to. */
import type { OptionOwner } from '../../language/parser-options';
import type { OptionEntry } from '../../language/vocabulary';
import { NETWORK_OPTIONS } from '../../language/vocabulary/network-options';
import { PEER_OPTIONS } from '../../language/vocabulary/peer-options';
import { say } from '../../words/sentence';
import { choiceParagraphs, defaultSentence, optionEntry, optionParagraphs } from '../hover/option';
import { type Item, item, placeholder } from './item';

/** What this version cannot do yet is not offered. */
export function optionItems(owner: OptionOwner, written: readonly string[]): readonly Item[] {
  const entries: readonly OptionEntry[] = Object.values(owner === 'peer' ? PEER_OPTIONS : NETWORK_OPTIONS);
  return entries
    .filter(({ name, available }) => available !== false && !written.includes(name))
    .map((entry) =>
      item('option', entry.name, {
        ...optionText(entry),
        detail: defaultSentence(entry),
        about: optionParagraphs(entry),
      }),
    );
}

/** What is written to be changed: the default, with its unit. */
function optionText({ name, value, orOff, default: usual }: OptionEntry): Partial<Item> {
  if (value === 'on-off' || value === 'word' || orOff) return { insert: `${name}=`, goesOn: true };
  return { insert: `${name}=${placeholder(usual.includes(' ') ? '1460' : usual)}`, snippet: true };
}

/** Values to begin with, for options that are off. */
const EXAMPLES: Readonly<Record<string, string>> = {
  wscale: '7',
  'delayed-ack': '200ms',
  'user-timeout': '5min',
  bandwidth: '10Mbps',
};

export function choiceItems(owner: OptionOwner, option: string): readonly Item[] {
  const entry = optionEntry(owner, option);
  if (entry === undefined) return [];
  const choices = entry.choices
    .filter(({ available }) => available !== false)
    .map(({ name, meaning }) => item('choice', name, { detail: say(meaning), about: choiceParagraphs(entry, name) }));
  const example = EXAMPLES[option];
  return [
    ...choices,
    ...(entry.orOff ? [item('choice', 'off', { about: optionParagraphs(entry) })] : []),
    ...(example === undefined ? [] : [item('choice', example, { about: optionParagraphs(entry) })]),
  ];
}
