/**
 * Hover: what a word means, and on a segment line what was really sent there.
 *
 * Rule: the words of the vocabulary say the same here, in completion and in the language reference.
 */
import type { Document } from '../language/tree';
import { GLOBALS } from '../language/vocabulary/expression-fields';
import { FIELDS } from '../language/vocabulary/fields';
import { FLAGS } from '../language/vocabulary/flags';
import { OUTCOMES } from '../language/vocabulary/outcomes';
import { stateNamed } from '../language/vocabulary/states';
import type { View } from '../program/names';
import type { Numbers } from '../trace/segment-text';
import { entryParagraphs, formsParagraphs } from './hover/entry';
import { nameParagraphs } from './hover/name';
import { choiceParagraphs, optionEntry, optionParagraphs } from './hover/option';
import { sentParagraphs } from './hover/sent';
import { stateParagraphs } from './hover/state';
import { variableEntry, variableParagraphs } from './hover/variable';
import { verbParagraphs } from './hover/verb';
import { wordHover } from './hover/word';
import { type Mark, marksOf } from './marks';
import { meaningOf } from './names';
import type { Paragraph } from './paragraph';
import { type LineRun, linesOf, type Runs } from './runs';
import { scenarioAt, scenarioNumber, viewAt } from './scopes';
import { at, type Position, type Span, touches } from './span';

export interface Hover {
  /** What is spoken of. */
  readonly span: Span;
  /** At least one. */
  readonly paragraphs: readonly Paragraph[];
}

/** What is to be said at a position; undefined if nothing is. `numbers` are those of what was sent. */
export function hoverAt(
  document: Document,
  { line, column }: Position,
  runs: Runs,
  numbers: Numbers = 'relative',
): Hover | undefined {
  const tree = document.lines[line];
  const view = viewAt(document, line);
  const scenario = scenarioAt(document, line);
  if (tree === undefined || view === undefined || scenario === undefined) return undefined;
  if (tree.comment && touches(tree.comment, column) && column > tree.comment.start) return undefined;
  const trace = runs.get(scenarioNumber(scenario));
  const ran = trace && linesOf(trace).get(line + 1);
  const mark = at(marksOf(tree), column);
  const word = mark
    ? { range: mark, paragraphs: markParagraphs(mark, view, ran) }
    : tree.statement.kind === 'chapter'
      ? undefined
      : wordHover(tree, column);
  const isSegment = tree.statement.kind === 'segment' && touches(tree.statement, column);
  const sent = trace && isSegment ? sentParagraphs(trace, line + 1, numbers) : [];
  const paragraphs = [...(word?.paragraphs ?? []), ...sent];
  if (paragraphs.length === 0) return undefined;
  const { start, end } = word?.range ?? tree.statement;
  return { span: { line, start, end }, paragraphs };
}

function markParagraphs(mark: Mark, view: View, ran: LineRun | undefined): readonly Paragraph[] {
  switch (mark.kind) {
    case 'state':
      return mark.value ? stateParagraphs(mark.value) : [];
    case 'flag':
      return mark.value ? entryParagraphs(FLAGS[mark.value]) : [];
    case 'field':
      return mark.value ? formsParagraphs(FIELDS[mark.value]) : [];
    case 'verb':
      return mark.value ? verbParagraphs(mark.value) : [];
    case 'outcome':
      return formsParagraphs(OUTCOMES[mark.value]);
    case 'option': {
      const entry = optionEntry(mark.owner, mark.value);
      return entry ? optionParagraphs(entry) : [];
    }
    case 'choice': {
      const entry = optionEntry(mark.owner, mark.option);
      return entry ? choiceParagraphs(entry, mark.value) : [];
    }
    case 'variable':
      return variable(mark.owner, mark.text, view);
    default:
      return named(mark, view, ran);
  }
}

function variable(owner: string, name: string, view: View): readonly Paragraph[] {
  const meaning = meaningOf({ kind: 'owner', text: owner, start: 0, end: 0 }, view)?.kind;
  const kind = meaning ?? (owner === 'wire' ? 'wire' : undefined);
  const entry = kind === undefined || kind === 'constant' ? undefined : variableEntry(kind, name);
  return entry ? variableParagraphs(entry) : [];
}

function named(mark: Mark, view: View, ran: LineRun | undefined): readonly Paragraph[] {
  const meaning = meaningOf(mark, view);
  if (meaning && !(meaning.kind === 'peer' && mark.kind === 'name')) return nameParagraphs(meaning, view, ran);
  if (mark.kind === 'owner' && mark.text === 'wire') return variableParagraphs(GLOBALS['wire.count']);
  if (mark.kind !== 'name') return [];
  if (mark.text === 'time') return variableParagraphs(GLOBALS.time);
  const state = stateNamed(mark.text);
  return state ? stateParagraphs(state) : meaning ? nameParagraphs(meaning, view, ran) : [];
}
