import assert from 'node:assert/strict';
import { parse } from '../../src/language/document';
import { segmentNotes } from '../../src/panel/wireshark';
import { resolve } from '../../src/program/resolve';
import { run } from '../../src/simulation/run';
import type { Trace } from '../../src/trace/trace';
import { runsOf } from '../scenarios';

/** What is said of each segment, by the event that sends it: `9 ACK: [TCP ZeroWindow]`. */
function told({ events }: Trace): readonly string[] {
  const notes = segmentNotes(events);
  const lines: string[] = [];
  const seen = new Set<number>();
  for (const { n, segment, sends } of events) {
    for (const each of [...(segment === undefined ? [] : [segment]), ...sends]) {
      const said = notes.get(each.id);
      if (said !== undefined && !seen.has(each.id)) lines.push(`${n} ${each.flags}: ${said.join(' ')}`);
      seen.add(each.id);
    }
  }
  return lines;
}

function ofExample(name: string): readonly string[] {
  const [trace] = runsOf(`examples/${name}.tcpscn`);
  assert.ok(trace);
  return told(trace);
}

function ofText(...lines: readonly string[]): readonly string[] {
  const { program } = resolve(parse(lines.join('\n')), 'test');
  const [scenario] = program?.scenarios ?? [];
  assert.ok(scenario, 'the text has errors');
  return told(run(scenario));
}

describe("Wireshark's words", () => {
  it('tell a retransmission, and nothing of an orderly connection', () => {
    assert.deepEqual(ofExample('rfc9293-figure-12-normal-close'), []);
    assert.deepEqual(ofExample('handshake-and-close'), ['20 FIN+ACK: [TCP Retransmission]']);
  });

  it('tell a closed window, what knocks at it, and that it opens', () => {
    assert.deepEqual(ofExample('zero-window'), [
      '6 ACK: [TCP Window Full]',
      '7 ACK: [TCP ZeroWindow]',
      '12 ACK: [TCP ZeroWindowProbe]',
      '13 ACK: [TCP ZeroWindowProbeAck] [TCP ZeroWindow]',
      '16 ACK: [TCP ZeroWindowProbe]',
      '17 ACK: [TCP ZeroWindowProbeAck] [TCP ZeroWindow]',
      '20 ACK: [TCP ZeroWindowProbe]',
      '21 ACK: [TCP ZeroWindowProbeAck] [TCP ZeroWindow]',
      '29 ACK: [TCP Window Update]',
    ]);
  });

  it('count duplicate acknowledgments, and tell a fast retransmission', () => {
    assert.deepEqual(ofExample('fast-retransmit-and-timeout'), [
      '9 ACK: [TCP Dup ACK 3#1]',
      '12 ACK: [TCP Dup ACK 3#2]',
      '14 ACK: [TCP Dup ACK 3#3]',
      '16 ACK: [TCP Fast Retransmission]',
      '19 ACK: [TCP Dup ACK 3#4]',
    ]);
  });

  it('tell what nobody sent', () => {
    assert.deepEqual(
      ofText(
        'handshake client -> server',
        'inject client -> server ACK seq=1 ack=500',
        'run',
        'inject client -> server ACK seq=100 ack=1 len=5',
      ),
      [
        '6 ACK: [TCP ACKed unseen segment]',
        '6 ACK: [TCP Dup ACK 3#1]',
        '8 ACK: [TCP Previous segment not captured]',
        '8 ACK: [TCP Dup ACK 3#2]',
      ],
    );
  });

  it('tell a port that is used again', () => {
    assert.deepEqual(
      ofText(
        'peer client iss=100,5000',
        'handshake client -> server',
        'client abort',
        'run',
        'server listen',
        'client connect',
        'run',
      ),
      ['9 SYN: [TCP Port numbers reused]'],
    );
  });
});
