/** Lets one thing happen to one peer: its TCP reacts, what it sends goes on the wire, its timers are scheduled. */
import type { PeerIndex } from '../program/program';
import type { Draft } from '../tcp/draft';
import { type Endpoint, type Reaction, react, type Stimulus } from '../tcp/endpoint';
import { afterReceiving, afterSending } from '../tcp/observer';
import { has, type Segment, segmentEnd } from '../tcp/segment';
import { latest, precedesOrIs, type Seq, seq } from '../tcp/seq';
import { deadline, TIMERS } from '../tcp/timers';
import { drawBetween } from './chance';
import { conclude, type Moment, moment, nextNumber, type Scene, tellFlight } from './moment';
import { showFlight } from './show';
import { changes } from './variables';
import { transmit, withoutFlight } from './wire';
import {
  copyWorld,
  type Flight,
  type Scheduled,
  type ScriptedPeer,
  stateOfPeer,
  type TcpPeer,
  tcpPeer,
  type World,
  withPeer,
} from './world';

type Told = Parameters<typeof moment>[2];

/** A stimulus for a peer that runs TCP. `told` is what the event says besides what follows from the reaction. */
export const stimulate = (scene: Scene, world: World, index: PeerIndex, stimulus: Stimulus, told: Told): Moment =>
  reactIn(scene, world, copyWorld(world), index, stimulus, told);

/** `draft` is the world that the event changes; `world` is as it was before. */
function reactIn(
  scene: Scene,
  world: World,
  draft: Draft<World>,
  index: PeerIndex,
  stimulus: Stimulus,
  told: Told,
): Moment {
  const peer = tcpPeer(draft, index);
  const iss = nextIss(draft, peer);
  const reaction = react(peer.endpoint, stimulus, { now: draft.time, mtu: draft.paths[index].mtu, nextIss: iss.value });
  applyReaction(draft, index, peer, reaction, iss);
  const sent = transmit(draft, index, reaction.sends);
  if (!scene.told) return conclude(scene, draft, { kind: told.kind, rows: reaction.rows });
  return conclude(scene, draft, {
    peer: scene.scenario.peers[index].name,
    rows: reaction.rows,
    sends: sent.map((flight) => showFlight(scene.scenario, draft, flight)),
    changes: changes(world, draft, index),
    result: reaction.result,
    error: reaction.error,
    ...told,
  });
}

function nextIss(world: World, peer: TcpPeer) {
  const wanted = peer.iss[Math.min(peer.connections, peer.iss.length - 1)] ?? 0;
  if (wanted !== 'random') return { value: seq(wanted), chance: world.chance };
  const drawn = drawBetween(world.chance, 0, 2 ** 32 - 1);
  return { value: seq(drawn.value), chance: drawn.chance };
}

function applyReaction(
  draft: Draft<World>,
  index: PeerIndex,
  peer: TcpPeer,
  { endpoint, issTaken }: Reaction,
  iss: ReturnType<typeof nextIss>,
): void {
  const changed: TcpPeer = {
    kind: 'tcp',
    iss: peer.iss,
    endpoint,
    timers: schedule(draft, index, peer, endpoint),
    base: issTaken ? iss.value : peer.base,
    connections: issTaken ? peer.connections + 1 : peer.connections,
  };
  draft.peers = index === 0 ? [changed, draft.peers[1]] : [draft.peers[0], changed];
  if (issTaken) draft.chance = iss.chance;
}

/** Timers whose deadline is new take their place in the order of things; the others keep theirs. */
export function schedule(
  draft: Draft<World>,
  index: PeerIndex,
  peer: TcpPeer,
  { tcb }: Endpoint,
): readonly Scheduled[] {
  if (tcb === undefined) return [];
  const timers: Scheduled[] = [];
  for (const timer of TIMERS) {
    const at = deadline(tcb, timer);
    if (at === undefined) continue;
    const before = peer.timers.find((running) => running.timer === timer);
    if (before?.at === at) timers.push(before);
    else {
      draft.order += 1;
      timers.push({ peer: index, timer, at, order: draft.order, cause: nextNumber(draft) });
    }
  }
  return timers;
}

/** A segment reaches a peer, at `at`; it is taken off the wire. */
export function deliver(scene: Scene, world: World, flight: Flight, at = world.time): Moment {
  const draft = copyWorld(world);
  draft.time = at;
  draft.wire = withoutFlight(world.wire, flight);
  draft.arrivals = [...world.arrivals.slice(-REMEMBERED), { line: scene.line, flight }];
  const told: Told = { kind: 'arrive', segment: tellFlight(scene, draft, flight), cause: flight.sent };
  if (draft.peers[flight.to].kind === 'tcp') {
    return reactIn(scene, world, draft, flight.to, { kind: 'arrive', segment: flight.segment }, told);
  }
  return observed(scene, draft, flight.to, (peer) => ({ ...peer, observed: received(peer, flight.segment) }), told);
}

/** How many arrivals are remembered, to explain a line that comes too late. */
const REMEMBERED = 7;

function received(peer: ScriptedPeer, segment: Segment) {
  const all = has(segment, 'ACK') && peer.sentUpTo !== undefined && precedesOrIs(peer.sentUpTo, segment.ack);
  return afterReceiving(peer.observed, segment, all);
}

/** A scripted peer sends a segment that a line has made. */
export function sendScripted(scene: Scene, world: World, from: PeerIndex, segment: Segment): Moment {
  const scripted = world.peers[from];
  if (scripted.kind !== 'scripted') throw new Error('Only a scripted peer sends what a line makes.');
  const repeats = scripted.sentUpTo !== undefined && precedesOrIs(segmentEnd(segment), scripted.sentUpTo);
  const retransmission = repeats && segmentEnd(segment) !== segment.seq;
  const sentUpTo =
    scripted.sentUpTo === undefined || has(segment, 'SYN')
      ? segmentEnd(segment)
      : latest(scripted.sentUpTo, segmentEnd(segment));
  const after = copyWorld(world);
  const sent = transmit(after, from, [{ segment, retransmission }]);
  return observed(
    scene,
    after,
    from,
    (peer) => ({ ...peer, observed: afterSending(peer.observed, segment), sentUpTo }),
    {
      kind: 'call',
      call: 'script',
      result: 'ok',
      sends: sent.map((flight) => showFlight(scene.scenario, after, flight)),
    },
  );
}

function observed(
  scene: Scene,
  world: World,
  index: PeerIndex,
  change: (peer: ScriptedPeer) => ScriptedPeer,
  told: Told,
): Moment {
  const peer = world.peers[index];
  if (peer.kind !== 'scripted') throw new Error('Only a scripted peer is observed.');
  const after = withPeer(world, index, change(peer));
  const [was, is] = [peer.observed, stateOfPeer(after.peers[index])];
  return moment(scene, after, {
    peer: scene.scenario.peers[index].name,
    changes: was === is ? {} : { state: [was, is] },
    ...told,
  });
}

/** A timer expires, now. */
export function expireTimer(scene: Scene, world: World, { peer, timer, at, cause }: Scheduled): Moment {
  const now = { ...world, time: Math.max(world.time, at) };
  return stimulate(scene, now, peer, { kind: 'timer', timer }, { kind: 'timer', timer, cause });
}

/** What a peer expects next from the other; undefined if it expects nothing. */
export function expected(world: World, index: PeerIndex): Seq | undefined {
  const peer = world.peers[index];
  if (peer.kind !== 'tcp' || peer.endpoint.tcb?.irs === undefined) return undefined;
  return peer.endpoint.tcb.rcvNxt;
}

/** One after the highest number that a peer has sent; its relative 0 if it has sent nothing. */
export function sentUpTo(world: World, index: PeerIndex): Seq {
  const peer = world.peers[index];
  const sent = peer.kind === 'tcp' ? peer.endpoint.history.sentUpTo : peer.sentUpTo;
  return sent ?? peer.base;
}
