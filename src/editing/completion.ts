/**
 * Completion: what can be written at a place.
 *
 * Rule 1: what is offered can stand there; the editor leaves out what does not begin as the word at the cursor.
 * Rule 2: items stand in the order in which they are to be shown.
 */
import { isChapter } from '../language/parser-chapters';
import type { Document } from '../language/tree';
import { PEER_OPTIONS } from '../language/vocabulary/peer-options';
import { STATES } from '../language/vocabulary/states';
import { isStep } from '../program/lines';
import type { View } from '../program/names';
import { type Item, item, placeholder } from './completion/item';
import { itemsOf } from './completion/items';
import { offersBehind } from './completion/place';
import { readBefore } from './completion/reader';
import { code, text } from './paragraph';
import { fileOf, viewAt } from './scopes';
import { SNIPPETS, snippetLines } from './snippets';
import type { Position, Span } from './span';

export interface Completion extends Item {
  /** What it replaces: the beginning of a word, up to the cursor. */
  readonly span: Span;
}

/** What is typed before something can be offered, besides letters. */
export const TRIGGER_CHARACTERS: readonly string[] = [' ', '.', '=', '+', '>', ','];

/** No line that is longer is read. */
const LONGEST_LINE = 10_000;

/** What can be written at a position, the likely first; none in comments, texts and titles. */
export function completionsAt(document: Document, { line, column }: Position): readonly Completion[] {
  const tree = document.lines[line];
  const view = viewAt(document, line);
  if (tree === undefined || view === undefined) return [];
  if (tree.text.length > LONGEST_LINE || isChapter(tree.text.slice(0, column))) return [];
  const before = readBefore(tree.text, column, isHyphenated);
  if (before === undefined) return [];
  const offers = offersBehind(before.tokens);
  const items = offers.flatMap((offer) => itemsOf(offer, view, before.partial));
  const snippets = before.tokens.length === 0 ? snippetItems(document, line, view) : [];
  const end = Math.min(column, tree.text.length);
  return distinct([...items, ...snippets]).map((found) => ({
    ...found,
    span: { line, start: Math.min(found.from ?? before.start, end), end },
  }));
}

const HYPHENATED_WORDS: readonly string[] = [
  ...Object.keys(PEER_OPTIONS),
  ...Object.values(STATES).flatMap(({ name, spellings }) => [name, ...spellings]),
].map((word) => word.toLowerCase().replaceAll('_', '-'));

/** Does the word begin an option or a state whose name has hyphens? */
const isHyphenated = (word: string): boolean =>
  HYPHENATED_WORDS.some((known) => known.includes('-') && known.startsWith(word.toLowerCase()));

function distinct(items: readonly Item[]): readonly Item[] {
  const first = new Map<string, Item>();
  for (const found of items) if (!first.has(found.label)) first.set(found.label, found);
  return [...first.values()];
}

/** Whole scenarios; not where statements that stand in no scenario would come to stand above the first one. */
function snippetItems(document: Document, line: number, view: View): readonly Item[] {
  const { scenarios, lines } = fileOf(document);
  const opening = scenarios[0]?.opening?.number ?? Number.POSITIVE_INFINITY;
  if (lines.some((source) => source.number < opening && source.number !== line + 1 && isStep(source))) return [];
  const taken = new Set(scenarios.map(({ title }) => title));
  const [first, second] = view.cast;
  return SNIPPETS.map((snippet) => {
    const { title, lines: body } = snippetLines(snippet, [first.name, second.name], taken);
    const about = [text(snippet.shows), code([`scenario "${title}"`, ...body].join('\n'))];
    const insert = [`scenario "${placeholder(title)}"`, ...body].join('\n');
    return item('snippet', snippet.name, { insert, snippet: true, detail: snippet.shows, about });
  });
}
