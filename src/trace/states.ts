/** Which states the two peers are in, before and after each event: the fold of `changes.state` over the trace. */
import type { Row } from '../tcp/fsm';
import type { TraceEvent } from './event';
import type { ShownScenario, ShownTrace } from './trace';

/** The states of peer 0 and peer 1; `undefined` for a scripted peer of which nothing can be inferred yet. */
export type States = readonly [string | undefined, string | undefined];

export interface StatesAt {
  readonly before: States;
  readonly after: States;
}

/** Both peers before the first event. */
export function statesAtStart(scenario: ShownScenario): States {
  const [first, second] = scenario.peers;
  return [first.kind === 'tcp' ? 'CLOSED' : undefined, second.kind === 'tcp' ? 'CLOSED' : undefined];
}

/** One entry for each event of the trace, in its order. */
export function statesOf(trace: ShownTrace): readonly StatesAt[] {
  let states = statesAtStart(trace.scenario);
  return trace.events.map((event) => {
    const before = states;
    states = statesAfter(before, event, trace.scenario);
    return { before, after: states };
  });
}

function statesAfter(states: States, event: TraceEvent, scenario: ShownScenario): States {
  const change = event.changes['state'];
  if (change === undefined) return states;
  const state = String(change[1]);
  if (event.peer === scenario.peers[0].name) return [state, states[1]];
  return event.peer === scenario.peers[1].name ? [states[0], state] : states;
}

/** Whether its peer is in another state afterwards. */
export const changesState = (event: TraceEvent): boolean => event.changes['state'] !== undefined;

/**
 * The states that an event passes, from the first to the last: the machine may take several rows for one segment
 * (FIN_WAIT_1, FIN_WAIT_2, TIME_WAIT). Empty if the state does not change.
 */
export function statesPassed(event: TraceEvent): readonly string[] {
  const first = event.rows.find(moves);
  if (first !== undefined) return [first.from, ...event.rows.filter(moves).map((row) => row.to)];
  return event.changes['state']?.map(String) ?? NONE;
}

/** Whether a row of the machine leads to another state. */
export const moves = (row: Row): boolean => row.from !== row.to;
const NONE: readonly string[] = [];

/** `SYN_SENT → ESTABLISHED`; a scripted peer's states are inferred, and in parentheses. Empty if the state stays. */
export function passageText(event: TraceEvent, peers: ShownScenario['peers']): string {
  const text = statesPassed(event).join(' → ');
  const scripted = peers.some(({ name, kind }) => name === event.peer && kind === 'scripted');
  return scripted && text !== '' ? `(${text})` : text;
}
