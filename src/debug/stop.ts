/** Tells the client that the run stands still, where, and why. */

import { type Sentence, say } from '../words/sentence';
import { indexOf } from './cause';
import { lookForChange } from './changed-file';
import { firstFailure } from './failure';
import { MOMENT, type MomentBody } from './follower';
import { currentLine } from './frame';
import { given } from './given';
import type { Variable } from './peer-variable';
import type { Point, PointKind } from './point';
import type { Run } from './run';
import { changeText } from './scope';
import { leave, runOf, type Session, said, toClientLine } from './session';
import type { Arrival } from './travel';

export type StopReason =
  | 'entry'
  | 'step'
  | 'goto'
  | 'pause'
  | 'end'
  | 'restart'
  | 'exception'
  | 'breakpoint'
  | 'function breakpoint'
  | 'data breakpoint';

const REASONS: readonly (readonly [PointKind, StopReason])[] = [
  ['exception', 'exception'],
  ['function', 'function breakpoint'],
  ['data', 'data breakpoint'],
  ['line', 'breakpoint'],
];

/** The reason of what was met: what is remarkable comes before what was asked for. */
export const reasonOf = (hits: readonly Point[]): StopReason =>
  REASONS.find(([kind]) => hits.some((point) => point.kind === kind))?.[1] ?? 'breakpoint';

/** Stands where a journey has led, and says so. */
export function arrive(session: Session, arrival: Pick<Arrival, 'place' | 'hits'>, reason: StopReason): void {
  const run = runOf(session);
  run.move(arrival.place);
  session.hits = arrival.hits;
  leave(session);
  const ids = arrival.hits.filter(({ kind }) => kind !== 'exception').map(({ id }) => id);
  session.emit(
    'stopped',
    given({
      reason,
      description: describe(session, reason),
      text: exceptionText(session, reason),
      threadId: threadOf(run) + 1,
      allThreadsStopped: true,
      hitBreakpointIds: ids.length > 0 ? ids : undefined,
    }),
  );
  tellMoment(session);
  void lookForChange(session);
}

/** Tells those who follow the session where it stands; or, while it runs, how far it is by now. */
export function tellMoment(session: Session, passing?: number): void {
  const run = runOf(session);
  const { number, kept, place, timeline } = run;
  const at = passing ?? place.after;
  const line = passing === undefined || passing < 1 ? currentLine(run) : timeline.step(passing).event.line;
  const body: MomentBody = { run: number, kept, at, line: toClientLine(session, line), stopped: passing === undefined };
  session.emit(MOMENT, body);
}

/** The run was changed where one stands: what the client shows is no longer true, and it asks again. */
export function tellFork(session: Session): void {
  if (session.client.invalidated) session.emit('invalidated', { areas: ['all'] });
  else {
    session.emit('stopped', {
      reason: 'goto' satisfies StopReason,
      description: said(session, say('The run was changed')),
      threadId: threadOf(runOf(session)) + 1,
      allThreadsStopped: true,
    });
  }
  tellMoment(session);
}

/** Nothing for what the reason says by itself. */
function describe(session: Session, reason: StopReason): string | undefined {
  const run = runOf(session);
  const what = whatIsThere(session, reason);
  const past = run.isPast ? said(session, say('Rewound to {0} of {1}', run.place.after, run.present)) : undefined;
  const told = what && said(session, what);
  return told !== undefined && past !== undefined ? `${told} (${past})` : (past ?? told);
}

function whatIsThere(session: Session, reason: StopReason): Sentence | undefined {
  switch (reason) {
    case 'end':
      return say('At the end');
    case 'entry':
      return say('At the first statement');
    case 'exception':
      return session.hits.find(({ filter }) => filter !== undefined)?.filter?.label;
    case 'function breakpoint':
      return say('Met: {0}', session.hits.flatMap(({ name }) => name ?? []).join(', '));
    case 'data breakpoint':
      return say('Changed: {0}', session.hits.flatMap(({ variable }) => changeOf(session, variable) ?? []).join(', '));
    default:
      return undefined;
  }
}

/** `client.cwnd 14600 -> 1000` */
function changeOf(session: Session, variable: Variable | undefined): string | undefined {
  const { timeline, place, program } = runOf(session);
  if (variable === undefined || place.kind !== 'event') return undefined;
  const change = changeText(timeline.step(place.after), variable, session.numbers, (words) => said(session, words));
  return `${program.scenario.peers[variable.peer].name}.${variable.field} ${change}`;
}

function exceptionText(session: Session, reason: StopReason): string | undefined {
  const { timeline, place } = runOf(session);
  if (reason !== 'exception' || place.kind !== 'event') return undefined;
  const failure = firstFailure(timeline.step(place.after).event);
  return failure && said(session, failure);
}

/** The peer that a stop is about: where it happened, or whose line comes next. */
function threadOf({ place, timeline, program }: Run): 0 | 1 {
  const { scenario } = program;
  if (place.kind === 'event' || place.kind === 'check') {
    const { event } = timeline.step(place.kind === 'check' ? place.after + 1 : place.after);
    return indexOf(scenario, event.peer) ?? indexOf(scenario, event.segment?.to) ?? 0;
  }
  const statement = place.kind === 'end' ? scenario.statements.at(-1) : scenario.statements[place.statement];
  switch (statement?.kind) {
    case 'call':
    case 'note':
      return statement.peer ?? 0;
    case 'segment':
    case 'inject':
      return statement.segment.to;
    case 'handshake':
      return statement.from;
    default:
      return 0;
  }
}
