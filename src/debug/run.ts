/**
 * One run of a scenario under the debugger: its timeline, where one stands in it, and what was typed in.
 *
 * Rule: whatever else a session shows follows from these.
 */
import type { Definition, Names } from '../program/names';
import { worldWhileArriving } from '../simulation/arriving';
import type { Step } from '../simulation/step';
import { Timeline } from '../simulation/timeline';
import { stateOfPeer, type World } from '../simulation/world';
import type { TraceEvent } from '../trace/event';
import { failuresOf } from '../trace/judgments';
import { firstPlace } from './candidate';
import { checksOf } from './check';
import { HitCounter } from './hit-counter';
import type { Place } from './place';
import type { Program } from './program';

/** A name that was typed into the console. */
interface Typed {
  readonly after: number;
  readonly definition: Definition;
}

export class Run {
  readonly program: Program;
  /** Which of the session's runs this is: a fork makes another one of it. */
  number: number;
  /** So many of its events are those of the run before. */
  kept = 0;
  timeline: Timeline;
  place: Place;
  /** The furthest that the user has seen, in events; what lies before it is the past. */
  present = 0;
  /** How many events were told to the user. */
  told = 0;
  counter: HitCounter;
  /** What did not hold so far. */
  failed: readonly { readonly line: number; readonly event: number }[] = [];
  private typed: readonly Typed[] = [];

  constructor(program: Program, number = 1) {
    this.program = program;
    this.number = number;
    this.timeline = new Timeline(program.scenario);
    this.counter = new HitCounter(this.timeline);
    this.place = firstPlace(this.timeline);
  }

  /** Stands somewhere else. */
  move(place: Place): void {
    this.place = place;
    this.present = Math.max(this.present, place.after);
  }

  /** The run goes on by another timeline from where one stands; the future is forgotten. */
  replace(timeline: Timeline, definition?: Definition): void {
    const { after } = this.place;
    this.number += 1;
    this.kept = after;
    this.timeline = timeline;
    this.counter = new HitCounter(timeline);
    this.typed = this.typed.filter((each) => each.after < after);
    if (definition !== undefined) this.typed = [...this.typed, { after, definition }];
    this.present = after;
    this.told = Math.min(this.told, after);
    this.failed = this.failed.filter(({ event }) => event <= after);
  }

  /** An event is told to the user; false if it was told before. */
  tell(event: TraceEvent): boolean {
    if (event.n <= this.told) return false;
    this.told = event.n;
    const failures = failuresOf(event);
    if (failures.length > 0) {
      this.failed = [...this.failed, ...failures.map(({ line }) => ({ line, event: event.n }))];
    }
    return true;
  }

  /** The names of the file and those that were typed in. */
  get names(): Names {
    const names = new Map(this.program.source.names);
    for (const { definition } of this.typed) names.set(definition.word.text, definition);
    return names;
  }

  /** The world where one stands; inside an arriving segment, that in which its check is applied. */
  get world(): World {
    const { timeline, place } = this;
    if (place.kind === 'event') return timeline.step(place.after).after;
    if (place.kind !== 'check') return timeline.worldAt(place.after);
    const step = timeline.step(place.after + 1);
    return worldWhileArriving(step, rowsBefore(step, place.check));
  }

  /** True if one stands before what was seen already. */
  get isPast(): boolean {
    return this.place.after < this.present;
  }
}

/** How many rows an arrival has taken when a check of it is applied. */
function rowsBefore({ event, before, after }: Step, check: number): number {
  const to = after.arrivals.at(-1)?.flight.to ?? 0;
  const checks = checksOf(stateOfPeer(before.peers[to]), event.rows);
  return checks.slice(0, check).filter(({ row }) => row !== undefined).length;
}
