/** What an editor says, with its state names spelled as the person has set. */
import type { Paragraph } from '../editing/paragraph';
import { respelled, type StateSpelling } from '../trace/spelling';
import type { Argument, Sentence, Translate } from '../words/sentence';

/** Translates, and spells the state names of the translation so. */
export const respelling =
  (translate: Translate, spelling: StateSpelling): Translate =>
  (english) =>
    respelled(translate(english), spelling);

/**
 * A paragraph with its state names spelled so, but those of texts that are keys of a translation, which `respelling`
 * spells. Lines of a scenario stay as the language has them.
 */
export function respelledParagraph(paragraph: Paragraph, spelling: StateSpelling): Paragraph {
  const argument = (value: Argument): Argument =>
    typeof value === 'string' ? respelled(value, spelling) : typeof value === 'object' ? sentence(value) : value;
  const sentence = ({ text, arguments: values }: Sentence): Sentence => ({ text, arguments: values.map(argument) });
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
