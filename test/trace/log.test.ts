import assert from 'node:assert/strict';
import { log, logLines } from '../../src/trace/log';
import { say } from '../../src/words/sentence';
import { event, handshake, judgment, scenario, segment, trace } from './story';

describe('the log', () => {
  it('is a table with one row an event', () => {
    const events = [
      ...handshake,
      event(6, 30_000, 'note', { text: say('open') }),
      event(7, 30_000, 'call', { peer: 'client', call: 'status', result: 'state = ESTABLISHED' }),
      event(8, 1_030_000, 'timer', {
        peer: 'client',
        timer: 'retransmit',
        error: 'connection aborted due to user timeout',
      }),
      event(9, 1_030_000, 'expect', { judgment: judgment(false, 9) }),
    ];
    assert.deepEqual(
      [...log(trace(scenario('s'), events))],
      [
        'no   time  peer    event             from -> to        flags    seq  ack  win    len  state                    sends    rule',
        ' 1  0.000  server  listen                                                             CLOSED -> LISTEN                  3.10.7.4',
        ' 2  0.000  client  connect                                                            CLOSED -> SYN_SENT       SYN      3.10.7.4',
        ' 3  0.010  server  arrive            client -> server  SYN      0         65535  0    LISTEN -> SYN_RCVD       SYN+ACK  3.10.7.4',
        ' 4  0.020  client  arrive            server -> client  SYN+ACK  0    1    65535  0    SYN_SENT -> ESTABLISHED  ACK      3.10.7.4',
        ' 5  0.030  server  arrive            client -> server  ACK      1    1    65535  0    SYN_RCVD -> ESTABLISHED           3.10.7.4',
        ' 6  0.030          note                                                                                                 open',
        ' 7  0.030  client  status                                                                                               state = ESTABLISHED',
        ' 8  1.030  client  timer retransmit                                                                                     error: connection aborted due to user timeout',
        ' 9  1.030          expect                                                                                               ✗ line 9: it did not hold',
      ],
    );
  });

  it('names the numbers of a few events that stand without a heading', () => {
    const lost = event(10, 40_000, 'lost', { segment: segment(4, 'client', 'PSH+ACK', 1, 1, { len: 100 }) });
    assert.deepEqual(logLines([...handshake.slice(3, 5), lost]), [
      ' 4  0.020  client  arrive  server -> client  SYN+ACK seq=0 ack=1          SYN_SENT -> ESTABLISHED  sends ACK  3.10.7.4',
      ' 5  0.030  server  arrive  client -> server  ACK seq=1 ack=1              SYN_RCVD -> ESTABLISHED             3.10.7.4',
      '10  0.040          lost    client -> server  PSH+ACK seq=1 ack=1 len=100',
    ]);
    assert.deepEqual(logLines([]), []);
  });
});
