/**
 * Going through a run, forwards or backwards, to the next place that stops.
 *
 * Rule 1: both directions look at the same places with the same questions, so the stops of one are those of the other.
 * Rule 2: a log point prints and never stops.
 */
import { type Candidate, candidatesAt, firstPlace } from './candidate';
import { isMet } from './hit-counter';
import { comparePlaces, type Place } from './place';
import type { Point } from './point';
import type { Run } from './run';

export interface Journey {
  readonly direction: 'forwards' | 'backwards';
  /** Where it ends, besides breakpoints. */
  readonly goal: (candidate: Candidate) => boolean;
  /** What may stop it by now: breakpoints may be set on the way. None for a journey that only its goal ends. */
  readonly points: () => readonly Point[];
}

export interface Arrival {
  readonly place: Place;
  readonly why: 'goal' | 'hit' | 'end' | 'begin' | 'paused';
  /** What was met here. */
  readonly hits: readonly Point[];
}

/** What a journey does on its way. */
export interface Traveller {
  /** Called before each position; what it promises is waited for. True ends the journey. */
  readonly pass: (n: number) => Promise<boolean> | undefined;
  /** A log point was met. */
  readonly log: (point: Point, candidate: Candidate) => void;
  /** An event that was not seen before has happened. */
  readonly happened: (candidate: Candidate) => void;
}

/** The first stop after (or before) the place where the run stands. Does not move the run. */
export async function travel(run: Run, journey: Journey, traveller: Traveller): Promise<Arrival> {
  const { timeline, place: from } = run;
  const forwards = journey.direction === 'forwards';
  const stride = forwards ? 1 : -1;
  for (let n = from.after; n >= 0; n += stride) {
    const waiting = traveller.pass(n);
    if (waiting !== undefined && (await waiting)) return { place: at(run, n, forwards), why: 'paused', hits: [] };
    const points = journey.points();
    // What is new is told to the user, and so whole.
    const whole = (forwards && n > run.told) || points.some((point) => point.whole);
    const candidates = candidatesAt(timeline, n, whole);
    for (const candidate of forwards ? candidates : candidates.toReversed()) {
      const order = comparePlaces(candidate.place, from);
      if (forwards ? order <= 0 : order >= 0) continue;
      if (forwards && candidate.step !== undefined) traveller.happened(candidate);
      const hits = meeting(run, points, candidate, traveller);
      const { place } = candidate;
      if (hits.length > 0) return { place, why: 'hit', hits };
      if (forwards && place.kind === 'end') return { place, why: 'end', hits };
      if (journey.goal(candidate)) return { place, why: 'goal', hits };
    }
    if (forwards && candidates.at(-1)?.place.kind === 'end') break;
  }
  return forwards ? { place: from, why: 'end', hits: [] } : { place: firstPlace(timeline), why: 'begin', hits: [] };
}

/** Interrupted before position `n` was looked at: one stands at the position before. */
function at(run: Run, n: number, forwards: boolean): Place {
  const candidates = candidatesAt(
    run.timeline,
    forwards ? Math.max(run.place.after, n - 1) : Math.min(run.place.after, n + 1),
  );
  const place = (forwards ? candidates.at(-1) : candidates[0])?.place ?? run.place;
  const order = comparePlaces(place, run.place);
  return (forwards ? order < 0 : order > 0) ? run.place : place;
}

/** The points that stop here; log points print instead. */
function meeting(run: Run, points: readonly Point[], candidate: Candidate, traveller: Traveller): readonly Point[] {
  const met = points.filter((point) => isMet(point, candidate) && countFits(run, point, candidate));
  for (const point of met) if (point.log !== undefined) traveller.log(point, candidate);
  return met.filter(({ log }) => log === undefined);
}

const countFits = (run: Run, point: Point, { place }: Candidate): boolean =>
  point.hits === undefined || point.hits(run.counter.upTo(point, place));
