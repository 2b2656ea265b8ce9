/** Sentences in the language of the editor. */
import { l10n } from 'vscode';
import { render, type Sentence, type Translate } from '../words/sentence';

export const translate: Translate = (english) => l10n.t(english);

export const inWords = (sentence: Sentence): string => render(sentence, translate);
