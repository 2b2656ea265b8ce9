/** What belongs to this extension: the documents of the language, wherever they are kept. */
import type { DocumentSelector, TextDocument } from 'vscode';

export const LANGUAGE = 'tcpscn';

/** Files, unsaved and untitled documents, and those that no disk holds. */
export const DOCUMENTS: DocumentSelector = { language: LANGUAGE };

export const isScenarioFile = (document: TextDocument): boolean => document.languageId === LANGUAGE;
