/** Going through the run: every button, in both directions. */

import type { Arguments } from '../arguments';
import { number, optionalNumber } from '../arguments';
import { candidatesAt, settled } from '../candidate';
import { fork } from '../change';
import { unknownFrame, unknownTarget, unknownThread } from '../errors';
import { arrivalChecks } from '../frame';
import { go } from '../go';
import type { Place } from '../place';
import { type Handler, NOTHING, type Reply } from '../reply';
import type { Run } from '../run';
import { pointsOf, runOf, type Session, stoppedRun } from '../session';
import { arrive, type StopReason } from '../stop';
import type { Journey } from '../travel';

/** The peers are two threads of one run: it always moves as a whole. */
function checkThread(args: Arguments): void {
  const id = optionalNumber(args, 'threadId') ?? 1;
  if (id !== 1 && id !== 2) throw unknownThread(id);
}

export const moving = (session: Session, journey: Journey, reason: StopReason, body?: object): Reply => ({
  ...(body === undefined ? {} : { body }),
  after: () => void go(session, journey, reason),
});

/** The frame with this number. */
function frameNumbered(session: Session, id: number) {
  const frame = session.frames.get(id);
  if (frame === undefined) throw unknownFrame();
  return frame;
}

const never = (): boolean => false;

/** To the next breakpoint or failed judgment, or to the end. */
export const continueRequest: Handler = (session, args) => {
  stoppedRun(session, 'continue');
  checkThread(args);
  const journey: Journey = { direction: 'forwards', goal: never, points: () => pointsOf(session) };
  return moving(session, journey, 'end', { allThreadsContinued: true });
};

export const reverseContinue: Handler = (session, args) => {
  stoppedRun(session, 'reverseContinue');
  checkThread(args);
  return moving(session, { direction: 'backwards', goal: never, points: () => pointsOf(session) }, 'entry');
};

const isStatement: Journey['goal'] = ({ place }) => place.kind === 'statement';

/** The next statement. */
export const next: Handler = (session, args) => {
  stoppedRun(session, 'next');
  checkThread(args);
  return moving(session, { direction: 'forwards', goal: isStatement, points: () => pointsOf(session) }, 'step');
};

/** The statement before, or the begin of the one that is being executed. */
export const stepBack: Handler = (session, args) => {
  stoppedRun(session, 'stepBack');
  checkThread(args);
  return moving(session, { direction: 'backwards', goal: isStatement, points: () => pointsOf(session) }, 'step');
};

/** To the end of the event, then of the statement. */
export const stepOut: Handler = (session, args) => {
  const run = stoppedRun(session, 'stepOut');
  checkThread(args);
  const inside = run.place.kind === 'check';
  const goal: Journey['goal'] = inside ? (candidate) => !candidate.closes : isStatement;
  return moving(session, { direction: 'forwards', goal, points: () => pointsOf(session) }, 'step');
};

/** The next event; on an arriving segment, the next check. */
export const stepIn: Handler = async (session, args) => {
  const run = stoppedRun(session, 'stepIn');
  checkThread(args);
  const targetId = optionalNumber(args, 'targetId');
  if (targetId !== undefined) {
    const target = session.targets.get(targetId);
    if (target?.kind !== 'arrival') throw unknownTarget();
    if (target.change !== undefined) await fork(session, target.change);
  }
  const check = nextCheck(run);
  if (check !== undefined) return { after: () => arrive(session, { place: check, hits: [] }, 'step') };
  const goal: Journey['goal'] = (candidate) => !candidate.closes;
  return moving(session, { direction: 'forwards', goal, points: () => pointsOf(session) }, 'step');
};

/** The check that comes next, if a segment arrives or one is inside its arrival. */
function nextCheck(run: Run): Place | undefined {
  const { place, timeline } = run;
  const { after } = place;
  const closes = place.kind === 'event' && candidatesAt(timeline, after)[0]?.closes === true;
  if (place.kind === 'end' || closes) return undefined;
  const check = place.kind === 'check' ? place.check + 1 : 0;
  const checks = arrivalChecks(run, after);
  return checks?.[check] === undefined ? undefined : { kind: 'check', after, check };
}

export const pause: Handler = (session, args) => {
  runOf(session);
  checkThread(args);
  if (session.journey !== undefined) session.journey.interrupted = true;
  return NOTHING;
};

/** Travels to the moment of a frame. */
export const restartFrame: Handler = (session, args) => {
  const run = stoppedRun(session, 'restartFrame');
  const place = placeOfFrame(session, run, number(args, 'frameId'));
  return { after: () => arrive(session, { place, hits: [] }, 'goto') };
};

function placeOfFrame(session: Session, run: Run, frameId: number): Place {
  const frame = frameNumbered(session, frameId);
  const { timeline, place } = run;
  if (frame.kind === 'statement' || frame.event === undefined) {
    if (place.kind === 'statement' || place.kind === 'end') return place;
    const first = timeline.beginOf(place.kind === 'check' ? place.after + 1 : place.after);
    return settled(timeline, first - 1);
  }
  return settled(timeline, frame.event.n - 1);
}

/** Travels to the state as of a line; nothing is skipped. */
export const goto: Handler = (session, args) => {
  const run = stoppedRun(session, 'goto');
  checkThread(args);
  const target = session.targets.get(number(args, 'targetId'));
  if (target?.kind !== 'statement') throw unknownTarget();
  const { statement } = target;
  const goal: Journey['goal'] = ({ place }) => place.kind === 'statement' && place.statement === statement;
  // What was told already need not be gone through again.
  const first = run.timeline.firstOf(statement);
  const known = first === undefined || first - 1 > run.told ? [] : candidatesAt(run.timeline, first - 1).filter(goal);
  const [there] = known;
  if (there !== undefined) return { after: () => arrive(session, { place: there.place, hits: [] }, 'goto') };
  const direction = statement > statementOf(run) ? 'forwards' : 'backwards';
  return moving(session, { direction, goal, points: () => [] }, 'goto');
};

/** The statement that is looked at. */
function statementOf({ place, timeline, program }: Run): number {
  if (place.kind === 'statement') return place.statement;
  if (place.kind === 'end') return program.scenario.statements.length;
  return timeline.step(place.kind === 'check' ? place.after + 1 : place.after).statement ?? 0;
}
