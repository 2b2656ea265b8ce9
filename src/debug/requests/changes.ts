/** Setting a variable: the run is forked, and what it was from there on is forgotten. */

import { evaluate } from '../../simulation/evaluate';
import { setVariable as setInWorld } from '../../simulation/settable';
import { say } from '../../words/sentence';
import { number, optionalNumber, text } from '../arguments';
import { fork } from '../change';
import { badExpression, notSettable, pastFrame, unknownFrame, unknownReference } from '../errors';
import { isSentence, readExpression } from '../expressions';
import { type Variable, variableOf } from '../peer-variable';
import type { Handler, Reply } from '../reply';
import type { Run } from '../run';
import { variableItem } from '../scope';
import { type Session, said, stoppedRun } from '../session';
import { tellFork } from '../stop';

/** A variable of a scope. */
export const setVariable: Handler = (session, args) => {
  const run = stoppedRun(session, 'setVariable');
  const container = session.containers.get(number(args, 'variablesReference'));
  if (container === undefined) throw unknownReference();
  const name = text(args, 'name');
  const value = text(args, 'value');
  const item = container.items().find((each) => each.name === name);
  if (item?.variable === undefined) throw notSettable(say('{0} cannot be set', name));
  if (!container.isPresent) throw pastFrame();
  return set(session, run, item.variable, value);
};

/** A variable by its name in the language: `client.cwnd`, or `cwnd` of the peer that is looked at. */
export const setExpression: Handler = (session, args) => {
  const run = stoppedRun(session, 'setExpression');
  const expression = text(args, 'expression').trim();
  const value = text(args, 'value');
  const frameId = optionalNumber(args, 'frameId');
  const frame = frameId === undefined ? undefined : session.frames.get(frameId);
  if (frameId !== undefined && frame === undefined) throw unknownFrame();
  if (frame?.isPresent === false) throw pastFrame();
  const peer = run.program.scenario.peers[frame?.peer ?? 0].name;
  const variable = variableOf(run.program, expression) ?? variableOf(run.program, `${peer}.${expression}`);
  if (variable === undefined) throw notSettable(say('{0} cannot be set', expression));
  return set(session, run, variable, value);
};

async function set(session: Session, run: Run, { peer, field }: Variable, written: string): Promise<Reply> {
  const { name } = run.program.scenario.peers[peer];
  const read = readExpression(run.program, run.names, written, name);
  if (isSentence(read)) throw badExpression(read);
  const value = evaluate(run.world, read.expression);
  const made = setInWorld(run.timeline.worldAt(run.place.after), peer, field, value);
  if (isSentence(made)) throw notSettable(made);
  await fork(session, { kind: 'variable', peer, field, value });
  const item = variableItem(run, run.world, peer, field, session.numbers);
  return {
    body: { value: item.value, ...(item.type === undefined ? {} : { type: said(session, item.type) }) },
    after: () => tellFork(session),
  };
}
