/** User calls (RFC 9293, 3.10.1 to 3.10.6). What each does, and what it answers, is the machine's. */
import { take } from './take';
import type { Work } from './work';

/** Processes `work.call`. */
export function call(work: Work): void {
  if (work.call === undefined) throw new Error('A call was needed where there is none.');
  take(work, work.call.kind);
}
