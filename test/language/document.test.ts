import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse, reparse, splitLines } from '../../src/language/document';
import { almostLine, damagedSink, KITCHEN_LINES } from './trees';

describe('document', () => {
  it('has the lines that an editor shows', () => {
    assert.deepEqual(splitLines('a\nb\r\nc\rd\n'), ['a', 'b', 'c', 'd', '']);
    assert.deepEqual(splitLines(''), ['']);
  });

  it('remembers how lines end', () => {
    assert.equal(parse('a\r\nb').newline, '\r\n');
    assert.equal(parse('a\rb\r').newline, '\r');
    assert.equal(parse('a\r\nb\n').newline, '\n');
    assert.equal(parse('a').newline, '\n');
  });

  it('reads a changed text as if it were new, and keeps the lines that did not change', () => {
    fc.assert(
      fc.property(damagedSink, damagedSink, (before, after) => {
        const previous = parse(before);
        const next = reparse(previous, after);
        assert.deepEqual(next, parse(after));
        const known = new Map(previous.lines.map((line) => [line.text, line]));
        for (const line of next.lines) if (known.has(line.text)) assert.equal(line, known.get(line.text));
      }),
      { numRuns: 100 },
    );
  });

  it('damages no line by another', () => {
    const whole = parse(KITCHEN_LINES.join('\n'));
    fc.assert(
      fc.property(fc.nat(KITCHEN_LINES.length - 1), almostLine, (at, damage) => {
        const lines = parse(KITCHEN_LINES.with(at, damage).join('\n')).lines;
        assert.equal(lines.length, whole.lines.length);
        for (const [row, line] of lines.entries()) if (row !== at) assert.deepEqual(line, whole.lines[row]);
      }),
    );
  });
});
