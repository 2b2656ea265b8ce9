/** A variable as the debugger shows it, before it is put into the protocol's words. */
import type { PeerField } from '../program/expression';
import type { PeerIndex } from '../program/program';
import type { Sentence } from '../words/sentence';

export interface Item {
  readonly name: string;
  readonly value: string;
  /** What kind of value it is, as `bytes`. */
  readonly type?: Sentence;
  /** The expression of the scenario language that gives it. */
  readonly expression?: string;
  /** What can be watched, and perhaps set. */
  readonly variable?: { readonly peer: PeerIndex; readonly field: PeerField };
  /** A change of it can be asked for. */
  readonly settable?: boolean;
  /** Where its bytes are read (memory.ts). */
  readonly memory?: string;
  readonly children?: () => readonly Item[];
}
