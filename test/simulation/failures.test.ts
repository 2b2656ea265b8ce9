/** What an author reads when a scenario does otherwise than it says: whole, with the likely cause. */
import assert from 'node:assert/strict';
import { stateOfPeer } from '../../src/simulation/world';
import { is } from '../program/page';
import { failures, failureText, play } from './play';

const OPEN = 'handshake client -> server';

/** The failed judgments of a scenario, one below the other. */
const failed = (...lines: readonly string[]): string =>
  failures(play(...lines))
    .map(failureText)
    .join('\n');

describe('a segment line that fails', () => {
  it('names the line that let a matching segment arrive before', () => {
    is(
      failed(OPEN, 'client send 100', 'run', 'client -> server ACK seq=1 len=100'),
      `
        line 4: no segment client -> server is sent
          expected ACK seq=1 len=100
          actual nothing
          line 3 already let a matching segment arrive
          client has nothing to send; did you mean \`client send 100\`?
      `,
    );
  });

  it('shows the segment that came instead, with every field that was asked for', () => {
    is(
      failed(OPEN, 'client send 100', 'client -> server FIN+ACK seq=5 ack=7 win=10 len=100'),
      `
        line 3: the segment client -> server is not the one written
          expected FIN+ACK seq=5 ack=7 win=10 len=100
          actual ACK seq=1 ack=1 len=100 win=65535
      `,
    );
  });

  it('says that the segment carries text if only that was forgotten', () => {
    is(
      failed(OPEN, 'client send 100', 'client -> server ACK seq=1 ack=1'),
      `
        line 3: the segment client -> server is not the one written
          expected ACK seq=1 ack=1
          actual ACK seq=1 ack=1 len=100
          line 1 already let a matching segment arrive
          it carries text: write len=100, or DATA for any length
      `,
    );
  });

  it('suggests the call that would make the peer send', () => {
    const hint = (...lines: readonly string[]): string =>
      failed(...lines)
        .split('\n')
        .at(-1)
        ?.trim() ?? '';
    assert.equal(hint('client -> server SYN'), 'client is CLOSED; did you mean `client connect`?');
    assert.equal(
      hint('server -> client SYN+ACK'),
      'server is CLOSED; did you mean `server listen` before the SYN arrives?',
    );
    assert.equal(hint(OPEN, 'server -> client FIN+ACK'), 'server has not closed; did you mean `server close`?');
    assert.equal(hint(OPEN, 'server -> client DATA'), 'server has nothing to send; did you mean `server send 100`?');
    assert.equal(
      hint(OPEN, 'client close', 'run', 'client -> server DATA'),
      'client is in FIN_WAIT_2, where it sends no text',
    );
  });

  it('suggests "overtaking" where the segment is behind another, and to leave it out where it is not', () => {
    is(
      failed(OPEN, 'client send 3000', 'client -> server ACK seq=1461 len=1460'),
      `
        line 3: the segment client -> server is not the one written
          expected ACK seq=1461 len=1460
          actual ACK seq=1 ack=1 len=1460
          a matching segment is on the wire behind it: end the line with "overtaking" to let it arrive first
      `,
    );
    is(
      failed(OPEN, 'client send 10', 'client -> server ACK seq=1 len=10 overtaking'),
      `
        line 3: no segment client -> server overtakes another
          expected ACK seq=1 len=10
          actual nothing
          the matching segment is the next to arrive and overtakes nothing: leave the word "overtaking" out
      `,
    );
    is(
      failed(OPEN, 'client send 10', 'client -> server ACK seq=5000 len=10 overtaking'),
      `
        line 3: no segment client -> server overtakes another
          expected ACK seq=5000 len=10
          actual nothing
      `,
    );
  });

  it('leaves everything as it was if what a timer would send is another', () => {
    const played = play('client connect', 'client -> server SYN lost', 'client -> server ACK', 'expect time == 10ms');
    is(
      failures(played).map(failureText).join('\n'),
      `
        line 3: the segment client -> server is not the one written
          expected ACK
          actual SYN seq=0
          the next that client sends, when a timer expires at 1s, is SYN seq=0; nothing has happened yet
          client is in SYN_SENT and has nothing to send
      `,
    );
  });

  it('lets the segment that was on the wire meet its outcome all the same', () => {
    const played = play('server listen', 'client connect', 'client -> server SYN seq=99');
    assert.equal(failures(played).length, 1);
    assert.equal(stateOfPeer(played.end.peers[1]), 'SYN_RCVD');
  });

  it('does not find what it never kept', () => {
    is(
      failed(OPEN, 'client -> server ANY held as x', 'release x', 'replay x'),
      `
        line 2: no segment client -> server is sent
          expected ANY
          actual nothing
          line 1 already let a matching segment arrive
          client is in ESTABLISHED and has nothing to send
        line 3: no segment x is held
          expected x held
          actual nothing
        line 4: no segment x was sent
          expected x sent
          actual nothing
      `,
    );
  });
});

describe('a handshake that fails', () => {
  it('names the segment that did not come, and the states', () => {
    is(
      failed(OPEN, OPEN),
      `
        line 2: the handshake is not completed
          expected client -> server SYN
          actual client ESTABLISHED, server ESTABLISHED
          a handshake begins with both sides CLOSED (or the second in LISTEN)
      `,
    );
  });
});

describe('an expectation that fails', () => {
  it('tells the value of every variable in it', () => {
    is(
      failed(OPEN, 'expect client FIN_WAIT_1 and server.rcv.nxt == 5 or client.error == "x" or time > 1s'),
      `
        line 2: the condition does not hold
          expected client FIN_WAIT_1 and server.rcv.nxt == 5 or client.error == "x" or time > 1s
          actual client.state is ESTABLISHED, server.rcv.nxt is 1, client.error is "", time is 30ms
      `,
    );
  });

  it('shows the segment that must not be', () => {
    is(
      failed(OPEN, 'client send 10', 'expect no client -> server ACK len=10', 'expect no server -> client for 100ms'),
      `
        line 3: a segment client -> server is on the wire, and none may be
          expected no client -> server ACK len=10
          actual ACK seq=1 ack=1 len=10
        line 4: a segment server -> client is on the wire, and none may be
          expected no server -> client
          actual ACK seq=1 ack=11
      `,
    );
  });

  it('ends a wait whose condition does not come: at its limit, or at once if nothing is left to happen', () => {
    is(
      failed('drop all client -> server', 'client connect', 'wait until client ESTABLISHED within 2s'),
      `
        line 3: the condition does not hold within 2s
          expected client ESTABLISHED
          actual client.state is SYN_SENT
      `,
    );
    is(
      failed('client connect', 'wait until client ESTABLISHED within 2s'),
      `
        line 2: the condition does not hold, and nothing is left to happen
          expected client ESTABLISHED
          actual client.state is CLOSED
      `,
    );
  });
});

describe('always, never and finally', () => {
  it('fail at the event that breaks them, once, and for their direction alone', () => {
    is(
      failed(
        OPEN,
        'always client ESTABLISHED',
        'never server -> client FIN+ACK',
        'client close',
        'run',
        'server close',
        'run',
      ),
      `
        line 2: the condition does not hold always
          expected always client ESTABLISHED
          actual client.state is FIN_WAIT_1
        line 3: a segment server -> client is sent that must never be sent
          expected never server -> client FIN+ACK
          actual FIN+ACK seq=1 ack=2
      `,
    );
  });

  it('fail again when they are broken again', () => {
    const broken = failed(OPEN, 'never wire.count > 0', 'client send 1', 'run', 'client send 1', 'run');
    assert.equal(broken.match(/the condition holds, and must never hold/g)?.length, 2);
  });

  it('judge what is left when the wire has drained', () => {
    is(
      failed(OPEN, 'finally client.acked == 100', 'finally server ESTABLISHED', 'client send 50'),
      `
        line 2: the condition does not hold
          expected client.acked == 100
          actual client.acked is 50
      `,
    );
  });
});
