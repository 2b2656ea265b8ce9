import assert from 'node:assert/strict';
import { contentsOf } from '../../src/checks/contents';
import { selects } from '../../src/checks/selection';
import { parse } from '../../src/language/document';

const contents = (...lines: readonly string[]) =>
  contentsOf(parse(lines.join('\n')), 'folder/close.tcpscn').map(
    ({ name, line, end, tags }) => `${line}-${end} ${name}${tags.map((tag) => ` #${tag}`).join('')}`,
  );

describe('the contents of a file', () => {
  it('are one scenario, named after the file, if it has no scenario line', () => {
    assert.deepEqual(contents('# tags: a', 'client connect'), ['1-2 close #a']);
    assert.deepEqual(contents(''), ['1-1 close']);
  });

  it('are its scenarios with their lines, whatever is wrong in them', () => {
    const found = contents('peer a', '', 'scenario "One"', 'nonsense', 'scenario "Two"', 'server listen', '');
    assert.deepEqual(found, ['3-4 One', '5-7 Two']);
  });

  it('tags are for the scenario they stand in or touch from above, else for the file', () => {
    const found = contents(
      '# tags: all',
      '',
      '# Notes.',
      '# tags: one, open',
      '# More.',
      'scenario "One"  # tags: first',
      'server listen',
      '## Tags: one,,  slow ',
      '',
      '# tags: two',
      'scenario "Two"',
      '# tags are no tags without a colon',
    );
    assert.deepEqual(found, ['6-10 One #all #one #open #first #slow', '11-12 Two #all #two']);
  });

  it('a comment below the first scenario line, with a blank line under it, stays with the scenario above', () => {
    assert.deepEqual(contents('scenario "One"', '# tags: one', '', 'scenario "Two"'), ['1-3 One #one', '4-4 Two']);
  });
});

describe('a selection', () => {
  it('asks for all that it names', () => {
    const item = { name: 'Half close', line: 3, end: 9, tags: ['slow', 'close'] };
    const selected = [
      {},
      { name: /half/i },
      { name: /half/ },
      { tags: ['open', 'close'] },
      { tags: [] },
      { lines: [3] },
    ];
    assert.deepEqual(
      selected.map((selection) => selects(selection, item)),
      [true, true, false, true, false, true],
    );
    assert.equal(selects({ name: /Half/, names: ['Half'] }, item), false);
  });
});
