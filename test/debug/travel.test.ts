/** Forwards and backwards through whatever scripts do, with whatever breakpoints: the same stops, in reverse. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { candidatesAt } from '../../src/debug/candidate';
import { comparePlaces, type Place } from '../../src/debug/place';
import { dataPoint, filterPoint, functionPoint, linePoint, type Point } from '../../src/debug/point';
import { readProgram } from '../../src/debug/program';
import { Run } from '../../src/debug/run';
import { type Arrival, type Journey, type Traveller, travel } from '../../src/debug/travel';
import type { DataWish, FilterWish, FunctionWish, LineWish } from '../../src/debug/wishes';
import type { Change } from '../../src/simulation/fork';
import { setVariable } from '../../src/simulation/settable';
import { statement } from '../program/page';
import { anyScript } from '../simulation/scripts';

const condition = fc.constantFrom(
  undefined,
  undefined,
  'client ESTABLISHED',
  'client.snd.nxt > 1',
  'wire.count > 0',
  'time > 20ms and not server CLOSED',
);
const hitCondition = fc.constantFrom(undefined, undefined, '1', '2', '> 1', '% 2', '<= 3');
const wish = { condition, hitCondition };

const lines: fc.Arbitrary<LineWish> = fc.record({
  ...wish,
  line: fc.integer({ min: 1, max: 30 }),
  logMessage: fc.constantFrom(undefined, undefined, 'at {time}'),
});
const functions: fc.Arbitrary<FunctionWish> = fc.record({
  ...wish,
  name: fc.constantFrom(
    'SYN',
    'ANY',
    'server arrive ANY',
    'send ACK',
    'client lost ANY',
    'ESTABLISHED',
    'client ESTABLISHED',
    'timer retransmit',
    'challenge ACK',
  ),
});
const data: fc.Arbitrary<DataWish> = fc.record({
  ...wish,
  dataId: fc.constantFrom(
    'client.state',
    'client.snd.nxt',
    'server.rcv.nxt',
    'server.timer.retransmit',
    'client.error',
  ),
});
const filters: fc.Arbitrary<FilterWish> = fc.record({
  condition,
  hitCondition: fc.constant(undefined),
  filter: fc.constantFrom('failure', 'reset', 'lost', 'retransmission', 'refused'),
});

const wishes = fc.record({
  lines: fc.array(lines, { maxLength: 3 }),
  functions: fc.array(functions, { maxLength: 2 }),
  data: fc.array(data, { maxLength: 2 }),
  filters: fc.array(filters, { maxLength: 2 }),
});

function pointsOf(
  run: Run,
  wanted: {
    lines: readonly LineWish[];
    functions: readonly FunctionWish[];
    data: readonly DataWish[];
    filters: readonly FilterWish[];
  },
): readonly Point[] {
  let id = 0;
  const by = {
    program: run.program,
    names: run.names,
    nextId: () => {
      id += 1;
      return id;
    },
  };
  return [
    ...wanted.lines.map((each) => linePoint(each, by)),
    ...wanted.functions.map((each) => functionPoint(each, by)),
    ...wanted.data.map((each) => dataPoint(each, by)),
    ...wanted.filters.map((each) => filterPoint(each, by)),
  ];
}

const told = ({ place, hits }: Arrival): string =>
  `${place.kind} after ${place.after}: ${hits.map(({ id }) => id).join(' ')}`;

interface Way {
  readonly stops: string[];
  readonly logged: string[];
  readonly hits: Point[];
}

/** Every stop on the way, and what was logged. */
async function way(run: Run, journey: Omit<Journey, 'goal'>): Promise<Way> {
  const found: Way = { stops: [], logged: [], hits: [] };
  const traveller: Traveller = {
    pass: () => undefined,
    log: (point, { place }) => found.logged.push(`${place.kind} after ${place.after}: ${point.id}`),
    happened: () => undefined,
  };
  for (;;) {
    const arrival = await travel(run, { ...journey, goal: () => false }, traveller);
    run.move(arrival.place);
    if (arrival.why !== 'hit') return found;
    found.stops.push(told(arrival));
    found.hits.push(...arrival.hits);
  }
}

/** What a user may do on the way: nothing, or a change of the run, somewhere. */
const anyChange = fc.constantFrom<readonly [string, Change]>(
  ['cwnd', { kind: 'variable', peer: 0, field: 'cwnd', value: { kind: 'number', value: 3000 } }],
  ['rcv.wnd', { kind: 'variable', peer: 1, field: 'rcv.wnd', value: { kind: 'number', value: 0 } }],
  ['send', typed('client send 2000')],
  ['wait', typed('wait 700ms')],
  ['reset', typed('server abort')],
  ['expect', typed('expect client CLOSED')],
);
const forks = fc.array(fc.tuple(fc.nat(), anyChange), { maxLength: 2 });

function typed(source: string): Change {
  return { kind: 'statement', statement: { ...statement(source), line: 1 }, source };
}

/** Changes the run at a place where it can be. */
function change(run: Run, where: number, [, made]: readonly [string, Change]): void {
  const { timeline } = run;
  const points = Array.from({ length: timeline.length }, (_, n) => n).filter((n) => timeline.canFork(n));
  const n = points[where % Math.max(1, points.length)];
  if (n === undefined) return;
  if (made.kind === 'variable') {
    const world = setVariable(timeline.worldAt(n), made.peer, made.field, made.value);
    if ('arguments' in world) return;
  }
  run.place = { kind: 'event', after: n };
  run.replace(timeline.fork(n, made));
}

/** How many cases: `TRAVELS=20000` for a long look. */
const RUNS = Number(process.env['TRAVELS'] ?? 300);

describe('the stops of a run', () => {
  it('are the same backwards, for whatever breakpoints, scripts and changes', async () => {
    const met = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(anyScript, wishes, forks, async (script, wanted, changes) => {
        const run = new Run(
          readProgram('any', script.filter((line) => !/min$/.test(line)).join('\n'), {
            scenario: undefined,
            line: undefined,
            seed: undefined,
          }),
        );
        if (run.timeline.reaches(3_000)) return;
        for (const [where, made] of changes) {
          change(run, where, made);
          if (run.timeline.reaches(3_000)) return;
        }
        const points = pointsOf(run, wanted);
        const before: Place = { kind: 'event', after: 0 };
        run.move(before);
        const forwards = await way(run, { direction: 'forwards', points: () => points });
        const end = run.timeline.length;
        run.place = { kind: 'check', after: end, check: 0 };
        const backwards = await way(run, { direction: 'backwards', points: () => points });
        assert.deepEqual(backwards.stops.toReversed(), forwards.stops);
        assert.deepEqual(backwards.logged.sort(), forwards.logged.sort());
        for (const { kind } of forwards.hits) met.set(kind, (met.get(kind) ?? 0) + 1);
        met.set('log', (met.get('log') ?? 0) + forwards.logged.length);
        met.set('fork', (met.get('fork') ?? 0) + run.timeline.forks.length);
      }),
      { numRuns: RUNS },
    );
    for (const kind of ['line', 'function', 'data', 'exception', 'log', 'fork']) {
      assert.ok((met.get(kind) ?? 0) > RUNS / 100, `${kind}: ${met.get(kind)}`);
    }
    if (RUNS > 300) console.log(Object.fromEntries(met));
  }).timeout(Math.max(60_000, RUNS * 30));

  it('lie in an order without two alike', () => {
    fc.assert(
      fc.property(anyScript, (script) => {
        const run = new Run(
          readProgram('any', script.join('\n'), { scenario: undefined, line: undefined, seed: undefined }),
        );
        let last: Place | undefined;
        for (let n = 0; n < 200 && run.timeline.reaches(n); n += 1) {
          for (const { place } of candidatesAt(run.timeline, n)) {
            if (last !== undefined) assert.ok(comparePlaces(last, place) < 0);
            last = place;
          }
        }
      }),
      { numRuns: 50 },
    );
  });
});
