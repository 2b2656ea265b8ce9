/**
 * One event as the cells of its row in the log.
 *
 * Rule: words of the protocol are as the RFC spells them; what people read in their language comes from `inWords`.
 */

import type { EventKind, TraceEvent, TraceSegment } from '../trace/event';
import { failuresOf, judgmentsOf } from '../trace/judgments';
import { acknowledgmentOf, type Numbers, sequenceOf } from '../trace/segment-text';
import { statesPassed } from '../trace/states';
import { render, type Sentence, say } from '../words/sentence';
import type { SegmentNotes } from './wireshark';

export interface LogCells {
  readonly n: number;
  readonly peer: string;
  /** What happened: `connect`, `rcv SYN`, `persist timeout`. */
  readonly event: string;
  /** What it sends: `snd SYN,ACK`; empty for nothing. */
  readonly sends: string;
  /** The segment's sender and receiver. */
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly flags: string;
  readonly seq: string;
  readonly ack: string;
  readonly win: string;
  readonly len: string;
  /** The states it passes, the first to the last; empty if the state stays. */
  readonly states: readonly string[];
  /** Wireshark's words. */
  readonly tags: string;
  readonly note: string;
  /** What it is to the eye: `script` is what no TCP does. */
  readonly mood: 'bad' | 'script' | 'timer' | 'plain';
}

/** The segment that a row speaks of: the one that came, else the first that is sent. */
export const segmentOf = (event: TraceEvent): TraceSegment | undefined => event.segment ?? event.sends[0];

const comma = (flags: string): string => flags.replaceAll('+', ',');

const ON_THE_WIRE: Readonly<Partial<Record<EventKind, (flags: string) => Sentence>>> = {
  lost: (flags) => say('{0} lost', flags),
  discard: (flags) => say('{0} corrupted', flags),
  held: (flags) => say('{0} held', flags),
  delayed: (flags) => say('{0} delayed', flags),
  underway: (flags) => say('{0} under way', flags),
  released: (flags) => say('{0} released', flags),
};

const IN_THE_SCRIPT: Readonly<Partial<Record<EventKind, Sentence>>> = {
  note: say('note'),
  expect: say('judgment'),
  rule: say('network'),
  wait: say('wait'),
  fork: say('change by hand'),
};

/** What happened, in few words: `connect`, `rcv SYN`, `SYN lost`, `persist timeout`. */
export function eventWords(event: TraceEvent, inWords: (sentence: Sentence) => string = render): string {
  const { kind, segment, rows } = event;
  const onTheWire = ON_THE_WIRE[kind];
  if (onTheWire !== undefined) return inWords(onTheWire(comma(segment?.flags ?? '')));
  if (kind === 'call') return event.call ?? 'call';
  if (kind === 'arrive') return `rcv ${comma(segment?.flags ?? '')}`;
  if (kind === 'timer') return rows[0]?.event ?? event.timer ?? 'timer';
  const inTheScript = IN_THE_SCRIPT[kind];
  return inTheScript === undefined ? kind : inWords(inTheScript);
}

/** `snd SYN,ACK`, `snd 3 x ACK`. */
export function sendWords({ sends }: TraceEvent): string {
  if (sends.length === 0) return '';
  const groups: { flags: string; count: number }[] = [];
  for (const { flags } of sends) {
    const last = groups.at(-1);
    if (last?.flags === flags) last.count += 1;
    else groups.push({ flags, count: 1 });
  }
  return `snd ${groups.map(({ flags, count }) => (count > 1 ? `${count} × ${comma(flags)}` : comma(flags))).join(' ')}`;
}

export function logCells(
  event: TraceEvent,
  notes: SegmentNotes,
  numbers: Numbers,
  inWords: (sentence: Sentence) => string,
): LogCells {
  const segment = segmentOf(event);
  const bad =
    failuresOf(event).length > 0 || event.kind === 'lost' || event.kind === 'discard' || event.error !== undefined;
  return {
    n: event.n,
    peer: event.peer ?? '',
    event: eventWords(event, inWords),
    sends: sendWords(event),
    from: segment?.from,
    to: segment?.to,
    flags: segment === undefined ? '' : comma(segment.flags),
    seq: segment === undefined ? '' : String(sequenceOf(segment, numbers)),
    ack: segment === undefined ? '' : String(acknowledgmentOf(segment, numbers) ?? ''),
    win: segment === undefined ? '' : String(segment.win),
    len: segment === undefined ? '' : String(segment.len),
    states: statesPassed(event),
    tags: segment === undefined ? '' : (notes.get(segment.id) ?? []).join(' '),
    note: remarks(event, inWords),
    mood: bad ? 'bad' : IN_THE_SCRIPT[event.kind] !== undefined ? 'script' : event.kind === 'timer' ? 'timer' : 'plain',
  };
}

/** What is said of the event: its judgments, what TCP answered, the note; else why the machine did it. */
function remarks(event: TraceEvent, inWords: (sentence: Sentence) => string): string {
  const parts = judgmentsOf(event).map(
    ({ ok, line, message }) => `${ok ? '✓' : '✗'} ${inWords(say('line {0}: {1}', line, message))}`,
  );
  if (event.text !== undefined) parts.push(inWords(event.text));
  if (event.error !== undefined) parts.push(`error: ${event.error}`);
  else if (event.result !== undefined && event.result !== 'ok') parts.push(event.result);
  if (parts.length === 0) parts.push(...event.rows.map((row) => inWords(say(row.why))));
  return parts.join(' ');
}

/** Everything that the row says, in small letters: what a plain filter looks through. */
export const searchText = (cells: LogCells): string =>
  [
    cells.peer,
    cells.event,
    cells.sends,
    `${cells.from ?? ''} -> ${cells.to ?? ''}`,
    cells.flags,
    `seq=${cells.seq}`,
    `ack=${cells.ack}`,
    `win=${cells.win}`,
    `len=${cells.len}`,
    cells.states.join(' → '),
    cells.tags,
    cells.note,
  ]
    .join(' ')
    .toLowerCase();
