/** What has a name: where it is defined, where it is named, and another name for it. */
import {
  type Disposable,
  DocumentHighlight,
  DocumentHighlightKind,
  Location,
  languages,
  type TextDocument,
  WorkspaceEdit,
} from 'vscode';
import { definitionsAt } from '../editing/definitions';
import { highlightsAt, referencesAt } from '../editing/references';
import { type Refusal, renamableAt, renamed } from '../editing/rename';
import type { Span } from '../editing/span';
import { say } from '../words/sentence';
import type { Failures } from './failures';
import { DOCUMENTS } from './language';
import { placeOf, rangeOf, textEdits } from './places';
import type { Readings } from './readings';
import { inWords } from './words';

const RENAMING = say('Renaming');

export function names(readings: Readings, failures: Failures): Disposable[] {
  const locations = ({ uri }: TextDocument, spans: readonly Span[]): Location[] =>
    spans.map((span) => new Location(uri, rangeOf(span)));
  return [
    languages.registerDefinitionProvider(DOCUMENTS, {
      provideDefinition: (document, position) =>
        failures.attempt(say('Go to definition'), () =>
          locations(document, definitionsAt(readings.of(document).document, placeOf(position))),
        ),
    }),
    languages.registerReferenceProvider(DOCUMENTS, {
      provideReferences: (document, position, { includeDeclaration }) =>
        failures.attempt(say('Find references'), () =>
          locations(document, referencesAt(readings.of(document).document, placeOf(position), includeDeclaration)),
        ),
    }),
    languages.registerDocumentHighlightProvider(DOCUMENTS, {
      provideDocumentHighlights: (document, position) =>
        failures.attempt(say('Highlights'), () =>
          highlightsAt(readings.of(document).document, placeOf(position)).map(
            (found) =>
              new DocumentHighlight(
                rangeOf(found),
                found.defines ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
              ),
          ),
        ),
    }),
    languages.registerRenameProvider(DOCUMENTS, {
      async prepareRename(document, position) {
        const found = await failures.attempt(RENAMING, () =>
          renamableAt(readings.of(document).document, placeOf(position)),
        );
        if (found === undefined) return undefined;
        if (found.kind === 'refused') throw refusal(found);
        return { range: rangeOf(found.span), placeholder: found.name };
      },
      async provideRenameEdits(document, position, name) {
        const found = await failures.attempt(RENAMING, () =>
          renamed(readings.of(document).document, placeOf(position), name),
        );
        if (found === undefined) return undefined;
        if (found.kind === 'refused') throw refusal(found);
        const edit = new WorkspaceEdit();
        edit.set(document.uri, textEdits(found.edits));
        return edit;
      },
    }),
  ];
}

/** The editor shows the reason. */
const refusal = ({ reason }: Refusal): Error => new Error(inWords(reason));
