import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { completionsAt } from '../../src/editing/completion';
import { definitionsAt } from '../../src/editing/definitions';
import { allFixes, fixesFor } from '../../src/editing/fixes';
import { foldsOf } from '../../src/editing/folding';
import { formatted, formattedAbove } from '../../src/editing/format';
import { hoverAt } from '../../src/editing/hover';
import { stateHints } from '../../src/editing/inlays';
import { markdownOf } from '../../src/editing/markdown';
import { highlightsAt, referencesAt } from '../../src/editing/references';
import { renamableAt, renamed } from '../../src/editing/rename';
import { scenarioPlaces } from '../../src/editing/scenario-places';
import { selectionsAt } from '../../src/editing/selection';
import { sentFix } from '../../src/editing/sent';
import type { Edit, Position, Span } from '../../src/editing/span';
import { symbolsOf } from '../../src/editing/symbols';
import { tokensOf } from '../../src/editing/tokens';
import { parse } from '../../src/language/document';
import type { Document } from '../../src/language/tree';
import { resolve } from '../../src/program/resolve';
import { run } from '../../src/simulation/run';
import { edited, runsOf } from './cursor';

const files = [
  ...readdirSync('examples').map((name) => `examples/${name}`),
  ...readdirSync('test/scenarios').map((name) => `test/scenarios/${name}`),
  'test/language/kitchen-sink.tcpscn',
  'test/language/bad-lines.tcpscn',
].filter((name) => name.endsWith('.tcpscn'));

const lines = [...new Set(files.flatMap((file) => readFileSync(file, 'utf8').split('\n')))];

/** A line of a real file, cut off, or with characters of another one in it, or anything at all. */
const line = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...lines) },
  { weight: 4, arbitrary: fc.tuple(fc.constantFrom(...lines), fc.nat(60)).map(([text, end]) => text.slice(0, end)) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom(...lines), fc.constantFrom(...lines), fc.nat(40), fc.nat(40))
      .map(([one, other, end, start]) => one.slice(0, end) + other.slice(start)),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
);
const text = fc.array(line, { maxLength: 25 }).map((found) => found.join('\n'));

const isInside = (document: Document, { line: at, start, end }: Span): boolean =>
  0 <= start && start <= end && end <= (document.lines[at]?.text.length ?? -1);

const doNotMeet = (edits: readonly Edit[]): boolean =>
  edits.every((edit, index) => {
    const next = edits[index + 1];
    return next === undefined || edit.line < next.line || (edit.line === next.line && edit.end <= next.start);
  });

/** The runs of a text; none if it has errors. */
function runnable(source: string) {
  const document = parse(source);
  return resolve(document, 'untitled').program === undefined ? new Map() : runsOf(document);
}

function everything(document: Document, position: Position, source: string): void {
  const runs = source.length < 800 ? runnable(source) : new Map();
  const { diagnostics } = resolve(document, 'untitled');
  const all = { first: 0, last: document.lines.length };
  for (const { span } of completionsAt(document, position)) assert.ok(isInside(document, span));
  const hover = hoverAt(document, position, runs);
  if (hover) {
    assert.ok(isInside(document, hover.span));
    assert.notEqual(markdownOf(hover.paragraphs), '');
  }
  for (const span of definitionsAt(document, position)) assert.ok(isInside(document, span));
  const references = referencesAt(document, position, true);
  assert.deepEqual(references, highlightsAt(document, position), 'references and highlights are the same places');
  for (const span of references) assert.ok(isInside(document, span));
  renamableAt(document, position);
  const renaming = renamed(document, position, 'another');
  if (renaming.kind === 'edits') assert.ok(doNotMeet(renaming.edits));
  const tokens = tokensOf(document);
  assert.ok(tokens.every((token) => isInside(document, token)));
  assert.ok(doNotMeet(tokens.map((token) => ({ ...token, text: '' }))));
  let inner: ReturnType<typeof selectionsAt>[number] | undefined;
  for (const outer of selectionsAt(document, position)) {
    if (inner) assert.ok(outer.start.line <= inner.start.line && outer.end.line >= inner.end.line);
    inner = outer;
  }
  for (const { first, last } of foldsOf(document)) assert.ok(first < last && last < document.lines.length);
  symbolsOf(document);
  scenarioPlaces(document);
  stateHints(document, runs, all);
  sentFix(document, runs, position.line);
  fixesFor(diagnostics, all);
  assert.ok(doNotMeet(allFixes(diagnostics)));
  formatted(document);
  assert.ok(doNotMeet(formattedAbove(document, position.line)));
}

describe('what an editor offers', () => {
  it('never fails, whatever the text and wherever the cursor', () => {
    fc.assert(
      fc.property(text, fc.nat(30), fc.nat(70), (source, at, column) => {
        everything(parse(source), { line: at, column }, source);
      }),
      { numRuns: 600 },
    );
  });

  it('never fails in a file that runs, on any of its words', () => {
    for (const file of files.filter((name) => name.startsWith('examples/'))) {
      const document = parse(readFileSync(file, 'utf8'));
      const runs = runsOf(document);
      for (const [at, { text: source }] of document.lines.entries()) {
        for (const { index } of source.matchAll(/\b\w/g)) {
          const position = { line: at, column: index };
          completionsAt(document, position);
          markdownOf(hoverAt(document, position, runs)?.paragraphs ?? []);
          selectionsAt(document, position);
        }
        assert.equal(sentFix(document, runs, at), undefined, 'examples hold');
      }
    }
  });
});

/** What happened, without names and line numbers. */
function meaning(document: Document): readonly string[] {
  const { program } = resolve(document, 'untitled');
  return (program?.scenarios ?? []).map((scenario) => {
    const { events } = run(scenario);
    const first = scenario.peers[0].name;
    const index = (peer: string | undefined): number | undefined =>
      peer === undefined ? undefined : peer === first ? 0 : 1;
    return JSON.stringify(
      events.map(({ time, kind, peer, rows, sends, changes, judgment, segment }) => [
        time,
        kind,
        index(peer),
        rows.map(({ from, to, event }) => [from, to, event]),
        sends.map(({ from, flags, seq, ack, len }) => [index(from), flags, seq, ack, len]),
        changes,
        judgment?.ok,
        segment?.id,
      ]),
    );
  });
}

describe('rename', () => {
  it('keeps what every example and conformance scenario does', function () {
    this.timeout(60_000);
    for (const file of files) {
      const document = parse(readFileSync(file, 'utf8'));
      if (document.lines.length > 60 || resolve(document, 'untitled').program === undefined) continue;
      const before = meaning(document);
      for (const position of firstNames(document)) {
        const renaming = renamed(document, position, 'renamed_thing');
        assert.equal(renaming.kind, 'edits', `${file}:${position.line + 1}`);
        if (renaming.kind !== 'edits') continue;
        const after = parse(edited(document, renaming.edits));
        assert.deepEqual(meaning(after), before, `${file}:${position.line + 1}:${position.column}`);
      }
    }
  });
});

/** The first place of every name of a file. */
function firstNames(document: Document): readonly Position[] {
  const seen = new Set<string>();
  const found: Position[] = [];
  for (const [at, { text: source }] of document.lines.entries()) {
    for (const match of source.matchAll(/[A-Za-z_]\w*/g)) {
      const position = { line: at, column: match.index };
      const renamable = renamableAt(document, position);
      if (renamable.kind !== 'renamable' || seen.has(renamable.name)) continue;
      seen.add(renamable.name);
      found.push(position);
    }
  }
  return found;
}
