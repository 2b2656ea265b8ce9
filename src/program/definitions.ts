/** Where the names of a scenario come from: its lines, one after the other, each seeing those above it. */
import type { Cast } from './cast';
import type { SourceLine } from './lines';
import { type Definition, definedWord, type Names, type View } from './names';
import { typeOf } from './types';

export function namesOf(lines: readonly SourceLine[], cast: Cast): Names {
  const names = new Map<string, Definition>();
  for (const line of lines) {
    const definition = definitionOn(line, { cast, names, line });
    if (definition !== undefined && !names.has(definition.word.text)) names.set(definition.word.text, definition);
  }
  return names;
}

function definitionOn(line: SourceLine, view: View): Definition | undefined {
  const { statement } = line;
  if (statement.kind === 'let') {
    return { kind: 'let', word: statement.name, line, type: typeOf(statement.value, view) };
  }
  const word = definedWord(line);
  return word && { kind: 'segment', word, line, type: 'unknown' };
}
