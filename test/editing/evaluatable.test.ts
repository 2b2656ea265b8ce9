import assert from 'node:assert/strict';
import { evaluatableAt, valuesNamed } from '../../src/editing/evaluatable';
import { parse } from '../../src/language/document';
import { shown, withCursor } from './cursor';

const at = (...lines: readonly string[]): string | undefined => {
  const { document, position } = withCursor(...lines);
  const found = evaluatableAt(document, position);
  return found && `${shown(document, found)} is ${found.expression}`;
};

describe('what can be evaluated under the pointer', () => {
  it('is the variable behind a dot, whole', () => {
    assert.equal(at('expect client.snd.n|xt == 1'), '0:7 client.snd.nxt is client.snd.nxt');
    assert.equal(at('expect wire.co|unt == 0'), '0:7 wire.count is wire.count');
  });

  it('is the peer before a dot, and wherever one is named but declared', () => {
    assert.equal(at('expect cli|ent.cwnd > 0'), '0:7 client is client');
    assert.equal(at('cli|ent connect'), '0:0 client is client');
    assert.equal(at('client -> ser|ver  SYN'), '0:10 server is server');
    assert.equal(at('peer cli|ent'), undefined);
  });

  it('is a segment that is remembered, and its fields', () => {
    const lines = ['client -> server  SYN  as s1'];
    assert.equal(at('client -> server  SYN  as s|1'), '0:26 s1 is s1');
    assert.equal(at(...lines, 'replay s|1'), '1:7 s1 is s1');
    assert.equal(at(...lines, 'expect s1.s|eq == 0'), '1:7 s1.seq is s1.seq');
  });

  it('is a value from let, and the time', () => {
    assert.equal(at('let si|ze = 3'), '0:4 size is size');
    assert.equal(at('let size = 3', 'expect si|ze == 3'), '1:7 size is size');
    assert.equal(at('expect ti|me > 3s'), '0:7 time is time');
  });

  it('is nothing of what is a word of the language', () => {
    assert.equal(at('client con|nect'), undefined);
    assert.equal(at('client -> server  S|YN'), undefined);
    assert.equal(at('expect client ESTAB|LISHED'), undefined);
    assert.equal(at('expect client vis|ited FIN_WAIT_2'), undefined);
    assert.equal(at('# cli|ent'), undefined);
  });
});

describe('the values that are named on lines', () => {
  const document = parse(
    [
      'peer client',
      'scenario "One"',
      'expect client.cwnd > 0',
      'scenario "Two"',
      'let size = client.mss * 2',
      'expect client.cwnd > size and client.cwnd < 9 * size',
      'wait until time > 3s',
      'expect server.rto > 0s',
    ].join('\n'),
  );
  const named = (first: number, last: number, stop: number): readonly string[] =>
    valuesNamed(document, { first, last }, stop).map((value) => shown(document, value));

  it('are those of the scenario that is debugged, each once a line, as far as it came', () => {
    assert.deepEqual(named(0, 100, 6), ['4:4 size', '4:11 client.mss', '5:7 client.cwnd', '5:21 size', '6:11 time']);
    assert.deepEqual(named(0, 100, 2), ['2:7 client.cwnd']);
  });

  it('are those of the lines that are seen', () => {
    assert.deepEqual(named(5, 5, 7), ['5:7 client.cwnd', '5:21 size']);
  });
});
