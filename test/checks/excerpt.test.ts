import assert from 'node:assert/strict';
import { excerpt, sourceLines, statementColumns } from '../../src/checks/excerpt';

describe('a line of the text', () => {
  it('has carets below the part that is meant', () => {
    assert.deepEqual(excerpt(12, 'clinet close', [[0, 6]]), ['  12 | clinet close', '     | ^^^^^^']);
  });

  it('keeps carets in place behind tabs and Chinese characters', () => {
    const source = 'note "关闭"\tclose';
    assert.deepEqual(excerpt(1, source, [[source.indexOf('close'), source.length]]), [
      '   1 | note "关闭" close',
      '     |             ^^^^^',
    ]);
  });

  it('marks several parts, and an empty one with one caret', () => {
    const source = 'client -> server  ACK seq=1 ack=2';
    assert.deepEqual(
      excerpt(3, source, [
        [28, 33],
        [18, 21],
      ])[1],
      '     |                   ^^^       ^^^^^',
    );
    assert.equal(excerpt(3, 'send', [[4, 4]])[1], '     |     ^');
  });

  it('is cut out where VS Code ends lines', () => {
    assert.deepEqual(sourceLines('a\r\nb\rc\nd'), ['a', 'b', 'c', 'd']);
  });

  it('has a statement without its blanks and its comment', () => {
    const text = (source: string): string => source.slice(...statementColumns(source));
    assert.equal(text('  client close   # now'), 'client close');
    assert.equal(text('client -> server SYN seq=#100 # absolute'), 'client -> server SYN seq=#100');
    assert.equal(text('note "a # b"'), 'note "a # b"');
  });
});
