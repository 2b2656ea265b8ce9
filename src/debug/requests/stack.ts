/** Threads, stack frames, scopes, variables, and which segment a step may let in. */

import type { DebugProtocol } from '@vscode/debugprotocol';
import type { PeerIndex } from '../../program/program';
import { showFlight } from '../../simulation/show';
import { onWire } from '../../simulation/wire';
import { type Flight, stateOfPeer, type World } from '../../simulation/world';
import { lineText } from '../../trace/segment-text';
import type { Words } from '../../words/sentence';
import { flag, number, optionalNumber, optionalObject } from '../arguments';
import { unknownFrame, unknownReference, unknownThread } from '../errors';
import { currentLine, type Frame, framesOf } from '../frame';
import { given } from '../given';
import { worldOf } from '../moment';
import { columnsOf } from '../program';
import type { Handler } from '../reply';
import type { Run } from '../run';
import { scopesOf } from '../scope';
import { runOf, type Session, said, stoppedRun, toClientColumn, toClientLine } from '../session';
import { ruleSource, sourceOf } from '../source';
import { toVariable } from '../variable';

/** The two peers, each with its state. */
export const threads: Handler = (session) => {
  const { program, world } = runOf(session);
  const thread = (peer: PeerIndex): DebugProtocol.Thread => ({
    id: peer + 1,
    name: `${program.scenario.peers[peer].name} (${stateOfPeer(world.peers[peer])})`,
  });
  return { body: { threads: [thread(0), thread(1)] } };
};

/** How many frames are given to a client that does not say how many it wants. */
const FRAMES = 20;

export const stackTrace: Handler = (session, args) => {
  const run = stoppedRun(session, 'stackTrace');
  const id = number(args, 'threadId');
  if (id !== 1 && id !== 2) throw unknownThread(id);
  const start = Math.max(0, optionalNumber(args, 'startFrame') ?? 0);
  const levels = optionalNumber(args, 'levels') ?? 0;
  const end = start + (levels > 0 ? Math.min(levels, 1_000) : FRAMES);
  const stackFrames: DebugProtocol.StackFrame[] = [];
  let at = 0;
  let more = false;
  for (const frame of framesOf(run, id === 1 ? 0 : 1, session.numbers)) {
    more = at >= end;
    if (more) break;
    if (at >= start) stackFrames.push(toStackFrame(session, frame));
    at += 1;
  }
  return { body: { stackFrames, totalFrames: more ? end + FRAMES : at } };
};

function toStackFrame(session: Session, frame: Frame): DebugProtocol.StackFrame {
  const { where, kind, name } = frame;
  const { program } = runOf(session);
  if (where.kind === 'rule' && !session.shown.has(where.state)) {
    session.shown.add(where.state);
    session.emit('loadedSource', { reason: 'new', source: ruleSource(where.state) });
  }
  const start = where.kind === 'program' ? columnsOf(program, where.line)[0] : 0;
  // A document of ours is not edited.
  const line = where.kind === 'program' ? toClientLine(session, where.line) : where.line - 1 + session.client.firstLine;
  return given({
    id: session.frames.add(frame),
    name: said(session, name),
    source: sourceOf(session, where),
    line,
    // No end: VS Code would select the text up to there, and the next key would replace it.
    column: toClientColumn(session, start),
    canRestart: true,
    presentationHint: kind === 'rule' ? ('subtle' as const) : ('normal' as const),
  });
}

export const scopes: Handler = (session, args) => {
  const run = stoppedRun(session, 'scopes');
  const frame = session.frames.get(number(args, 'frameId'));
  if (frame === undefined) throw unknownFrame();
  const sight = {
    run,
    frame,
    world: worldOf(run, frame),
    numbers: session.numbers,
    said: (words: Words) => said(session, words),
  };
  const found = scopesOf(sight).map(
    ({ name, items, hint }): DebugProtocol.Scope =>
      given({
        name: said(session, name),
        presentationHint: hint,
        variablesReference: session.containers.add({ items, isPresent: frame.isPresent }),
        expensive: false,
      }),
  );
  return { body: { scopes: found } };
};

export const variables: Handler = (session, args) => {
  stoppedRun(session, 'variables');
  const container = session.containers.get(number(args, 'variablesReference'));
  if (container === undefined) throw unknownReference();
  const start = Math.max(0, optionalNumber(args, 'start') ?? 0);
  const count = optionalNumber(args, 'count') ?? 0;
  const hex = flag(optionalObject(args, 'format') ?? {}, 'hex');
  const items = container.items().slice(start, count > 0 ? start + count : undefined);
  return { body: { variables: items.map((item) => toVariable(session, container, item, hex)) } };
};

/** The segments that the statement may let arrive, the one that is next first. */
export const stepInTargets: Handler = (session, args) => {
  const run = stoppedRun(session, 'stepInTargets');
  const frame = session.frames.get(number(args, 'frameId'));
  if (frame === undefined) throw unknownFrame();
  if (!frame.isPresent || run.place.kind === 'check') return { body: { targets: [] } };
  const { world, program } = run;
  const targets = letIn(run, world).map((flight, index): DebugProtocol.StepInTarget => {
    const change = index === 0 ? undefined : ({ kind: 'arrival', order: flight.order } as const);
    const id = session.targets.add({ kind: 'arrival', change });
    const line = toClientLine(session, currentLine(run));
    return { id, label: lineText(showFlight(program.scenario, world, flight), session.numbers), line };
  });
  return { body: { targets: targets.length > 1 ? targets : [] } };
};

/** What is on the wire and may arrive by the statement that is looked at. */
function letIn({ place, program, timeline }: Run, world: World): readonly Flight[] {
  if (place.kind === 'end' || !timeline.canFork(place.after)) return [];
  const index = place.kind === 'statement' ? place.statement : world.statement;
  const statement = program.scenario.statements[index];
  switch (statement?.kind) {
    case 'segment':
      return onWire(world).filter(({ from }) => from === statement.segment.from);
    case 'wait':
    case 'wait-until':
    case 'run':
    case 'expect-no':
      // Nothing more arrives by a line that ends before.
      return (onWire(world)[0]?.due ?? 0) <= (world.until ?? Number.POSITIVE_INFINITY) ? onWire(world) : [];
    default:
      return [];
  }
}
