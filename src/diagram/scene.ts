/**
 * A trace made ready for looking: computed once, so that a moment costs no walk through the events.
 *
 * Rule: what is asked about a moment `n` is what holds after event `n`; 0 is before the first.
 */
import type { Row } from '../tcp/fsm';
import type { State } from '../tcp/state';
import type { Shown, TraceEvent } from '../trace/event';
import { moves, type States, statesAtStart, statesOf } from '../trace/states';
import type { ShownTrace } from '../trace/trace';
import { type EdgeId, edgesOf, FIN_AND_ACK } from './edges';
import { type Flights, flightsOf } from './flights';
import { lastAtMost } from './search';

/** The values that one variable takes one after the other, each with the event that gives it. */
interface Values {
  readonly at: readonly number[];
  readonly values: readonly Shown[];
}

export interface Scene {
  readonly trace: ShownTrace;
  /** Every row of the machine, handed in as plain data. */
  readonly rows: readonly Row[];
  readonly start: States;
  /** After each event, by its index. */
  readonly states: readonly States[];
  /** Which events of each peer took an edge, ascending. */
  readonly takings: ReadonlyMap<EdgeId, readonly [readonly number[], readonly number[]]>;
  readonly variables: readonly [ReadonlyMap<string, Values>, ReadonlyMap<string, Values>];
  readonly flights: Flights;
}

/** An edge that an event takes, with the rows that make it; none for a scripted peer, whose moves are guesses. */
export interface Move {
  readonly edge: EdgeId;
  readonly peer: 0 | 1;
  readonly rows: readonly Row[];
}

export function sceneOf(trace: ShownTrace, rows: readonly Row[]): Scene {
  const takings = new Map<EdgeId, [number[], number[]]>();
  const variables: readonly [
    Map<string, { at: number[]; values: Shown[] }>,
    Map<string, { at: number[]; values: Shown[] }>,
  ] = [new Map(), new Map()];
  for (const event of trace.events) {
    for (const { edge, peer } of movesOf(event, trace)) {
      const taking = takings.get(edge) ?? [[], []];
      taking[peer].push(event.n);
      takings.set(edge, taking);
    }
    const peer = peerOf(event, trace);
    if (peer === undefined) continue;
    for (const name in event.changes) {
      const change = event.changes[name];
      if (change === undefined) continue;
      const known = variables[peer].get(name);
      if (known === undefined) variables[peer].set(name, { at: [event.n], values: [change[1]] });
      else {
        known.at.push(event.n);
        known.values.push(change[1]);
      }
    }
  }
  return {
    trace,
    rows,
    start: statesAtStart(trace.scenario),
    states: statesOf(trace).map(({ after }) => after),
    takings,
    variables,
    flights: flightsOf(trace),
  };
}

/** Which of the two peers an event happens at. */
export function peerOf(
  { peer }: Pick<TraceEvent, 'peer'>,
  { scenario }: Pick<ShownTrace, 'scenario'>,
): 0 | 1 | undefined {
  if (peer === scenario.peers[0].name) return 0;
  return peer === scenario.peers[1].name ? 1 : undefined;
}

const NONE: readonly Move[] = [];

/** The edges that an event takes, in their order. */
export function movesOf(event: TraceEvent, trace: ShownTrace): readonly Move[] {
  const peer = peerOf(event, trace);
  if (peer === undefined) return [];
  if (!event.rows.some(moves)) {
    const change = event.changes['state'];
    if (change === undefined) return NONE;
    // The trace shows states by their names.
    const [from, to] = change.map(String) as [State, State];
    return edgesOf(from, to).map((edge) => ({ edge, peer, rows: [] }));
  }
  const moving = event.rows.filter(moves);
  const [first, second, ...more] = moving;
  const both = first?.from === 'FIN_WAIT_1' && first.to === 'FIN_WAIT_2' && second?.to === 'TIME_WAIT';
  if (both && more.length === 0) return [{ edge: FIN_AND_ACK, peer, rows: moving }];
  return moving.flatMap((row) => edgesOf(row.from, row.to).map((edge) => ({ edge, peer, rows: [row] })));
}

/** The event with this number; undefined for 0 and beyond the end. */
export const eventAt = ({ trace }: Scene, n: number): TraceEvent | undefined => trace.events[n - 1];

/** The states of both peers after event `n`. */
export const statesAt = (scene: Scene, n: number): States =>
  scene.states[Math.min(n, scene.states.length) - 1] ?? scene.start;

/** The last event up to `n` in which a peer took an edge, and how often it has by then; undefined if never. */
export function lastTaking(
  scene: Scene,
  edge: EdgeId,
  peer: 0 | 1,
  n: number,
): { readonly n: number; readonly count: number } | undefined {
  const taking = scene.takings.get(edge)?.[peer] ?? [];
  const index = lastAtMost(taking, n);
  const last = taking[index];
  return last === undefined ? undefined : { n: last, count: index + 1 };
}

/** A variable of a peer after event `n`: `off` or 0 until it is first given a value. */
export function variableAt(scene: Scene, peer: 0 | 1, name: string, n: number): Shown {
  const values = scene.variables[peer].get(name);
  const value = values?.values[lastAtMost(values.at, n)];
  return value ?? (COUNTERS.has(name) ? 0 : 'off');
}

/** What begins with 0; everything else begins with `off` (docs/trace.md). */
const COUNTERS: ReadonlySet<string> = new Set(['sent', 'acked', 'received', 'readable', 'retransmits']);

/** The letter, or the number, that stands for each peer: never the same for both. */
export function initials({ scenario }: Pick<ShownTrace, 'scenario'>): readonly [string, string] {
  const [first, second] = scenario.peers.map(({ name }) => [...name][0]?.toUpperCase() ?? '');
  return first === undefined || second === undefined || first === second ? ['1', '2'] : [first, second];
}
