/**
 * Rename: of peers, constants and remembered segments.
 *
 * Rule 1: the run stays the same but for the name. What would change it is refused, with the reason.
 * Rule 2: a peer that is not declared is called `client` or `server`. To have another name it is declared, and so is
 *         the other peer where its name follows from the first one's.
 */
import { lex } from '../language/lexer';
import { parseLine } from '../language/parser';
import type { Document } from '../language/tree';
import { isKeyword } from '../language/vocabulary/keywords';
import { stateNamed } from '../language/vocabulary/states';
import { castOf } from '../program/cast';
import type { SourceLine } from '../program/lines';
import type { SourceScenario } from '../program/scenarios';
import { type Sentence, say } from '../words/sentence';
import { marksOf } from './marks';
import { type Occurrence, occurrencesOf, type Thing, thingAt } from './names';
import { ownLines } from './scopes';
import type { Edit, Position, Span } from './span';

export interface Refusal {
  readonly kind: 'refused';
  readonly reason: Sentence;
}

export type Renamable = Refusal | { readonly kind: 'renamable'; readonly span: Span; readonly name: string };
export type Renaming = Refusal | { readonly kind: 'edits'; readonly edits: readonly Edit[] };

const refused = (reason: Sentence): Refusal => ({ kind: 'refused', reason });

/** What stands at a position, if it can be renamed. */
export function renamableAt(document: Document, position: Position): Renamable {
  const found = thingAt(document, position);
  if (found === undefined) return refused(say('only peers, values from "let" and segments from "as" can be renamed'));
  return { kind: 'renamable', span: found.span, name: found.thing.name };
}

/** The edits that give what stands at a position another name. */
export function renamed(document: Document, position: Position, name: string): Renaming {
  const found = thingAt(document, position);
  if (found === undefined) return refused(say('only peers, values from "let" and segments from "as" can be renamed'));
  const { thing } = found;
  if (name === thing.name) return { kind: 'edits', edits: [] };
  const refusal = refusalOf(document, thing, name);
  if (refusal) return refusal;
  const occurrences = occurrencesOf(document, thing);
  const edits = occurrences.map(({ line, start, end }): Edit => ({ line, start, end, text: name }));
  if (thing.kind !== 'peer') return { kind: 'edits', edits };
  const declarations = thing.scenarios.flatMap((scenario) => declarationsFor(scenario, thing, name, occurrences));
  return { kind: 'edits', edits: together(edits, declarations, document) };
}

function refusalOf(document: Document, thing: Thing, name: string): Refusal | undefined {
  const { tokens, unreadable } = lex(name);
  const [word] = tokens;
  if (unreadable || word?.kind !== 'word' || word.start !== 0 || word.end !== name.length || word.text !== name) {
    return refused(
      say('"{0}" is not a name: a name is made of letters, digits and _, and begins with a letter or _', name),
    );
  }
  if (isKeyword(name.toLowerCase())) return refused(say('"{0}" is a word of the language and cannot be a name', name));
  if (thing.kind === 'constant' && stateNamed(name) !== undefined) {
    return refused(say('"{0}" is a state and cannot be the name of a value', name));
  }
  for (const { cast, names, lines } of thing.scenarios) {
    if (cast.some((role) => role.name === name)) return refused(say('there is a peer of the name "{0}"', name));
    const definition = names.get(name);
    if (definition) {
      return definition.kind === 'let'
        ? refused(say('"{0}" is the name of a value, on line {1}', name, String(definition.line.number)))
        : refused(say('"{0}" is the name of a segment, on line {1}', name, String(definition.line.number)));
    }
    const other = lines.find((line) => mentions(document, line, name));
    if (other) return refused(say('"{0}" is used on line {1}, with another meaning', name, String(other.number)));
  }
  return undefined;
}

const mentions = (document: Document, line: SourceLine, name: string): boolean => {
  const tree = document.lines[line.number - 1];
  return (
    tree !== undefined && marksOf(tree).some((mark) => 'text' in mark && mark.kind !== 'variable' && mark.text === name)
  );
};

/** Lines to be written below a line (0-based), or above it. */
interface Declaration {
  readonly line: number;
  readonly side: 'above' | 'below';
  readonly peers: readonly string[];
}

/** The `peer` lines without which a scenario would not have the same two peers after the renaming. */
function declarationsFor(
  scenario: SourceScenario,
  thing: Thing,
  name: string,
  occurrences: readonly Occurrence[],
): readonly Declaration[] {
  if (scenario.cast.every((role) => role.lines.length > 0)) return [];
  const lines = renamedLines(scenario.lines, occurrences, name);
  const wanted = scenario.cast.map((role) => (role.name === thing.name ? name : role.name));
  if (castOf(lines).every((role, index) => role.name === wanted[index])) return [];
  const peers = wanted.filter((_, index) => scenario.cast[index]?.lines.length === 0);
  const own = ownLines(scenario);
  const last = own.findLast(({ statement }) => statement.kind === 'peer') ?? scenario.opening;
  if (last) return [{ line: last.number - 1, side: 'below', peers }];
  const first = own.find(({ statement }) => statement.kind !== 'blank');
  return first ? [{ line: first.number - 1, side: 'above', peers }] : [];
}

function renamedLines(
  lines: readonly SourceLine[],
  occurrences: readonly Occurrence[],
  name: string,
): readonly SourceLine[] {
  const touched = new Map<number, Occurrence[]>();
  for (const occurrence of occurrences) {
    const number = occurrence.line + 1;
    const spans = touched.get(number);
    if (spans) spans.push(occurrence);
    else touched.set(number, [occurrence]);
  }
  return lines.map((line) => {
    const spans = touched.get(line.number);
    if (spans === undefined) return line;
    const text = spans.reduceRight((old, { start, end }) => old.slice(0, start) + name + old.slice(end), line.text);
    return { ...line, text, statement: parseLine(text).statement };
  });
}

/** One list of edits that do not meet: what is written above a line goes into the edit that begins it. */
function together(edits: readonly Edit[], declarations: readonly Declaration[], document: Document): readonly Edit[] {
  const end = document.newline;
  const added = declarations.map(({ line, side, peers }): Edit => {
    const lines = peers.map((peer) => `peer ${peer}`);
    const column = side === 'above' ? 0 : (document.lines[line]?.text.length ?? 0);
    const text = side === 'above' ? lines.map((peer) => peer + end) : lines.map((peer) => end + peer);
    return { line, start: column, end: column, text: text.join('') };
  });
  const merged: Edit[] = [];
  for (const edit of [...edits, ...added].sort(inOrder)) {
    const last = merged.at(-1);
    if (last === undefined || last.line !== edit.line || last.end < edit.start) merged.push(edit);
    else merged[merged.length - 1] = { ...last, end: edit.end, text: last.text + edit.text };
  }
  return merged;
}

const inOrder = (a: Edit, b: Edit): number => a.line - b.line || a.start - b.start || a.end - b.end;
