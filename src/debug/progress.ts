/**
 * Long work: it lets others in, after a second it shows how far it is, and it can be cancelled by what it shows.
 *
 * Rule: what is shown is taken away again, however the work ends.
 */
import { type Sentence, say } from '../words/sentence';
import { cancelled } from './errors';
import { Pace } from './pace';
import { type Session, said } from './session';

/** Milliseconds after which it shows how far it is. */
const PATIENCE = 1_000;

export class Progress {
  /** By which a client cancels the work. */
  readonly id: string;
  private readonly session: Session;
  private readonly title: Sentence | undefined;
  private readonly pace: Pace;
  private shown = false;

  /** Without a title nothing is shown. */
  constructor(session: Session, title: Sentence | undefined) {
    session.lastProgress += 1;
    this.id = `run-${session.lastProgress}`;
    this.session = session;
    this.title = title;
    this.pace = new Pace(session.host);
  }

  /** True if others should be let in now. */
  isDue(): boolean {
    return this.pace.isDue();
  }

  /** Lets others in. True if the work has lasted so long that it should show where it is. */
  async pause(): Promise<boolean> {
    return (await this.pace.pause()) > PATIENCE;
  }

  /** Where a request waits for the work: shows how far it is, and refuses to go on if the answer is not wanted. */
  async breathe(n: number): Promise<void> {
    const { session } = this;
    const isLong = await this.pause();
    if (session.cancelling || session.terminated) throw cancelled();
    if (isLong) this.show(n);
  }

  /** Shows that event `n` is reached. */
  show(n: number): void {
    const { session, title, id: progressId } = this;
    if (!session.client.progress || title === undefined) return;
    const message = said(session, say('event {0}', n));
    if (this.shown) session.emit('progressUpdate', { progressId, message });
    else session.emit('progressStart', { progressId, title: said(session, title), message, cancellable: true });
    this.shown = true;
  }

  end(): void {
    if (this.shown) this.session.emit('progressEnd', { progressId: this.id });
    this.shown = false;
  }
}

/** Does what a request waits for. It can be cancelled wherever it breathes. */
export async function working<T>(
  session: Session,
  title: Sentence | undefined,
  work: (progress: Progress) => Promise<T>,
): Promise<T> {
  const progress = new Progress(session, title);
  session.answering = progress;
  try {
    return await work(progress);
  } finally {
    session.answering = undefined;
    progress.end();
  }
}
