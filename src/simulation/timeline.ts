/**
 * A run that can be travelled. It is played as far as someone has looked, and any moment of that is made again from a
 * world before it, so that memory stays bounded and nothing is further than a few milliseconds away.
 *
 * Rule 1: what was played never changes; a fork makes another timeline that shares its past with this one.
 * Rule 2: only so many worlds are kept to go on from; a longer run keeps them further apart.
 */
import type { Scenario } from '../program/program';
import { type CourseMoment, course } from './course';
import type { Change, Fork } from './fork';
import { type Mark, type Step, toStep } from './step';
import { newWorld, type World } from './world';

/** The steps from one mark to the next. `first` is its first event. */
interface Stretch {
  readonly first: number;
  readonly steps: readonly Step[];
}

const NO_STRETCH: Stretch = { first: 1, steps: [] };

/** How many events lie between two marks at first, and how many marks there may be. */
const SPACING = 100;
const MOST_MARKS = 1024;

/** How many stretches between two marks are kept whole. */
const KEPT = 2;

export class Timeline {
  readonly scenario: Scenario;
  readonly forks: readonly Fork[];
  private readonly mostMarks: number;
  private marks: Mark[];
  private spacing = SPACING;
  private readonly stretches = new Map<number, readonly Step[]>();
  /** The stretch that was looked at last: who travels mostly stays in it. */
  private recent: Stretch = NO_STRETCH;
  /** The same for who only passes by; and the one before it, for one looks at two neighbours. */
  private glimpsed: readonly [Stretch, Stretch] = [NO_STRETCH, NO_STRETCH];
  /** What comes after the last mark, as far as it was played. */
  private readonly latest: Step[] = [];
  private readonly moments: Generator<CourseMoment, World>;
  private last: World | undefined;

  /** A scenario before its first event; or, for a fork, with the past that it shares. */
  constructor(scenario: Scenario, forks: readonly Fork[] = [], past?: Timeline, mostMarks = MOST_MARKS) {
    this.scenario = scenario;
    this.mostMarks = past?.mostMarks ?? mostMarks;
    this.forks = forks;
    const fork = forks.at(-1);
    const shared = fork === undefined ? [] : (past?.marks.filter(({ first }) => first <= fork.after + 1) ?? []);
    const begin: Mark = shared.at(-1) ?? { first: 1, world: newWorld(scenario), statement: undefined };
    this.marks = shared.length > 0 ? [...shared] : [begin];
    this.spacing = past?.spacing ?? SPACING;
    this.moments = course(scenario, forks, begin.world);
  }

  /** How many events were played. */
  get length(): number {
    return this.newest.first - 1 + this.latest.length;
  }

  /** The world when the run has ended; undefined until it was played to its end. */
  get end(): World | undefined {
    return this.last;
  }

  /** How many worlds are kept to go on from. */
  get kept(): number {
    return this.marks.length;
  }

  private get newest(): Mark {
    return found(this.marks.at(-1));
  }

  /** Plays one more event; false if there is none. */
  play(): boolean {
    if (this.last !== undefined) return false;
    const next = this.moments.next();
    if (next.done) {
      this.last = next.value;
      return false;
    }
    const { start, event } = next.value;
    const before = this.latest.at(-1) ?? this.newest;
    if (start !== undefined && this.latest.length >= this.spacing) {
      this.recent = { first: this.newest.first, steps: this.latest.splice(0) };
      this.marks.push({ first: event.n, world: start, statement: before.statement });
      if (this.marks.length > this.mostMarks) this.thin();
    }
    this.latest.push(toStep(next.value, before));
    return true;
  }

  /** True if event `n` has been played or could be, now. */
  reaches(n: number): boolean {
    while (this.length < n) if (!this.play()) return false;
    return true;
  }

  /** Event `n`, from 1. Throws if it was not played. */
  step(n: number): Step {
    const { first } = this.newest;
    const step = n >= first ? this.latest[n - first] : (this.recent.steps[n - this.recent.first] ?? this.remade(n));
    if (step === undefined) throw new Error(`The run has no event ${n}.`);
    return step;
  }

  /**
   * Event `n` for who passes by many: unless it is kept whole, the event has what a verdict needs (moment.ts) and no more,
   * and is many times as fast to come by.
   */
  glimpse(n: number): Step {
    const { first } = this.newest;
    if (n >= first) return this.step(n);
    for (const stretch of [this.recent, ...this.glimpsed]) {
      const known = stretch.steps[n - stretch.first];
      if (known !== undefined) return known;
    }
    const mark = this.markBefore(n);
    const steps = this.stretches.get(mark.first) ?? this.replay(mark, false);
    this.glimpsed = [{ first: mark.first, steps }, this.glimpsed[0]];
    return found(steps[n - mark.first]);
  }

  /** The first event that a statement, or one behind it, gives in what was played; undefined if there is none. */
  firstOf(statement: number): number | undefined {
    const isBefore = (step: { readonly statement: number | undefined }): boolean =>
      step.statement === undefined || step.statement < statement;
    const mark = found(this.marks.findLast(isBefore) ?? this.marks[0]);
    const steps = mark === this.newest ? this.latest : this.stretch(mark.first);
    const at = steps.findIndex((step) => !isBefore(step));
    return at < 0 ? undefined : mark.first + at;
  }

  /** The first event of the statement to which event `n` belongs. */
  beginOf(n: number): number {
    const { statement } = this.step(n);
    // Where a mark knows the statement already, it began before that mark.
    const known = this.marks.find((mark) => mark.first <= n && mark.statement === statement);
    let first = known === undefined ? n : known.first - 1;
    while (first > 1 && !this.step(first).opens) first -= 1;
    return first;
  }

  /** The world after `n` events, in which the next one begins if that is known. */
  worldAt(n: number): World {
    if (n < this.length) return this.step(n + 1).before;
    if (n === this.length && this.last !== undefined) return this.last;
    return n === 0 ? this.newest.world : this.step(n).after;
  }

  /** True if the run can be changed after `n` events. */
  canFork(n: number): boolean {
    return this.reaches(n + 1) ? this.step(n + 1).divided : n === this.length;
  }

  /** The run as it is when it is changed after `n` events; what it was from there on is forgotten. */
  fork(n: number, change: Change): Timeline {
    return new Timeline(this.scenario, [...this.forks.filter(({ after }) => after < n), { after: n, change }], this);
  }

  private markBefore(n: number): Mark {
    if (n < 1) throw new Error(`The run has no event ${n}.`);
    return found(this.marks.findLast(({ first }) => first <= n));
  }

  private remade(n: number): Step | undefined {
    const { first } = this.markBefore(n);
    this.recent = { first, steps: this.stretch(n) };
    return this.recent.steps[n - first];
  }

  /** The steps from one mark to the next, made again if they were forgotten. */
  private stretch(n: number): readonly Step[] {
    const mark = this.markBefore(n);
    const steps = this.stretches.get(mark.first) ?? this.replay(mark, true);
    this.remember(mark.first, steps);
    return steps;
  }

  /** Plays from a mark to the next one. */
  private replay(mark: Mark, told: boolean): readonly Step[] {
    const end = this.marks.find(({ first }) => first > mark.first)?.first ?? this.length + 1;
    const steps: Step[] = [];
    for (const moment of course(this.scenario, this.forks, mark.world, told)) {
      if (moment.event.n >= end) break;
      steps.push(toStep(moment, steps.at(-1) ?? mark));
    }
    return steps;
  }

  /** As the one that was looked at last; the one that was looked at longest ago is forgotten. */
  private remember(first: number, steps: readonly Step[]): void {
    this.stretches.delete(first);
    this.stretches.set(first, steps);
    for (const oldest of this.stretches.keys()) {
      if (this.stretches.size <= KEPT) break;
      this.stretches.delete(oldest);
    }
  }

  /** Forgets every second mark. The newest stays, for `latest` begins there. */
  private thin(): void {
    const { newest } = this;
    this.marks = this.marks.filter((mark, index) => index % 2 === 0 || mark === newest);
    this.spacing *= 2;
    this.stretches.clear();
    this.recent = NO_STRETCH;
    this.glimpsed = [NO_STRETCH, NO_STRETCH];
  }
}

function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('A timeline has a world to begin from.');
  return value;
}
