/** Why things are as they are: the event, what caused it, what caused that, down to an application's call. */
import type { PeerIndex, Scenario } from '../program/program';
import type { Timeline } from '../simulation/timeline';
import type { EventKind, TraceEvent } from '../trace/event';
import { lineText, type Numbers } from '../trace/segment-text';
import { type Sentence, say, type Words } from '../words/sentence';

/** So many events are looked through for one that happened at a peer: beyond that it explains little. */
const MOST_EVENTS = 1_000;

/** The latest event at a peer among the first `n`; undefined if nothing has happened there lately. */
function latestAt(timeline: Timeline, n: number, name: string): TraceEvent | undefined {
  for (let at = n; at >= Math.max(1, n - MOST_EVENTS); at -= 1) {
    const { event } = timeline.step(at);
    if (event.peer === name && event.kind !== 'note') return event;
  }
  return undefined;
}

/** The causes of what a peer is after `n` events, the latest first. */
export function* causesAt(timeline: Timeline, n: number, peer: PeerIndex): Generator<TraceEvent> {
  const latest = latestAt(timeline, n, timeline.scenario.peers[peer].name);
  if (latest !== undefined) yield* causesOf(timeline, latest);
}

/** An event and its causes. */
export function* causesOf(timeline: Timeline, event: TraceEvent): Generator<TraceEvent> {
  for (let now: TraceEvent | undefined = event; now !== undefined; ) {
    yield now;
    now = now.cause === undefined ? undefined : timeline.step(now.cause).event;
  }
}

/** What happens on the wire by a line's outcome; what the network or a rule does has a sentence of its own. */
const ON_WIRE: Readonly<Partial<Record<EventKind, Sentence>>> = {
  lost: say('lost'),
  discard: say('discarded for its checksum'),
  held: say('held'),
  delayed: say('delayed'),
  underway: say('under way'),
  released: say('released'),
};

/** What happened, in one line: `client connect`, `client -> server  SYN seq=0 arrives`, `server: timer retransmit`. */
export function eventSentence(event: TraceEvent, numbers: Numbers): Words {
  const { kind, peer = '', call, timer = '', segment, text = ON_WIRE[kind] ?? kind } = event;
  const line = segment && lineText(segment, numbers);
  switch (kind) {
    case 'call':
      return call === 'script' ? say('{0} sends a segment that a line makes', peer) : `${peer} ${call}`;
    case 'timer':
      return say('{0}: timer {1} expires', peer, timer);
    case 'arrive':
      return line === undefined ? say('a segment arrives') : say('{0} arrives', line);
    default:
      return line === undefined ? text : say('{0}: {1}', line, text);
  }
}

export const indexOf = ({ peers }: Scenario, name: string | undefined): PeerIndex | undefined => {
  if (name === undefined) return undefined;
  if (peers[0].name === name) return 0;
  return peers[1].name === name ? 1 : undefined;
};
