/** 100,000 events played, and any moment of them reached; beside an array of as many plain records. */
import { Timeline } from '../src/simulation/timeline';
import { elapsed, type Figure, median, milliseconds, percentile } from './figure';
import { scenarioOf } from './scenario';

const EVENTS = 100_000;
const TEXT = `handshake client -> server
client send ${(EVENTS / 2) * 1460}
wait until server.received == ${(EVENTS / 2) * 1460}`;

const MEGABYTE = 1e6;

export function timeline(): readonly Figure[] {
  const scenario = scenarioOf(TEXT);
  const plain = heapOf(() =>
    Array.from({ length: EVENTS }, (_, n) => ({ n, time: n, kind: 'arrive', peer: 'client' })),
  );
  const kept = heapOf(() => played(new Timeline(scenario)));
  const { length } = kept.value;
  // Moments spread over the run, the same in every run.
  const moments = Array.from({ length: 200 }, (_, n) => 1 + ((n * 7_919) % length));
  const times = moments.map((n) => elapsed(() => kept.value.step(n)));
  const look = median(() => moments.map((n) => plain.value[n - 1]));
  return [
    {
      name: `${length} events kept`,
      value: `${Math.round(kept.bytes / MEGABYTE)} MB`,
      baseline: `as many plain records, ${Math.round(plain.bytes / MEGABYTE)} MB`,
      ratio: kept.bytes / plain.bytes,
    },
    {
      name: 'any moment of them reached (p95 of 200)',
      value: milliseconds(percentile(times, 0.95)),
      baseline: `200 look-ups in an array, ${milliseconds(look)}`,
      ratio: percentile(times, 0.95) / (look / moments.length),
    },
  ];
}

function played(timeline: Timeline): Timeline {
  while (timeline.play());
  return timeline;
}

function heapOf<T>(make: () => T): { readonly value: T; readonly bytes: number } {
  const { gc } = globalThis;
  if (gc === undefined) throw new Error('The benches need node --expose-gc; run them with npm run bench.');
  gc();
  const before = process.memoryUsage().heapUsed;
  const value = make();
  gc();
  return { value, bytes: process.memoryUsage().heapUsed - before };
}
