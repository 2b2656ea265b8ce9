/** `PEER VERB`: what the application does, and what happens to its host. */
import type { Call, PeerIndex } from '../program/program';
import { byteLength, patternBytes, textBytes } from '../tcp/bytes';
import type { Stimulus } from '../tcp/endpoint';
import { NO_HISTORY } from '../tcp/tcb';
import type { UserCall } from '../tcp/work';
import { evaluate, evaluateNumber } from './evaluate';
import { type Moment, moment, type Scene } from './moment';
import { stimulate } from './stimulus';
import { changes } from './variables';
import { tcpPeer, type World, withPeer } from './world';

/** Executes a call, in no simulated time. */
export function callPeer(scene: Scene, world: World, index: PeerIndex, call: Call): Moment {
  if (call.verb === 'crash') return crash(scene, world, index);
  if (call.verb === 'set') return set(scene, world, index, call);
  const stimulus: Stimulus = { kind: 'call', call: userCall(world, index, call) };
  return stimulate(scene, world, index, stimulus, { kind: 'call', call: callText(world, call) });
}

const KINDS = {
  listen: 'passive OPEN',
  connect: 'active OPEN',
  close: 'CLOSE',
  abort: 'ABORT',
  status: 'STATUS',
} as const;

function userCall(world: World, index: PeerIndex, call: Exclude<Call, { verb: 'crash' | 'set' }>): UserCall {
  if (call.verb === 'send') {
    const value = evaluate(world, call.amount);
    const at = sentSoFar(world, index);
    const text = value.kind === 'text' ? textBytes(value.value) : patternBytes(at, evaluateNumber(world, call.amount));
    return { kind: 'SEND', text, urgent: call.urgent };
  }
  if (call.verb === 'recv') {
    const amount = call.amount === 'all' ? Number.POSITIVE_INFINITY : evaluateNumber(world, call.amount);
    return { kind: 'RECEIVE', amount };
  }
  return { kind: KINDS[call.verb] };
}

/** How much text the application has handed over: where the pattern goes on. */
function sentSoFar(world: World, index: PeerIndex): number {
  const { tcb, history } = tcpPeer(world, index).endpoint;
  return history.acked + (tcb === undefined ? 0 : byteLength(tcb.text));
}

function callText(world: World, call: Call): string {
  if (call.verb === 'send') {
    const value = evaluate(world, call.amount);
    const amount = value.kind === 'text' ? JSON.stringify(value.value) : String(evaluateNumber(world, call.amount));
    return `send ${amount}${call.urgent ? ' urgent' : ''}`;
  }
  if (call.verb !== 'recv') return call.verb;
  return `recv ${call.amount === 'all' ? 'all' : evaluateNumber(world, call.amount)}`;
}

/** The host loses its memory: no TCP takes part in it, so there is no row. */
function crash(scene: Scene, world: World, index: PeerIndex): Moment {
  const peer = tcpPeer(world, index);
  const { sentUpTo } = peer.endpoint.history;
  const history = { ...NO_HISTORY, sentUpTo };
  const after = withPeer(world, index, {
    ...peer,
    endpoint: { ...peer.endpoint, tcb: undefined, history },
    timers: [],
  });
  return moment(scene, after, {
    kind: 'call',
    call: 'crash',
    peer: scene.scenario.peers[index].name,
    result: 'ok',
    changes: changes(world, after, index),
  });
}

/** Options from now on; what they are is looked at when they are next needed. */
function set(scene: Scene, world: World, index: PeerIndex, call: Extract<Call, { verb: 'set' }>): Moment {
  const peer = tcpPeer(world, index);
  const options = { ...peer.endpoint.options, ...call.options };
  const iss = call.iss === undefined ? {} : { iss: call.iss, connections: 0 };
  const after = withPeer(world, index, { ...peer, ...iss, endpoint: { ...peer.endpoint, options } });
  return moment(scene, after, {
    kind: 'call',
    call: call.source,
    peer: scene.scenario.peers[index].name,
    result: 'ok',
    changes: changes(world, after, index),
  });
}
