/** Begin and end of a session: initialize, launch, configurationDone, restart, cancel, terminate, disconnect. */
import { numbersOf } from '../../trace/segment-text';
import { type Arguments, flag, optionalNumber, optionalObject, optionalText } from '../arguments';
import { firstPlace } from '../candidate';
import { capabilities } from '../capabilities';
import { clientOf } from '../client';
import { print } from '../console';
import { notLaunched, unreadableProgram, wrongMoment } from '../errors';
import { EXCEPTION_FILTERS } from '../exception-filter';
import { go, terminate } from '../go';
import { type Launch, launchOf } from '../launch';
import { lineMap } from '../line-map';
import { type Program, readProgram } from '../program';
import { type Handler, NOTHING } from '../reply';
import { failurePoints, resolveAll } from '../resolve';
import { Run } from '../run';
import { pointsOf, runOf, type Session, said } from '../session';
import { baseName } from '../source-name';
import { arrive, type StopReason } from '../stop';

export const initialize: Handler = (session, args) => {
  if (session.phase !== 'new') throw wrongMoment('initialize');
  session.client = clientOf(args);
  session.phase = 'initialized';
  return { body: capabilities(session) };
};

/** `initialized` follows the reading of the program: breakpoints can then be answered for good. */
export const launch: Handler = async (session, args) => {
  if (session.phase !== 'initialized') throw wrongMoment('launch');
  const launched = launchOf(args);
  const program = await read(session, launched);
  session.launch = launched;
  session.wishes.filters = EXCEPTION_FILTERS.filter((each) => each.default).map(({ filter }) => ({
    filter,
    condition: undefined,
    hitCondition: undefined,
  }));
  begin(session, program);
  session.phase = 'launched';
  session.emit('initialized');
  return NOTHING;
};

async function read(session: Session, { program, text, choice }: Launch): Promise<Program> {
  if (text !== undefined) return readProgram(program, text, choice);
  let found: string;
  try {
    found = await session.host.read(program);
  } catch (error) {
    throw unreadableProgram(baseName(program), error instanceof Error ? error.message : String(error));
  }
  return readProgram(program, found, choice);
}

/** A new run of a program, at its first statement. */
function begin(session: Session, program: Program): void {
  session.run = new Run(program, (session.run?.number ?? 0) + 1);
  session.numbers = numbersOf(program.scenario);
  session.hits = [];
  session.changed = undefined;
  resolveAll(session);
}

export const configurationDone: Handler = (session) => {
  if (session.phase === 'initialized') throw notLaunched();
  if (session.phase !== 'launched') throw wrongMoment('configurationDone');
  session.phase = 'configured';
  return { after: () => start(session, 'entry') };
};

/** From event 0: stops there, or runs to what stops it. */
function start(session: Session, reason: StopReason): void {
  const { launch } = session;
  const run = runOf(session);
  const { program } = run;
  for (const { line, diagnostic } of program.diagnostics) {
    print(session, said(session, diagnostic.message), 'console', line);
  }
  const first = firstPlace(run.timeline);
  if (launch?.noDebug !== true && (launch?.stopOnEntry === true || reason === 'restart')) {
    arrive(session, { place: first, hits: [] }, reason);
    return;
  }
  const points = () =>
    launch?.noDebug === true ? [] : launch?.stopAtFailure ? failurePoints(session) : pointsOf(session);
  // What is met before the first statement runs stops there too.
  const before = { kind: 'event', after: 0 } as const;
  run.place = before;
  void go(session, { direction: 'forwards', goal: () => false, points }, 'breakpoint');
}

/** Event 0 of the text as it is now; forks are gone, breakpoints stay. */
export const restart: Handler = async (session, args) => {
  if (session.phase !== 'configured') throw wrongMoment('restart');
  const { launch } = session;
  if (launch === undefined) throw notLaunched();
  const again = optionalObject(args, 'arguments');
  const wanted = again === undefined ? launch : { ...launch, ...changed(launch, again) };
  const program = await read(session, wanted);
  if (session.journey !== undefined) session.journey.interrupted = true;
  session.journey = undefined;
  if (wanted.program === launch.program) moveBreakpoints(session, program);
  session.launch = wanted;
  begin(session, program);
  return { after: () => start(session, 'restart') };
};

/** Breakpoints stay at their statements. A client sends them again when a file is saved, and not when it is edited. */
function moveBreakpoints(session: Session, program: Program): void {
  const { wishes } = session;
  const moved = lineMap(runOf(session).program.lines, program.lines);
  wishes.lines = wishes.lines.map((wish) => ({ ...wish, line: moved.toNew(wish.line) }));
}

/** The client's new arguments, if they are a launch at all. */
function changed(launch: Launch, again: Arguments): Partial<Launch> {
  return optionalText(again, 'program') === undefined && launch.text === undefined ? {} : launchOf(again);
}

/** A journey stops where it is; requests that wait are refused by the adapter itself. */
export const cancel: Handler = (session, args) => {
  optionalNumber(args, 'requestId');
  const progressId = optionalText(args, 'progressId');
  if (session.journey !== undefined && session.journey.progress.id === progressId) {
    session.journey.interrupted = true;
  }
  return NOTHING;
};

export const terminateRequest: Handler = (session) => ({ after: () => terminate(session) });

export const disconnect: Handler = (session, args) => {
  flag(args, 'restart');
  return {
    after: () => {
      terminate(session);
      session.host.ended();
    },
  };
};
