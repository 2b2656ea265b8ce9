/** Changing a run where one stands. */
import type { Definition } from '../program/names';
import type { Change } from '../simulation/fork';
import { type Sentence, say } from '../words/sentence';
import { settled } from './candidate';
import { printEvent } from './console';
import { undivided } from './errors';
import { working } from './progress';
import type { Run } from './run';
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
  const last = await working(session, titleOf(run, change), async (progress) => {
    let n = after + 1;
    timeline.reaches(n);
    while (timeline.reaches(n + 1) && timeline.step(n + 1).forked) {
      n += 1;
      if (progress.isDue()) await progress.breathe(n);
    }
    return n;
  });
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

const titleOf = ({ program }: Run, change: Change): Sentence =>
  say('Running {0}', change.kind === 'statement' ? change.source : program.scenario.name);

/** So many events of one change are printed. */
const MOST_PRINTED = 200;
