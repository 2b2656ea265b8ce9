/** Paragraphs as Markdown, in the reader's language. */
import { english, render, type Sentence, type Translate } from '../words/sentence';
import type { Paragraph } from './paragraph';

/** What has a meaning in Markdown, between words or at the beginning of a line. */
const SPECIAL = /[\\`*_{}[\]()#+\-.!|<>~&$]/g;

const escaped = (text: string): string => text.replace(SPECIAL, '\\$&').replace(/\s*\n\s*/g, ' ');

export const markdownOf = (paragraphs: readonly Paragraph[], translate: Translate = english): string =>
  paragraphs.map((paragraph) => paragraphText(paragraph, translate)).join('\n\n');

function paragraphText(paragraph: Paragraph, translate: Translate): string {
  const said = (sentence: Sentence): string => escaped(render(sentence, translate));
  switch (paragraph.kind) {
    case 'heading':
      return `**${escaped(paragraph.text)}**`;
    case 'text':
      return said(paragraph.sentence);
    case 'list':
      return paragraph.items.map((item) => `- ${said(item)}`).join('\n');
    case 'terms':
      return paragraph.terms.map(({ term, sentence }) => `- **${escaped(term)}**: ${said(sentence)}`).join('\n');
    case 'code':
      return fenced(paragraph.text);
    case 'clause':
      return clauseLink(paragraph.text);
  }
}

/** A fence longer than any in the text. */
function fenced(text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((ticks) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}tcpscn\n${text}\n${fence}`;
}

/** The clause, with a link to where it stands. */
function clauseLink(clause: string): string {
  const [, rfc, section] = /^RFC (\d+)(?:, (\d+(?:\.\d+)*))?/.exec(clause) ?? [];
  if (rfc === undefined) return escaped(clause);
  const anchor = section === undefined ? '' : `#section-${section}`;
  return `[${escaped(clause)}](https://www.rfc-editor.org/rfc/rfc${rfc}${anchor})`;
}
