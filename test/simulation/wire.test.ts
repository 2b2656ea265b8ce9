/** The network, as its users see it: when what arrives, and what becomes of it. */
import assert from 'node:assert/strict';
import type { TraceEvent } from '../../src/trace/event';
import { type Played, play } from './play';

const OPEN = 'handshake client -> server';

/** `kind flags seq at`, for what the client sent, from the moment at which the connection is open. */
function travels({ moments }: Played): readonly string[] {
  const events = moments.map(({ event }) => event).filter(({ segment }) => segment?.from === 'client');
  return events.slice(2).map(told);
}

const told = ({ kind, segment, time }: TraceEvent): string =>
  `${kind} ${segment?.seq}..${(segment?.seq ?? 0) + (segment?.len ?? 0)} at ${(time - 30_000) / 1000}ms`;

describe('the network', () => {
  it('takes its delay, and a segment after the other as its bandwidth allows', () => {
    // 1460 bytes and 40 of headers, 12000 bits each: 12 ms at 1 Mbit/s.
    const played = play(OPEN, 'network delay=5ms bandwidth=1Mbps', 'client send 2920', 'run');
    assert.deepEqual(travels(played), ['arrive 1..1461 at 17ms', 'arrive 1461..2921 at 29ms']);
  });

  it('lets a segment with a longer delay be overtaken', () => {
    const played = play(
      OPEN,
      'network client -> server delay=50ms',
      'client send 1460',
      'network client -> server delay=1ms',
      'client send 1460',
      'run',
    );
    assert.deepEqual(travels(played), ['arrive 1461..2921 at 1ms', 'arrive 1..1461 at 50ms']);
  });

  it('loses, damages, repeats and holds back what it is told to', () => {
    const fate = (option: string): readonly string[] =>
      travels(play(OPEN, `network client -> server ${option}=100%`, 'client send 10', 'wait 100ms'));
    assert.deepEqual(fate('loss'), ['lost 1..11 at 10ms']);
    assert.deepEqual(fate('corrupt'), ['discard 1..11 at 10ms']);
    assert.deepEqual(fate('duplicate'), ['arrive 1..11 at 10ms', 'arrive 1..11 at 10ms']);
    assert.deepEqual(fate('reorder'), ['delayed 1..11 at 10ms', 'arrive 1..11 at 20ms']);
  });

  it('does to a segment that a line names what the line says, not what chance would have', () => {
    const played = play(OPEN, 'network client -> server loss=100%', 'client send 10', 'client -> server DATA');
    assert.deepEqual(travels(played), ['arrive 1..11 at 10ms']);
  });

  it('lets things at one instant happen in the order in which they were scheduled', () => {
    const played = play('network delay=0s', OPEN, 'client send 3', 'server send 2', 'run');
    const order = played.moments.flatMap(({ event }) =>
      event.segment ? [`${event.segment.from} ${event.segment.flags} ${event.segment.len}`] : [],
    );
    assert.deepEqual(order, [
      'client SYN 0',
      'server SYN+ACK 0',
      'client ACK 0',
      'client PSH+ACK 3',
      'server PSH+ACK 2',
      'server ACK 0',
      'client ACK 0',
    ]);
  });

  it('obeys the first rule that fits, as often as it says, and once a segment', () => {
    const played = play(
      OPEN,
      'client set nagle=off',
      'drop next 2 client -> server DATA',
      'delay all client -> server DATA by 30ms',
      'client send 1',
      'client send 1',
      'client send 1',
      'wait 100ms',
    );
    assert.deepEqual(travels(played), [
      'lost 1..2 at 10ms',
      'lost 2..3 at 10ms',
      'delayed 3..4 at 10ms',
      'arrive 3..4 at 40ms',
    ]);
  });
});
