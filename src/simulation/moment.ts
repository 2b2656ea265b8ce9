/** One event and the world as it is after it. */
import type { Scenario } from '../program/program';
import type { Draft } from '../tcp/draft';
import type { TraceEvent, TraceSegment } from '../trace/event';
import { showFlight } from './show';
import { copyWorld, type Flight, type World } from './world';

export interface Moment {
  readonly world: World;
  readonly event: TraceEvent;
  /**
   * A world from which the simulation goes on with exactly this moment; undefined inside a statement that is not
   * divided. It is what a timeline keeps.
   */
  readonly start: World | undefined;
}

/** What every statement is executed in: the scenario, and the line being executed. */
export interface Scene {
  readonly scenario: Scenario;
  readonly line: number;
  /**
   * Events are told whole. Otherwise they have their number, time, kind, rows and judgments, and nothing that would
   * have to be made for them: that is enough for a verdict, and many times as fast.
   */
  readonly told: boolean;
}

type Told = Partial<Omit<TraceEvent, 'n' | 'time' | 'line' | 'kind'>> & Pick<TraceEvent, 'kind'>;

const NOTHING: readonly never[] = [];
const UNCHANGED = {};

/** Every field by its name: see tcp/draft.ts. */
const eventOf = (n: number, time: number, line: number, told: Told): TraceEvent => ({
  n,
  time,
  line,
  kind: told.kind,
  peer: told.peer,
  call: told.call,
  timer: told.timer,
  result: told.result,
  error: told.error,
  segment: told.segment,
  rows: told.rows ?? NOTHING,
  sends: told.sends ?? NOTHING,
  changes: told.changes ?? UNCHANGED,
  cause: told.cause,
  text: told.text,
  judgment: told.judgment,
  violations: NOTHING,
});

/** A segment as an event tells it. */
export const tellFlight = (scene: Scene, world: World, flight: Flight): TraceSegment | undefined =>
  scene.told ? showFlight(scene.scenario, world, flight) : undefined;

/** The number of the next event. */
export const nextNumber = (world: World): number => world.events + 1;

/** Makes the next event out of what happened; `world` is as it is after it. */
export const moment = (scene: Scene, world: World, told: Told): Moment => conclude(scene, copyWorld(world), told);

/** The same for a world that was copied for this event alone and may still be written to; it is the moment's then. */
export function conclude(scene: Scene, draft: Draft<World>, told: Told): Moment {
  const n = nextNumber(draft);
  draft.events = n;
  draft.lastEventAt = draft.time;
  return { world: draft, event: eventOf(n, draft.time, scene.line, told), start: undefined };
}

/** The whole of a statement that is one moment. */
export function* once(only: Moment): Generator<Moment, World> {
  yield only;
  return only.world;
}
