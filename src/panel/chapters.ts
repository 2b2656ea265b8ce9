/** The chapters of a scenario as stretches of its events. */
import { sectionsOf } from '../trace/sections';
import type { ShownTrace } from '../trace/trace';

export interface Stretch {
  /** Undefined for what stands before the first chapter. */
  readonly title: string | undefined;
  /** The numbers of its first and its last event. */
  readonly from: number;
  readonly to: number;
}

/** In the order of the events; a chapter without any is left out. */
export const stretchesOf = (trace: ShownTrace): readonly Stretch[] =>
  sectionsOf(trace).flatMap(({ title, events }) => {
    const [first, last] = [events[0], events.at(-1)];
    return first === undefined || last === undefined ? [] : [{ title, from: first.n, to: last.n }];
  });
