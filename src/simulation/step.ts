/** One event of a run that is travelled, and where it can be gone on from. */
import type { TraceEvent } from '../trace/event';
import type { CourseMoment } from './course';
import type { World } from './world';

/** One event, and the worlds before and after it. */
export interface Step {
  readonly event: TraceEvent;
  readonly before: World;
  readonly after: World;
  /** The run can be gone on from `before`, and changed there. */
  readonly divided: boolean;
  /** A fork made it happen. */
  readonly forked: boolean;
  /** The index of the statement of the scenario that was executed last; one past the last while `finally` is judged. */
  readonly statement: number | undefined;
  /** The first event of its statement. */
  readonly opens: boolean;
}

/** A world to go on from. */
export interface Mark {
  /** The event that comes next. */
  readonly first: number;
  readonly world: World;
  /** As in a step. */
  readonly statement: number | undefined;
}

/** What a moment is after the step before it, or after a mark. */
export function toStep({ event, world, start, forked }: CourseMoment, before: Step | Mark): Step {
  return {
    event,
    before: start ?? ('after' in before ? before.after : before.world),
    after: world,
    divided: start !== undefined,
    forked,
    statement: forked ? before.statement : world.statement,
    opens: !forked && world.statement !== before.statement,
  };
}
