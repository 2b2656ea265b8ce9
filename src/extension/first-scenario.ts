/** A scenario to begin with, in a document that has none yet. */
import { type TextDocument, window } from 'vscode';
import { fileOf } from '../editing/scopes';
import { SNIPPETS, snippetLines } from '../editing/snippets';
import type { Readings } from './readings';

/** A handshake, between the peers that the document may have declared, behind all its text. */
export async function writeFirstScenario(document: TextDocument, readings: Readings): Promise<void> {
  const editor = await window.showTextDocument(document);
  const reading = readings.of(document);
  const [scenario] = fileOf(reading.document).scenarios;
  const names = scenario?.cast.map(({ name }) => name) ?? [];
  const [snippet] = SNIPPETS;
  if (snippet === undefined) return;
  const { lines } = snippetLines(snippet, [names[0] ?? 'client', names[1] ?? 'server'], new Set());
  const end = document.lineAt(document.lineCount - 1).range.end;
  const gap = reading.text === '' ? '' : end.character === 0 ? '\n' : '\n\n';
  await editor.edit((builder) => builder.insert(end, `${gap}${lines.join('\n')}\n`));
}
