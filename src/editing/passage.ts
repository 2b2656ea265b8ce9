/**
 * A statement that was played: what came off the wire in it, and the segment lines that name it.
 *
 * Rule 1: nothing is kept of the moments, however many there are.
 * Rule 2: the lines, run instead, let the same segments meet the same at the same times.
 */

import type { PeerIndex, Scenario } from '../program/program';
import type { Moment } from '../simulation/moment';
import { EVENT_LIMIT } from '../simulation/simulate';
import { onWire } from '../simulation/wire';
import type { World } from '../simulation/world';
import { showDuration } from '../trace/duration';
import type { EventKind, TraceSegment } from '../trace/event';
import { numbersOf } from '../trace/segment-text';
import { writtenSegment } from './written-segment';

export interface Passage {
  /** Segment lines, and the waits that some of them need before them. */
  readonly lines: readonly string[];
  /** What left the wire, one text for each: what it met, its number in the run, when. */
  readonly departures: readonly string[];
  /** The world that the lines lead to. */
  readonly latest: World;
  /** How many events happened after it. */
  readonly since: number;
  /** How often the rule of each line acted. */
  readonly ruled: ReadonlyMap<number, number>;
  /** True if a scripted peer had sent one of the segments: a line would make it anew. */
  readonly scripted: boolean;
  /** True if a segment was held back, by a rule or by the network. */
  readonly delayed: boolean;
  /** True if a judgment of the statement failed. */
  readonly failed: boolean;
  /** The world at its end. */
  readonly end: World;
}

const LEAVES: ReadonlySet<EventKind> = new Set(['arrive', 'lost', 'discard']);

/** Plays the moments of the statement on `line` to their end, or to the `limit`: so many events of the whole run. */
export function passage(
  scenario: Scenario,
  line: number,
  begin: World,
  moments: Generator<Moment, World>,
  limit = EVENT_LIMIT,
): Passage {
  const lines: string[] = [];
  const departures: string[] = [];
  const ruled = new Map<number, number>();
  let [before, latest] = [begin, begin];
  let [since, copies, last, fired] = [0, 0, 0, 0];
  let [scripted, delayed, failed] = [false, false, false];
  for (;;) {
    const next = moments.next();
    if (next.done || before.events >= limit) {
      const end = next.done ? next.value : before;
      return { lines, departures, latest, since, ruled, scripted, delayed, failed, end };
    }
    const { event, world } = next.value;
    const { segment, judgment } = event;
    since += 1;
    if (event.kind === 'timer') fired = event.time;
    failed ||= judgment !== undefined && !judgment.ok && judgment.line === line;
    for (const [rule, times] of rulesUsed(before, world)) ruled.set(rule, (ruled.get(rule) ?? 0) + times);
    if (segment !== undefined && LEAVES.has(event.kind)) departures.push(`${event.kind} ${segment.id} ${event.time}`);
    if (segment !== undefined && (LEAVES.has(event.kind) || event.kind === 'delayed')) {
      copies = event.kind === 'arrive' && segment.id === last ? copies + 1 : 1;
      last = event.kind === 'arrive' ? segment.id : 0;
      const wait =
        event.kind === 'delayed' ? untilTimer(latest, event.time, fired) : patience(latest, event.time, segment);
      if (wait > 0) lines.push(`wait ${showDuration(wait)}`);
      if (copies > 1) lines.pop();
      lines.push(lineOf(scenario, before, segment, outcomeOf(event.kind, segment, before, copies)));
      scripted ||= before.peers[senderOf(scenario, segment)].kind === 'scripted';
      delayed ||= event.kind === 'delayed';
      // A line with `delayed` does not move time to the moment at which the segment was due.
      latest = LEAVES.has(event.kind) ? world : { ...before, wire: world.wire, time: latest.time + wait };
      if (LEAVES.has(event.kind)) since = 0;
    }
    before = world;
  }
}

/** The line of each rule that acted in a moment, and how often. */
function rulesUsed(before: World, after: World): readonly (readonly [line: number, times: number])[] {
  if (before.rules === after.rules) return [];
  return after.rules.flatMap(({ line, left }, index) => {
    const was = before.rules[index]?.left ?? left;
    return was > left ? [[line, was - left] as const] : [];
  });
}

function outcomeOf(kind: EventKind, segment: TraceSegment, before: World, copies: number): string | undefined {
  if (kind === 'lost') return 'lost';
  if (kind === 'discard') return 'corrupted';
  if (kind === 'delayed') {
    const due = onWire(before).find(({ id }) => id === segment.id)?.due ?? segment.due;
    return `delayed ${showDuration(segment.due - due)}`;
  }
  if (copies === 1) return undefined;
  return copies === 2 ? 'duplicated' : `duplicated ${copies}`;
}

const senderOf = ({ peers }: Scenario, segment: TraceSegment): PeerIndex => (segment.from === peers[0].name ? 0 : 1);

/** IP and TCP headers: an MSS leaves room for them (RFC 9293, 3.7.1). */
const HEADERS = 40;

function lineOf(scenario: Scenario, world: World, segment: TraceSegment, outcome: string | undefined): string {
  const mss = world.paths[senderOf(scenario, segment)].mtu - HEADERS;
  return writtenSegment(segment, outcome, numbersOf(scenario), mss);
}

/** How long a segment line waits for a timer to make its peer send (docs/language.md, "Segments"), in microseconds. */
const PATIENCE = 600_000_000;

/** How long to wait before the line of a segment that is sent later than that; 0 for every other. */
function patience(latest: World, time: number, segment: TraceSegment): number {
  const wait = segment.sentAt - latest.time;
  if (wait <= PATIENCE || onWire(latest).some(({ id }) => id === segment.id)) return 0;
  return segment.sentAt < time ? wait : time - PATIENCE - latest.time;
}

/** A line with `delayed` moves no time: timers that expired before have to be waited for. 0 if there are none. */
const untilTimer = (latest: World, time: number, fired: number): number =>
  fired < time ? Math.max(0, fired - latest.time) : 0;
