/**
 * Everything that a moment of a run is: two peers, what is on the wire, the clock, the seed, and how far the script is.
 *
 * Rule 1: plain immutable data; no class instance, no function. A world can be kept, compared and gone on from.
 * Rule 2: what happens at one instant happens in the order in which it was scheduled; `order` counts the schedulings.
 */

import type { Value } from '../program/expression';
import type { Path, PeerIndex, Scenario, SegmentPattern, StatementOf } from '../program/program';
import { type Chunks, NOTHING } from '../tcp/chunks';
import type { Draft } from '../tcp/draft';
import { type Endpoint, newEndpoint, stateOf } from '../tcp/endpoint';
import type { Segment } from '../tcp/segment';
import { type Seq, seq } from '../tcp/seq';
import type { State } from '../tcp/state';
import type { TimerName } from '../tcp/timers';
import { type Chance, seeded } from './chance';

export interface World {
  /** Simulated microseconds since the scenario's start. */
  readonly time: number;
  readonly peers: readonly [PeerWorld, PeerWorld];
  /** What is under way, next to arrive first. */
  readonly wire: Chunks<Flight>;
  /** What `held` took off the wire, by the name of its `as`. */
  readonly held: Readonly<Record<string, Flight>>;
  readonly captures: Readonly<Record<string, Flight>>;
  readonly lets: Readonly<Record<string, Value>>;
  readonly rules: readonly ActiveRule[];
  /** `always`, `never` and `finally` that were reached. */
  readonly watches: readonly Watch[];
  readonly paths: readonly [Path, Path];
  /** When the path of each direction has transmitted what it was given (bandwidth). */
  readonly busyUntil: readonly [number, number];
  readonly chance: Chance;
  /** Numbers given so far: events, segments, schedulings. */
  readonly events: number;
  /** When the latest event happened. */
  readonly lastEventAt: number;
  readonly segments: number;
  readonly order: number;
  /** The index of the statement being executed. */
  readonly statement: number;
  /** Until when the statement being executed lets time pass; undefined if it does not, or has not begun. */
  readonly until: number | undefined;
  /** What arrived lately and by which line, to explain a line that comes too late. */
  readonly arrivals: readonly { readonly line: number; readonly flight: Flight }[];
}

export type PeerWorld = TcpPeer | ScriptedPeer;

interface AnyPeer {
  /** What relative numbers count from: the ISS of the latest connection. */
  readonly base: Seq;
  /** Initial sequence numbers, one for each connection in turn, the last repeated. */
  readonly iss: readonly (number | 'random')[];
}

export interface TcpPeer extends AnyPeer {
  readonly kind: 'tcp';
  readonly endpoint: Endpoint;
  /** How many initial sequence numbers were taken. */
  readonly connections: number;
  /** The timers that run. */
  readonly timers: readonly Scheduled[];
}

export interface ScriptedPeer extends AnyPeer {
  readonly kind: 'scripted';
  /** Inferred from its segments; never judged. */
  readonly observed: State;
  /** One after the highest number it has sent. */
  readonly sentUpTo: Seq | undefined;
}

/** A timer that runs. */
export interface Scheduled {
  readonly peer: PeerIndex;
  readonly timer: TimerName;
  readonly at: number;
  readonly order: number;
  /** The event that started it. */
  readonly cause: number;
}

/** A segment under way. */
export interface Flight {
  /** Duplicates share it. */
  readonly id: number;
  readonly from: PeerIndex;
  readonly to: PeerIndex;
  readonly segment: Segment;
  readonly sentAt: number;
  /** The event that sent it; undefined for an injected one. */
  readonly sent: number | undefined;
  readonly due: number;
  readonly order: number;
  readonly retransmission: boolean;
  /** What the network will do to it, if no line names it. */
  readonly fate: Fate;
  /** A rule has acted on it: once a segment. */
  readonly ruled: boolean;
}

/** `duplicate` arrives twice; `reorder` is held back once. */
export type Fate = 'arrives' | 'lost' | 'duplicate' | 'corrupt' | 'reorder';

export interface ActiveRule {
  readonly action: 'drop' | 'delay' | 'duplicate' | 'corrupt';
  /** How many segments it still acts on. */
  readonly left: number;
  readonly segment: SegmentPattern;
  readonly by: number;
  readonly line: number;
}

export type Watch = StatementOf<'always' | 'never' | 'finally'> | StatementOf<'never-segment'>;

/** The world before the first statement. */
export function newWorld(scenario: Scenario): World {
  return {
    time: 0,
    peers: [newPeer(scenario, 0), newPeer(scenario, 1)],
    wire: NOTHING,
    held: {},
    captures: {},
    lets: {},
    rules: [],
    watches: [],
    paths: scenario.paths,
    busyUntil: [0, 0],
    chance: seeded(scenario.seed),
    events: 0,
    lastEventAt: 0,
    segments: 0,
    order: 0,
    statement: 0,
    until: undefined,
    arrivals: [],
  };
}

function newPeer(scenario: Scenario, index: PeerIndex): PeerWorld {
  const { kind, iss, options } = scenario.peers[index];
  const [first] = iss;
  const base = seq(typeof first === 'number' ? first : 0);
  if (kind === 'scripted') return { kind, base, iss, observed: 'CLOSED', sentUpTo: undefined };
  return { kind, base, iss, endpoint: newEndpoint(options), connections: 0, timers: [] };
}

export const stateOfPeer = (peer: PeerWorld): State => (peer.kind === 'tcp' ? stateOf(peer.endpoint) : peer.observed);

/** The world with one peer replaced. */
export function withPeer(world: World, index: PeerIndex, peer: PeerWorld): World {
  return { ...world, peers: index === 0 ? [peer, world.peers[1]] : [world.peers[0], peer] };
}

/** The TCP of a peer that has one; statements about a scripted peer's TCP are refused before they run. */
export function tcpPeer(world: World, index: PeerIndex): TcpPeer {
  const peer = world.peers[index];
  if (peer.kind !== 'tcp') throw new Error('A scripted peer was asked for its TCP.');
  return peer;
}

/** What the next segment of a peer in this direction would be numbered by a reader: distance from the base. */
export const relative = (base: Seq, number: Seq): number => (number - base) | 0;

/** A copy to write to (tcp/draft.ts says why it names every field). */
export const copyWorld = (world: World): Draft<World> => ({
  time: world.time,
  peers: world.peers,
  wire: world.wire,
  held: world.held,
  captures: world.captures,
  lets: world.lets,
  rules: world.rules,
  watches: world.watches,
  paths: world.paths,
  busyUntil: world.busyUntil,
  chance: world.chance,
  events: world.events,
  lastEventAt: world.lastEventAt,
  segments: world.segments,
  order: world.order,
  statement: world.statement,
  until: world.until,
  arrivals: world.arrivals,
});
