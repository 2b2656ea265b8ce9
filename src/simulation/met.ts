/** The segment that a segment line takes, whatever the line says of it: what a line that failed should have said. */

import type { SegmentPattern, StatementOf } from '../program/program';
import type { TraceSegment } from '../trace/event';
import type { Scene } from './moment';
import { type Difference, differences } from './pattern';
import { takeSegment } from './segment-line';
import { onWire } from './wire';
import type { World } from './world';

export interface Met {
  readonly segment: TraceSegment;
  /** In what it is not as the line says; empty if it is the one. */
  readonly differences: readonly Difference[];
  /** True if it has other flags and was not on the wire, but is sent when a timer expires: another one was meant. */
  readonly isAnother: boolean;
  /** The world after the segment has met the line's outcome. */
  readonly after: World;
}

const ANY: Pick<SegmentPattern, 'flags' | 'fields'> = { flags: { kind: 'any', flags: 0, compared: 0 }, fields: [] };

/** The line, if it said nothing of its segment: it then holds for whichever comes. */
export const takingAny = (line: StatementOf<'segment'>): StatementOf<'segment'> => ({
  ...line,
  segment: { ...line.segment, ...ANY },
});

/** Undefined if no segment is sent, or none overtakes, or the line itself makes it. The scene is told. */
export function segmentMetBy(scene: Scene, world: World, line: StatementOf<'segment'>): Met | undefined {
  if (world.peers[line.segment.from].kind === 'scripted') return undefined;
  const moments = takeSegment(scene, world, takingAny(line));
  let before = world;
  let met: Omit<Met, 'after'> | undefined;
  for (;;) {
    const next = moments.next();
    if (next.done) return met && { ...met, after: next.value };
    const { segment } = next.value.event;
    const flight = onWire(before).find(({ id }) => id === segment?.id);
    if (met === undefined && segment !== undefined && flight !== undefined) {
      const different = differences(before, line.segment, flight.segment);
      const waitedFor = !onWire(world).some(({ id }) => id === flight.id);
      met = { segment, differences: different, isAnother: waitedFor && different.some(({ what }) => what === 'flags') };
    }
    before = next.value.world;
  }
}
