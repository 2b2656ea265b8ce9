import assert from 'node:assert/strict';
import { check } from '../../src/checks/check';

/** The fixes of the failures of a text's one scenario, in their order. */
const fixes = (text: string): readonly (string | undefined)[] =>
  check({ name: 'a.tcpscn', text }).scenarios.flatMap(({ failures }) =>
    failures.map(({ line, fix }) => fix && `${line} ${fix.line === line ? fix.text : 'another line'}`),
  );

describe('the fix of a segment line that fails', () => {
  it('is the line as it should read, with its outcome, its name and its comment', () => {
    assert.deepEqual(
      fixes(`handshake client -> server
client send 10
  client -> server PSH+ACK seq=1..5 ack=0x1 lost as d  # ten
expect client CLOSED
`),
      ['3 client -> server  PSH+ACK  seq=1..11 ack=0x1  lost as d  # ten', undefined],
    );
  });

  it('is found for a segment that a timer sends, if it has these flags', () => {
    const lost = 'handshake client -> server\nclient send 10\nclient -> server ACK len=10 lost\n';
    assert.deepEqual(fixes(`${lost}client -> server ACK len=9\n`), ['4 client -> server  ACK  len=10']);
    assert.deepEqual(fixes(`${lost}client -> server FIN+ACK\n`), [undefined]);
  });

  it('is none if no segment is sent, and none for a line that says what must not be', () => {
    assert.deepEqual(fixes('client -> server SYN\n'), [undefined]);
    assert.deepEqual(fixes('client connect\nnever client -> server SYN\nclient abort\nclient connect\n'), [undefined]);
  });
});
