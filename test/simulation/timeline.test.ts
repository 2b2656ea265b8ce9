/** Any moment of a run, again: the same as it was met on the way, in whatever order one travels. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Timeline } from '../../src/simulation/timeline';
import { newWorld } from '../../src/simulation/world';
import { scenario } from '../program/page';
import { type Played, playScenario } from './play';
import { anyScript } from './scripts';

/** Long waits of every kind, so that the checkpoints lie inside them: in wait, wait until, run, expect no and finally. */
const LINES = [
  'peer client iss=4294967290 mss=500',
  'peer server iss=4294960000 read=manual window=4000',
  'network delay=1ms..30ms loss=4% duplicate=3% reorder=5% seed=11',
  'finally client.acked == 160000',
  'always client.snd.una <= client.snd.nxt',
  'server listen',
  'client connect',
  'client send 110000',
  'wait until client ESTABLISHED',
  'server set read=auto',
  'wait 1s',
  'let begun = time',
  'wait until client.acked > 30000 within (begun + 100min)',
  'run',
  'expect no client -> server RST for 10s',
  'client send 50000',
  'network loss=0%',
  'run',
];

interface Travelled {
  readonly played: Played;
  readonly timeline: Timeline;
}

function travel(lines: readonly string[]): Travelled {
  const asked = scenario(...lines);
  return { played: playScenario(asked, true, Number.POSITIVE_INFINITY), timeline: wholeRun(new Timeline(asked)) };
}

function wholeRun(timeline: Timeline): Timeline {
  while (timeline.play());
  return timeline;
}

const eventsOf = (timeline: Timeline) =>
  Array.from({ length: timeline.length }, (_, index) => timeline.step(index + 1).event);

describe('a timeline', () => {
  const { played, timeline } = travel(LINES);
  const events = played.moments.map(({ event }) => event);

  it('is played no further than someone looks', () => {
    const lazy = new Timeline(timeline.scenario);
    assert.equal(lazy.length, 0);
    assert.ok(lazy.reaches(10));
    assert.deepEqual([lazy.length, lazy.end], [10, undefined]);
    assert.ok(!lazy.reaches(events.length + 1));
    assert.deepEqual([lazy.length, lazy.end], [events.length, played.end]);
  });

  it('has the events and the end of the run', () => {
    assert.ok(events.length > 500, `the run has ${events.length} events`);
    assert.deepEqual(eventsOf(timeline), events);
    assert.deepEqual(timeline.end, played.end);
  });

  it('gives for every event the world that was met on the way, forwards', () => {
    for (const { world, event } of played.moments) assert.deepEqual(timeline.step(event.n).after, world);
  });

  it('gives the same worlds backwards', () => {
    for (const { event, world } of played.moments.filter(({ event }) => event.n % 5 === 0).reverse()) {
      assert.deepEqual(timeline.step(event.n).after, world);
    }
  });

  it('begins with the world before the first event', () => {
    assert.deepEqual(timeline.worldAt(0), newWorld(timeline.scenario));
  });

  it('glimpses the same worlds, and of an event what a verdict needs', () => {
    const passedBy = wholeRun(new Timeline(timeline.scenario));
    for (let n = events.length; n >= 1; n -= 7) {
      const { event: whole, ...step } = timeline.step(n);
      const { event, ...glimpsed } = passedBy.glimpse(n);
      assert.deepEqual(glimpsed, step);
      for (const key of ['n', 'time', 'line', 'kind', 'rows', 'judgment', 'violations'] as const) {
        assert.deepEqual(event[key], whole[key], `${key} of event ${n}`);
      }
    }
  });

  it('shows between two statements the world in which the second begins, its names included', () => {
    const { timeline: short } = travel(['client connect', 'let begun = time', 'wait 1s', 'expect time - begun == 1s']);
    assert.deepEqual(short.worldAt(1).lets, { begun: { kind: 'time', value: 0 } });
  });

  it('knows the first event of every statement', () => {
    const opened = eventsOf(timeline).filter(({ n }) => timeline.step(n).opens);
    assert.deepEqual(
      opened.map(({ line }) => line),
      timeline.scenario.statements.flatMap(({ kind, line }) => (kind === 'let' ? [] : [line])).concat(4),
    );
  });

  it('says so if asked for an event that the run does not have', () => {
    const message = (n: number) => ({ message: `The run has no event ${n}.` });
    for (const n of [-1, events.length + 1]) assert.throws(() => timeline.step(n), message(n));
  });

  it('keeps few worlds, however long the run is', () => {
    const long = new Timeline(timeline.scenario, [], undefined, 3);
    while (long.play());
    assert.ok(long.kept <= 3, `${long.kept} worlds for ${long.length} events`);
    assert.deepEqual(eventsOf(long), events);
    for (let n = long.length; n >= 1; n -= 113) assert.deepEqual(long.step(n), timeline.step(n));
  });

  it('finds the begin of the statement that an event belongs to', () => {
    let begun = 0;
    for (const { n } of events) {
      if (timeline.step(n).opens) begun = n;
      if (n % 13 === 0) assert.equal(timeline.beginOf(n), begun);
    }
  });

  it('can be gone on from wherever it is divided, to the same end', () => {
    for (const { n } of events.filter(({ n }) => n % 97 === 0 && timeline.step(n).divided)) {
      const rest = playScenario(timeline.scenario, true, Number.POSITIVE_INFINITY, timeline.step(n).before);
      assert.deepEqual(
        rest.moments.map(({ event }) => event),
        events.slice(n - 1),
      );
      assert.deepEqual(rest.end, timeline.end);
    }
  });

  it('gives the worlds of whatever a script does', () => {
    const calm = anyScript.map((lines) => lines.filter((line) => !/^inject|min$|^run$|^finally/.test(line)));
    fc.assert(
      fc.property(calm, (lines) => {
        const each = travel(lines);
        for (const { event, world } of each.played.moments) {
          if (event.n % 7 === 0) assert.deepEqual(each.timeline.step(event.n).after, world);
        }
      }),
      { numRuns: 60 },
    );
  });
});
