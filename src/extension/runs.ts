/**
 * The runs of open documents, shared by everything that shows what happens.
 *
 * Rule 1: a version of a document is run once, when it is first asked for, and no further once it is outdated.
 * Rule 2: a run is bounded, and lets others work in between: what never ends does not keep the editor waiting.
 */
import { type Disposable, type TextDocument, workspace } from 'vscode';
import type { Runs } from '../editing/runs';
import type { Program, Scenario } from '../program/program';
import { shownWire } from '../simulation/judgment';
import { simulate } from '../simulation/simulate';
import type { TraceEvent } from '../trace/event';
import type { Trace } from '../trace/trace';
import { pause } from './pause';
import type { Readings } from './readings';

/** What one document did. */
export interface Played {
  readonly runs: Runs;
  /** False if it went on after its last event here. */
  readonly whole: boolean;
}

export interface DocumentRuns extends Disposable {
  /** What the document does as it is now; nothing if it has errors, or is changed before that is known. */
  readonly of: (document: TextDocument) => Promise<Played>;
}

/** A scenario to be read by people has a few hundred events; all of a document's are kept. */
const MOST_EVENTS = 20_000;

/** Milliseconds without a pause, and how many events pass between two looks at the clock. */
const SLICE = 10;
const EVENTS_A_LOOK = 50;

const NOTHING: Played = { runs: new Map(), whole: true };

interface Playing {
  readonly version: number;
  readonly played: Promise<Played>;
  outdated: boolean;
}

export function runDocuments(readings: Readings): DocumentRuns {
  const playing = new Map<string, Playing>();
  const forget = ({ uri }: TextDocument): void => {
    const key = uri.toString();
    const old = playing.get(key);
    if (old !== undefined) old.outdated = true;
    playing.delete(key);
  };
  const subscriptions = [
    // That it was saved is also told as a change; the text is the same.
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0) forget(document);
    }),
    workspace.onDidCloseTextDocument(forget),
  ];
  return {
    of(document) {
      const key = document.uri.toString();
      const known = playing.get(key);
      if (known?.version === document.version) return known.played;
      forget(document);
      const { program, version } = readings.of(document);
      if (program === undefined || document.isClosed) return Promise.resolve(NOTHING);
      const entry: Playing = { version, outdated: false, played: play(program, () => entry.outdated) };
      playing.set(key, entry);
      return entry.played;
    },
    dispose() {
      for (const entry of playing.values()) entry.outdated = true;
      playing.clear();
      for (const subscription of subscriptions) subscription.dispose();
    },
  };
}

/** Plays every scenario, in slices. */
async function play(program: Program, isOutdated: () => boolean): Promise<Played> {
  await pause();
  const runs = new Map<number, Trace>();
  let left = MOST_EVENTS;
  for (const scenario of program.scenarios) {
    const events: TraceEvent[] = [];
    const steps = stepsOf(scenario, events, left);
    let sliceEnds = performance.now() + SLICE;
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done) {
        runs.set(scenario.line, step.value);
        break;
      }
      if (performance.now() < sliceEnds) continue;
      await pause();
      sliceEnds = performance.now() + SLICE;
      if (isOutdated()) return NOTHING;
    }
    left -= events.length;
    if (left <= 0) return { runs, whole: false };
  }
  return { runs, whole: true };
}

/** One run, with a stop every few events; `most` are kept in `events`. */
function* stepsOf(scenario: Scenario, events: TraceEvent[], most: number): Generator<undefined, Trace> {
  const moments = simulate(scenario);
  for (let next = moments.next(); ; next = moments.next()) {
    if (next.done) return { scenario, events, unnamed: shownWire(scenario, next.value) };
    const { event, world } = next.value;
    events.push(event);
    if (events.length >= most) return { scenario, events, unnamed: shownWire(scenario, world) };
    if (events.length % EVENTS_A_LOOK === 0) yield undefined;
  }
}
