import assert from 'node:assert/strict';
import { statesOf, statesPassed } from '../../src/trace/states';
import { event, handshake, peer, row, scenario, trace } from './story';

describe('the states of both peers', () => {
  it('are folded from the changes, before and after every event', () => {
    const states = statesOf(trace(scenario('s'), handshake));
    assert.deepEqual(
      states.map(({ before, after }) => `${before.join(' ')} | ${after.join(' ')}`),
      [
        'CLOSED CLOSED | CLOSED LISTEN',
        'CLOSED LISTEN | SYN_SENT LISTEN',
        'SYN_SENT LISTEN | SYN_SENT SYN_RCVD',
        'SYN_SENT SYN_RCVD | ESTABLISHED SYN_RCVD',
        'ESTABLISHED SYN_RCVD | ESTABLISHED ESTABLISHED',
      ],
    );
  });

  it('are unknown for a scripted peer until something can be inferred', () => {
    const scripted = scenario('s', [], { peers: [peer('client', { kind: 'scripted' }), peer('server')] });
    const inferred = event(1, 0, 'call', {
      peer: 'client',
      call: 'script',
      changes: { state: ['CLOSED', 'SYN_SENT'] },
    });
    assert.deepEqual(statesOf(trace(scripted, [inferred])), [
      { before: [undefined, 'CLOSED'], after: ['SYN_SENT', 'CLOSED'] },
    ]);
  });

  it('include those that one segment only passes', () => {
    const rows = [row('FIN_WAIT_1', 'rcv ACK of FIN', 'FIN_WAIT_2'), row('FIN_WAIT_2', 'rcv FIN', 'TIME_WAIT')];
    assert.deepEqual(statesPassed(event(1, 0, 'arrive', { rows })), ['FIN_WAIT_1', 'FIN_WAIT_2', 'TIME_WAIT']);
    assert.deepEqual(statesPassed(event(1, 0, 'note')), []);
  });
});
