/** Runs that were changed on their way: what a change does not touch stays as it is, and time goes on as it did. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { PEER_FIELDS } from '../../src/program/expression';
import type { Statement } from '../../src/program/program';
import { course } from '../../src/simulation/course';
import type { Change } from '../../src/simulation/fork';
import { isSettable, setVariable } from '../../src/simulation/settable';
import { Timeline } from '../../src/simulation/timeline';
import { readVariable } from '../../src/simulation/variables';
import { newWorld, type World } from '../../src/simulation/world';
import type { TraceEvent, TraceSegment } from '../../src/trace/event';
import { failuresOf } from '../../src/trace/judgments';
import { render } from '../../src/words/sentence';
import { scenario, statement } from '../program/page';
import { anyScript } from './scripts';

/** Longer runs are left out: some scripts have no end. */
const MOST = 1_500;

const whole = (timeline: Timeline): Timeline => {
  while (timeline.length < MOST && timeline.play());
  return timeline;
};

const eventsOf = (timeline: Timeline): readonly TraceEvent[] =>
  Array.from({ length: timeline.length }, (_, index) => timeline.step(index + 1).event);

/** A statement as it is typed into the console. */
const typed = (source: string, ...above: readonly string[]): Change => {
  const made: Statement = statement(...above, source);
  return { kind: 'statement', statement: { ...made, line: 1 }, source };
};

const NOTE = typed('note "here"');

/** Every variable set to what it is, and a remark: nothing that happens later is another thing for it. */
function idleChanges(world: World): readonly Change[] {
  const variables = ([0, 1] as const).flatMap((peer) =>
    PEER_FIELDS.filter(isSettable).flatMap((field): readonly Change[] => {
      if (world.peers[peer].kind !== 'tcp') return [];
      const value = readVariable(world, peer, field);
      return 'arguments' in setVariable(world, peer, field, value) ? [] : [{ kind: 'variable', peer, field, value }];
    }),
  );
  return [...variables, NOTE];
}

/** The event with the numbers it had before `count` events were put in after `n`. */
function renumbered(event: TraceEvent, n: number, count: number): TraceEvent {
  const back = (number: number | undefined): number | undefined =>
    number !== undefined && number > n ? number - count : number;
  const sent = <T extends TraceSegment | undefined>(segment: T): T =>
    segment && { ...segment, sent: back(segment.sent) };
  const judged = (judgment: TraceEvent['violations'][number]) => ({ ...judgment, wire: judgment.wire.map(sent) });
  return {
    ...event,
    n: event.n - count,
    cause: back(event.cause),
    segment: sent(event.segment),
    sends: event.sends.map(sent),
    judgment: event.judgment && judged(event.judgment),
    violations: event.violations.map(judged),
  };
}

describe('a fork', () => {
  it('that changes nothing leaves all later events as they were', () => {
    let compared = 0;
    fc.assert(
      fc.property(anyScript, fc.nat(), fc.nat(), (lines, where, which) => {
        const timeline = whole(new Timeline(scenario(...lines)));
        if (timeline.length >= MOST) return;
        const points = Array.from({ length: timeline.length + 1 }, (_, n) => n).filter((n) => timeline.canFork(n));
        const n = points[where % points.length] ?? 0;
        const changes = idleChanges(timeline.worldAt(n));
        const change = changes[which % changes.length] ?? NOTE;
        const forked = whole(timeline.fork(n, change));
        const count = change.kind === 'statement' ? 2 : 1;
        const [before, after] = [eventsOf(timeline), eventsOf(forked)];
        assert.deepEqual(after.slice(0, n), before.slice(0, n));
        assert.deepEqual(
          after.slice(n + count).map((event) => renumbered(event, n, count)),
          before.slice(n),
          `${JSON.stringify(change)} after ${n}`,
        );
        for (let at = n + 1; at <= before.length; at += 1) {
          const [one, other] = [timeline.step(at), forked.step(at + count)];
          assert.deepEqual([other.statement, other.opens, other.divided], [one.statement, one.opens, one.divided]);
        }
        assert.equal(forked.end?.time, timeline.end?.time);
        compared += before.length - n;
      }),
      { numRuns: 300 },
    );
    assert.ok(compared > 1_000, `${compared} events were compared`);
  });

  it('gives the same run again', () => {
    const anyChange = fc.constantFrom(
      typed('client send 3000'),
      typed('server close'),
      typed('wait 300ms'),
      typed('run'),
      typed('drop next client -> server'),
      typed('inject server -> client RST'),
      NOTE,
    );
    fc.assert(
      fc.property(
        anyScript,
        fc.array(fc.tuple(fc.nat(), anyChange), { minLength: 1, maxLength: 3 }),
        (lines, forks) => {
          let timeline = whole(new Timeline(scenario(...lines)));
          for (const [where, change] of forks) {
            if (timeline.length >= MOST) return;
            const points = Array.from({ length: timeline.length + 1 }, (_, n) => n).filter((n) => timeline.canFork(n));
            timeline = whole(timeline.fork(points[where % points.length] ?? 0, change));
          }
          const again = whole(new Timeline(timeline.scenario, timeline.forks));
          assert.deepEqual(eventsOf(again), eventsOf(timeline));
          assert.deepEqual(again.end, timeline.end);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('can be made far into a long run, and travelled like any other', () => {
    const lines = [
      'network delay=1ms..30ms loss=4% reorder=5% seed=11',
      'handshake client -> server',
      'client send 200000',
      'wait 2s',
      'wait until client.acked > 100000 within 100min',
      'client send 300000',
      'run',
      'expect client.acked == 500000',
    ];
    let timeline = whole(new Timeline(scenario(...lines)));
    assert.ok(timeline.kept >= 3, `${timeline.kept} worlds are kept`);
    for (const [n, source] of [
      [600, 'client send 5'],
      [201, 'network loss=0%'],
      [433, 'wait 30ms'],
      [500, 'note "later"'],
    ] as const) {
      if (!timeline.canFork(n)) assert.fail(`the run cannot be changed after ${n}`);
      timeline = whole(timeline.fork(n, typed(source, 'run')));
      const played = [...course(timeline.scenario, timeline.forks, newWorld(timeline.scenario))];
      for (let at = timeline.length; at >= 1; at -= 7) {
        const { event, world } = played[at - 1] ?? {};
        assert.deepEqual([timeline.step(at).event, timeline.step(at).after], [event, world]);
      }
    }
    assert.deepEqual(
      timeline.forks.map(({ after }) => after),
      [201, 433, 500],
    );
  });
});

/** A connection with traffic every 100 ms, and what stands below. */
const TRAFFIC = [
  'network delay=50ms',
  'peer client nagle=off',
  'handshake client -> server',
  'client send 14600',
  'drop next client -> server DATA',
];

const under = (...lines: readonly string[]): Timeline =>
  whole(new Timeline(scenario(...TRAFFIC, ...lines, 'note "x"')));

/** When the line above the last one ended. */
function endOf(timeline: Timeline): number {
  const { event } = timeline.step(timeline.length);
  assert.equal(event.kind, 'note');
  return event.time;
}

const SECOND = 1_000_000;

describe('a line that lets time pass', () => {
  const lines = [
    'wait 3s',
    'wait until server FIN_WAIT_1 within 200ms',
    'expect no client -> server RST for 3s',
    'wait until client.acked == 14600 within 3s',
    'run',
  ];

  for (const line of lines) {
    it(`ends when it would have, if the run is changed within it: ${line}`, () => {
      const timeline = under(line);
      const end = endOf(timeline);
      const first = eventsOf(timeline).find((event) => event.line === TRAFFIC.length + 1)?.n ?? 0;
      const lasts = !line.includes('acked') && line !== 'run';
      let inside = 0;
      for (let n = first - 1; n < timeline.length - 1; n += 1) {
        if (!timeline.canFork(n)) continue;
        inside += 1;
        for (const change of lasts ? [NOTE, typed('client send 1')] : [NOTE]) {
          const forked = whole(timeline.fork(n, change));
          assert.equal(endOf(forked), end, `after ${n} of ${timeline.length}`);
          assert.deepEqual(
            failuresOf(forked.step(forked.length - 1).event).length,
            line.includes('FIN_WAIT_1') ? 1 : 0,
          );
        }
      }
      assert.equal(inside, timeline.length - first, 'it can be changed before each of its events');
    });
  }

  it('begins to count when it begins: what was typed before it takes time of its own', () => {
    for (const line of lines.filter((each) => /^wait 3s|^expect no/.test(each))) {
      const timeline = under(line);
      const first = eventsOf(timeline).find((event) => event.line === TRAFFIC.length + 1)?.n ?? 0;
      const forked = whole(timeline.fork(first - 1, typed('wait 2s')));
      assert.equal(endOf(forked) - endOf(timeline), 2 * SECOND, line);
    }
  });

  it('reads its duration when it begins, as changed by then', () => {
    const timeline = under('wait (client.rto * 3)');
    const first = eventsOf(timeline).find((event) => event.line === TRAFFIC.length + 1)?.n ?? 0;
    const change: Change = { kind: 'variable', peer: 0, field: 'rto', value: { kind: 'time', value: 10 * SECOND } };
    assert.equal(endOf(whole(timeline.fork(first - 1, change))) - endOf(timeline), 27 * SECOND);
  });

  it('goes on for what is left of it when a typed line has taken time', () => {
    const timeline = under('wait 3s');
    const first = eventsOf(timeline).find((event) => event.line === TRAFFIC.length + 1)?.n ?? 0;
    const after = (line: string): number => endOf(whole(timeline.fork(first + 2, typed(line)))) - endOf(timeline);
    assert.equal(after('wait 1s'), 0);
    assert.equal(after('wait 10s'), 7.05 * SECOND, 'it has ended by then');
  });

  it('that fails says so once, with the limit that it has', () => {
    const timeline = under('wait until server FIN_WAIT_1 within 200ms');
    const first = eventsOf(timeline).find((event) => event.line === TRAFFIC.length + 1)?.n ?? 0;
    const forked = whole(timeline.fork(first + 1, typed('run')));
    const failed = eventsOf(forked).flatMap((event) => failuresOf(event).map(({ message }) => render(message)));
    assert.deepEqual(failed, ['the condition does not hold, and nothing is left to happen']);
  });
});
