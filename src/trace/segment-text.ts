/**
 * A segment as text: in the style of the RFC's figures (`<SEQ=100><ACK=301><CTL=SYN,ACK>`) and as a segment line of
 * the scenario language (`SYN+ACK seq=0 ack=1`).
 */
import type { Scenario, SegmentPattern } from '../program/program';
import type { TraceSegment } from './event';

/** Whether sequence numbers count from the sender's ISS, or are those of the header. */
export type Numbers = 'relative' | 'absolute';

const segmentPatterns = (scenario: Scenario): readonly SegmentPattern[] =>
  scenario.statements.flatMap((statement) =>
    statement.kind === 'segment' || statement.kind === 'inject' ? [statement.segment] : [],
  );

/** The numbers that a scenario's author thinks in: absolute if a segment line says so (`seq=#100`). */
export function numbersOf(scenario: Scenario): Numbers {
  const absolute = segmentPatterns(scenario).some(({ source }) => /\b(?:seq|ack)=\(?#/.test(source));
  return absolute ? 'absolute' : 'relative';
}

export const sequenceOf = (segment: TraceSegment, numbers: Numbers): number =>
  numbers === 'absolute' ? segment.absSeq : segment.seq;

export const acknowledgmentOf = (segment: TraceSegment, numbers: Numbers): number | undefined =>
  numbers === 'absolute' ? segment.absAck : segment.ack;

/** As in RFC 9293, Figures 6 to 13; `window` adds `<WND=>`, which the figures leave out. */
export function figureText(segment: TraceSegment, numbers: Numbers, window: boolean): string {
  const ack = acknowledgmentOf(segment, numbers);
  const fields = [`<SEQ=${sequenceOf(segment, numbers)}>`];
  if (ack !== undefined) fields.push(`<ACK=${ack}>`);
  if (window) fields.push(`<WND=${segment.win}>`);
  if (segment.len > 0) fields.push(`<DATA=${segment.len}>`);
  fields.push(`<CTL=${segment.flags.replaceAll('+', ',')}>`);
  return fields.join('');
}

/** The fields that a segment line names, each as its author would write it: `seq=1`, `ack=1`, `len=100`. */
export function fieldTexts(segment: TraceSegment, numbers: Numbers): readonly string[] {
  const sign = numbers === 'absolute' ? '#' : '';
  const ack = acknowledgmentOf(segment, numbers);
  const fields = [`seq=${sign}${sequenceOf(segment, numbers)}`];
  if (ack !== undefined) fields.push(`ack=${sign}${ack}`);
  if (segment.len > 0) fields.push(`len=${segment.len}`);
  return fields;
}

/** As its author would write it, from the flags on: `ACK seq=1 ack=1 len=100`. */
export const fieldsText = (segment: TraceSegment, numbers: Numbers = 'relative'): string =>
  [segment.flags, ...fieldTexts(segment, numbers)].join(' ');

/** The direction first: `client -> server  ACK seq=1 ack=1 len=100`. */
export const lineText = (segment: TraceSegment, numbers: Numbers = 'relative'): string =>
  `${segment.from} -> ${segment.to}  ${fieldsText(segment, numbers)}`;
