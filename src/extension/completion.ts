/** Completion: everything that can be written at the cursor, whole scenarios included. */
import {
  CompletionItem,
  CompletionItemKind,
  CompletionList,
  type Disposable,
  languages,
  MarkdownString,
  SnippetString,
} from 'vscode';
import { type Completion, completionsAt, TRIGGER_CHARACTERS } from '../editing/completion';
import { markdownOf } from '../editing/markdown';
import { say } from '../words/sentence';
import type { Failures } from './failures';
import { DOCUMENTS } from './language';
import { placeOf, rangeOf } from './places';
import type { Readings } from './readings';
import { inWords, translate } from './words';

export const completion = (readings: Readings, failures: Failures): Disposable =>
  languages.registerCompletionItemProvider(
    DOCUMENTS,
    {
      provideCompletionItems: (document, position) =>
        failures.attempt(say('Completion'), () => {
          const found = completionsAt(readings.of(document).document, placeOf(position));
          return new CompletionList(found.map(itemOf));
        }),
    },
    ...TRIGGER_CHARACTERS,
  );

const KINDS: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  statement: CompletionItemKind.Keyword,
  keyword: CompletionItemKind.Keyword,
  peer: CompletionItemKind.Interface,
  verb: CompletionItemKind.Method,
  state: CompletionItemKind.EnumMember,
  flag: CompletionItemKind.EnumMember,
  field: CompletionItemKind.Field,
  outcome: CompletionItemKind.Event,
  option: CompletionItemKind.Property,
  choice: CompletionItemKind.Value,
  variable: CompletionItemKind.Variable,
  constant: CompletionItemKind.Constant,
  segment: CompletionItemKind.Reference,
  operator: CompletionItemKind.Operator,
  unit: CompletionItemKind.Unit,
  snippet: CompletionItemKind.Snippet,
};

/** `place` is its place in the list, which the editor would sort by name. */
function itemOf(completion: Completion, place: number): CompletionItem {
  const { kind, label, insert, snippet, detail, about, goesOn, span } = completion;
  const description = detail === undefined ? {} : { description: inWords(detail) };
  const made = new CompletionItem({ label, ...description }, KINDS[kind]);
  made.insertText = snippet ? new SnippetString(insert) : insert;
  made.range = rangeOf(span);
  made.sortText = String(place).padStart(5, '0');
  if (about.length > 0) made.documentation = new MarkdownString(markdownOf(about, translate));
  if (goesOn) made.command = { command: 'editor.action.triggerSuggest', title: '' };
  return made;
}
