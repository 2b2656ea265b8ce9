/** A line that is typed into the console: read like a line of the file, with the names that are known by then. */
import { parseLine } from '../language/parser';
import type { Definition, Names } from '../program/names';
import { definedWord } from '../program/names';
import type { Statement } from '../program/program';
import { judge } from '../program/rules';
import { lowerStatement } from '../program/statements';
import { typeOf } from '../program/types';
import { type Sentence, say } from '../words/sentence';
import { firstError } from './expressions';
import type { Program } from './program';

export interface TypedStatement {
  readonly statement: Statement;
  /** The name it gives to a value or a segment. */
  readonly definition: Definition | undefined;
}

/** Undefined if the text is no statement at all; a sentence says what is wrong with one. */
export function readStatement(
  program: Program,
  names: Names,
  text: string,
  line: number,
): TypedStatement | Sentence | undefined {
  // A statement begins with a word; `5 + 5` is none, and whatever is wrong with it is wrong with an expression.
  if (!/^\s*[\p{L}_]/u.test(text)) return undefined;
  const { statement: tree, diagnostics } = parseLine(text);
  const error = diagnostics.find(({ severity }) => severity === 'error');
  if (error !== undefined) return error.code === 'missing-expect' ? undefined : error.message;
  switch (tree.kind) {
    case 'blank':
    case 'broken':
      return undefined;
    case 'scenario':
    case 'chapter':
      return say('this line starts a part of a file, and does nothing by itself');
    case 'peer':
      return say('peers are declared before the run; options are changed with "{0} set option=value"', tree.name.text);
  }
  // What is typed in may take a name anew; whatever stands in the file keeps its own.
  const own = { number: TYPED, text, statement: tree };
  const word = definedWord(own);
  const known = new Map(
    [...names].filter(
      ([
        name,
        {
          line: { number },
        },
      ]) => name !== word?.text || number !== TYPED,
    ),
  );
  const view = { cast: program.source.cast, names: known, line: { ...own, number: Number.POSITIVE_INFINITY } };
  const scenario = { ...program.source, names: known, lines: [view.line] };
  const found = judge({ lines: [view.line], above: [], scenarios: [scenario] });
  const wrong = firstError(found.filter(({ diagnostic }) => diagnostic.code !== 'nothing-to-run'));
  if (wrong !== undefined) return wrong;
  const statement = lowerStatement(view.line, view);
  if (statement === undefined) return undefined;
  const type = tree.kind === 'let' ? typeOf(tree.value, view) : 'unknown';
  const kind = tree.kind === 'let' ? 'let' : 'segment';
  return { statement: { ...statement, line }, definition: word && { kind, word, line: own, type } };
}

/** The number of a line that stands in no file, behind all that do. */
const TYPED = Number.MAX_SAFE_INTEGER;
