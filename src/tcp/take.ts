/** Takes one row of the machine: its actions, then its state. */
import { EFFECTS } from './effects';
import type { Row, TcpEventType } from './fsm';
import { rowFor, type Work } from './work';

/** Asks the machine about `type`, does what its row says, and returns the row. Throws if the machine has no row. */
export function take(work: Work, type: TcpEventType): Row {
  const row = rowFor(work, type);
  work.observer?.(work.rows.length, work.tcb);
  work.rows.push(row);
  for (const action of row.actions) EFFECTS[action](work, row);
  if (work.tcb !== undefined) work.tcb.state = row.to;
  if (row.from !== row.to) {
    const { visited } = work.history;
    work.history.previous = row.from;
    if (!visited.includes(row.to)) work.history.visited = [...visited, row.to];
  }
  return row;
}
