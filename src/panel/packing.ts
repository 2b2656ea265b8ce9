/**
 * Events on their way to the page, as a text: the rows of the machine are sent once, and an event names their places.
 * A message goes from process to process, and its thousands of objects would be taken apart and made anew each time.
 */
import type { Row } from '../tcp/fsm';
import { rowKey } from '../trace/coverage';
import type { TraceEvent } from '../trace/event';
import type { PackedEvent } from './protocol';

/** Packs events for a page that was told these rows. */
export function packer(rows: readonly Row[]): (events: readonly TraceEvent[]) => string {
  const places = new Map(rows.map((row, place) => [rowKey(row), place]));
  const packed = (event: TraceEvent): PackedEvent => ({
    ...event,
    rows: event.rows.flatMap((row) => places.get(rowKey(row)) ?? []),
  });
  return (events) => JSON.stringify(events.map(packed));
}
