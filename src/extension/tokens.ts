/** Colours that only the parser knows. Types and modifiers are described in package.json. */
import { type Disposable, languages, SemanticTokensBuilder, SemanticTokensLegend } from 'vscode';
import type { LineRange } from '../editing/span';
import { TOKEN_MODIFIERS, TOKEN_TYPES, tokensOf } from '../editing/tokens';
import type { Document } from '../language/tree';
import { say } from '../words/sentence';
import type { Failures } from './failures';
import { DOCUMENTS } from './language';
import { linesOf, rangeOf } from './places';
import type { Readings } from './readings';

const WHAT = say('Colouring');

export function tokens(readings: Readings, failures: Failures): Disposable[] {
  const legend = new SemanticTokensLegend([...TOKEN_TYPES], [...TOKEN_MODIFIERS]);
  const painted = (document: Document, lines?: LineRange) => {
    const builder = new SemanticTokensBuilder(legend);
    for (const token of tokensOf(document, lines)) builder.push(rangeOf(token), token.type, [...token.modifiers]);
    return builder.build();
  };
  return [
    languages.registerDocumentSemanticTokensProvider(
      DOCUMENTS,
      {
        provideDocumentSemanticTokens: (document) =>
          failures.attempt(WHAT, () => painted(readings.of(document).document)),
      },
      legend,
    ),
    languages.registerDocumentRangeSemanticTokensProvider(
      DOCUMENTS,
      {
        provideDocumentRangeSemanticTokens: (document, range) =>
          failures.attempt(WHAT, () => painted(readings.of(document).document, linesOf(range))),
      },
      legend,
    ),
  ];
}
