/**
 * Things with names: peers, constants from `let`, segments remembered with `as`. What a word stands for, and every
 * place where the same thing is named.
 *
 * Rule 1: a thing belongs to one scenario, unless a line that all scenarios share names it: then to all that have it.
 * Rule 2: a name above its definition, and a second definition, are mistakes and name nothing.
 */
import type { Document } from '../language/tree';
import { peerIndex } from '../program/cast';
import type { SourceLine } from '../program/lines';
import { definitionOf, type View } from '../program/names';
import type { SourceScenario } from '../program/scenarios';
import { type Mark, marksOf } from './marks';
import { fileOf, isAbove, ownLines, scenarioAt, viewAt } from './scopes';
import { at, type Position, type Span } from './span';

export interface Meaning {
  readonly kind: 'peer' | 'constant' | 'segment';
  readonly name: string;
  /** True of a `peer` line's name, and of the word that a `let` or an `as` defines. */
  readonly defines: boolean;
}

export interface Occurrence extends Span {
  readonly defines: boolean;
}

/** A thing, and the scenarios that have it. */
export interface Thing extends Pick<Meaning, 'kind' | 'name'> {
  readonly scenarios: readonly SourceScenario[];
  /** True if a line above the first scenario names it. */
  readonly shared: boolean;
}

/** What a word of a line stands for; undefined if it is no name, or means nothing. */
export function meaningOf(mark: Mark, view: View): Meaning | undefined {
  switch (mark.kind) {
    case 'peer':
      return peer(mark.text, view, mark.declares);
    case 'owner':
      return peer(mark.text, view) ?? defined(mark.text, view);
    case 'name':
      return defined(mark.text, view) ?? peer(mark.text, view);
    case 'segment':
      return defined(mark.text, view);
    case 'constant':
    case 'capture': {
      const definition = view.names.get(mark.text);
      if (definition?.line.number !== view.line.number) return undefined;
      return { kind: kindOf(definition), name: mark.text, defines: true };
    }
    default:
      return undefined;
  }
}

const peer = (name: string, { cast }: View, defines = false): Meaning | undefined =>
  peerIndex(cast, name) === undefined ? undefined : { kind: 'peer', name, defines };

function defined(name: string, view: View): Meaning | undefined {
  const definition = definitionOf(name, view);
  return definition && { kind: kindOf(definition), name, defines: false };
}

const kindOf = ({ kind }: { readonly kind: 'let' | 'segment' }): 'constant' | 'segment' =>
  kind === 'let' ? 'constant' : 'segment';

/** The name at a position, and what it names. */
export function thingAt(document: Document, { line, column }: Position): { thing: Thing; span: Span } | undefined {
  const view = viewAt(document, line);
  const tree = document.lines[line];
  if (view === undefined || tree === undefined) return undefined;
  const named = marksOf(tree).flatMap((mark) => {
    const meaning = meaningOf(mark, view);
    return meaning ? [{ start: mark.start, end: mark.end, meaning }] : [];
  });
  const found = at(named, column);
  if (found === undefined) return undefined;
  const { start, end, meaning } = found;
  return { thing: thingOf(document, line, meaning), span: { line, start, end } };
}

function thingOf(document: Document, line: number, { kind, name }: Meaning): Thing {
  const { above, scenarios } = fileOf(document);
  const here = scenarioAt(document, line);
  const shared =
    kind === 'peer'
      ? above.some((source) => isAbove(document, source) && namesPeer(document, source, name))
      : (here?.names.get(name)?.line.number ?? 0) <= above.length;
  const having = shared ? scenarios.filter((scenario) => has(scenario, kind, name)) : here ? [here] : [];
  return { kind, name, scenarios: having, shared };
}

const has = ({ cast, names }: SourceScenario, kind: Meaning['kind'], name: string): boolean =>
  kind === 'peer' ? peerIndex(cast, name) !== undefined : names.has(name);

function namesPeer(document: Document, line: SourceLine, name: string): boolean {
  const tree = document.lines[line.number - 1];
  return (
    tree !== undefined &&
    marksOf(tree).some((mark) => (mark.kind === 'peer' || mark.kind === 'owner') && mark.text === name)
  );
}

/** Every place that names the thing, in the order of the file. */
export function occurrencesOf(document: Document, thing: Thing): readonly Occurrence[] {
  const found: Occurrence[] = [];
  for (const { line, view } of viewsOf(document, thing)) {
    if (!mayName(line.text, thing.name)) continue;
    for (const mark of marksOf(line)) {
      if (!('text' in mark) || mark.text !== thing.name) continue;
      const meaning = meaningOf(mark, view);
      if (meaning?.kind !== thing.kind) continue;
      found.push({ line: view.line.number - 1, start: mark.start, end: mark.end, defines: meaning.defines });
    }
  }
  return found;
}

/** Spares reading most lines. Full-width letters stand for others, so their lines are read. */
const mayName = (text: string, name: string): boolean => text.includes(name) || /[\uff01-\uff5e]/.test(text);

/** The lines where the thing can be named, each once and with what it sees. */
function* viewsOf(document: Document, { scenarios, shared }: Thing) {
  const [first] = scenarios;
  if (first === undefined) return;
  const ofFirst = shared ? fileOf(document).above.filter((line) => isAbove(document, line)) : [];
  for (const scenario of scenarios) {
    const lines = scenario === first ? [...ofFirst, ...ownLines(scenario)] : ownLines(scenario);
    for (const source of lines) {
      const line = document.lines[source.number - 1];
      if (line) yield { line, view: { cast: scenario.cast, names: scenario.names, line: source } satisfies View };
    }
  }
}
