/** 100 MB from one peer to the other, nothing kept; beside a plain loop that only counts sequence numbers. */

import type { Scenario } from '../src/program/program';
import { simulate } from '../src/simulation/simulate';
import { type Figure, median, thousands } from './figure';
import { scenarioOf } from './scenario';

const BYTES = 100_000_000;
const MSS = 1460;
const TEXT = `handshake client -> server
client send ${BYTES}
wait until server.received == ${BYTES}`;

export function bulkTransfer(): Figure {
  const scenario = scenarioOf(TEXT);
  let segments = 0;
  const time = median(() => {
    segments = transfer(scenario);
  }, 3);
  const perSegment = time / segments;
  const plain = median(() => plainLoop(BYTES)) / (2 * Math.ceil(BYTES / MSS));
  return {
    name: 'bulk transfer of 100 MB, nothing kept',
    value: `${thousands(1000 / perSegment)} segments/s`,
    baseline: `a plain mutable loop, ${thousands(1000 / plain)} segments/s`,
    ratio: perSegment / plain,
  };
}

/** Plays it, and returns how many segments were sent. */
function transfer(scenario: Scenario): number {
  const moments = simulate(scenario, undefined, false);
  for (;;) {
    const next = moments.next();
    if (next.done) return next.value.segments;
  }
}

/** What a transfer is without a protocol: two counters, and a queue of segments under way. */
function plainLoop(bytes: number): number {
  let [next, acknowledged, received] = [0, 0, 0];
  const wire: { seq: number; len: number }[] = [];
  while (acknowledged < bytes) {
    while (next < bytes && next - acknowledged < 65_535) {
      const len = Math.min(MSS, bytes - next);
      wire.push({ seq: next, len });
      next += len;
    }
    for (const { seq, len } of wire) if (seq === received) received += len;
    wire.length = 0;
    acknowledged = received;
  }
  return received;
}
