/** What is said of a segment line that was run: what was really sent, when, and what failed. */

import { moment } from '../../trace/duration';
import type { TraceSegment } from '../../trace/event';
import { lineText, type Numbers } from '../../trace/segment-text';
import type { Trace } from '../../trace/trace';
import { say } from '../../words/sentence';
import { code, list, type Paragraph, text } from '../paragraph';
import { linesOf, segmentAtLine } from '../runs';

/** `line` is 1-based. Nothing is said of a line that was not reached. */
export function sentParagraphs(trace: Trace, line: number, numbers: Numbers): readonly Paragraph[] {
  const ran = linesOf(trace).get(line);
  if (ran === undefined) return [];
  const failed = ran.events.find(({ judgment }) => judgment?.line === line && !judgment.ok)?.judgment;
  const segment = segmentAtLine(trace, line);
  return [
    ...(segment ? sent(segment, numbers) : [text(say('Nothing was sent.'))]),
    ...(failed ? [{ kind: 'text', sentence: failed.message } as const, ...list(failed.hints)] : []),
  ];
}

function sent(segment: TraceSegment, numbers: Numbers): readonly Paragraph[] {
  const { sentAt, sent: event, retransmission } = segment;
  return [
    text(say('What was sent:')),
    code(lineText(segment, numbers) + rest(segment)),
    ...list([
      event === undefined ? say('made at {0}', moment(sentAt)) : say('sent at {0}, event {1}', moment(sentAt), event),
      ...(retransmission ? [say('a retransmission')] : []),
      numbers === 'relative'
        ? say('in the header: SEQ={0}', segment.absSeq)
        : say('counted from the first: SEQ={0}', segment.seq),
    ]),
  ];
}

/** The fields that a line seldom has. */
function rest({ win, urg, options }: TraceSegment): string {
  const { sack, sackok, ...numbers } = options;
  const fields = [
    `win=${win}`,
    ...(urg === undefined ? [] : [`urg=${urg}`]),
    ...Object.entries(numbers).map(([name, value]) => `${name}=${value}`),
    ...(sackok ? ['sackok'] : []),
    ...(sack ? [`sack=${sack.map(([from, to]) => `${from}..${to}`).join()}`] : []),
  ];
  return ` ${fields.join(' ')}`;
}
