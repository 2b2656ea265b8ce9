import assert from 'node:assert/strict';
import { allFixes, fixesFor } from '../../src/editing/fixes';
import { formatted, formattedAbove } from '../../src/editing/format';
import { sentFix } from '../../src/editing/sent';
import { parse } from '../../src/language/document';
import { resolve } from '../../src/program/resolve';
import { run } from '../../src/simulation/run';
import { failuresOf } from '../../src/trace/judgments';
import { render } from '../../src/words/sentence';
import { edited, runsOf } from './cursor';

const document = (...lines: readonly string[]) => parse(lines.join('\n'));

describe('quick fixes', () => {
  it('mend what a diagnostic is about', () => {
    const file = document('clinet connect', 'client conect');
    const fixes = fixesFor(resolve(file, 'a').diagnostics, { first: 0, last: 0 });
    assert.deepEqual(
      fixes.map(({ title, edits, mends }) => [render(title), edits, mends?.diagnostic.code]),
      [['write "client"', [{ line: 0, start: 0, end: 6, text: 'client' }], 'unknown-peer']],
    );
  });

  it('mend everything at once', () => {
    const file = document('Expect clinet ESTABLISHED && time = 5 ms', 'client-->server SYN/ACK', 'note "a');
    const mended = parse(edited(file, allFixes(resolve(file, 'a').diagnostics)));
    const again = parse(edited(mended, allFixes(resolve(mended, 'a').diagnostics)));
    assert.equal(
      again.lines.map(({ text }) => text).join('\n'),
      'expect client ESTABLISHED and time == 5ms\nclient -> server SYN+ACK\nnote "a"',
    );
  });
});

/** The document after line `line` (0-based) was replaced with what was sent. */
function replaced(line: number, ...lines: readonly string[]): readonly string[] | undefined {
  const file = document(...lines);
  const fix = sentFix(file, runsOf(file), line);
  return fix && edited(file, fix.edits).split('\n');
}

describe('replace with what was sent', () => {
  it('writes the segment, and keeps the columns of its neighbours', () => {
    assert.deepEqual(
      replaced(
        3,
        'server listen',
        'client connect',
        'client -> server  SYN      seq=0',
        'server -> client  SYN      seq=0 ack=7  as s1  # here',
        'client -> server  ACK      seq=1 ack=1',
      ),
      [
        'server listen',
        'client connect',
        'client -> server  SYN      seq=0',
        'server -> client  SYN+ACK  seq=0 ack=1  as s1  # here',
        'client -> server  ACK      seq=1 ack=1',
      ],
    );
  });

  it('leads to a line that holds, whatever was wrong', () => {
    const before = ['handshake client -> server', 'let t0 = time', 'client send 100'];
    for (const wrong of ['ACK', 'ACK seq=2', 'FIN+ACK seq=1..51', 'DATA len=7', 'ACK seq=1 ack=9 len=3 win=1']) {
      const text = replaced(3, ...before, `client -> server ${wrong}`)?.join('\n');
      assert.ok(text, wrong);
      const [scenario] = resolve(parse(text), 'a').program?.scenarios ?? [];
      assert.ok(scenario);
      assert.deepEqual(run(scenario).events.flatMap(failuresOf), [], text);
    }
  });

  it('knows what a timer would have sent', () => {
    assert.deepEqual(
      replaced(2, 'client connect', 'client -> server SYN lost', 'client -> server ACK seq=0')?.[2],
      'client -> server  SYN  seq=0',
    );
  });

  it('is not offered for what holds, for what is never sent, and for other lines', () => {
    assert.equal(replaced(1, 'client connect', 'client -> server SYN'), undefined);
    assert.equal(replaced(0, 'client -> server SYN'), undefined);
    assert.equal(replaced(0, 'expect client ESTABLISHED'), undefined);
  });
});

describe('formatting', () => {
  it('is the formatter of the command line', () => {
    assert.equal(formatted(parse('  client   connect\n\n\n')), 'client connect\n');
  });

  it('formats the line that Enter leaves, and the segment lines it stands with', () => {
    const file = document('  run', 'client -> server SYN seq=0', 'server -> client SYN+ACK seq=0 ack=1', '', '  run');
    assert.equal(
      edited(file, formattedAbove(file, 3)),
      ['  run', 'client -> server  SYN      seq=0', 'server -> client  SYN+ACK  seq=0 ack=1', '', '  run'].join('\n'),
    );
    assert.equal(edited(file, formattedAbove(file, 1)).split('\n')[0], 'run');
  });

  it('leaves a line with an error as it is', () => {
    const file = document('  client ->', '');
    assert.deepEqual(formattedAbove(file, 1), []);
  });
});
