/**
 * The ways of segments through a trace: where each begins, what happens to it on the wire, and where it ends.
 *
 * Rule 1: one flight for each thing that reaches an end: a duplicate flies by itself, and a segment that is held and
 *         released flies twice.
 * Rule 2: flights are in the order in which they begin; those of one event in the order in which it sends them.
 */
import type { EventKind, TraceSegment } from '../trace/event';
import type { ShownTrace } from '../trace/trace';
import { lastAtMost } from './search';

export type Ending = Extract<EventKind, 'arrive' | 'lost' | 'discard' | 'held'>;

export interface Flight {
  readonly segment: TraceSegment;
  /** The sender: peer 0 or peer 1. */
  readonly from: 0 | 1;
  /** The event with which it begins; one that is injected, or arrives when it is released, begins where it ends. */
  readonly start: { readonly n: number; readonly kind: 'sent' | 'injected' | 'released'; readonly place: number };
  /** Undefined if the trace ends before. */
  readonly end: { readonly n: number; readonly kind: Ending } | undefined;
  /** What was done to it, or said of it, on the wire. */
  readonly marks: readonly { readonly n: number; readonly kind: 'delayed' | 'underway' }[];
  /** 0 for the segment itself, then one for each duplicate. */
  readonly copy: number;
}

export interface Flights {
  readonly all: readonly Flight[];
  /** The number of the event with which each begins. */
  readonly starts: readonly number[];
  /** The latest end of each and all before it: where to stop looking backwards. */
  readonly latest: readonly number[];
}

interface Draft {
  segment: TraceSegment;
  from: 0 | 1;
  start: Flight['start'];
  end: Flight['end'];
  marks: { n: number; kind: 'delayed' | 'underway' }[];
  copy: number;
}

export function flightsOf({ events, scenario }: ShownTrace): Flights {
  const drafts: Draft[] = [];
  const flying = new Map<number, Draft[]>();
  const first = new Map<number, Draft>();
  const copies = new Map<number, number>();
  const held = new Map<number, number>();
  const begin = (segment: TraceSegment, start: Draft['start']): Draft => {
    const from = segment.from === scenario.peers[0].name ? 0 : 1;
    const draft: Draft = { segment, from, start, end: undefined, marks: [], copy: 0 };
    drafts.push(draft);
    if (!first.has(segment.id)) first.set(segment.id, draft);
    return draft;
  };
  for (const event of events) {
    const { n, kind, segment } = event;
    if (segment !== undefined) {
      const waiting = flying.get(segment.id) ?? [];
      switch (kind) {
        case 'released':
          flying.set(segment.id, [...waiting, begin(segment, { n, kind: 'released', place: 0 })]);
          break;
        case 'delayed':
        case 'underway': {
          const marked = waiting[0];
          if (marked !== undefined) {
            marked.marks.push({ n, kind });
            marked.segment = segment;
          }
          break;
        }
        case 'arrive':
        case 'lost':
        case 'discard':
        case 'held': {
          const original = first.get(segment.id);
          const kept = held.get(segment.id) ?? 0;
          const flight = waiting.shift() ?? begin(segment, startOf(n, kept, original));
          if (flight.start.kind === 'released') held.set(segment.id, kept - 1);
          if (original !== undefined && original !== flight && flight.start.kind === 'sent') {
            flight.copy = (copies.get(segment.id) ?? 0) + 1;
            copies.set(segment.id, flight.copy);
          }
          flight.end = { n, kind };
          if (kind === 'held') held.set(segment.id, kept + 1);
          break;
        }
        default:
          break;
      }
    }
    event.sends.forEach((sent, place) => {
      const draft = begin(sent, { n, kind: 'sent', place });
      const waiting = flying.get(sent.id);
      if (waiting === undefined) flying.set(sent.id, [draft]);
      else waiting.push(draft);
    });
  }
  const all: readonly Flight[] = drafts.sort((a, b) => a.start.n - b.start.n || a.start.place - b.start.place);
  let end = 0;
  const latest = all.map((flight) => {
    end = Math.max(end, flight.end?.n ?? Number.POSITIVE_INFINITY);
    return end;
  });
  return { all, starts: all.map((flight) => flight.start.n), latest };
}

/** With what a segment begins that nobody has just sent: it was held, it is a duplicate, or it comes from outside. */
function startOf(n: number, held: number, original: Draft | undefined): Flight['start'] {
  if (held > 0) return { n, kind: 'released', place: 0 };
  return original === undefined || original.start.kind !== 'sent' ? { n, kind: 'injected', place: 0 } : original.start;
}

/** What is on the wire after event `n`, in the order in which it was sent. */
export function flyingAt({ all, starts, latest }: Flights, n: number): readonly Flight[] {
  const found: Flight[] = [];
  for (let index = lastAtMost(starts, n); index >= 0 && (latest[index] ?? 0) > n; index -= 1) {
    const flight = all[index];
    if (flight !== undefined && (flight.end === undefined || flight.end.n > n)) found.push(flight);
  }
  return found.reverse();
}
