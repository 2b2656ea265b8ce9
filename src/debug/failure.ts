/** What did not hold at an event, in a sentence; and which line asked for it, if that is another. */
import type { Judgment, TraceEvent } from '../trace/event';
import { failuresOf } from '../trace/judgments';
import { type Sentence, say } from '../words/sentence';

/** `always`, `never` and `finally` stand elsewhere than where they are broken. */
export const failureSentence = (event: TraceEvent, { line, message, expected }: Judgment): Sentence =>
  line === event.line ? message : say('{0} (line {1}: {2})', message, line, expected);

/** The first of an event; undefined if everything held. */
export function firstFailure(event: TraceEvent): Sentence | undefined {
  const [failure] = failuresOf(event);
  return failure && failureSentence(event, failure);
}
