import assert from 'node:assert/strict';
import { compare } from '../../src/checks/comparison';

/** The three lines one below the other. */
const lines = (...of: Parameters<typeof compare>): string => {
  const { expected, actual, marks } = compare(...of);
  return [expected, actual, marks].join('\n');
};

describe('expected above actual', () => {
  it('puts equal fields into equal columns and marks those that differ', () => {
    assert.equal(
      lines('SYN+ACK seq=0 ack=2 mss=1460', 'SYN+ACK seq=0 ack=1 win=65535 mss=536'),
      ['SYN+ACK seq=0 ack=2 mss=1460', 'SYN+ACK seq=0 ack=1 mss=536  win=65535', '              ^^^^^ ^^^^^^^'].join(
        '\n',
      ),
    );
  });

  it('marks other flags, and the place of a field that is not there', () => {
    assert.equal(
      lines('FIN+ACK seq=1 ack=2', 'RST seq=1'),
      ['FIN+ACK seq=1 ack=2', 'RST     seq=1', '^^^           ^^^^^'].join('\n'),
    );
  });

  it('reads a range of sequence numbers as a first number and a length', () => {
    assert.equal(compare('ACK seq=1..1461', 'ACK seq=1 ack=1 len=1460').marks, '');
    assert.equal(compare('ACK seq=1..1461', 'ACK seq=1 ack=1 len=1000').marks, '    ^^^^^');
  });

  it('marks text that the line does not ask for, since a length that is not written is 0', () => {
    assert.equal(compare('ACK seq=1', 'ACK seq=1 ack=1 len=100').marks, '                ^^^^^^^');
    assert.equal(compare('DATA seq=1', 'ACK seq=1 ack=1 len=100').marks, '^^^');
  });

  it('marks what the line is known to be wrong about, if that is known', () => {
    assert.equal(compare('ACK seq=client.iss ack=2', 'ACK seq=0 ack=1', ['ack=2']).marks, '                   ^^^^^');
  });

  it('leaves conditions and sentences as they are', () => {
    const condition = { expected: 'time == 3s', actual: 'time is 1s', marks: '' };
    assert.deepEqual(compare(condition.expected, condition.actual), condition);
    const nothing = { expected: 'SYN seq=0', actual: 'nothing is on the wire', marks: '' };
    assert.deepEqual(compare(nothing.expected, nothing.actual), nothing);
  });

  it('takes data with blanks as one field', () => {
    assert.equal(compare('ACK data="a b"', 'ACK data="a c"').marks, '    ^^^^^^^^^^');
  });
});
