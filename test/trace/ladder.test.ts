import assert from 'node:assert/strict';
import type { Scenario } from '../../src/program/program';
import { displayWidth } from '../../src/trace/columns';
import { ladder } from '../../src/trace/ladder';
import { say } from '../../src/words/sentence';
import { event, handshake, judgment, peer, row, scenario, segment, trace } from './story';

/** The ladder's lines against a text that is indented as the test is. */
function assertLadder(of: Parameters<typeof ladder>[0], expected: string): void {
  const lines = expected.replace(/\n *$/, '').split('\n').slice(1);
  assert.equal([...ladder(of)].join('\n'), lines.map((line) => line.slice(6)).join('\n'));
}

const fin = segment(4, 'client', 'FIN+ACK', 1, 1);
const ackOfFin = segment(5, 'server', 'ACK', 1, 2);
const otherFin = segment(6, 'server', 'FIN+ACK', 1, 2);
const again = segment(7, 'server', 'FIN+ACK', 1, 2, { retransmission: true });
const last = segment(8, 'client', 'ACK', 2, 2);

describe('the ladder', () => {
  it('shows an orderly close as the RFC draws it', () => {
    const chapters = [
      { title: 'Open', line: 0 },
      { title: 'Close 关闭', line: 6 },
    ];
    const events = [
      ...handshake,
      event(6, 30_000, 'expect', { judgment: judgment(true, 6) }),
      event(7, 30_000, 'call', { peer: 'client', call: 'close', move: ['ESTABLISHED', 'FIN_WAIT_1'], sends: [fin] }),
      event(8, 40_000, 'arrive', {
        peer: 'server',
        segment: fin,
        move: ['ESTABLISHED', 'CLOSE_WAIT'],
        sends: [ackOfFin],
      }),
      event(9, 50_000, 'arrive', { peer: 'client', segment: ackOfFin, move: ['FIN_WAIT_1', 'FIN_WAIT_2'] }),
      event(10, 50_000, 'call', { peer: 'server', call: 'close', move: ['CLOSE_WAIT', 'LAST_ACK'], sends: [otherFin] }),
      event(11, 60_000, 'lost', { segment: otherFin }),
      event(12, 1_050_000, 'timer', { peer: 'server', timer: 'retransmit', sends: [again] }),
      event(13, 1_060_000, 'arrive', {
        peer: 'client',
        segment: again,
        move: ['FIN_WAIT_2', 'TIME_WAIT'],
        sends: [last],
      }),
      event(14, 1_070_000, 'arrive', { peer: 'server', segment: last, move: ['LAST_ACK', 'CLOSED'] }),
      event(15, 1_070_000, 'call', { peer: 'server', call: 'close', error: 'connection does not exist' }),
      event(16, 241_060_000, 'timer', { peer: 'client', timer: 'timewait', move: ['TIME_WAIT', 'CLOSED'] }),
    ];
    assertLadder(
      trace(scenario('Orderly close', chapters), events),
      `
      Orderly close

       no     time  client                                                    server

                    CLOSED                                                    CLOSED

      == Open ===========================================================================
        1    0.000                                                  (listen)  LISTEN
        2    0.000  SYN_SENT     (connect)
        3    0.010  SYN_SENT     --> <SEQ=0><CTL=SYN>                    -->  SYN_RCVD
        4    0.020  ESTABLISHED  <-- <SEQ=0><ACK=1><CTL=SYN,ACK>         <--  SYN_RCVD
        5    0.030  ESTABLISHED  --> <SEQ=1><ACK=1><CTL=ACK>             -->  ESTABLISHED

      == Close 关闭 =====================================================================
        7    0.030  FIN_WAIT_1   (close)
        8    0.040  FIN_WAIT_1   --> <SEQ=1><ACK=1><CTL=FIN,ACK>         -->  CLOSE_WAIT
        9    0.050  FIN_WAIT_2   <-- <SEQ=1><ACK=2><CTL=ACK>             <--  CLOSE_WAIT
       10    0.050                                                   (close)  LAST_ACK
       11    0.060  (lost)       X-- <SEQ=1><ACK=2><CTL=FIN,ACK>         <--  LAST_ACK
                    :                             (0.990 s)                   :
       12    1.050                                        (timer retransmit)  LAST_ACK
       13    1.060  TIME_WAIT    <-- <SEQ=1><ACK=2><CTL=FIN,ACK> (again) <--  LAST_ACK
       14    1.070  TIME_WAIT    --> <SEQ=2><ACK=2><CTL=ACK>             -->  CLOSED
       15    1.070                 (close)  error: connection does not exist  CLOSED
                    :                         (3 min 59.990 s)                :
       16  241.060  CLOSED       (timer timewait)

      16 events in 241.060 s; 1 judgment held.
      `,
    );
  });

  it('shows crossing segments leave, be under way and arrive, in the numbers of the scenario (Figure 13)', () => {
    const from = (name: 'A' | 'B', id: number, flags: string, seq: number, ack: number) =>
      segment(id, name, flags, 0, 0, { to: name === 'A' ? 'B' : 'A', absSeq: seq, absAck: ack });
    const finA = from('A', 1, 'FIN+ACK', 100, 300);
    const finB = from('B', 2, 'FIN+ACK', 300, 100);
    const ackA = from('A', 3, 'ACK', 101, 301);
    const ackB = from('B', 4, 'ACK', 301, 101);
    const absolute: Scenario['statements'][number] = {
      kind: 'segment',
      line: 1,
      segment: {
        from: 0,
        to: 1,
        source: 'FIN+ACK seq=#100',
        flags: { kind: 'any', flags: 0, compared: 0 },
        fields: [],
      },
      outcome: { kind: 'arrives' },
      capture: undefined,
    };
    const figure = scenario('Figure 13', [], {
      peers: [peer('A'), peer('B', { address: '10.0.0.2:80' })],
      statements: [absolute],
    });
    assertLadder(
      trace(figure, [
        event(1, 0, 'call', { peer: 'A', call: 'close', move: ['ESTABLISHED', 'FIN_WAIT_1'], sends: [finA] }),
        event(2, 0, 'call', { peer: 'B', call: 'close', move: ['ESTABLISHED', 'FIN_WAIT_1'], sends: [finB] }),
        event(3, 10_000, 'arrive', { peer: 'A', segment: finB, move: ['FIN_WAIT_1', 'CLOSING'], sends: [ackA] }),
        event(4, 10_000, 'arrive', { peer: 'B', segment: finA, move: ['FIN_WAIT_1', 'CLOSING'], sends: [ackB] }),
        event(5, 20_000, 'arrive', { peer: 'A', segment: ackB, move: ['CLOSING', 'TIME_WAIT'] }),
        event(6, 20_000, 'arrive', { peer: 'B', segment: ackA, move: ['CLOSING', 'TIME_WAIT'] }),
      ]),
      `
      Figure 13

       no    time  A                                                      B
                                                                          10.0.0.2:80

                   CLOSED                                                 CLOSED
        1   0.000  FIN_WAIT_1   (close)
                   FIN_WAIT_1   --> <SEQ=100><ACK=300><CTL=FIN,ACK>  ...
        2   0.000                                                (close)  FIN_WAIT_1
        3   0.010  CLOSING      <-- <SEQ=300><ACK=100><CTL=FIN,ACK>  <--  FIN_WAIT_1
                   CLOSING      --> <SEQ=101><ACK=301><CTL=ACK>      ...
        4   0.010               ... <SEQ=100><ACK=300><CTL=FIN,ACK>  -->  CLOSING
        5   0.020  TIME_WAIT    <-- <SEQ=301><ACK=101><CTL=ACK>      <--  CLOSING
        6   0.020               ... <SEQ=101><ACK=301><CTL=ACK>      -->  TIME_WAIT

      6 events in 0.020 s.
      `,
    );
  });

  it('shows what becomes of segments on the wire, and what happens to a scripted peer', () => {
    const data = (id: number) => segment(id, 'client', 'PSH+ACK', 1, 1, { len: 100, due: 250_000 });
    const reset = segment(6, 'server', 'RST', 1, undefined, { sent: undefined });
    const shrunk = segment(7, 'client', 'ACK', 1, 1, { win: 0 });
    const events = [
      event(1, 0, 'call', { peer: 'client', call: 'send 500', sends: [1, 2, 3, 4, 5, 9].map(data) }),
      event(2, 0, 'held', { segment: data(1) }),
      event(3, 0, 'delayed', { segment: data(2) }),
      event(4, 10_000, 'underway', { segment: data(3) }),
      event(5, 10_000, 'discard', { segment: data(4) }),
      event(6, 10_000, 'arrive', { peer: 'server', segment: data(5), changes: { state: ['CLOSED', 'ESTABLISHED'] } }),
      event(7, 10_000, 'arrive', {
        peer: 'client',
        segment: reset,
        move: ['ESTABLISHED', 'CLOSED'],
        error: 'connection reset',
      }),
      event(8, 20_000, 'arrive', { peer: 'server', segment: data(3) }),
      event(9, 20_000, 'released', { segment: data(1) }),
      event(10, 20_000, 'arrive', { peer: 'server', segment: data(1), sends: [] }),
      event(11, 20_100, 'arrive', { peer: 'server', segment: data(5) }),
      event(12, 20_100, 'rule', { text: say('drop next {0} client -> server', 2) }),
      event(13, 20_100, 'call', { peer: 'client', call: 'recv all', sends: [shrunk] }),
      event(14, 30_100, 'arrive', { peer: 'server', segment: shrunk }),
    ];
    assertLadder(
      trace(scenario('The wire', [], { peers: [peer('client'), peer('server', { kind: 'scripted' })] }), events, [
        data(9),
      ]),
      `
      The wire

       no      time  client                                                          server (scripted)

                     CLOSED
        1  0.000000  CLOSED           (send 500)
                     CLOSED           --> <SEQ=1><ACK=1><DATA=100><CTL=PSH,ACK> ...
        2  0.000000  CLOSED           --> <SEQ=1><ACK=1><DATA=100><CTL=PSH,ACK> ...  (held)
        3  0.000000  CLOSED           --> <SEQ=1><ACK=1><DATA=100><CTL=PSH,ACK> ...  (until 0.250 s)
        4  0.010000  CLOSED           --> <SEQ=1><ACK=1><DATA=100><CTL=PSH,ACK> ...
        5  0.010000  CLOSED           --> <SEQ=1><ACK=1><DATA=100><CTL=PSH,ACK> --X  (corrupted)
        6  0.010000  CLOSED           --> <SEQ=1><ACK=1><DATA=100><CTL=PSH,ACK> -->  (ESTABLISHED)
        7  0.010000  CLOSED           <-- <SEQ=1><CTL=RST>                      ...  (injected)
                                      error: connection reset
        8  0.020000                   ... <SEQ=1><ACK=1><DATA=100><CTL=PSH,ACK> -->  (ESTABLISHED)
        9  0.020000                   ... <SEQ=1><ACK=1><DATA=100><CTL=PSH,ACK> ...  (released)
       10  0.020000                   ... <SEQ=1><ACK=1><DATA=100><CTL=PSH,ACK> -->  (ESTABLISHED)
       11  0.020100                   ... <SEQ=1><ACK=1><DATA=100><CTL=PSH,ACK> -->  (ESTABLISHED)
       12  0.020100  * drop next 2 client -> server
       13  0.020100  CLOSED           (recv all)
       14  0.030100  CLOSED           --> <SEQ=1><ACK=1><WND=0><CTL=ACK>        -->  (ESTABLISHED)

      14 events in 0.030100 s.
      Segments that no line names:
        client -> server  PSH+ACK seq=1 ack=1 len=100
      `,
    );
  });

  it('shows notes, states that are only passed, and failed judgments where they happen', () => {
    const both = [row('FIN_WAIT_1', 'rcv ACK of FIN', 'FIN_WAIT_2'), row('FIN_WAIT_2', 'rcv FIN', 'TIME_WAIT')];
    const note =
      '四次挥手之后，先关闭的一方要等待两倍的最长报文段寿命。This is the state TIME_WAIT, which many articles explain.';
    const mismatch = judgment(false, 3, {
      message: say('the segment is not the one expected'),
      expected: 'FIN+ACK seq=1 ack=1',
      actual: 'FIN+ACK seq=1 ack=2',
      hints: [say('did you mean {0}?', 'ack=2')],
    });
    assertLadder(
      trace(scenario('Three segments\u001b[31m'), [
        event(1, 0, 'call', { peer: 'client', call: 'close', move: ['ESTABLISHED', 'FIN_WAIT_1'], sends: [fin] }),
        event(2, 10_000, 'arrive', {
          peer: 'server',
          segment: fin,
          move: ['ESTABLISHED', 'LAST_ACK'],
          sends: [otherFin],
        }),
        event(3, 20_000, 'arrive', {
          peer: 'client',
          segment: otherFin,
          rows: both,
          changes: { state: ['FIN_WAIT_1', 'TIME_WAIT'] },
          judgment: mismatch,
        }),
        event(4, 20_000, 'note', { peer: 'client', text: say(note) }),
        event(5, 20_000, 'expect', { judgment: judgment(true, 5) }),
        event(6, 20_000, 'expect', {
          judgment: judgment(false, 6, { expected: 'client CLOSED', actual: 'client TIME_WAIT' }),
        }),
      ]),
      `
      Three segments\\u001b[31m

       no    time  client                                                 server

                   CLOSED                                                 CLOSED
        1   0.000  FIN_WAIT_1   (close)
        2   0.010  FIN_WAIT_1   --> <SEQ=1><ACK=1><CTL=FIN,ACK>      -->  LAST_ACK
        3   0.020  TIME_WAIT    <-- <SEQ=1><ACK=2><CTL=FIN,ACK>      <--  LAST_ACK
                                (through FIN_WAIT_2)
                   ✗ line 3: the segment is not the one expected
                     expected  FIN+ACK seq=1 ack=1
                     actual    FIN+ACK seq=1 ack=2
                     did you mean ack=2?
        4   0.020  # client: 四次挥手之后，先关闭的一方要等待两倍的最长报文段寿命。
                     This is the state TIME_WAIT, which many articles explain.
        6   0.020  ✗ line 6: it did not hold
                     expected  client CLOSED
                     actual    client TIME_WAIT

      6 events in 0.020 s; 1 judgment held, 2 failed.
      `,
    );
  });

  it('shows what always and never ask where it is broken, who lost a segment, and a wait at the end', () => {
    const syn = segment(1, 'client', 'SYN', 0);
    assertLadder(
      trace(scenario('Watched'), [
        event(1, 0, 'call', {
          peer: 'client',
          call: 'connect',
          move: ['CLOSED', 'SYN_SENT'],
          sends: [syn],
          violations: [judgment(false, 7), judgment(false, 8)],
        }),
        event(2, 10_000, 'lost', { segment: syn, text: say('lost by the network') }),
        event(3, 10_000, 'expect', { judgment: judgment(true, 3), violations: [judgment(false, 9)] }),
        event(4, 600_000, 'wait', { text: say('time passes until {0}', '600ms') }),
      ]),
      `
      Watched

       no    time  client                                                 server

                   CLOSED                                                 CLOSED
        1   0.000  SYN_SENT     (connect)
                   ✗ line 7: it did not hold
                     expected  client ESTABLISHED
                     actual    client SYN_SENT
                   ✗ line 8: it did not hold
                     expected  client ESTABLISHED
                     actual    client SYN_SENT
        2   0.010  SYN_SENT     --> <SEQ=0><CTL=SYN>                 --X  (lost)
                                          lost by the network
        3   0.010  ✗ line 9: it did not hold
                     expected  client ESTABLISHED
                     actual    client SYN_SENT
                   :                           (0.590 s)                  :

      4 events in 0.600 s; 1 judgment held, 3 failed.
      `,
    );
  });

  it('keeps its columns with the longest names and numbers', () => {
    const most = 4_294_967_295;
    const name = 'a_name_that_is_longer_than_the_columns_'.repeat(4);
    const widest = segment(1, name, 'FIN+ACK', most, most, { len: 65_535, retransmission: true });
    const lines = [
      ...ladder(
        trace(scenario('s', [{ title: '关'.repeat(80), line: 0 }], { peers: [peer(name), peer('b')] }), [
          event(1_000_000, 7_200_000_000, 'arrive', { peer: 'b', segment: widest, move: ['LISTEN', 'ESTABLISHED'] }),
        ]),
      ),
    ];
    assert.ok(lines.some((line) => line.endsWith('ESTABLISHED') && displayWidth(line) <= 125));
    assert.ok(lines.some((line) => line.includes('(2 h)')));
    assert.ok(lines.some((line) => line.includes('a_name_that_is_longer') && line.includes('...  b')));
  });

  it('has nothing to show for a scenario without statements', () => {
    assertLadder(
      trace(scenario('empty'), []),
      `
      empty

       no    time  client                                                 server

                   CLOSED                                                 CLOSED

      0 events in 0.000 s.
      `,
    );
  });
});
