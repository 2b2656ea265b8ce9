/**
 * The marks of the scrubber: where each event stands, and what is drawn there.
 *
 * Rule: marks never touch. Where events are too close for numbers there are dots, and where they are too close for dots
 *       one mark stands for several: the one that matters most.
 */
import { peerOf } from '../diagram/scene';
import type { TraceEvent } from '../trace/event';
import { failuresOf } from '../trace/judgments';
import { changesState } from '../trace/states';
import type { ShownScenario } from '../trace/trace';

export type MarkKind = 'failed' | 'lost' | 'state' | 'timer' | 'plain';

export interface Mark {
  readonly n: number;
  readonly x: number;
  readonly peer: 0 | 1 | undefined;
  readonly kind: MarkKind;
}

export interface Marks {
  readonly size: 'number' | 'dot' | 'tick';
  /** Pixels from one event to the next. */
  readonly step: number;
  readonly marks: readonly Mark[];
}

/** Room at both ends of the track. */
export const EDGE = 16;

const NUMBER = 17;
const DOT = 7;
const TICK = 3;

/** Where the moment after event `n` stands on a track of this width; 0 is the beginning. */
export const placeOf = (n: number, last: number, width: number): number =>
  EDGE + (last === 0 ? 0 : (n * (width - 2 * EDGE)) / last);

/** The moment that is nearest to a place. */
export const momentAt = (x: number, last: number, width: number): number =>
  Math.max(0, Math.min(last, Math.round(((x - EDGE) * last) / Math.max(1, width - 2 * EDGE))));

const WEIGHT: Readonly<Record<MarkKind, number>> = { failed: 4, lost: 3, state: 2, timer: 1, plain: 0 };

function kindOf(event: TraceEvent): MarkKind {
  if (failuresOf(event).length > 0) return 'failed';
  if (event.kind === 'lost' || event.kind === 'discard') return 'lost';
  if (changesState(event)) return 'state';
  return event.kind === 'timer' ? 'timer' : 'plain';
}

export function marksOf(events: readonly TraceEvent[], scenario: ShownScenario, width: number): Marks {
  const step = events.length === 0 ? width : (width - 2 * EDGE) / events.length;
  const size = step >= NUMBER ? 'number' : step >= DOT ? 'dot' : 'tick';
  const marks: Mark[] = [];
  for (const event of events) {
    const kind = kindOf(event);
    if (size === 'tick' && kind === 'plain') continue;
    const x = placeOf(event.n, events.length, width);
    const mark: Mark = { n: event.n, x, peer: peerOf(event, { scenario }), kind };
    const last = marks.at(-1);
    if (size !== 'tick' || last === undefined || mark.x - last.x >= TICK) marks.push(mark);
    else if (WEIGHT[kind] > WEIGHT[last.kind]) marks[marks.length - 1] = { ...mark, x: last.x };
  }
  return { size, step, marks };
}
