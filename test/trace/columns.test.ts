import assert from 'node:assert/strict';
import fc from 'fast-check';
import { center, cut, displayWidth, padEnd, padStart, table, visible, wrap } from '../../src/trace/columns';

describe('text in columns', () => {
  it('counts two columns for Chinese characters and emoji, none for combining ones', () => {
    assert.equal(displayWidth('abc'), 3);
    assert.equal(displayWidth('关闭 ok'), 7);
    assert.equal(displayWidth('🙂'), 2);
    assert.equal(displayWidth('e\u0301'), 1);
  });

  it('pads, centres and cuts by columns, not by characters', () => {
    assert.equal(padEnd('关', 4), '关  ');
    assert.equal(padStart('关', 4), '  关');
    assert.equal(center('关', 6), '  关  ');
    assert.equal(cut('关闭连接', 8), '关闭连接');
    assert.equal(cut('关闭连接了', 8), '关闭...');
  });

  it('shows control and direction characters as escapes', () => {
    assert.equal(visible('a\u001b[31mb\nc\u202e'), 'a\\u001b[31mb\\u000ac\\u202e');
    assert.equal(visible('half \ud800 pair, 🙂'), 'half \\ud800 pair, 🙂');
  });

  it('wraps at blanks and between Chinese characters', () => {
    assert.deepEqual(wrap('one two three', 8), ['one two', 'three']);
    assert.deepEqual(wrap('关闭连接', 5), ['关闭', '连接']);
    assert.deepEqual(wrap('abcdefgh', 3), ['abc', 'def', 'gh']);
    assert.deepEqual(wrap('', 5), ['']);
  });

  it('never makes a line wider than asked, and loses nothing but blanks', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 40 }), (text, width) => {
        const shown = visible(text);
        const lines = wrap(shown, width);
        for (const line of lines) assert.ok(displayWidth(line) <= width, JSON.stringify(line));
        assert.equal(lines.join('').replace(/\s/g, ''), shown.replace(/\s/g, ''));
      }),
    );
  });

  it('begins the cells of a column one below the other', () => {
    const rows = [
      ['关', 'x', 'end'],
      ['abc', '', ''],
    ];
    assert.deepEqual([...table(rows)], ['关   x  end', 'abc']);
  });
});
