/** One run of one scenario, whole; and as far as it is shown, which can be sent to where no program is. */
import type { Chapter, Peer, Scenario } from '../program/program';
import type { TraceEvent, TraceSegment } from './event';

export interface Trace extends ShownTrace {
  readonly scenario: Scenario;
}

export interface ShownTrace {
  readonly scenario: ShownScenario;
  readonly events: readonly TraceEvent[];
  /** What no line named and what was still on the wire when the scenario ended. */
  readonly unnamed: readonly TraceSegment[];
}

/** What of a scenario stands in a picture of its run. */
export interface ShownScenario {
  readonly name: string;
  /** 1-based line of its `scenario` line; 1 for a file without one. */
  readonly line: number;
  readonly peers: readonly [ShownPeer, ShownPeer];
  readonly chapters: readonly Chapter[];
}

export type ShownPeer = Pick<Peer, 'name' | 'address' | 'kind'>;
