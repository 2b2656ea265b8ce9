/** What a step card tells of a moment: the event, the rows it took and why, both TCBs before and after, what may come. */
import type { Row } from '../tcp/fsm';
import { TCB_VARIABLES } from '../tcp/variables';
import type { Shown, TraceEvent } from '../trace/event';
import { eventName } from '../trace/log';
import type { States } from '../trace/states';
import { type Next, nextAt } from './next';
import { eventAt, peerOf, type Scene, statesAt, variableAt } from './scene';

/** A variable of the TCB; `before` and `after` are the same if the event left it alone. */
export interface Variable {
  /** As the trace and the language name it: `snd.una`. */
  readonly name: string;
  readonly before: Shown;
  readonly after: Shown;
}

export interface Moment {
  readonly n: number;
  /** Undefined before the first event. */
  readonly event: TraceEvent | undefined;
  /** In one word or two: `connect`, `arrive`, `timer retransmit`. */
  readonly name: string;
  readonly peer: 0 | 1 | undefined;
  readonly before: States;
  readonly after: States;
  readonly rows: readonly Row[];
  /** Of both peers; those that are `off` before and after are left out. */
  readonly tcb: readonly [readonly Variable[], readonly Variable[]];
  readonly next: readonly Next[];
}

/** Everything about the moment after event `n`. */
export function momentOf(scene: Scene, n: number): Moment {
  const event = eventAt(scene, n);
  const tcb = (peer: 0 | 1): readonly Variable[] =>
    TCB_VARIABLES.flatMap((name) => {
      const [before, after] = [variableAt(scene, peer, name, n - 1), variableAt(scene, peer, name, n)];
      return before === 'off' && after === 'off' ? [] : [{ name, before, after }];
    });
  return {
    n,
    event,
    name: event === undefined ? '' : eventName(event),
    peer: event && peerOf(event, scene.trace),
    before: statesAt(scene, n - 1),
    after: statesAt(scene, n),
    rows: event?.rows ?? [],
    tcb: [tcb(0), tcb(1)],
    next: nextAt(scene, n),
  };
}

/** What either peer has of them, in their order. */
export const variableNames = (tcb: Moment['tcb']): readonly string[] =>
  TCB_VARIABLES.filter((name) => tcb.some((variables) => variables.some((variable) => variable.name === name)));
