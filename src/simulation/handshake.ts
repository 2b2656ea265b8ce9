/** `handshake A -> B`: B listens, A connects, the three segments arrive (RFC 9293, Figure 6). */
import { otherPeer, type PeerIndex, type StatementOf } from '../program/program';
import { NO_BYTES } from '../tcp/bytes';
import { FLAG, type Flags, flagNames, NO_OPTIONS, type Segment } from '../tcp/segment';
import { seq } from '../tcp/seq';
import { say } from '../words/sentence';
import { judged } from './judgment';
import type { Moment, Scene } from './moment';
import { passUntilArrival } from './passing';
import { writeDirection } from './pattern';
import { expected, sendScripted, sentUpTo, stimulate } from './stimulus';
import { arrive } from './unnamed';
import { onWire } from './wire';
import { stateOfPeer, type World } from './world';

/** Executes the line. A scripted peer's half is made, with the options its declaration gives. */
export function* shakeHands(scene: Scene, world: World, line: StatementOf<'handshake'>): Generator<Moment, World> {
  const { from, to } = line;
  let now = world;
  if (now.peers[to].kind === 'tcp' && stateOfPeer(now.peers[to]) !== 'LISTEN') {
    now = yield* userCall(scene, now, to, 'passive OPEN', 'listen');
  }
  if (now.peers[from].kind === 'tcp') now = yield* userCall(scene, now, from, 'active OPEN', 'connect');
  const steps: readonly (readonly [PeerIndex, Flags])[] = [
    [from, FLAG.SYN],
    [to, FLAG.SYN | FLAG.ACK],
    [from, FLAG.ACK],
  ];
  for (const [sender, flags] of steps) {
    if (now.peers[sender].kind === 'scripted') {
      const sent = sendScripted(scene, now, sender, made(scene, now, sender, flags));
      yield sent;
      now = sent.world;
    }
    const next = onWire(now, sender).find((flight) => flight.segment.flags === flags);
    if (next === undefined) {
      const direction = writeDirection(scene.scenario, { from: sender, to: otherPeer(sender) });
      return yield* failed(scene, now, line, `${direction} ${flagNames(flags)}`);
    }
    now = yield* arrive(scene, yield* passUntilArrival(scene, now, next), next, 1);
  }
  const open = [from, to].every(
    (peer) => now.peers[peer].kind === 'scripted' || stateOfPeer(now.peers[peer]) === 'ESTABLISHED',
  );
  if (open) return now;
  const { peers } = scene.scenario;
  return yield* failed(scene, now, line, `${peers[from].name} ESTABLISHED, ${peers[to].name} ESTABLISHED`);
}

function* userCall(
  scene: Scene,
  world: World,
  peer: PeerIndex,
  kind: 'passive OPEN' | 'active OPEN',
  call: string,
): Generator<Moment, World> {
  const called = stimulate(scene, world, peer, { kind: 'call', call: { kind } }, { kind: 'call', call });
  yield called;
  return called.world;
}

/** A segment of the scripted half. */
function made(scene: Scene, world: World, sender: PeerIndex, flags: Flags): Segment {
  const receiver = otherPeer(sender);
  const { base } = world.peers[sender];
  const acks = (flags & FLAG.ACK) !== 0;
  return {
    flags,
    seq: flags & FLAG.SYN ? base : (expected(world, receiver) ?? base),
    ack: acks ? sentUpTo(world, receiver) : seq(0),
    win: scene.scenario.peers[sender].options.window,
    urg: 0,
    options: flags & FLAG.SYN ? scene.scenario.peers[sender].announced : NO_OPTIONS,
    text: NO_BYTES,
  };
}

/** `missing`: the segment or the states that did not come. */
function* failed(
  scene: Scene,
  world: World,
  { from, to }: StatementOf<'handshake'>,
  missing: string,
): Generator<Moment, World> {
  const { peers } = scene.scenario;
  const states = [from, to].map((peer) => `${peers[peer].name} ${stateOfPeer(world.peers[peer])}`).join(', ');
  const verdict = judged(scene, world, {
    ok: false,
    line: scene.line,
    message: say('the handshake is not completed'),
    expected: missing,
    actual: states,
    hints: [say('a handshake begins with both sides CLOSED (or the second in LISTEN)')],
  });
  yield verdict;
  return verdict.world;
}
