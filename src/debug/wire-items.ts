/** What is under way between the two peers, and what was taken off the wire and may come back. */

import { showFlight } from '../simulation/show';
import { onWire } from '../simulation/wire';
import type { Flight } from '../simulation/world';
import { byteLength } from '../tcp/bytes';
import { moment } from '../trace/duration';
import type { TraceSegment } from '../trace/event';
import { acknowledgmentOf, lineText, type Numbers, sequenceOf } from '../trace/segment-text';
import { say } from '../words/sentence';
import type { Item } from './item';
import { segmentMemory } from './memory';
import type { Sight } from './scope';

/** The segments on the wire, next to arrive first; behind them those that are held. */
export function wireItems(sight: Sight): readonly Item[] {
  const { held } = sight.world;
  const named = Object.entries(held).map(([name, flight]) =>
    flightItem(sight, flight, sight.said(say('held as {0}', name))),
  );
  return [...onWire(sight.world).map((flight, index) => flightItem(sight, flight, String(index + 1))), ...named];
}

function flightItem({ run, world, frame, numbers, said }: Sight, flight: Flight, name: string): Item {
  const segment = showFlight(run.program.scenario, world, flight);
  return {
    name,
    value: lineText(segment, numbers),
    type: say('segment'),
    memory: segmentMemory(frame.after, flight.order),
    children: () => segmentItems(segment, numbers, said, byteLength(flight.segment.text)),
  };
}

/** The fields of a segment, by their names in the language. */
function segmentItems(segment: TraceSegment, numbers: Numbers, said: Sight['said'], length: number): readonly Item[] {
  const { options, sent } = segment;
  const shown = (value: number | undefined): string => (numbers === 'absolute' ? `#${value}` : String(value));
  const fields: readonly (readonly [name: string, value: string | undefined])[] = [
    [said(say('flags')), segment.flags],
    ['seq', shown(sequenceOf(segment, numbers))],
    ['ack', segment.ack === undefined ? undefined : shown(acknowledgmentOf(segment, numbers))],
    ['win', String(segment.win)],
    ['len', String(length)],
    ['urg', segment.urg?.toString()],
    ['mss', options.mss?.toString()],
    ['wscale', options.wscale?.toString()],
    ['sackok', options.sackok ? 'on' : undefined],
    ['sack', options.sack?.map(([from, to]) => `${from}..${to}`).join(',')],
    ['tsval', options.tsval?.toString()],
    ['tsecr', options.tsecr?.toString()],
    ['data', segment.data === undefined ? undefined : JSON.stringify(segment.data)],
    [
      said(say('sent')),
      said(sent === undefined ? say('injected') : say('at {0}, by event {1}', moment(segment.sentAt), sent)),
    ],
    [said(say('due')), moment(segment.due)],
    [said(say('retransmission')), segment.retransmission ? said(say('yes')) : undefined],
  ];
  return fields.flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }]));
}
