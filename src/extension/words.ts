/** Sentences in the language of the editor. */
import { l10n } from 'vscode';
import { render, type Translate, type Words } from '../words/sentence';

export const translate: Translate = (english) => l10n.t(english);

export const inWords = (words: Words): string => render(words, translate);
