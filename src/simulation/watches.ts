/** `always` and `never`: judged after every event, told where they begin to be broken. */

import type { Scenario } from '../program/program';
import type { Judgment } from '../trace/event';
import { say } from '../words/sentence';
import { holds } from './evaluate';
import { describe, shownWire } from './judgment';
import type { Moment } from './moment';
import { differences, writeDirection, writeSegment } from './pattern';
import { onWire } from './wire';
import type { Flight, Watch, World } from './world';

/** The judgments that a moment broke; `before` is the world as it was. */
export function violations(scenario: Scenario, before: World, { world, event }: Moment): readonly Judgment[] {
  if (world.watches.length === 0) return [];
  return world.watches.flatMap((watch): readonly Judgment[] => {
    if (watch.kind === 'finally') return [];
    if (watch.kind === 'never-segment') {
      const sent = onWire(world).filter((flight) => flight.sent === event.n);
      const forbidden = sent.find(
        (flight) =>
          flight.from === watch.segment.from && differences(world, watch.segment, flight.segment).length === 0,
      );
      return forbidden === undefined ? [] : [forbiddenSegment(scenario, world, watch, forbidden)];
    }
    const { expression, source } = watch.condition;
    const wanted = watch.kind === 'always';
    const wasWatched = before.watches.includes(watch);
    if (holds(world, expression) === wanted) return [];
    if (wasWatched && holds(before, expression) !== wanted) return [];
    return [
      {
        ok: false,
        line: watch.line,
        message: wanted ? say('the condition does not hold always') : say('the condition holds, and must never hold'),
        expected: `${watch.kind} ${source}`,
        actual: describe(scenario, world, expression),
        blame: [],
        hints: [],
        wire: shownWire(scenario, world),
      },
    ];
  });
}

function forbiddenSegment(
  scenario: Scenario,
  world: World,
  watch: Extract<Watch, { kind: 'never-segment' }>,
  flight: Flight,
): Judgment {
  const direction = writeDirection(scenario, watch.segment);
  return {
    ok: false,
    line: watch.line,
    message: say('a segment {0} is sent that must never be sent', direction),
    expected: `never ${direction} ${watch.segment.source}`.trimEnd(),
    actual: writeSegment(world, flight.from, flight.segment),
    blame: [],
    hints: [],
    wire: shownWire(scenario, world),
  };
}
