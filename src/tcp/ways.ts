/**
 * The shortest ways through the machine. Beside `machine.ts` and `fsm.ts` the only module that knows XState: its search
 * stands apart, so that who only steps the machine does not load it.
 */
import { getShortestPaths } from 'xstate/graph';
import { everyEvent, type Row, rows, step } from './fsm';
import { type TcpEvent, tcpMachine } from './machine';
import type { State } from './state';

interface Move {
  readonly row: Row;
  readonly event: TcpEvent;
}

let moves: readonly Move[] | undefined;

/** The rows that leave their state, each with an event that takes it; found when they are first asked for. */
function everyMove(): readonly Move[] {
  if (moves !== undefined) return moves;
  const events = [...everyEvent()];
  moves = rows.flatMap((row): readonly Move[] => {
    const event = events.find((each) => each.type === row.event && step(row.from, each) === row);
    return row.from === row.to || event === undefined ? [] : [{ row, event }];
  });
  return moves;
}

/** The fewest rows from CLOSED to each state that can be reached; those are taken for which `mayTake` is true. */
export function shortestWays(mayTake: (row: Row) => boolean): ReadonlyMap<State, readonly Row[]> {
  const allowed = everyMove().filter(({ row }) => mayTake(row));
  const paths = getShortestPaths(tcpMachine, {
    events: ({ value }) => allowed.flatMap(({ row, event }) => (row.from === value ? event : [])),
  });
  return new Map(
    paths.map(({ state, steps }) => {
      const way: Row[] = [];
      let from: State = 'CLOSED';
      for (const { event } of steps) {
        // The first step of every path is XState's own beginning.
        const row: Row | undefined = event.type.startsWith('xstate.') ? undefined : step(from, event);
        if (row === undefined) continue;
        way.push(row);
        from = row.to;
      }
      return [state.value as State, way] as const;
    }),
  );
}
