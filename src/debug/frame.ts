/**
 * The call stack of a peer: the line that is looked at, and below it why the peer is as it is, cause by cause, down to an
 * application's call. Inside an arriving segment the check that is applied stands on top.
 *
 * Rule: a frame is a moment. What its variables show is the world of that moment, and lower frames lie in the past.
 */
import type { PeerIndex } from '../program/program';
import { stateOfPeer } from '../simulation/world';
import type { Row } from '../tcp/fsm';
import type { State } from '../tcp/state';
import type { TraceEvent } from '../trace/event';
import type { Numbers } from '../trace/segment-text';
import { say, type Words } from '../words/sentence';
import { causesAt, causesOf, eventSentence, indexOf } from './cause';
import { type Check, checksOf, type Ordinal, sectionOf } from './check';
import { lineOf, statementText } from './program';
import { lineOfCheck, lineOfRow, topicOf } from './rule-document';
import type { Run } from './run';

/** Where a frame stands: on a line of the program, or in the document of a state. */
export type Where =
  | { readonly kind: 'program'; readonly line: number }
  | { readonly kind: 'rule'; readonly state: State; readonly line: number };

export interface Frame {
  /** `statement` is the line one stands at, `check` a check that is applied, `rule` one that was. */
  readonly kind: 'statement' | 'check' | 'rule' | 'event';
  readonly name: Words;
  readonly peer: PeerIndex;
  readonly where: Where;
  /** How many events have happened at its moment. */
  readonly after: number;
  /** True if it is the moment where the session stands. */
  readonly isPresent: boolean;
  /** For an event and a rule: the event; for a check: the one that is about to happen. */
  readonly event: TraceEvent | undefined;
  readonly check: Check | undefined;
}

/** The frames of one peer, top first; made one by one, for there may be very many. */
export function* framesOf(run: Run, thread: PeerIndex, numbers: Numbers): Generator<Frame> {
  const { place, program, timeline } = run;
  if (place.kind === 'check') {
    const { event } = timeline.step(place.after + 1);
    if (indexOf(program.scenario, event.peer) === thread) {
      yield checkFrame(run, thread, place.check);
      yield eventFrame(run, event, place.after, true, numbers);
      if (event.cause !== undefined) {
        yield* causeFrames(run, causesOf(timeline, timeline.step(event.cause).event), numbers);
      }
      return;
    }
  }
  yield statementFrame(run, thread);
  yield* causeFrames(run, withRule(causesAt(timeline, place.after, thread)), numbers);
}

/** The line that is looked at. */
export function currentLine({ place, program, timeline }: Run): number {
  switch (place.kind) {
    case 'statement':
      return lineOf(program, place.statement);
    case 'event':
      return timeline.step(place.after).event.line;
    case 'check':
      return timeline.step(place.after + 1).event.line;
    case 'end':
      return program.scenario.statements.at(-1)?.line ?? program.scenario.line;
  }
}

function statementFrame(run: Run, peer: PeerIndex): Frame {
  const line = currentLine(run);
  return {
    kind: 'statement',
    name: statementText(run.program, line),
    peer,
    where: { kind: 'program', line },
    after: run.place.after,
    isPresent: true,
    event: undefined,
    check: undefined,
  };
}

/** The checks of the segment that arrives next; undefined if the next event is no such arrival. */
export function arrivalChecks(run: Run, after: number): readonly Check[] | undefined {
  const { timeline, program } = run;
  if (!timeline.reaches(after + 1)) return undefined;
  const { event, before } = timeline.step(after + 1);
  const peer = indexOf(program.scenario, event.peer);
  if (event.kind !== 'arrive' || peer === undefined || before.peers[peer].kind !== 'tcp') return undefined;
  return checksOf(stateOfPeer(before.peers[peer]), event.rows);
}

function checkFrame(run: Run, peer: PeerIndex, index: number): Frame {
  const { place, timeline } = run;
  const check = arrivalChecks(run, place.after)?.[index];
  if (check === undefined) throw new Error('A session stands at a check that the segment does not go through.');
  return {
    kind: 'check',
    name: checkName(check),
    peer,
    where: { kind: 'rule', state: check.state, line: lineIn(check) },
    after: place.after,
    isPresent: true,
    event: timeline.step(place.after + 1).event,
    check,
  };
}

/** The line of the row that it took, else of its heading. */
function lineIn({ state, ordinal, row }: Check): number {
  if (row !== undefined) return lineOfRow(row);
  return ordinal === undefined ? 1 : lineOfCheck(state, ordinal);
}

/** `3.10.7.4, fifth check: rcv ACK of SYN, SYN_RCVD -> ESTABLISHED`; `3.10.7.4, second check (RST): goes on`. */
function checkName({ state, ordinal, row }: Check): Words {
  if (row !== undefined || ordinal === undefined) return row === undefined ? '' : ruleName(row);
  const topic = topicOf(state, ordinal);
  const clause = clauseOf(state, ordinal);
  return topic === undefined ? say('{0}: goes on', clause) : say('{0} ({1}): goes on', clause, topic);
}

const clauseOf = (state: State, ordinal: Ordinal): string =>
  state === 'CLOSED' ? sectionOf(state) : `${sectionOf(state)}, ${ordinal} check`;

const ruleName = ({ rule, event, from, to }: Row): string =>
  `${rule}: ${event}${from === to ? '' : `, ${from} -> ${to}`}`;

/** Before the first cause, the row that it took last: the rule that made the peer what it is. */
function* withRule(
  causes: Generator<TraceEvent>,
): Generator<TraceEvent | { readonly rule: Row; readonly of: TraceEvent }> {
  let first = true;
  for (const event of causes) {
    const row = first ? (event.rows.findLast(({ from, to }) => from !== to) ?? event.rows.at(-1)) : undefined;
    if (row !== undefined) yield { rule: row, of: event };
    yield event;
    first = false;
  }
}

function* causeFrames(
  run: Run,
  causes: Iterable<TraceEvent | { readonly rule: Row; readonly of: TraceEvent }>,
  numbers: Numbers,
): Generator<Frame> {
  for (const cause of causes) {
    if ('rule' in cause) yield ruleFrame(run, cause.rule, cause.of);
    else yield eventFrame(run, cause, cause.n, false, numbers);
  }
}

const peerOf = (run: Run, { peer, segment }: TraceEvent): PeerIndex =>
  indexOf(run.program.scenario, peer ?? segment?.from) ?? 0;

const ruleFrame = (run: Run, row: Row, event: TraceEvent): Frame => ({
  kind: 'rule',
  name: ruleName(row),
  peer: peerOf(run, event),
  where: { kind: 'rule', state: row.from, line: lineOfRow(row) },
  after: event.n,
  isPresent: false,
  event,
  check: undefined,
});

const eventFrame = (run: Run, event: TraceEvent, after: number, isPresent: boolean, numbers: Numbers): Frame => ({
  kind: 'event',
  name: say('{0}  {1}', event.n, eventSentence(event, numbers)),
  peer: peerOf(run, event),
  where: { kind: 'program', line: event.line },
  after,
  isPresent,
  event,
  check: undefined,
});
