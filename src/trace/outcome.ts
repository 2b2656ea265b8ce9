/** How a run went, in a sentence. */
import { type Sentence, say } from '../words/sentence';
import { moment } from './duration';
import type { TraceEvent } from './event';
import { judgmentsOf } from './judgments';

/** `28 events in 241.070 s; 4 judgments held, 1 failed.` */
export function outcome(events: readonly TraceEvent[]): Sentence {
  const verdicts = events.flatMap((event) => judgmentsOf(event).map(({ ok }) => ok));
  const failed = verdicts.filter((ok) => !ok).length;
  const held = verdicts.length - failed;
  const length = moment(events.at(-1)?.time ?? 0);
  const happened =
    events.length === 1 ? say('1 event in {0}', length) : say('{0} events in {1}', events.length, length);
  const heldText = held === 1 ? say('1 judgment held') : say('{0} judgments held', held);
  const failedText = say('{0} failed', failed);
  const judged = failed === 0 ? heldText : held === 0 ? failedText : say('{0}, {1}', heldText, failedText);
  return verdicts.length === 0 ? say('{0}.', happened) : say('{0}; {1}.', happened, judged);
}
