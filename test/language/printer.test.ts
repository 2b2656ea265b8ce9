import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from '../../src/language/document';
import { print } from '../../src/language/printer';
import { almostLine, damagedSink, KITCHEN_SINK, meaning } from './trees';

const format = (text: string): string => print(parse(text));

describe('printer', () => {
  it('leaves the kitchen sink as it is', () => {
    assert.equal(format(KITCHEN_SINK), KITCHEN_SINK);
  });

  it('aligns adjacent segment lines, and their comments', () => {
    const text = [
      'client close',
      'client->server fin+ack seq=1 ack=2',
      '  server -> client ACK   ack=2 lost # the answer',
      'server -> client ANY as a1 #again',
      '# between',
      'server -> client FIN+ACK # alone',
      '',
    ].join('\n');
    assert.equal(
      format(text),
      [
        'client close',
        'client -> server  FIN+ACK  seq=1 ack=2',
        'server -> client  ACK      ack=2  lost  # the answer',
        'server -> client  ANY      as a1        #again',
        '# between',
        'server -> client  FIN+ACK  # alone',
        '',
      ].join('\n'),
    );
  });

  it('writes states, flags and slips as the language has them', () => {
    assert.equal(
      format('expect CLIENT syn-sent && server.state = timed_wait'),
      'expect CLIENT SYN_SENT and server.state == TIME_WAIT\n',
    );
    assert.equal(format('peer a Delayed_Ack = 40 ms'), 'peer a delayed-ack=40ms\n');
    assert.equal(format('a -> b ACK sackok=on sack=1..2, 4..6'), 'a -> b  ACK  sackok sack=1..2,4..6\n');
  });

  it('keeps the spelling of literals', () => {
    const text = String.raw`let x = (0x5b4 + 64KiB) * 2 == 1.50s or "\u00e9\/" == "é"`;
    assert.equal(format(text), `${text}\n`);
  });

  it('writes parentheses where they are needed, around and inside or, and around what is calculated in amounts', () => {
    assert.equal(
      format('expect ((a.x)) == 1 or b.x == 2 and (c.x == 3)'),
      'expect a.x == 1 or (b.x == 2 and c.x == 3)\n',
    );
    assert.equal(format('let x = a - (b - c) - (d * e)'), 'let x = a - (b - c) - d * e\n');
    assert.equal(format('let x = (a == b) == c'), 'let x = (a == b) == c\n');
    assert.equal(format('wait 1s-time'), 'wait (1s - time)\n');
    assert.equal(format('a -> b ACK ack=(x-1) seq=(2*y+1)'), 'a -> b  ACK  ack=(x - 1) seq=2*y+1\n');
  });

  it('keeps one of several blank lines, none at the ends, and ends with a line end', () => {
    assert.equal(format('\n\n  \nrun\n\n\n\n  # x\n\t\nrun\n\n\n'), 'run\n\n# x\n\nrun\n');
    assert.equal(format('\n \n'), '');
    assert.equal(format(''), '');
    assert.equal(format('run'), 'run\n');
  });

  it('keeps the kind of line ends that a file has', () => {
    assert.equal(format('run\r\n  run\r\n'), 'run\r\nrun\r\n');
    assert.equal(format('run\r  run\r'), 'run\rrun\r');
    assert.equal(format('run\r\nrun\n'), 'run\nrun\n');
  });

  it('keeps a line with an error byte for byte', () => {
    const broken = ['  client   conect  # sic', '\tclient -> server  SIN lost', 'wait  20sec', '@@@ \u0001', ''].join(
      '\n',
    );
    assert.equal(format(broken), broken);
  });

  it('changes no meaning, and is done after one time, on thousands of damaged files', () => {
    const anyText = fc.oneof(
      damagedSink,
      almostLine,
      fc.array(almostLine, { maxLength: 6 }).map((lines) => lines.join('\n')),
    );
    fc.assert(
      fc.property(anyText, (text) => {
        const once = format(text);
        assert.deepEqual(meaning(parse(once)), meaning(parse(text)));
        assert.equal(format(once), once);
      }),
      { numRuns: 1000 },
    );
  });

  it('prints a block of more lines than a call can have arguments', () => {
    const text = 'a -> b  ACK\n'.repeat(130_000);
    assert.equal(print(parse(text)).length, text.length);
  });
});
