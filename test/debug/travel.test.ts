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
}

/** Every stop on the way, and what was logged. */
async function way(run: Run, journey: Omit<Journey, 'goal'>): Promise<Way> {
  const found: Way = { stops: [], logged: [] };
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
  }
}

describe('the stops of a run', () => {
  it('are the same backwards, for whatever breakpoints and whatever scripts', async () => {
    let met = 0;
    await fc.assert(
      fc.asyncProperty(anyScript, wishes, async (script, wanted) => {
        const run = new Run(
          readProgram('any', script.filter((line) => !/min$/.test(line)).join('\n'), {
            scenario: undefined,
            line: undefined,
            seed: undefined,
          }),
        );
        if (run.timeline.reaches(3_000)) return;
        const points = pointsOf(run, wanted);
        const before: Place = { kind: 'event', after: 0 };
        run.move(before);
        const forwards = await way(run, { direction: 'forwards', points });
        const end = run.timeline.length;
        run.place = { kind: 'check', after: end, check: 0 };
        const backwards = await way(run, { direction: 'backwards', points });
        met += forwards.stops.length;
        assert.deepEqual(backwards.stops.toReversed(), forwards.stops);
        assert.deepEqual(backwards.logged.sort(), forwards.logged.sort());
      }),
      { numRuns: 300 },
    );
    assert.ok(met > 300, `${met} stops were compared`);
  });

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
