import assert from 'node:assert/strict';
import { stateHints } from '../../src/editing/inlays';
import { segmentAtLine, statesAfterLine } from '../../src/editing/runs';
import { tokensOf } from '../../src/editing/tokens';
import { parse } from '../../src/language/document';
import { runsOf } from './cursor';

const tokens = (...lines: readonly string[]): readonly string[] => {
  const document = parse(lines.join('\n'));
  return tokensOf(document).map(({ line, start, end, type, modifiers }) =>
    [document.lines[line]?.text.slice(start, end), type, ...modifiers].join(' '),
  );
};

describe('colours', () => {
  it('tell the two peers apart, wherever they stand', () => {
    assert.deepEqual(tokens('peer b', 'peer a', 'a -> b  SYN', 'expect b.cwnd > 0 and a CLOSED'), [
      'b peer first declaration',
      'a peer second declaration',
      'a peer second',
      'b peer first',
      'SYN flag',
      'b peer first',
      'a peer second',
      'CLOSED state',
    ]);
  });

  it('tell constants, segments and states apart', () => {
    assert.deepEqual(
      tokens(
        'let t0 = time',
        'client -> server  SYN  held as s1',
        'expect client.state == LISTEN or s1.time > t0',
        'release s1',
      ),
      [
        't0 constant declaration',
        'client peer first',
        'server peer second',
        'SYN flag',
        's1 segment declaration',
        'client peer first',
        'LISTEN state',
        's1 segment',
        't0 constant',
        's1 segment',
      ],
    );
  });

  it('strike through what is lost, values included', () => {
    assert.deepEqual(tokens('client -> server  FIN+ACK  seq=1  lost'), [
      'client peer first lost',
      'server peer second lost',
      'FIN flag lost',
      'ACK flag lost',
      'seq=1 field lost',
    ]);
  });

  it('are those of some lines only, if they are asked for', () => {
    const document = parse('client connect\nserver listen\nclient close');
    assert.deepEqual(
      tokensOf(document, { first: 1, last: 1 }).map(({ line }) => line),
      [1],
    );
  });
});

describe('inlay hints', () => {
  const document = parse(
    [
      'server listen',
      'client connect  # the SYN',
      'client -> server  SYN',
      'expect client SYN_SENT',
      'note "a"',
      'run',
    ].join('\n'),
  );

  it('show the states behind every statement that can change them', () => {
    assert.deepEqual(
      stateHints(document, runsOf(document), { first: 0, last: 5 }).map(
        ({ line, column, text, changed }) => `${line}:${column} ${text}${changed ? ' *' : ''}`,
      ),
      [
        '0:13 client CLOSED · server LISTEN *',
        '1:14 client SYN_SENT · server LISTEN *',
        '2:21 client SYN_SENT · server SYN_RCVD *',
        '5:3 client ESTABLISHED · server ESTABLISHED *',
      ],
    );
  });

  it('put the inferred state of a scripted peer in parentheses', () => {
    const scripted = parse(
      'peer client\npeer server scripted\nclient connect\nclient -> server SYN\nserver -> client SYN+ACK',
    );
    assert.equal(
      stateHints(scripted, runsOf(scripted), { first: 0, last: 9 }).at(-1)?.text,
      'client ESTABLISHED · server (SYN_RCVD)',
    );
  });

  it('are none where nothing was run', () => {
    assert.deepEqual(stateHints(document, new Map(), { first: 0, last: 5 }), []);
  });
});

describe('what a line did', () => {
  it('is its segment and the states after it', () => {
    const document = parse('server listen\nclient connect\nclient -> server SYN\nwait 10s');
    const trace = runsOf(document).get(1);
    assert.ok(trace);
    assert.equal(segmentAtLine(trace, 3)?.flags, 'SYN');
    assert.equal(segmentAtLine(trace, 2), undefined);
    assert.deepEqual(statesAfterLine(trace, 2), ['SYN_SENT', 'LISTEN']);
    assert.equal(statesAfterLine(trace, 9), undefined);
  });
});
