/**
 * One debug session: who asks, what was launched, where it stands, and the numbers that were given out.
 *
 * Rule 1: a session knows no other. Two of them in one process do not meet.
 * Rule 2: numbers for frames, variables and targets are good until the session stands elsewhere.
 */

import type { Change } from '../simulation/fork';
import type { State } from '../tcp/state';
import type { Numbers } from '../trace/segment-text';
import { render, type Words } from '../words/sentence';
import type { Client } from './client';
import { notLaunched, running, wrongMoment } from './errors';
import type { Frame } from './frame';
import { Handles } from './handles';
import type { Host } from './host';
import type { Item } from './item';
import type { Launch } from './launch';
import { type LineMap, SAME_LINES } from './line-map';
import type { Point } from './point';
import type { Progress } from './progress';
import type { Run } from './run';
import type { DataWish, FilterWish, FunctionWish, LineWish } from './wishes';

/** How far the conversation is. */
export type Phase = 'new' | 'initialized' | 'launched' | 'configured' | 'ended';

/** Something whose variables can be asked for. */
export interface Container {
  readonly items: () => readonly Item[];
  /** False for what lies in the past, which cannot be changed. */
  readonly isPresent: boolean;
}

/** Where a step-in target or a jump leads. */
export type Target =
  | { readonly kind: 'arrival'; readonly change: Change | undefined }
  | { readonly kind: 'statement'; readonly statement: number };

export interface Wishes {
  lines: readonly LineWish[];
  functions: readonly FunctionWish[];
  data: readonly DataWish[];
  filters: readonly FilterWish[];
}

export interface Session {
  readonly host: Host;
  /** Sends an event. */
  readonly emit: (event: string, body?: object) => void;
  phase: Phase;
  client: Client;
  launch: Launch | undefined;
  run: Run | undefined;
  readonly wishes: Wishes;
  /** The wishes, resolved in the run's program. */
  points: { lines: readonly Point[]; functions: readonly Point[]; data: readonly Point[]; filters: readonly Point[] };
  lastPointId: number;
  readonly frames: Handles<Frame>;
  readonly containers: Handles<Container>;
  readonly targets: Handles<Target>;
  numbers: Numbers;
  /** What stopped the run where it stands. */
  hits: readonly Point[];
  /** The run is under way; `interrupted` asks it to stop. */
  journey: { interrupted: boolean; readonly progress: Progress } | undefined;
  /** What the request that is being answered shows of itself, if it may take long. */
  answering: Progress | undefined;
  /** The client wants that request back. */
  cancelling: boolean;
  /** The number in the latest progress id. */
  lastProgress: number;
  /** States whose documents were shown. */
  readonly shown: Set<State>;
  /** The text of the file as it was last seen, if it is not what runs; and where its lines are now. */
  changed: { readonly text: string; readonly lines: LineMap } | undefined;
  /** The `terminated` event was sent. */
  terminated: boolean;
}

export const newSession = (host: Host, emit: Session['emit']): Session => ({
  host,
  emit,
  phase: 'new',
  client: { firstLine: 1, firstColumn: 1, uris: false, progress: false, invalidated: false },
  launch: undefined,
  run: undefined,
  wishes: { lines: [], functions: [], data: [], filters: [] },
  points: { lines: [], functions: [], data: [], filters: [] },
  lastPointId: 0,
  frames: new Handles(),
  containers: new Handles(),
  targets: new Handles(),
  numbers: 'relative',
  hits: [],
  journey: undefined,
  answering: undefined,
  cancelling: false,
  lastProgress: 0,
  shown: new Set(),
  changed: undefined,
  terminated: false,
});

/** The run, if there is one. */
export function runOf({ run }: Session): Run {
  if (run === undefined) throw notLaunched();
  return run;
}

/** The run, if it stands still and can be looked at. */
export function stoppedRun(session: Session, command: string): Run {
  const run = runOf(session);
  if (session.journey !== undefined) throw running();
  if (session.phase !== 'configured') throw wrongMoment(command);
  return run;
}

export const pointsOf = ({ points: { lines, functions, data, filters } }: Session): readonly Point[] => [
  ...filters,
  ...functions,
  ...data,
  ...lines,
];

/** A sentence in the user's language; what the author wrote, and the words of the protocol, as they are. */
export const said = ({ host }: Session, words: Words): string => render(words, host.translate);

/** A line of the program, as the client counts it and where it stands in the file by now. Ours count from 1. */
export const toClientLine = ({ client, changed }: Session, line: number): number =>
  (changed?.lines ?? SAME_LINES).toNew(line) - 1 + client.firstLine;

export const fromClientLine = ({ client, changed }: Session, line: number): number =>
  (changed?.lines ?? SAME_LINES).toOld(line + 1 - client.firstLine);

/** Our columns count from 0. */
export const toClientColumn = ({ client }: Session, column: number): number => column + client.firstColumn;
export const fromClientColumn = ({ client }: Session, column: number): number => column - client.firstColumn;

/** Forgets what belonged to the place that is left. */
export function leave(session: Session): void {
  session.frames.clear();
  session.containers.clear();
  session.targets.clear();
}
