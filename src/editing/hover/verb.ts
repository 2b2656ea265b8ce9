/** What is said of a verb: the user call of the RFC and the socket call, side by side. */
import type { Verb } from '../../language/vocabulary';
import { VERBS } from '../../language/vocabulary/verbs';
import { say } from '../../words/sentence';
import { clause, code, heading, list, type Paragraph, text } from '../paragraph';

export function verbParagraphs(verb: Verb): readonly Paragraph[] {
  const { name, meaning, forms, userCall, sockets, clause: where } = VERBS[verb];
  return [
    heading(name),
    text(say(meaning)),
    code(forms.join('\n')),
    ...list([
      ...(userCall === undefined ? [] : [say('RFC 9293: {0}', userCall)]),
      ...(sockets === undefined ? [] : [say('sockets: {0}', sockets)]),
    ]),
    ...clause(where),
  ];
}
