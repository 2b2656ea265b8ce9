/** The network: what is sent is given a delay and a fate; what is due, or a timer, is what happens next. */
import { otherPeer, type PeerIndex } from '../program/program';
import { byteLength } from '../tcp/bytes';
import { all, first, insert, without, withoutFirst } from '../tcp/chunks';
import type { Draft } from '../tcp/draft';
import type { Outgoing } from '../tcp/work';
import { drawBetween, drawLuck } from './chance';
import { nextNumber } from './moment';
import type { Fate, Flight, Scheduled, World } from './world';

/** Puts segments from a peer on the wire, in order, and returns them. They are sent by the event that comes next. */
export function transmit(draft: Draft<World>, from: PeerIndex, sends: readonly Outgoing[]): readonly Flight[] {
  return sends.map(({ segment, retransmission }) => {
    const fate = drawFate(draft, from);
    const due = drawArrival(draft, from, byteLength(segment.text));
    draft.segments += 1;
    draft.order += 1;
    const flight: Flight = {
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
    };
    draft.wire = withFlight(draft.wire, flight);
    return flight;
  });
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

/** The wire with a flight in its place. What is sent last mostly arrives last. */
export const withFlight = (wire: World['wire'], flight: Flight): World['wire'] =>
  insert(wire, flight, (other) => byArrival(other, flight) <= 0);

/** What is on the wire from one peer, or from both, next to arrive first. */
export const onWire = ({ wire }: World, from?: PeerIndex): readonly Flight[] =>
  from === undefined ? all(wire) : all(wire).filter((flight) => flight.from === from);

/** The wire without a flight; a flight that is not on it is none to take off. */
export const withoutFlight = (wire: World['wire'], flight: Flight): World['wire'] =>
  first(wire) === flight ? withoutFirst(wire) : without(wire, ({ order }) => order === flight.order);

export const takeOff = (world: World, flight: Flight): World => ({ ...world, wire: withoutFlight(world.wire, flight) });

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
  const flight = first(world.wire);
  const timer = nextTimer(world);
  if (flight !== undefined && (timer === undefined || !firesBefore(timer, flight))) {
    return { kind: 'arrival', flight, at: Math.max(world.time, flight.due) };
  }
  return timer && { kind: 'timer', timer, at: Math.max(world.time, timer.at) };
}
