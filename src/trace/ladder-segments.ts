/** The lines of a ladder on which a segment travels: from its sender to its receiver, as far as it got. */

import { say, type Words } from '../words/sentence';
import { padEnd } from './columns';
import type { TraceEvent, TraceSegment } from './event';
import { ARROWS, type Layout, label, type Rung, until } from './ladder-layout';
import type { StatesAt } from './states';
import type { ShownScenario } from './trace';

/** What the state column says of a peer; a scripted peer's state is a guess, and in parentheses. */
export function stateText(states: StatesAt['after'], peer: 0 | 1, scenario: ShownScenario): string {
  const state = states[peer];
  if (state === undefined) return '';
  return scenario.peers[peer].kind === 'scripted' ? `(${state})` : state;
}

/** A segment's line, drawn from its sender to its receiver. */
function across(
  segment: TraceSegment,
  layout: Layout,
  parts: { tail: string; head: string; sender: string; receiver: string; at?: TraceEvent },
): Rung {
  const text = padEnd(layout.said(label(segment, layout.numbers, layout.windows)), layout.middle - ARROWS);
  const rightward = segment.from === layout.scenario.peers[0].name;
  const [left, right] = rightward ? [parts.tail, parts.head] : [parts.head, parts.tail];
  const middle = `${left} ${text} ${right}`;
  const at = parts.at ? { at: parts.at } : {};
  return rightward
    ? { ...at, left: parts.sender, middle, right: parts.receiver }
    : { ...at, left: parts.receiver, middle, right: parts.sender };
}

const UNDER_WAY = '...';

/** The line of a segment that has left earlier than its other line shows it, or never comes. */
export function departure(segment: TraceSegment, states: StatesAt, layout: Layout): Rung {
  const sender = senderOf(segment, layout.scenario);
  const tail = sender === 0 ? '-->' : '<--';
  return across(segment, layout, {
    tail,
    head: UNDER_WAY,
    sender: stateText(states.after, sender, layout.scenario),
    receiver: '',
  });
}

const senderOf = (segment: TraceSegment, scenario: ShownScenario): 0 | 1 =>
  segment.from === scenario.peers[0].name ? 0 : 1;

export function flight(
  event: TraceEvent,
  segment: TraceSegment,
  states: StatesAt,
  layout: Layout,
  leftBefore: boolean,
): Rung {
  const sender = senderOf(segment, layout.scenario);
  const arrow = sender === 0 ? '-->' : '<--';
  const tail = segment.sent === undefined || leftBefore ? UNDER_WAY : arrow;
  const from =
    segment.sent === undefined
      ? say('(injected)')
      : leftBefore
        ? ''
        : stateText(states.before, sender, layout.scenario);
  const end = (head: string, receiver: Words): Rung =>
    across(segment, layout, { at: event, tail, head, sender: layout.said(from), receiver: layout.said(receiver) });
  switch (event.kind) {
    case 'lost':
      return end(sender === 0 ? '--X' : 'X--', say('(lost)'));
    case 'discard':
      return end(sender === 0 ? '--X' : 'X--', say('(corrupted)'));
    case 'held':
      return end(UNDER_WAY, say('(held)'));
    case 'released':
      return end(UNDER_WAY, say('(released)'));
    case 'delayed':
      return end(UNDER_WAY, until(segment));
    case 'underway':
      return end(UNDER_WAY, '');
    default:
      return end(arrow, stateText(states.after, sender === 0 ? 1 : 0, layout.scenario));
  }
}
