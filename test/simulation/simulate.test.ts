/** What holds of every run, whatever is asked for. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { EVENT_LIMIT, simulate } from '../../src/simulation/simulate';
import { newWorld } from '../../src/simulation/world';
import { jsonl } from '../../src/trace/json';
import { failuresOf } from '../../src/trace/judgments';
import { scenario } from '../program/page';
import { lawsOfEveryRun } from './laws';
import { failureText, type Played, play, playScenario } from './play';
import { anyScript } from './scripts';

const json = ({ moments }: Played): string => [...jsonl(moments.map(({ event }) => event))].join('');

describe('a run', () => {
  it('keeps the laws of events and of the TCBs, whatever the script does', () => {
    fc.assert(
      fc.property(anyScript, (lines) => lawsOfEveryRun(playScenario(scenario(...lines)))),
      { numRuns: 250 },
    );
  });

  it('is the same, byte for byte, each time it is played', () => {
    fc.assert(
      fc.property(anyScript, (lines) => {
        const asked = scenario(...lines);
        const [once, again] = [playScenario(asked), playScenario(scenario(...lines))];
        assert.equal(json(again), json(once));
        assert.deepEqual(again.end, once.end);
      }),
      { numRuns: 100 },
    );
  });

  it('goes the same way and is judged alike if its events are not told', () => {
    fc.assert(
      fc.property(anyScript, (lines) => {
        const asked = scenario(...lines);
        const [told, silent] = [playScenario(asked), playScenario(asked, false)];
        const verdicts = ({ moments }: Played) =>
          moments.map(({ event }) => [
            event.n,
            event.time,
            event.line,
            event.kind,
            event.rows,
            failuresOf(event).map(failureText),
          ]);
        assert.deepEqual(verdicts(silent), verdicts(told));
        assert.deepEqual(silent.end, told.end);
      }),
      { numRuns: 100 },
    );
  });

  it('does not change the world it begins with', () => {
    const asked = scenario('handshake client -> server', 'client send 5000', 'run', 'client close', 'wait 5min');
    const begin = newWorld(asked);
    const before = structuredClone(begin);
    for (const _ of simulate(asked, begin));
    assert.deepEqual(begin, before);
  });

  it('has worlds that are plain data: cloned, they are the same', () => {
    const { moments } = play('network loss=10% seed=3', 'handshake client -> server', 'client send 9000', 'wait 20s');
    for (const { world } of moments) assert.deepEqual(structuredClone(world), world);
  });

  it('draws other fates from another seed, and the same from the same', () => {
    const transfer = (seed: number): Played =>
      play(`network loss=20% seed=${seed}`, 'handshake client -> server', 'client send 30000', 'wait 60s');
    assert.equal(json(transfer(1)), json(transfer(1)));
    assert.notEqual(json(transfer(1)), json(transfer(2)));
  });
});

describe('a run without an end', () => {
  /** The failed judgments, and how many events there were; nothing is kept. */
  function outcome(...lines: readonly string[]): { readonly events: number; readonly failed: readonly string[] } {
    const failed: string[] = [];
    let events = 0;
    for (const { event } of simulate(scenario(...lines), undefined, false)) {
      events = event.n;
      failed.push(...failuresOf(event).map(failureText));
    }
    return { events, failed };
  }

  it('is stopped at a million events, and the line that was being executed fails', () => {
    // The server has text that the client never sent: each answers the other's ACK with what it knows, for ever.
    const { events, failed } = outcome(
      'handshake client -> server',
      'inject client -> server ACK len=10',
      'run',
      'note "never reached"',
    );
    assert.equal(events, EVENT_LIMIT);
    assert.deepEqual(failed, [
      [
        'line 3: the scenario passes 1000000 events and is stopped here',
        '  expected an end',
        '  actual no end',
        '  something repeats for ever: a wait without an end, delays of 0, or two peers that answer each other',
      ].join('\n'),
    ]);
  });

  it('is not waited for if nothing is left to happen', () => {
    const { events, failed } = outcome('handshake client -> server', 'wait until client CLOSED within 100000min');
    assert.equal(events, 6);
    assert.deepEqual(failed, [
      [
        'line 2: the condition does not hold, and nothing is left to happen',
        '  expected client CLOSED',
        '  actual client.state is ESTABLISHED',
      ].join('\n'),
    ]);
  });
});
