/** Long work in slices: now and then it lets the client's messages in, and after a second it tells how far it is. */
import type { Host } from './host';

/** Milliseconds of work without a pause, and the steps between two looks at the clock. */
const SLICE = 25;
const STEPS_A_LOOK = 32;

export class Pace {
  readonly begun: number;
  private readonly host: Host;
  private sliceEnds: number;
  private steps = 0;

  constructor(host: Host) {
    this.host = host;
    this.begun = host.now();
    this.sliceEnds = this.begun + SLICE;
  }

  /** True if others should be let in now. */
  isDue(): boolean {
    this.steps += 1;
    return this.steps % STEPS_A_LOOK === 0 && this.host.now() >= this.sliceEnds;
  }

  /** Lets others in; gives the milliseconds since the begin. */
  async pause(): Promise<number> {
    await this.host.breathe();
    const now = this.host.now();
    this.sliceEnds = now + SLICE;
    return now - this.begun;
  }
}
