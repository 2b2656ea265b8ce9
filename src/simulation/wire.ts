/** The network: what is sent is given a delay and a fate; what is due, or a timer, is what happens next. */
import { otherPeer, type PeerIndex } from '../program/program';
import { byteLength } from '../tcp/bytes';
import type { Draft } from '../tcp/draft';
import type { Outgoing } from '../tcp/work';
import { drawBetween, drawLuck } from './chance';
import { nextNumber } from './moment';
import type { Fate, Flight, Scheduled, World } from './world';

/** Puts segments from a peer on the wire, in order. They are sent by the event that comes next. */
export function transmit(draft: Draft<World>, from: PeerIndex, sends: readonly Outgoing[]): void {
  if (sends.length === 0) return;
  const wire = [...draft.wire];
  for (const { segment, retransmission } of sends) {
    const fate = drawFate(draft, from);
    const due = drawArrival(draft, from, byteLength(segment.text));
    draft.segments += 1;
    draft.order += 1;
    insert(wire, {
      id: draft.segments,
      from,
      to: otherPeer(from),
      segment,
      sentAt: draft.time,
      sent: nextNumber(draft),
      due,
      order: draft.order,
      retransmission,
      fate,
      ruled: false,
    });
  }
  draft.wire = wire;
}

/** IP and TCP headers, counted against the bandwidth. */
const HEADERS = 40;

function drawArrival(draft: Draft<World>, from: PeerIndex, length: number): number {
  const { delay, bandwidth } = draft.paths[from];
  const drawn = drawBetween(draft.chance, delay.from, delay.to);
  draft.chance = drawn.chance;
  if (bandwidth === undefined) return draft.time + drawn.value;
  const transmission = Math.ceil(((length + HEADERS) * 8 * 1_000_000) / bandwidth);
  const busy = Math.max(draft.time, draft.busyUntil[from]) + transmission;
  draft.busyUntil = from === 0 ? [busy, draft.busyUntil[1]] : [draft.busyUntil[0], busy];
  return busy + drawn.value;
}

const FATES: readonly (readonly [Fate, 'loss' | 'corrupt' | 'duplicate' | 'reorder'])[] = [
  ['lost', 'loss'],
  ['corrupt', 'corrupt'],
  ['duplicate', 'duplicate'],
  ['reorder', 'reorder'],
];

/** Every kind of fate that is uncertain is drawn, whatever the others came to: a loss more moves no other draw. */
function drawFate(draft: Draft<World>, from: PeerIndex): Fate {
  const path = draft.paths[from];
  let fate: Fate = 'arrives';
  for (const [kind, probability] of FATES) {
    if (path[probability] === 0) continue;
    const drawn = drawLuck(draft.chance, path[probability]);
    draft.chance = drawn.chance;
    if (drawn.value && fate === 'arrives') fate = kind;
  }
  return fate;
}

/** Next to arrive first: earliest due, then first sent. */
const byArrival = (a: Flight, b: Flight): number => a.due - b.due || a.order - b.order;

/** Puts a flight in its place on the wire. What is sent last mostly arrives last. */
export function insert(wire: Flight[], flight: Flight): void {
  let at = wire.length;
  for (let before = wire[at - 1]; before !== undefined && byArrival(flight, before) < 0; before = wire[at - 1]) at -= 1;
  if (at === wire.length) wire.push(flight);
  else wire.splice(at, 0, flight);
}

/** What is on the wire from one peer, or from both, next to arrive first. */
export const onWire = (world: World, from?: PeerIndex): readonly Flight[] =>
  from === undefined ? world.wire : world.wire.filter((flight) => flight.from === from);

/** The wire without a flight; a flight that is not on it is none to take off. */
export const without = (wire: readonly Flight[], flight: Flight): readonly Flight[] =>
  wire[0] === flight ? wire.slice(1) : wire.filter(({ order }) => order !== flight.order);

export const takeOff = (world: World, flight: Flight): World => ({ ...world, wire: without(world.wire, flight) });

/** The timer that expires first, at either peer. */
export function nextTimer(world: World): Scheduled | undefined {
  let next: Scheduled | undefined;
  for (const peer of world.peers) {
    if (peer.kind !== 'tcp') continue;
    for (const timer of peer.timers) if (next === undefined || comesBefore(timer, next)) next = timer;
  }
  return next;
}

const comesBefore = (a: Scheduled, b: Scheduled): boolean => a.at < b.at || (a.at === b.at && a.order < b.order);

/** True if the timer expires before the flight arrives. */
export const firesBefore = (timer: Scheduled, flight: Flight): boolean =>
  timer.at < flight.due || (timer.at === flight.due && timer.order < flight.order);

export type Happening =
  | { readonly kind: 'arrival'; readonly flight: Flight; readonly at: number }
  | { readonly kind: 'timer'; readonly timer: Scheduled; readonly at: number };

/** What happens next if time passes; undefined if nothing is left to happen. */
export function nextHappening(world: World): Happening | undefined {
  const [flight] = world.wire;
  const timer = nextTimer(world);
  if (flight !== undefined && (timer === undefined || !firesBefore(timer, flight))) {
    return { kind: 'arrival', flight, at: Math.max(world.time, flight.due) };
  }
  return timer && { kind: 'timer', timer, at: Math.max(world.time, timer.at) };
}
