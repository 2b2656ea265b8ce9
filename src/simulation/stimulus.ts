/** Lets one thing happen to one peer: its TCP reacts, what it sends goes on the wire, its timers are scheduled. */
import type { PeerIndex } from '../program/program';
import { type Endpoint, type Reaction, react, type Stimulus } from '../tcp/endpoint';
import { afterReceiving, afterSending } from '../tcp/observer';
import { has, type Segment, segmentEnd } from '../tcp/segment';
import { latest, precedesOrIs, type Seq, seq } from '../tcp/seq';
import { deadline, TIMERS } from '../tcp/timers';
import { drawBetween } from './chance';
import { type Moment, moment, nextNumber, type Scene, tellFlight } from './moment';
import { showFlight } from './show';
import { changes } from './variables';
import { transmit } from './wire';
import {
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
export function stimulate(scene: Scene, world: World, index: PeerIndex, stimulus: Stimulus, told: Told): Moment {
  const peer = tcpPeer(world, index);
  const iss = nextIss(world, peer);
  const reaction = react(peer.endpoint, stimulus, {
    now: world.time,
    mtu: world.paths[index].mtu,
    nextIss: iss.value,
  });
  const after = transmit(afterReaction(world, index, peer, reaction, iss), index, reaction.sends);
  if (!scene.told) return moment(scene, after, { kind: told.kind, rows: reaction.rows });
  return moment(scene, after, {
    peer: scene.scenario.peers[index].name,
    rows: reaction.rows,
    sends: sentNow(after).map((flight) => showFlight(scene.scenario, after, flight)),
    changes: changes(world, after, index),
    result: reaction.result,
    error: reaction.error,
    ...told,
  });
}

/** What the event that comes next has sent, in the order of sending. */
const sentNow = (world: World): readonly Flight[] =>
  world.wire.filter((flight) => flight.sent === nextNumber(world)).sort((a, b) => a.order - b.order);

function nextIss(world: World, peer: TcpPeer) {
  const wanted = peer.iss[Math.min(peer.connections, peer.iss.length - 1)] ?? 0;
  if (wanted !== 'random') return { value: seq(wanted), chance: world.chance };
  const drawn = drawBetween(world.chance, 0, 2 ** 32 - 1);
  return { value: seq(drawn.value), chance: drawn.chance };
}

function afterReaction(
  world: World,
  index: PeerIndex,
  peer: TcpPeer,
  { endpoint, issTaken }: Reaction,
  iss: ReturnType<typeof nextIss>,
): World {
  const { timers, order } = schedule(world, index, peer, endpoint);
  const changed: TcpPeer = {
    kind: 'tcp',
    iss: peer.iss,
    endpoint,
    timers,
    base: issTaken ? iss.value : peer.base,
    connections: issTaken ? peer.connections + 1 : peer.connections,
  };
  const peers: World['peers'] = index === 0 ? [changed, world.peers[1]] : [world.peers[0], changed];
  return { ...world, peers, order, chance: issTaken ? iss.chance : world.chance };
}

/** Timers whose deadline is new take their place in the order of things; the others keep theirs. */
function schedule(world: World, index: PeerIndex, peer: TcpPeer, { tcb }: Endpoint) {
  const timers: Scheduled[] = [];
  let { order } = world;
  if (tcb === undefined) return { timers, order };
  for (const timer of TIMERS) {
    const at = deadline(tcb, timer);
    if (at === undefined) continue;
    const before = peer.timers.find((running) => running.timer === timer);
    if (before?.at === at) timers.push(before);
    else {
      order += 1;
      timers.push({ peer: index, timer, at, order, cause: nextNumber(world) });
    }
  }
  return { timers, order };
}

/** A segment reaches a peer, now. It is off the wire already. */
export function deliver(scene: Scene, world: World, flight: Flight): Moment {
  const arrivals = [...world.arrivals.slice(-REMEMBERED), { line: scene.line, flight }];
  const told: Told = {
    kind: 'arrive',
    segment: tellFlight(scene, world, flight),
    cause: flight.sent,
  };
  const after = { ...world, arrivals };
  if (after.peers[flight.to].kind === 'tcp') {
    return stimulate(scene, after, flight.to, { kind: 'arrive', segment: flight.segment }, told);
  }
  return observed(scene, after, flight.to, (peer) => ({ ...peer, observed: received(peer, flight.segment) }), told);
}

/** How many arrivals are remembered, to explain a line that comes too late. */
const REMEMBERED = 31;

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
  const after = transmit(world, from, [{ segment, retransmission }]);
  return observed(
    scene,
    after,
    from,
    (peer) => ({ ...peer, observed: afterSending(peer.observed, segment), sentUpTo }),
    {
      kind: 'call',
      call: 'script',
      result: 'ok',
      sends: sentNow(after).map((flight) => showFlight(scene.scenario, after, flight)),
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
