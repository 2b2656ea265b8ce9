/**
 * The public form of an event: one plain JSON object (docs/trace.md).
 *
 * Rule 1: keys are only added, never renamed; what is undefined is left out.
 * Rule 2: the keys stand in a fixed order and the sentences are English: the same run gives the same bytes everywhere.
 */
import type { Row } from '../tcp/fsm';
import { render } from '../words/sentence';
import type { Judgment, TraceEvent, TraceSegment } from './event';

/** The version of the forms in docs/trace.md. */
export const TRACE_VERSION = 1;

type Json = string | number | boolean | readonly Json[] | { readonly [key: string]: Json | undefined };
type JsonObject = { readonly [key: string]: Json | undefined };

/** The object that `--format jsonl` prints on one line. */
export function eventJson(event: TraceEvent): JsonObject {
  return {
    n: event.n,
    time: event.time,
    line: event.line,
    kind: event.kind,
    peer: event.peer,
    call: event.call,
    timer: event.timer,
    result: event.result,
    error: event.error,
    segment: event.segment && segmentJson(event.segment),
    ...(happensAtPeer(event)
      ? { rows: event.rows.map(rowJson), sends: event.sends.map(sentJson), changes: event.changes }
      : {}),
    cause: event.cause,
    text: event.text && render(event.text),
    ...(event.judgment && judgmentJson(event.judgment)),
    violations: event.violations.length > 0 ? event.violations.map(judgmentJson) : undefined,
  };
}

/** A call, an arriving segment and a timer have rows, sends and changes, even if they are empty. */
const happensAtPeer = (event: TraceEvent): boolean =>
  event.kind === 'call' || event.kind === 'arrive' || event.kind === 'timer';

/** One event a line, each with its line break: a scenario's whole trace may be larger than a string can be. */
export function* jsonl(events: Iterable<TraceEvent>): Generator<string> {
  for (const event of events) yield `${JSON.stringify(eventJson(event))}\n`;
}

function segmentJson(segment: TraceSegment): JsonObject {
  return {
    id: segment.id,
    from: segment.from,
    to: segment.to,
    flags: segment.flags,
    seq: segment.seq,
    ack: segment.ack,
    win: segment.win,
    len: segment.len,
    urg: segment.urg,
    options: optionsJson(segment.options),
    data: segment.data,
    absSeq: segment.absSeq,
    absAck: segment.absAck,
    sent: segment.sent,
    retransmission: segment.retransmission ? true : undefined,
  };
}

const sentJson = (segment: TraceSegment): JsonObject => ({ ...segmentJson(segment), due: segment.due });

function optionsJson(options: TraceSegment['options']): JsonObject {
  return {
    mss: options.mss,
    wscale: options.wscale,
    sackok: options.sackok,
    sack: options.sack,
    tsval: options.tsval,
    tsecr: options.tsecr,
  };
}

const rowJson = (row: Row): JsonObject => ({
  from: row.from,
  to: row.to,
  event: row.event,
  actions: row.actions,
  rule: row.rule,
  why: row.why,
});

const judgmentJson = (judgment: Judgment): JsonObject => ({
  ok: judgment.ok,
  judges: judgment.line,
  message: render(judgment.message),
  expected: render(judgment.expected),
  actual: render(judgment.actual),
});
