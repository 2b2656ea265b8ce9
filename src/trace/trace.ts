/** One run of one scenario, whole. */
import type { Scenario } from '../program/program';
import type { TraceEvent, TraceSegment } from './event';

export interface Trace {
  readonly scenario: Scenario;
  readonly events: readonly TraceEvent[];
  /** What no line named and what was still on the wire when the scenario ended. */
  readonly unnamed: readonly TraceSegment[];
}
