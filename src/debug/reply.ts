/** The answer to a request, and what the session does after it was sent. */
import type { Arguments } from './arguments';
import type { Session } from './session';

export interface Reply {
  readonly body?: object;
  /** Runs when the answer is on its way: events that follow from the request come after it. */
  readonly after?: () => void;
}

/** What answers a request. It refuses by throwing a refusal. */
export type Handler = (session: Session, args: Arguments) => Reply | Promise<Reply>;

export const NOTHING: Reply = {};
