/** The outline with its breadcrumbs, and what can be folded. */
import { type Disposable, DocumentSymbol, FoldingRange, FoldingRangeKind, languages, SymbolKind } from 'vscode';
import { type Fold, foldsOf } from '../editing/folding';
import { type OutlineSymbol, symbolsOf } from '../editing/symbols';
import { say } from '../words/sentence';
import type { Failures } from './failures';
import { DOCUMENTS } from './language';
import { linesRange, rangeOf } from './places';
import type { Readings } from './readings';

export function outline(readings: Readings, failures: Failures): Disposable[] {
  return [
    languages.registerDocumentSymbolProvider(DOCUMENTS, {
      provideDocumentSymbols: (document) =>
        failures.attempt(say('The outline'), () => symbolsOf(readings.of(document).document).map(symbol)),
    }),
    languages.registerFoldingRangeProvider(DOCUMENTS, {
      provideFoldingRanges: (document) =>
        failures.attempt(say('Folding'), () => foldsOf(readings.of(document).document).map(fold)),
    }),
  ];
}

const KINDS: Readonly<Record<OutlineSymbol['kind'], SymbolKind>> = {
  scenario: SymbolKind.Class,
  chapter: SymbolKind.Namespace,
  peer: SymbolKind.Interface,
};

function symbol({ kind, name, detail, lines, span, children }: OutlineSymbol): DocumentSymbol {
  const made = new DocumentSymbol(name, detail, KINDS[kind], linesRange(lines), rangeOf(span));
  made.children = children.map(symbol);
  return made;
}

const fold = ({ kind, first, last }: Fold): FoldingRange =>
  new FoldingRange(first, last, kind === 'comment' ? FoldingRangeKind.Comment : FoldingRangeKind.Region);
