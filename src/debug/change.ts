/** Changing a run where one stands. */
import type { Definition } from '../program/names';
import type { Change } from '../simulation/fork';
import { settled } from './candidate';
import { printEvent } from './console';
import { undivided } from './errors';
import { leave, runOf, type Session } from './session';

/**
 * Makes the change, tells its events, and stands behind them. Refuses inside a line that is not divided. Returns the
 * number of the fork's event.
 */
export function fork(session: Session, change: Change, definition?: Definition): number {
  const run = runOf(session);
  const { after } = run.place;
  if (!run.timeline.canFork(after)) throw undivided();
  run.fork(change, definition);
  const { timeline } = run;
  let last = after + 1;
  while (timeline.reaches(last + 1) && timeline.step(last + 1).forked) last += 1;
  timeline.reaches(last);
  for (let n = after + 1; n <= last; n += 1) {
    const { event } = timeline.step(n);
    run.tell(event);
    printEvent(session, event);
  }
  run.move(settled(timeline, last));
  session.hits = [];
  leave(session);
  return after + 1;
}
