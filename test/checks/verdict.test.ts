import assert from 'node:assert/strict';
import { finish } from '../../src/checks/check';
import { judge } from '../../src/checks/verdict';
import type { TraceEvent } from '../../src/trace/event';
import { event, handshake, judgment, scenario, segment } from '../trace/story';

function* course(events: readonly TraceEvent[]) {
  yield* events;
  return [segment(9, 'client', 'ACK', 1, 1)];
}

describe('the verdict on a run', () => {
  it('is that it passed if everything held', () => {
    const events = [...handshake, event(6, 30_000, 'expect', { judgment: judgment(true, 6) })];
    const { status, failures, events: count, unnamed, rows } = finish(judge(scenario('s'), course(events), []));
    assert.deepEqual([status, failures, count, unnamed.length, rows.size], ['passed', [], 6, 1, 5]);
  });

  it('has every failure, each with the last events before it', () => {
    const events = [
      event(1, 0, 'note'),
      ...handshake.map((each) => ({ ...each, n: each.n + 1 })),
      event(7, 30_000, 'expect', { judgment: judgment(true, 7) }),
      event(8, 30_000, 'expect', { judgment: judgment(false, 8) }),
      event(9, 40_000, 'note', { violations: [judgment(false, 3), judgment(false, 4)] }),
    ];
    const { status, failures } = finish(judge(scenario('s'), course(events), []));
    assert.equal(status, 'failed');
    assert.deepEqual(
      failures.map(({ line, event, time, before }) =>
        [line, event, time, before.map(({ n }) => n).join(' ')].join(' | '),
      ),
      ['8 | 8 | 30000 | 2 3 4 5 6', '3 | 9 | 40000 | 3 4 5 6 9', '4 | 9 | 40000 | 3 4 5 6 9'],
    );
  });
});
