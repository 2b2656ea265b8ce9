/** How state names are shown: `FIN_WAIT_1`, as the language writes them, or `FIN-WAIT-1`, as RFC 9293 does. */
import type { Paragraph } from '../editing/paragraph';
import { STATES } from '../language/vocabulary/states';
import type { Sentence } from '../words/sentence';

export type StateSpelling = 'FIN_WAIT_1' | 'FIN-WAIT-1';

export const isSpelling = (value: unknown): value is StateSpelling => value === 'FIN_WAIT_1' || value === 'FIN-WAIT-1';

/** RFC 9293 calls SYN_RCVD `SYN-RECEIVED`. */
const SAID_OTHERWISE: Readonly<Record<string, string>> = { SYN_RCVD: 'SYN-RECEIVED' };

const COMPOSED = Object.keys(STATES).filter((name) => name.includes('_'));
const NAMES = new RegExp(`(?<![\\w-])(?:${COMPOSED.join('|')})(?![\\w-])`, 'g');

/** The text with every state name in it spelled so. */
export const respelled = (text: string, spelling: StateSpelling): string =>
  spelling === 'FIN_WAIT_1' ? text : text.replace(NAMES, (name) => SAID_OTHERWISE[name] ?? name.replaceAll('_', '-'));

/** A paragraph with its state names spelled so; lines of a scenario stay as the language has them. */
export function respelledParagraph(paragraph: Paragraph, spelling: StateSpelling): Paragraph {
  const sentence = ({ text, arguments: values }: Sentence): Sentence => ({
    text: respelled(text, spelling),
    arguments: values.map((value) => (typeof value === 'string' ? respelled(value, spelling) : value)),
  });
  switch (paragraph.kind) {
    case 'heading':
      return { ...paragraph, text: respelled(paragraph.text, spelling) };
    case 'text':
      return { ...paragraph, sentence: sentence(paragraph.sentence) };
    case 'list':
      return { ...paragraph, items: paragraph.items.map(sentence) };
    default:
      return paragraph;
  }
}
