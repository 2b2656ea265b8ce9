/** Watches, hovers and the console. In the console a statement of the language is executed, as a fork of the run. */

import { TYPE_NAMES } from '../../program/types';
import { evaluate as evaluateIn } from '../../simulation/evaluate';
import { onWire } from '../../simulation/wire';
import { stateOfPeer } from '../../simulation/world';
import { type Sentence, say } from '../../words/sentence';
import { flag, optionalNumber, optionalObject, optionalText, text } from '../arguments';
import { indexOf } from '../cause';
import { fork } from '../change';
import { badExpression, pastFrame, unknownFrame } from '../errors';
import { isSentence, readExpression } from '../expressions';
import { currentLine, type Frame } from '../frame';
import type { Item } from '../item';
import { worldOf } from '../moment';
import type { Handler, Reply } from '../reply';
import type { Run } from '../run';
import { type Scope, scopesOf } from '../scope';
import { type Session, said, stoppedRun } from '../session';
import { readStatement } from '../statement';
import { tellFork } from '../stop';
import { valueText } from '../values';
import { childrenOf, toHex } from '../variable';

export const evaluate: Handler = async (session, args) => {
  const run = stoppedRun(session, 'evaluate');
  const expression = text(args, 'expression');
  const frameId = optionalNumber(args, 'frameId');
  const frame = frameId === undefined ? undefined : session.frames.get(frameId);
  if (frameId !== undefined && frame === undefined) throw unknownFrame();
  const hex = flag(optionalObject(args, 'format') ?? {}, 'hex');
  if (optionalText(args, 'context') === 'repl') {
    const typed = readStatement(run.program, run.names, expression, currentLine(run));
    if (typed !== undefined && !isSentence(typed)) {
      if (frame?.isPresent === false) throw pastFrame();
      const first = await fork(
        session,
        { kind: 'statement', statement: typed.statement, source: expression.trim() },
        typed.definition,
      );
      return {
        body: { result: outcome(session, run, first), variablesReference: 0 },
        after: () => tellFork(session),
      };
    }
    return shown(session, run, frame, expression, hex, typed);
  }
  return shown(session, run, frame, expression, hex);
};

/** The value of an expression, or what a peer or the wire is. `instead` is what to say if it is none. */
function shown(
  session: Session,
  run: Run,
  frame: Frame | undefined,
  written: string,
  hex: boolean,
  instead?: Sentence,
): Reply {
  const whole = wholeItem(session, run, frame, written.trim());
  if (whole !== undefined) {
    const variablesReference = childrenOf(session, { isPresent: frame?.isPresent !== false }, whole);
    return { body: { result: whole.value, type: whole.type && said(session, whole.type), variablesReference } };
  }
  const peer = frame && run.program.scenario.peers[frame.peer].name;
  const read = readExpression(run.program, run.names, written, peer);
  if (isSentence(read)) throw badExpression(instead ?? read);
  const world = frame === undefined ? run.world : worldOf(run, frame);
  const result = valueText(evaluateIn(world, read.expression), session.numbers);
  return {
    body: { result: hex ? toHex(result) : result, type: said(session, TYPE_NAMES[read.type]), variablesReference: 0 },
  };
}

/** `client` is its TCB, `wire` what is under way. */
function wholeItem(session: Session, run: Run, frame: Frame | undefined, name: string): Item | undefined {
  const peer = indexOf(run.program.scenario, name);
  if (peer === undefined && name !== 'wire') return undefined;
  const world = frame === undefined ? run.world : worldOf(run, frame);
  const seen: Frame = {
    ...(frame ?? PRESENT),
    peer: peer ?? 0,
    after: frame?.after ?? run.place.after,
    check: undefined,
  };
  const found = scopesOf({
    run,
    frame: seen,
    world,
    numbers: session.numbers,
    said: (sentence) => said(session, sentence),
  });
  const items = (wanted: Scope['kind']): Scope['items'] | undefined => found.find(({ kind }) => kind === wanted)?.items;
  if (peer === undefined) {
    const count = onWire(world).length;
    return {
      name,
      value: said(session, count === 1 ? say('1 segment') : say('{0} segments', count)),
      children: items('wire') ?? NONE,
    };
  }
  return { name, value: stateOfPeer(world.peers[peer]), type: say('peer'), children: items('tcb') ?? NONE };
}

const NONE = (): readonly Item[] => [];

const PRESENT: Omit<Frame, 'peer' | 'after'> = {
  kind: 'statement',
  name: '',
  where: { kind: 'program', line: 1 },
  isPresent: true,
  event: undefined,
  check: undefined,
};

/** What a typed statement came to: what the call returned, how the judgment came out, how much has happened. */
function outcome(session: Session, { timeline, place }: Run, first: number): string {
  const { event } = timeline.step(place.after);
  const count = place.after - first;
  if (event.judgment !== undefined) return said(session, event.judgment.message);
  if (count === 1 && event.error !== undefined) return `error: ${event.error}`;
  if (count === 1 && event.result !== undefined) return event.result;
  return said(session, count === 1 ? say('1 event') : say('{0} events', count));
}
