/** A peer without a TCP is shown in the state that its segments tell of. */
import assert from 'node:assert/strict';
import { afterReceiving, afterSending } from '../../src/tcp/observer';
import type { State } from '../../src/tcp/state';
import { segment } from './hosts';

type Turn = readonly ['sends' | 'gets', flags: string] | readonly ['gets', flags: string, acknowledges: 'everything'];

/** The states that a peer seems to pass, from CLOSED on. */
function seems(...turns: readonly Turn[]): readonly State[] {
  let state: State = 'CLOSED';
  return turns.map(([what, flags, acknowledges]) => {
    const made = segment(flags);
    state = what === 'sends' ? afterSending(state, made) : afterReceiving(state, made, acknowledges !== undefined);
    return state;
  });
}

describe('a scripted peer', () => {
  it('seems to open actively and to close first', () => {
    assert.deepEqual(
      seems(
        ['sends', 'SYN'],
        ['gets', 'SYN+ACK', 'everything'],
        ['sends', 'ACK'],
        ['sends', 'FIN+ACK'],
        ['gets', 'ACK', 'everything'],
        ['gets', 'FIN+ACK', 'everything'],
      ),
      ['SYN_SENT', 'ESTABLISHED', 'ESTABLISHED', 'FIN_WAIT_1', 'FIN_WAIT_2', 'TIME_WAIT'],
    );
  });

  it('seems to open passively and to close second', () => {
    assert.deepEqual(
      seems(
        ['gets', 'SYN'],
        ['sends', 'SYN+ACK'],
        ['gets', 'ACK', 'everything'],
        ['gets', 'FIN+ACK', 'everything'],
        ['sends', 'ACK'],
        ['sends', 'FIN+ACK'],
        ['gets', 'ACK', 'everything'],
      ),
      ['LISTEN', 'SYN_RCVD', 'ESTABLISHED', 'CLOSE_WAIT', 'CLOSE_WAIT', 'LAST_ACK', 'CLOSED'],
    );
  });

  it('seems to meet the other in the middle, opening and closing', () => {
    assert.deepEqual(
      seems(
        ['sends', 'SYN'],
        ['gets', 'SYN'],
        ['sends', 'SYN+ACK'],
        ['gets', 'ACK', 'everything'],
        ['sends', 'FIN+ACK'],
        ['gets', 'FIN+ACK'],
        ['gets', 'ACK', 'everything'],
      ),
      ['SYN_SENT', 'SYN_RCVD', 'SYN_RCVD', 'ESTABLISHED', 'FIN_WAIT_1', 'CLOSING', 'TIME_WAIT'],
    );
  });

  it('seems to close in one step when the ACK of its FIN comes with the other FIN', () => {
    assert.deepEqual(
      seems(['sends', 'SYN'], ['gets', 'SYN+ACK'], ['sends', 'FIN+ACK'], ['gets', 'FIN+ACK', 'everything']).slice(-2),
      ['FIN_WAIT_1', 'TIME_WAIT'],
    );
  });

  it('is gone after a reset, its own or the other’s', () => {
    assert.deepEqual(seems(['sends', 'SYN'], ['gets', 'RST+ACK']), ['SYN_SENT', 'CLOSED']);
    assert.deepEqual(seems(['gets', 'SYN'], ['sends', 'SYN+ACK'], ['sends', 'RST']), ['LISTEN', 'SYN_RCVD', 'CLOSED']);
  });
});
