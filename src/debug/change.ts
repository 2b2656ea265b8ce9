/** Changing a run where one stands. */
import type { Definition } from '../program/names';
import type { Change } from '../simulation/fork';
import { settled } from './candidate';
import { printEvent } from './console';
import { cancelled, undivided } from './errors';
import { Pace } from './pace';
import { leave, runOf, type Session } from './session';

/**
 * Makes the change, tells its events, and stands behind them. Refuses inside a line that is not divided; if it takes
 * long it can be cancelled, and then nothing has changed. Resolves to the number of the fork's event.
 */
export async function fork(session: Session, change: Change, definition?: Definition): Promise<number> {
  const run = runOf(session);
  const { after } = run.place;
  if (!run.timeline.canFork(after)) throw undivided();
  const timeline = run.timeline.fork(after, change);
  const pace = new Pace(session.host);
  let last = after + 1;
  timeline.reaches(last);
  while (timeline.reaches(last + 1) && timeline.step(last + 1).forked) {
    last += 1;
    if (!pace.isDue()) continue;
    await pace.pause();
    if (session.cancelling || session.terminated) throw cancelled();
  }
  run.replace(timeline, definition);
  for (let n = after + 1; n <= last; n += 1) {
    const { event } = timeline.step(n);
    run.tell(event);
    if (n - after <= MOST_PRINTED) printEvent(session, event);
  }
  run.move(settled(timeline, last));
  session.hits = [];
  leave(session);
  return after + 1;
}

/** So many events of one change are printed. */
const MOST_PRINTED = 200;
