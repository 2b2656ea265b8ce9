/** What a step card tells of a moment beside its event: both TCBs before and after it, and what may come. */
import { TCB_VARIABLES } from '../tcp/variables';
import type { Shown } from '../trace/event';
import { type Next, nextAt } from './next';
import { type Scene, variableAt } from './scene';

/** A variable of the TCB; `before` and `after` are the same if the event left it alone. */
export interface Variable {
  /** As the trace and the language name it: `snd.una`. */
  readonly name: string;
  readonly before: Shown;
  readonly after: Shown;
}

export interface Moment {
  /** Of both peers; those that are `off` before and after are left out. */
  readonly tcb: readonly [readonly Variable[], readonly Variable[]];
  readonly next: readonly Next[];
}

/** Of the moment after event `n`. */
export function momentOf(scene: Scene, n: number): Moment {
  const tcb = (peer: 0 | 1): readonly Variable[] =>
    TCB_VARIABLES.flatMap((name) => {
      const [before, after] = [variableAt(scene, peer, name, n - 1), variableAt(scene, peer, name, n)];
      return before === 'off' && after === 'off' ? [] : [{ name, before, after }];
    });
  return { tcb: [tcb(0), tcb(1)], next: nextAt(scene, n) };
}

/** What either peer has of them, in their order. */
export const variableNames = (tcb: Moment['tcb']): readonly string[] =>
  TCB_VARIABLES.filter((name) => tcb.some((variables) => variables.some((variable) => variable.name === name)));
