/** The network: what is sent is given a delay and a fate; what is due, or a timer, is what happens next. */
import { otherPeer, type PeerIndex } from '../program/program';
import { byteLength } from '../tcp/bytes';
import type { Outgoing } from '../tcp/work';
import { drawBetween, drawLuck } from './chance';
import { nextNumber } from './moment';
import type { Fate, Flight, Scheduled, World } from './world';

/** Puts segments from a peer on the wire, in order. They are sent by the event that comes next. */
export function transmit(world: World, from: PeerIndex, sends: readonly Outgoing[]): World {
  let after = world;
  for (const outgoing of sends) after = transmitOne(after, from, outgoing);
  return after;
}

function transmitOne(world: World, from: PeerIndex, { segment, retransmission }: Outgoing): World {
  const { chance: drawn, fate } = drawFate(world, from);
  const { due, busy, chance } = drawArrival({ ...world, chance: drawn }, from, byteLength(segment.text));
  const flight: Flight = {
    id: world.segments + 1,
    from,
    to: otherPeer(from),
    segment,
    sentAt: world.time,
    sent: nextNumber(world),
    due,
    order: world.order + 1,
    retransmission,
    fate,
    ruled: false,
  };
  const busyUntil: World['busyUntil'] = from === 0 ? [busy, world.busyUntil[1]] : [world.busyUntil[0], busy];
  return { ...world, chance, busyUntil, segments: flight.id, order: flight.order, wire: insert(world.wire, flight) };
}

/** IP and TCP headers, counted against the bandwidth. */
const HEADERS = 40;

function drawArrival(world: World, from: PeerIndex, length: number) {
  const { delay, bandwidth } = world.paths[from];
  const drawn = drawBetween(world.chance, delay.from, delay.to);
  const start = Math.max(world.time, world.busyUntil[from]);
  const transmission = bandwidth === undefined ? 0 : Math.ceil(((length + HEADERS) * 8 * 1_000_000) / bandwidth);
  const busy = bandwidth === undefined ? world.busyUntil[from] : start + transmission;
  return { due: (bandwidth === undefined ? world.time : busy) + drawn.value, busy, chance: drawn.chance };
}

const FATES: readonly (readonly [Fate, 'loss' | 'corrupt' | 'duplicate' | 'reorder'])[] = [
  ['lost', 'loss'],
  ['corrupt', 'corrupt'],
  ['duplicate', 'duplicate'],
  ['reorder', 'reorder'],
];

/** Every kind of fate is drawn, so that changing one probability does not move the others' numbers. */
function drawFate(world: World, from: PeerIndex) {
  const path = world.paths[from];
  let chance = world.chance;
  let fate: Fate = 'arrives';
  for (const [kind, probability] of FATES) {
    const drawn = drawLuck(chance, path[probability]);
    chance = drawn.chance;
    if (drawn.value && fate === 'arrives') fate = kind;
  }
  return { chance, fate };
}

/** Next to arrive first: earliest due, then first sent. */
const byArrival = (a: Flight, b: Flight): number => a.due - b.due || a.order - b.order;

/** The wire with one more flight, in its place. What is sent last mostly arrives last. */
export function insert(wire: readonly Flight[], flight: Flight): readonly Flight[] {
  let at = wire.length;
  for (let before = wire[at - 1]; before !== undefined && byArrival(flight, before) < 0; before = wire[at - 1]) at -= 1;
  return at === wire.length ? [...wire, flight] : [...wire.slice(0, at), flight, ...wire.slice(at)];
}

/** What is on the wire from one peer, or from both, next to arrive first. */
export const onWire = (world: World, from?: PeerIndex): readonly Flight[] =>
  from === undefined ? world.wire : world.wire.filter((flight) => flight.from === from);

export function takeOff(world: World, flight: Flight): World {
  const { wire } = world;
  return { ...world, wire: wire[0] === flight ? wire.slice(1) : wire.filter(({ order }) => order !== flight.order) };
}

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
