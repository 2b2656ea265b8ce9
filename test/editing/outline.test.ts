import assert from 'node:assert/strict';
import { foldsOf } from '../../src/editing/folding';
import { scenarioPlaces } from '../../src/editing/scenario-places';
import { selectionsAt } from '../../src/editing/selection';
import { type OutlineSymbol, symbolsOf } from '../../src/editing/symbols';
import { parse } from '../../src/language/document';
import { withCursor } from './cursor';

const FILE = parse(`# A file
# of two scenarios.
peer client mss=500

scenario "One"
peer server :80
== Open ==
client connect
== Close ==
client close

# About two.
scenario "Two"
run
`);

const tree = (symbols: readonly OutlineSymbol[], indent = ''): readonly string[] =>
  symbols.flatMap(({ kind, name, detail, lines, children }) => [
    `${indent}${kind} ${name}${detail === '' ? '' : ` (${detail})`} ${lines.first}-${lines.last}`,
    ...tree(children, `${indent}  `),
  ]);

describe('outline', () => {
  it('has scenarios with their peers and chapters, and the peers above them', () => {
    assert.deepEqual(tree(symbolsOf(FILE)), [
      'peer client (mss=500) 2-2',
      'scenario One 4-9',
      '  peer server (:80) 5-5',
      '  chapter Open 6-7',
      '  chapter Close 8-9',
      'scenario Two 12-13',
    ]);
  });

  it('has the chapters of a file without a scenario line, and names for what has none', () => {
    assert.deepEqual(tree(symbolsOf(parse('== Open ==\npeer a\nrun\nscenario ""'))), [
      'chapter Open 0-2',
      '  peer a 1-1',
      'scenario scenario 3-3',
    ]);
  });
});

describe('folding', () => {
  it('folds scenarios, chapters and comments that stand together', () => {
    assert.deepEqual(
      foldsOf(FILE).map(({ kind, first, last }) => `${kind} ${first}-${last}`),
      ['comment 0-1', 'scenario 4-9', 'chapter 6-7', 'chapter 8-9', 'scenario 12-13'],
    );
  });
});

describe('places of scenarios', () => {
  it('are the scenario lines, with the number under which runs are kept', () => {
    assert.deepEqual(
      scenarioPlaces(FILE).map(({ number, title, span, lines }) => [number, title, span.line, lines]),
      [
        [5, 'One', 4, { first: 4, last: 9 }],
        [13, 'Two', 12, { first: 12, last: 13 }],
      ],
    );
  });

  it('is the first statement of a file without a scenario line', () => {
    assert.deepEqual(
      scenarioPlaces(parse('# A file.\n\nclient connect\n')).map(({ number, title, span }) => [number, title, span]),
      [[1, undefined, { line: 2, start: 0, end: 14 }]],
    );
  });

  it('leaves out what has nothing to run', () => {
    assert.deepEqual(scenarioPlaces(parse('peer client\n')), []);
    assert.deepEqual(scenarioPlaces(parse('scenario "a"\nscenario "b"\nrun')).length, 1);
  });
});

describe('selection', () => {
  it('grows from the word to the file', () => {
    const { document, position } = withCursor(
      'scenario "a"',
      '== b ==',
      'expect client.snd.n|xt == 1 + 2',
      'run',
      '',
      'scenario "c"',
    );
    assert.deepEqual(
      selectionsAt(document, position).map(({ start, end }) =>
        start.line === end.line
          ? document.lines[start.line]?.text.slice(start.column, end.column)
          : `${start.line}-${end.line}`,
      ),
      ['snd.nxt', 'client.snd.nxt', 'client.snd.nxt == 1 + 2', 'expect client.snd.nxt == 1 + 2', '1-3', '0-3', '0-5'],
    );
  });
});
