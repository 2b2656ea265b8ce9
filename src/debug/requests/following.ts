/** For one who follows the session from beside the editor: the events of the run, and a way to any moment of it. */
import { shownWire } from '../../simulation/judgment';
import type { TraceEvent } from '../../trace/event';
import { say } from '../../words/sentence';
import { number, text } from '../arguments';
import { settled } from '../candidate';
import { badExpression, unknownEvent, wrongArgument } from '../errors';
import { isSentence, readCondition } from '../expressions';
import { type EventsBody, FURTHEST_EVENT, MOST_EVENTS, type WhereBody } from '../follower';
import { comparePlaces } from '../place';
import { type Progress, working } from '../progress';
import type { Handler } from '../reply';
import type { Run } from '../run';
import { runOf, stoppedRun } from '../session';
import { arrive } from '../stop';
import { momentsWhere } from '../where';
import { moving } from './stepping';

/** `tcpscn/events`: does not move the run, and may be asked while it goes on. */
export const events: Handler = async (session, args) => {
  const run = runOf(session);
  const first = numberFrom(args, 'first', 1);
  const last = first + Math.min(numberFrom(args, 'count', 0), MOST_EVENTS) - 1;
  const { timeline } = run;
  // One more than is told: it says whether these were the last.
  // Nobody waits for it but the one who asked: it shows nothing.
  const told = await working(session, undefined, async (progress) => {
    await playTo(run, Math.min(last + 1, FURTHEST_EVENT), progress);
    const found: TraceEvent[] = [];
    for (let n = first; n <= last && n <= timeline.length; n += 1) {
      found.push(timeline.step(n).event);
      if (progress.isDue()) await progress.breathe(n);
    }
    return found;
  });
  const { length: known, end, scenario } = timeline;
  const body: EventsBody = {
    run: run.number,
    scenario,
    first,
    events: told,
    known,
    ended: end !== undefined,
    unnamed: end === undefined ? [] : shownWire(scenario, end),
  };
  return { body };
};

/** `tcpscn/travel`: what lies between is told, and stops nothing. */
export const travel: Handler = async (session, args) => {
  const run = stoppedRun(session, 'tcpscn/travel');
  const n = numberFrom(args, 'n', 0);
  const title = say('Running {0}', run.program.scenario.name);
  await working(session, title, (progress) => playTo(run, n, progress));
  const { timeline } = run;
  if (n > timeline.length) throw unknownEvent(n, timeline.length);
  const place = settled(timeline, n);
  if (n <= run.told) return { after: () => arrive(session, { place, hits: [] }, 'goto') };
  return moving(
    session,
    { direction: 'forwards', goal: (candidate) => comparePlaces(candidate.place, place) === 0, points: () => [] },
    'goto',
  );
};

/** `tcpscn/where`: does not move the run. */
export const where: Handler = async (session, args) => {
  const run = runOf(session);
  const condition = readCondition(run.program, run.names, text(args, 'condition'));
  if (isSentence(condition)) throw badExpression(condition);
  const { number: asked, timeline } = run;
  const events = await working(session, undefined, async (progress) => {
    const found: number[] = [];
    for (const n of momentsWhere(timeline, condition)) {
      if (n !== undefined) found.push(n);
      if (progress.isDue()) await progress.breathe(timeline.length);
    }
    return found;
  });
  const body: WhereBody = { run: asked, events };
  return { body };
};

function numberFrom(args: Parameters<Handler>[1], name: string, least: number): number {
  const value = number(args, name);
  if (value < least) throw wrongArgument(name, say('a whole number from {0} on', least));
  return value;
}

/** Plays the run up to an event, or to its end. Nobody notices but those who look at what is known of the future. */
async function playTo({ timeline }: Run, n: number, progress: Progress): Promise<void> {
  while (timeline.length < n && timeline.play()) if (progress.isDue()) await progress.breathe(timeline.length);
}
