/**
 * How often a breakpoint was met, from the begin of the run to a place.
 *
 * Rule: hits belong to the run, not to the way one travels it: the third hit is the same moment forwards and backwards.
 */
import { holds } from '../simulation/evaluate';
import type { Timeline } from '../simulation/timeline';
import { type Candidate, candidatesAt } from './candidate';
import { comparePlaces, type Place } from './place';
import type { Point } from './point';

/** Positions between two sums that are kept. */
const BLOCK = 256;

export class HitCounter {
  private readonly timeline: Timeline;
  /** For each point: how often it is met before position `BLOCK`, `2 * BLOCK` ... */
  private readonly sums = new Map<Point, number[]>();

  constructor(timeline: Timeline) {
    this.timeline = timeline;
  }

  /** How often a point is met up to a place, that included. */
  upTo(point: Point, place: Place): number {
    const sums = this.sumsOf(point);
    const blocks = Math.floor(place.after / BLOCK);
    while (sums.length < blocks) this.extend(point);
    const known = blocks === 0 ? 0 : (sums[blocks - 1] ?? 0);
    return known + this.count(point, blocks * BLOCK, place.after, place);
  }

  /** Sums one block more, if the place is not reached by what was summed; false if it is. */
  prepare(point: Point, place: Place): boolean {
    if (this.sumsOf(point).length >= Math.floor(place.after / BLOCK)) return false;
    this.extend(point);
    return true;
  }

  private sumsOf(point: Point): number[] {
    const known = this.sums.get(point);
    if (known !== undefined) return known;
    const sums: number[] = [];
    this.sums.set(point, sums);
    return sums;
  }

  private extend(point: Point): void {
    const sums = this.sumsOf(point);
    const from = sums.length * BLOCK;
    sums.push((sums.at(-1) ?? 0) + this.count(point, from, from + BLOCK - 1));
  }

  private count(point: Point, from: number, to: number, last?: Place): number {
    let hits = 0;
    for (let n = from; n <= to; n += 1) {
      for (const candidate of candidatesAt(this.timeline, n, point.whole)) {
        if (last !== undefined && comparePlaces(candidate.place, last) > 0) return hits;
        if (isMet(point, candidate)) hits += 1;
      }
    }
    return hits;
  }
}

/** Whether a point is met and its condition holds, hit counts aside. */
export const isMet = (point: Point, candidate: Candidate): boolean =>
  point.meets(candidate) && (point.condition === undefined || holds(candidate.world, point.condition));
