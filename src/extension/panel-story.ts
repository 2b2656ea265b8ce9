/**
 * What the panel shows of a run, as far as it is known: it can be told from its beginning to a page that asks late, and
 * goes on being told to those that listen.
 */
import { EventEmitter } from 'vscode';
import { packer } from '../panel/packing';
import type { HostMessage, Subject } from '../panel/protocol';
import { rows } from '../tcp/fsm';
import type { TraceEvent, TraceSegment } from '../trace/event';

/** So many events at a time, that a page can draw in between. */
const CHUNK = 500;

const pack = packer(rows);

export class Story {
  private readonly teller = new EventEmitter<HostMessage>();
  private shown: Subject;
  private known: TraceEvent[] = [];
  private left: readonly TraceSegment[] | undefined;
  private stands = 0;
  readonly onTold = this.teller.event;

  constructor(subject: Subject) {
    this.shown = subject;
  }

  get subject(): Subject {
    return this.shown;
  }

  get events(): readonly TraceEvent[] {
    return this.known;
  }

  /** What was still on the wire at the end of the run; undefined until that is known. */
  get unnamed(): readonly TraceSegment[] | undefined {
    return this.left;
  }

  /** After which event the host stands. */
  get at(): number {
    return this.stands;
  }

  /** Something else is shown from now on, after event `at` as soon as that is known; of a run, nothing yet. */
  begin(subject: Subject, at = this.stands): void {
    this.shown = subject;
    this.known = [];
    this.left = undefined;
    this.stands = at;
    this.teller.fire({ kind: 'subject', subject });
    this.teller.fire({ kind: 'moment', at: this.stands });
  }

  /** The events from number `from` on are these, and later ones are not known. */
  add(from: number, events: readonly TraceEvent[]): void {
    this.known.splice(from - 1, Number.POSITIVE_INFINITY, ...events);
    this.left = undefined;
    for (const message of chunksOf(from, events)) this.teller.fire(message);
  }

  end(unnamed: readonly TraceSegment[]): void {
    this.left = unnamed;
    this.teller.fire({ kind: 'ended', unnamed });
  }

  stand(at: number): void {
    this.stands = at;
    this.teller.fire({ kind: 'moment', at });
  }

  tell(message: HostMessage): void {
    this.teller.fire(message);
  }

  /** Everything that has been said, for one who has not listened. */
  whole(): readonly HostMessage[] {
    const { shown: subject, left: unnamed } = this;
    return [
      { kind: 'subject', subject },
      { kind: 'moment', at: this.stands },
      ...chunksOf(1, this.known),
      ...(unnamed === undefined ? [] : [{ kind: 'ended', unnamed } as const]),
    ];
  }

  dispose(): void {
    this.teller.dispose();
  }
}

/** One message for no events: it says that there are none from there on. */
function chunksOf(from: number, events: readonly TraceEvent[]): readonly HostMessage[] {
  const chunks: HostMessage[] = [];
  for (let index = 0; index === 0 || index < events.length; index += CHUNK) {
    chunks.push({ kind: 'events', from: from + index, events: pack(events.slice(index, index + CHUNK)) });
  }
  return chunks;
}
