/** Breakpoints of every kind: what a client wants is kept, resolved, and answered in its order. */
import type { DebugProtocol } from '@vscode/debugprotocol';
import { say } from '../../words/sentence';
import { flag, number, object, optionalNumber, text } from '../arguments';
import { lookForChange } from '../changed-file';
import { given } from '../given';
import { variableOf } from '../peer-variable';
import { statementAt } from '../point';
import { columnsOf, isStop, type Program } from '../program';
import type { Handler, Reply } from '../reply';
import { resolvePoints, toBreakpoint } from '../resolve';
import { fromClientLine, runOf, type Session, said, toClientColumn, toClientLine } from '../session';
import { isProgram } from '../source';
import { dataWishes, filterWishes, functionWishes, lineWishes } from '../wishes';

const answer = (session: Session, kind: keyof Session['wishes']): Reply => ({
  body: { breakpoints: resolvePoints(session, kind).map((point) => toBreakpoint(session, point)) },
});

export const setBreakpoints: Handler = async (session, args) => {
  runOf(session);
  object(args, 'source');
  // The lines are those of the file as it is now.
  if (flag(args, 'sourceModified')) await lookForChange(session);
  const wishes = lineWishes(args, (line) => fromClientLine(session, line));
  if (!isProgram(session, args)) {
    const message = said(session, say('this file is not the one that is debugged'));
    return { body: { breakpoints: wishes.map(() => ({ verified: false, message })) } };
  }
  session.wishes.lines = wishes;
  return answer(session, 'lines');
};

export const setFunctionBreakpoints: Handler = (session, args) => {
  runOf(session);
  session.wishes.functions = functionWishes(args);
  return answer(session, 'functions');
};

export const setExceptionBreakpoints: Handler = (session, args) => {
  runOf(session);
  session.wishes.filters = filterWishes(args);
  return answer(session, 'filters');
};

export const setDataBreakpoints: Handler = (session, args) => {
  runOf(session);
  session.wishes.data = dataWishes(args);
  return answer(session, 'data');
};

/** Every variable of a peer can be watched; it is met where an event has changed it. */
export const dataBreakpointInfo: Handler = (session, args) => {
  const { program } = runOf(session);
  const name = text(args, 'name');
  const reference = optionalNumber(args, 'variablesReference') ?? 0;
  const item = session.containers
    .get(reference)
    ?.items()
    .find((each) => each.name === name);
  const variable = item?.variable ?? variableOf(program, name);
  if (variable === undefined) {
    return { body: { dataId: null, description: said(session, say('{0} is not a variable of a peer', name)) } };
  }
  const dataId = `${program.scenario.peers[variable.peer].name}.${variable.field}`;
  return { body: { dataId, description: dataId, accessTypes: ['write'], canPersist: true } };
};

/** Asked very often: the lines of a program are looked up once. */
const statementLines = new WeakMap<Program, readonly number[]>();

function linesOf(program: Program): readonly number[] {
  const known = statementLines.get(program);
  if (known !== undefined) return known;
  const lines = program.scenario.statements.filter(isStop).map(({ line }) => line);
  statementLines.set(program, lines);
  return lines;
}

export const breakpointLocations: Handler = (session, args) => {
  const { program } = runOf(session);
  object(args, 'source');
  const first = fromClientLine(session, number(args, 'line'));
  const end = optionalNumber(args, 'endLine');
  const last = end === undefined ? first : fromClientLine(session, end);
  const lines = isProgram(session, args) ? linesOf(program).filter((line) => line >= first && line <= last) : [];
  const breakpoints = lines.map((line): DebugProtocol.BreakpointLocation => {
    const [start, stop] = columnsOf(program, line);
    return {
      line: toClientLine(session, line),
      column: toClientColumn(session, start),
      endLine: toClientLine(session, line),
      endColumn: toClientColumn(session, stop),
    };
  });
  return { body: { breakpoints } };
};

/** Jump to Cursor: the statement at the line, else the next below it. */
export const gotoTargets: Handler = (session, args) => {
  const { program } = runOf(session);
  object(args, 'source');
  const line = fromClientLine(session, number(args, 'line'));
  const statement = statementAt(program, line);
  const at = program.scenario.statements[statement]?.line;
  if (!isProgram(session, args) || at === undefined || at > program.range[1]) return { body: { targets: [] } };
  const [start, end] = columnsOf(program, at);
  const id = session.targets.add({ kind: 'statement', statement });
  const target: DebugProtocol.GotoTarget = given({
    id,
    label: (program.lines[at - 1] ?? '').slice(start, end),
    line: toClientLine(session, at),
    column: toClientColumn(session, start),
    endLine: toClientLine(session, at),
    endColumn: toClientColumn(session, end),
  });
  return { body: { targets: [target] } };
};
