/** Steps the machine. With `machine.ts` the only module that knows XState: everyone else sees rows. */
import { type ActionName, EVENT_TYPES, type Facts, type TcpEvent, type TcpEventType, tcpMachine } from './machine';
import { STATES, type State } from './state';

/** One row of the state machine: the words of the diagram, the log and the tests. */
export interface Row {
  readonly from: State;
  readonly to: State;
  readonly event: TcpEventType;
  /** The fact that must hold (those of the rows above it for this event do not); undefined: always. */
  readonly guard: string | undefined;
  readonly actions: readonly ActionName[];
  /** The clause of RFC 9293, or of the RFC named. */
  readonly rule: string;
  /** One sentence: why. */
  readonly why: string;
}

type Definition = ReturnType<typeof tcpMachine.getTransitionData>[number];

function toRow(from: State, definition: Definition): Row {
  const { meta } = definition;
  if (meta === undefined) throw new Error(`The machine's row ${from} / ${definition.eventType} has no clause.`);
  return {
    from,
    // The targets of this flat machine are its states, and a row without one stays.
    to: (definition.target?.[0]?.key as State | undefined) ?? from,
    event: definition.eventType as TcpEventType,
    guard: definition.guard as string | undefined,
    actions: definition.actions.map((action) => (action as { type: ActionName }).type ?? action),
    rule: meta.rule,
    why: meta.why,
  };
}

function machineState(state: State) {
  const node = tcpMachine.states[state];
  if (node === undefined) throw new Error(`The machine has no state ${state}.`);
  return node;
}

const rowOf = new Map<unknown, Row>(
  STATES.flatMap((state) =>
    [...machineState(state).transitions.values()]
      .flat()
      .map((definition) => [definition, toRow(state, definition as Definition)] as const),
  ),
);

/** Every row of the machine, in the order in which it is written. */
export const rows: readonly Row[] = [...rowOf.values()];

/** `ESTABLISHED / CLOSE [nothing left to send]`: the row's name in coverage and tests. */
export const rowName = (row: Row): string => `${row.from} / ${row.event}${row.guard ? ` [${row.guard}]` : ''}`;

const snapshots = new Map(STATES.map((value) => [value, tcpMachine.resolveState({ value })] as const));

/** Rows that no guard decides on: the machine gives the same answer whatever the facts are. */
const unguarded = new Map<State, Map<TcpEventType, Row>>(
  STATES.map((state) => [
    state,
    new Map(rows.filter((row) => row.from === state && isAlone(row)).map((row) => [row.event, row])),
  ]),
);

function isAlone(row: Row): boolean {
  return (
    row.guard === undefined && rows.filter(({ from, event }) => from === row.from && event === row.event).length === 1
  );
}

/** The row that every event of this type takes from `state`; undefined if that depends on facts, or if there is none. */
export const stepWithoutFacts = (state: State, type: TcpEventType): Row | undefined => unguarded.get(state)?.get(type);

/** The row that `event` takes from `state`, or undefined where the RFC gives the event no meaning there. */
export function step(state: State, event: TcpEvent): Row | undefined {
  const snapshot = snapshots.get(state);
  const [taken] = snapshot === undefined ? [] : tcpMachine.getTransitionData(snapshot, event);
  return taken && rowOf.get(taken);
}

const FACTS: readonly (keyof Facts)[] = [
  'openedPassively',
  'nothingLeftToSend',
  'closeQueued',
  'remoteClosed',
  'nothingToRead',
  'challengeAck',
  'rfc1337',
];

/** Every event that the machine can be asked about: each type under each combination of facts. */
export function* everyEvent(): Generator<TcpEvent> {
  for (const type of EVENT_TYPES) {
    for (let bits = 0; bits < 2 ** FACTS.length; bits += 1) {
      const entries = FACTS.map((fact, index) => [fact, ((bits >> index) & 1) === 1]);
      yield { type, facts: Object.fromEntries(entries) as unknown as Facts };
    }
  }
}

export type { ActionName, Facts, TcpEvent, TcpEventType };
