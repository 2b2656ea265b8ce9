/** What an editor says, with its state names spelled as the person has set. */
import type { Paragraph } from '../editing/paragraph';
import { respelled, type StateSpelling } from '../trace/spelling';
import type { Sentence } from '../words/sentence';

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
