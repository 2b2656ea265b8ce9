/** Events on their way to the page: the rows of the machine are sent once, and an event names their places. */
import type { Row } from '../tcp/fsm';
import { rowKey } from '../trace/coverage';
import type { TraceEvent } from '../trace/event';
import type { PackedEvent } from './protocol';

/** Packs events for a page that was told these rows. */
export function packer(rows: readonly Row[]): (event: TraceEvent) => PackedEvent {
  const places = new Map(rows.map((row, place) => [rowKey(row), place]));
  return (event) => ({ ...event, rows: event.rows.flatMap((row) => places.get(rowKey(row)) ?? []) });
}

/** The event as it was; undefined if it names a row that the machine does not have. */
export function unpacked(event: PackedEvent, rows: readonly Row[]): TraceEvent | undefined {
  const taken = event.rows.flatMap((place) => rows[place] ?? []);
  return taken.length === event.rows.length ? { ...event, rows: taken } : undefined;
}
