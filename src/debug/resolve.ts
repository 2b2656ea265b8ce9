/** Makes breakpoints of wishes, and says of each what the protocol wants to know. */
import type { DebugProtocol } from '@vscode/debugprotocol';
import { given } from './given';
import { dataPoint, filterPoint, functionPoint, linePoint, type Point, type Resolving } from './point';
import { columnsOf } from './program';
import { runOf, type Session, said, toClientColumn, toClientLine } from './session';
import { programSource } from './source';

function resolving(session: Session): Resolving {
  const { program, names } = runOf(session);
  const nextId = (): number => {
    session.lastPointId += 1;
    return session.lastPointId;
  };
  return { program, names, nextId };
}

/** Resolves the wishes of one kind anew. */
export function resolvePoints(session: Session, kind: keyof Session['wishes']): readonly Point[] {
  const by = resolving(session);
  const { wishes } = session;
  const points = {
    lines: () => wishes.lines.map((wish) => linePoint(wish, by)),
    functions: () => wishes.functions.map((wish) => functionPoint(wish, by)),
    data: () => wishes.data.map((wish) => dataPoint(wish, by)),
    filters: () => wishes.filters.map((wish) => filterPoint(wish, by)),
  }[kind]();
  session.points = { ...session.points, [kind]: points };
  return points;
}

/** What stops a run that goes to its first failure: that, whatever else the user has set or unset. */
export const failurePoints = (session: Session): readonly Point[] => [
  filterPoint({ filter: 'failure', condition: undefined, hitCondition: undefined }, resolving(session)),
];

/** All kinds, in a new program; the client is told of what has become of each. */
export function resolveAll(session: Session): void {
  for (const kind of ['lines', 'functions', 'data', 'filters'] as const) {
    const old = session.points[kind];
    const points = resolvePoints(session, kind).map((point, index) => ({ ...point, id: old[index]?.id ?? point.id }));
    session.points = { ...session.points, [kind]: points };
    for (const point of points) {
      if (kind !== 'filters')
        session.emit('breakpoint', { reason: 'changed', breakpoint: toBreakpoint(session, point) });
    }
  }
}

export function toBreakpoint(session: Session, point: Point): DebugProtocol.Breakpoint {
  const { id, verified, message, line } = point;
  const where = line === undefined || !verified ? {} : place(session, line);
  return given({ id, verified, message: message && said(session, message), ...where });
}

function place(session: Session, line: number): Partial<DebugProtocol.Breakpoint> {
  const [start, end] = columnsOf(runOf(session).program, line);
  return {
    source: programSource(session),
    line: toClientLine(session, line),
    column: toClientColumn(session, start),
    endLine: toClientLine(session, line),
    endColumn: toClientColumn(session, end),
  };
}
