/** Sets a session's run in motion until something stops it: with progress, with a way to interrupt it, and to its end. */
import { failuresOf } from '../trace/judgments';
import { say } from '../words/sentence';
import type { Candidate } from './candidate';
import { print, printEnd, printEvent, printSentence } from './console';
import { logText } from './log-message';
import type { Point } from './point';
import { Progress } from './progress';
import { leave, runOf, type Session } from './session';
import { arrive, reasonOf, type StopReason, tellMoment } from './stop';
import { type Arrival, type Journey, type Traveller, travel } from './travel';

/** So many events are printed of one journey: more can be seen in the log, not in a console. */
const MOST_PRINTED = 200;

/** Travels, and stops there. `reason` is that of the goal. Never rejects. */
export async function go(session: Session, journey: Journey, reason: StopReason): Promise<void> {
  const run = runOf(session);
  const progress = new Progress(session, say('Running {0}', run.program.scenario.name));
  const state: NonNullable<Session['journey']> = { interrupted: false, progress };
  session.journey = state;
  leave(session);
  const traveller = new Going(session, state);
  try {
    await prepareCounts(session, journey, traveller);
    const arrival = await travel(run, journey, traveller);
    traveller.finish();
    if (session.journey !== state || session.terminated) return;
    session.journey = undefined;
    conclude(session, arrival, reason);
  } catch (error) {
    traveller.finish();
    session.journey = undefined;
    breakDown(session, error);
  }
}

/** Hit counts are counted from the begin of the run: what lies before the journey is counted first. */
async function prepareCounts(session: Session, journey: Journey, traveller: Traveller): Promise<void> {
  const run = runOf(session);
  for (const point of journey.points()) {
    if (point.hits === undefined) continue;
    while (run.counter.prepare(point, run.place)) {
      const waiting = traveller.pass(run.place.after);
      if (waiting !== undefined && (await waiting)) return;
    }
  }
}

function conclude(session: Session, arrival: Arrival, goal: StopReason): void {
  if (arrival.why === 'end') atEnd(session, arrival, goal);
  else arrive(session, arrival, reasonFor(arrival, goal));
}

function reasonFor({ why, hits }: Arrival, goal: StopReason): StopReason {
  if (why === 'hit') return reasonOf(hits);
  if (why === 'begin') return 'entry';
  return why === 'paused' ? 'pause' : goal;
}

/** At the end one stays, so that the past can be visited; going on from there ends the session. */
function atEnd(session: Session, arrival: Arrival, reason: StopReason): void {
  const run = runOf(session);
  const wasThere = run.place.kind === 'end';
  if (!wasThere) printEnd(session);
  const stays =
    reason === 'goto' ||
    (session.launch?.stopOnEnd === true && !session.launch.noDebug && !(wasThere && reason === 'end'));
  if (stays) {
    arrive(session, arrival, 'end');
    return;
  }
  run.move(arrival.place);
  session.emit('exited', { exitCode: run.failed.length > 0 ? 1 : 0 });
  terminate(session);
}

/** Says once that the session is over. */
export function terminate(session: Session): void {
  if (session.terminated) return;
  abandon(session);
  session.emit('terminated', {});
}

/** Nobody listens any more: whatever runs is stopped without a word. */
export function abandon(session: Session): void {
  session.terminated = true;
  session.phase = 'ended';
  if (session.journey !== undefined) session.journey.interrupted = true;
}

/** The simulation has broken one of its own rules: the user is asked to report it, and the session ends. */
export function breakDown(session: Session, error: unknown): void {
  const what = (error instanceof Error ? error.message : String(error)).replace(/\.$/, '');
  printSentence(
    session,
    say('tcpscn broke one of its own rules: {0}. Please report this, with the scenario.', what),
    'important',
  );
  terminate(session);
}

/** What happens on the way. */
class Going implements Traveller {
  private readonly session: Session;
  private readonly state: NonNullable<Session['journey']>;
  private printed = 0;
  private position = 0;

  constructor(session: Session, state: NonNullable<Session['journey']>) {
    this.session = session;
    this.state = state;
  }

  pass(n: number): Promise<boolean> | undefined {
    this.position = n;
    return this.state.progress.isDue() ? this.pause() : undefined;
  }

  private async pause(): Promise<boolean> {
    const { session, state } = this;
    const isLong = await state.progress.pause();
    const interrupted = session.journey !== state || state.interrupted;
    if (isLong && !interrupted) {
      tellMoment(session, Math.min(this.position, runOf(session).timeline.length));
      state.progress.show(this.position);
    }
    return interrupted;
  }

  finish(): void {
    const { session } = this;
    this.state.progress.end();
    const more = this.printed - MOST_PRINTED;
    if (more > 0) printSentence(session, say('and {0} more events', more));
  }

  log(point: Point, { place, world }: Candidate): void {
    const { session } = this;
    if (point.log === undefined) return;
    const { timeline } = runOf(session);
    const line = point.line ?? (place.after > 0 ? timeline.step(place.after).event.line : undefined);
    print(session, logText(point.log, world, session.numbers), 'stdout', line);
  }

  happened({ step }: Candidate): void {
    const { session } = this;
    if (step === undefined || !runOf(session).tell(step.event)) return;
    const { event } = step;
    const failed = failuresOf(event).length > 0;
    if (event.kind === 'expect' && !failed) return;
    this.printed += 1;
    if (this.printed <= MOST_PRINTED || failed) printEvent(session, event);
  }
}
