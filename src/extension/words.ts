/** Sentences in the language of the editor. */
import { l10n } from 'vscode';
import { render, type Sentence } from '../words/sentence';

export const translate = (english: string): string => l10n.t(english);

export const inWords = (sentence: Sentence): string => render(sentence, translate);
