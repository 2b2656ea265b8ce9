/** The timers of a trace that expired: when each was started, for how long. Those that were stopped are not told. */
import type { TimerName } from '../tcp/timers';
import type { ShownTrace } from '../trace/trace';
import { peerOf } from './scene';

export interface TimerSpan {
  readonly peer: 0 | 1;
  readonly timer: TimerName;
  /** The events that set it and in which it expires. */
  readonly from: number;
  readonly to: number;
  /** Microseconds. */
  readonly length: number;
  /** Spans of one peer that overlap are in different lanes, from 0. */
  readonly lane: number;
}

/** In the order in which they expire. */
export function timerSpansOf(trace: ShownTrace): readonly TimerSpan[] {
  const started = new Map<string, { readonly n: number; readonly time: number }>();
  const spans: TimerSpan[] = [];
  for (const event of trace.events) {
    const peer = peerOf(event, trace);
    if (peer === undefined) continue;
    if (event.kind === 'timer' && event.timer !== undefined) {
      const start = started.get(`${peer} timer.${event.timer}`);
      if (start !== undefined) {
        const lanes = spans.slice(-8).filter((span) => span.peer === peer && span.to > start.n);
        const lane = [0, 1, 2].find((each) => lanes.every((span) => span.lane !== each)) ?? 0;
        spans.push({ peer, timer: event.timer, from: start.n, to: event.n, length: event.time - start.time, lane });
      }
    }
    for (const [name, [, value]] of Object.entries(event.changes)) {
      if (!name.startsWith('timer.')) continue;
      if (typeof value === 'number') started.set(`${peer} ${name}`, { n: event.n, time: event.time });
      else started.delete(`${peer} ${name}`);
    }
  }
  return spans;
}

/** How a timer is called where there is little room. */
export const TIMER_WORDS: Readonly<Record<TimerName, string>> = {
  retransmit: 'RTO',
  persist: 'persist',
  timewait: '2 MSL',
  delayedack: 'delayed ACK',
  usertimeout: 'user timeout',
};
