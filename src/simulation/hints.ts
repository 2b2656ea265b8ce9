/** Why a segment line failed, as far as the world can tell: likely causes, each with a way out. */
import type { PeerIndex, StatementOf } from '../program/program';
import { FLAG } from '../tcp/segment';
import { distance } from '../tcp/seq';
import { unsent } from '../tcp/work';
import { showDuration } from '../trace/duration';
import { type Sentence, say } from '../words/sentence';
import type { Scene } from './moment';
import { type Difference, differences, writeSegment } from './pattern';
import { onWire } from './wire';
import { type Flight, stateOfPeer, type World } from './world';

type Line = StatementOf<'segment'>;

/** The most helpful first. `later`: the world in which `flight` was sent by a timer, if it was. */
export function hintsFor(
  scene: Scene,
  world: World,
  line: Line,
  flight: Flight | undefined,
  different: readonly Difference[],
  later: World | undefined,
): readonly Sentence[] {
  const { from } = line.segment;
  const hints: Sentence[] = [];
  const overtaking = overtakes(world, line, flight);
  if (overtaking !== undefined) hints.push(overtaking);
  const earlier = alreadyArrived(world, line);
  if (earlier !== undefined) hints.push(earlier);
  if (flight === undefined) hints.push(...idle(scene, world, line));
  else if (later !== undefined) {
    hints.push(
      say(
        'the next that {0} sends, when a timer expires at {1}, is {2}; nothing has happened yet',
        scene.scenario.peers[from].name,
        showDuration(flight.sentAt),
        writeSegment(later, from, flight.segment),
      ),
    );
    hints.push(...idle(scene, world, line));
  }
  const length = different.find(({ what }) => what === 'len');
  if (length !== undefined && different.length === 1 && length.blame === undefined && length.expected === '0') {
    hints.push(say('it carries text: write len={0}, or DATA for any length', length.actual));
  }
  return hints;
}

/** A matching segment is on the wire, but not the next. */
function overtakes(world: World, line: Line, flight: Flight | undefined): Sentence | undefined {
  if (flight === undefined) {
    const [next] = onWire(world, line.segment.from);
    const meant = next !== undefined && differences(world, line.segment, next.segment).length === 0;
    return meant && line.outcome.kind === 'overtaking'
      ? say('the matching segment is the next to arrive and overtakes nothing: leave the word "overtaking" out')
      : undefined;
  }
  const other = onWire(world, line.segment.from).find(
    (candidate) => candidate.order !== flight.order && differences(world, line.segment, candidate.segment).length === 0,
  );
  if (other === undefined) return undefined;
  return say('a matching segment is on the wire behind it: end the line with "overtaking" to let it arrive first');
}

/** A matching segment has arrived already. */
function alreadyArrived(world: World, line: Line): Sentence | undefined {
  const arrived = world.arrivals.findLast(
    ({ flight }) => flight.from === line.segment.from && differences(world, line.segment, flight.segment).length === 0,
  );
  return arrived && say('line {0} already let a matching segment arrive', arrived.line);
}

/** The peer has nothing to send: what would make it. */
function idle({ scenario }: Scene, world: World, line: Line): readonly Sentence[] {
  const { from, to, flags } = line.segment;
  const { name } = scenario.peers[from];
  const state = stateOfPeer(world.peers[from]);
  const wanted = flags.flags;
  if (line.outcome.kind === 'overtaking') return [];
  if (wanted & FLAG.SYN && state === 'CLOSED') {
    return [
      wanted & FLAG.ACK
        ? say('{0} is CLOSED; did you mean `{0} listen` before the SYN arrives?', name)
        : say('{0} is CLOSED; did you mean `{0} connect`?', name),
    ];
  }
  if (wanted & FLAG.FIN && !(wanted & FLAG.RST) && beforeClose(state)) {
    return [say('{0} has not closed; did you mean `{0} close`?', name)];
  }
  if (wantsText(line)) {
    const waiting = waitingText(world, from);
    if (waiting !== undefined) return [waiting];
    if (state === 'ESTABLISHED' || state === 'CLOSE_WAIT') {
      return [say('{0} has nothing to send; did you mean `{0} send 100`?', name)];
    }
    return [say('{0} is in {1}, where it sends no text', name, state)];
  }
  return inbound(world, to).length > 0
    ? [say('{0} may answer what is on the wire to it: let that arrive first', name)]
    : [say('{0} is in {1} and has nothing to send', name, state)];
}

/** Text that its peer holds back, and why. */
function waitingText(world: World, from: PeerIndex): Sentence | undefined {
  const peer = world.peers[from];
  const tcb = peer.kind === 'tcp' ? peer.endpoint.tcb : undefined;
  const bytes = tcb === undefined ? 0 : unsent(tcb);
  if (tcb === undefined || bytes === 0) return undefined;
  const flight = distance(tcb.sndUna, tcb.sndNxt);
  if (tcb.sndWnd <= flight) return say('{0} bytes wait for the window, which is full', bytes);
  if (tcb.congestion.cwnd <= flight) return say('{0} bytes wait for the congestion window, which is full', bytes);
  return say(
    '{0} bytes wait until {1} are acknowledged: too little for a segment of its own (Nagle; `nagle=off` sends it at once)',
    bytes,
    flight,
  );
}

const beforeClose = (state: string): boolean =>
  state === 'ESTABLISHED' || state === 'CLOSE_WAIT' || state === 'SYN_RCVD';

const wantsText = ({ segment }: Line): boolean =>
  segment.flags.kind === 'data' ||
  segment.fields.some((field) => field.kind === 'data' || (field.kind === 'number' && field.name === 'len'));

/** What is on the wire from the other side. */
const inbound = (world: World, to: PeerIndex): readonly Flight[] => onWire(world, to);
