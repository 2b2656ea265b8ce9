/** What is said of a variable in an expression: `client.snd.nxt`, `d1.seq`, `wire.count`, `time`. */
import type { ExpressionFieldEntry } from '../../language/vocabulary';
import { CAPTURE_FIELDS, GLOBALS, PEER_FIELDS } from '../../language/vocabulary/expression-fields';
import { say } from '../../words/sentence';
import { clause, heading, list, type Paragraph, text } from '../paragraph';

/** The table's entry of what stands behind the dot. */
export function variableEntry(owner: 'peer' | 'segment' | 'wire', name: string): ExpressionFieldEntry | undefined {
  const table: Readonly<Record<string, ExpressionFieldEntry>> =
    owner === 'peer' ? PEER_FIELDS : owner === 'segment' ? CAPTURE_FIELDS : { count: GLOBALS['wire.count'] };
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

export const variableParagraphs = (entry: ExpressionFieldEntry): readonly Paragraph[] => [
  heading(entry.name),
  text(say(entry.meaning)),
  ...list([say('gives: {0}', say(entry.gives))]),
  ...clause(entry.clause),
];
