/**
 * What can happen next: the rows that a segment on the wire, a running timer or a call can take from where the peers are.
 *
 * Rule 1: most likely first. What is under way comes before what the applications may do, and among the former that
 *         which is due earlier. Of calls only those are named that change the state.
 * Rule 2: nothing is asked of the recorded future: a debugger that has not gone there says the same.
 */
import type { Row, TcpEventType } from '../tcp/fsm';
import type { TimerName } from '../tcp/timers';
import type { TraceSegment } from '../trace/event';
import { flyingAt } from './flights';
import { type Scene, statesAt, variableAt } from './scene';

export interface Next {
  readonly peer: 0 | 1;
  readonly row: Row;
  readonly by:
    | { readonly kind: 'segment'; readonly segment: TraceSegment; readonly due: number }
    | { readonly kind: 'timer'; readonly timer: TimerName; readonly due: number }
    | { readonly kind: 'call' };
}

const TIMER_EVENTS: readonly (readonly [TimerName, readonly TcpEventType[]])[] = [
  ['retransmit', ['retransmission timeout']],
  ['persist', ['persist timeout']],
  ['timewait', ['timeout=2MSL']],
  ['delayedack', ['delayed ACK timeout']],
];

/** The calls that change a state, the usual one first. */
const CALLS: readonly TcpEventType[] = ['passive OPEN', 'active OPEN', 'CLOSE', 'SEND', 'ABORT'];

export function nextAt(scene: Scene, n: number): readonly Next[] {
  const states = statesAt(scene, n);
  const { peers } = scene.trace.scenario;
  const ofPeer = (peer: 0 | 1, event: TcpEventType, moving: boolean): readonly Row[] =>
    peers[peer].kind === 'scripted'
      ? []
      : scene.rows.filter(
          (row) => row.from === states[peer] && row.event === event && (!moving || row.from !== row.to),
        );
  const due: (Next & { readonly by: { readonly due: number } })[] = [];
  for (const { segment, from } of flyingAt(scene.flights, n)) {
    const peer = from === 0 ? 1 : 0;
    const row = meaningsOf(segment, peer, scene, n)
      .flatMap((event) => likely(ofPeer(peer, event, false), peer, scene, n))
      .at(0);
    if (row !== undefined) due.push({ peer, row, by: { kind: 'segment', segment, due: segment.due } });
  }
  for (const peer of [0, 1] as const) {
    for (const [timer, events] of TIMER_EVENTS) {
      const at = variableAt(scene, peer, `timer.${timer}`, n);
      if (typeof at !== 'number') continue;
      const row = events.flatMap((event) => ofPeer(peer, event, false)).at(0);
      if (row !== undefined) due.push({ peer, row, by: { kind: 'timer', timer, due: at } });
    }
  }
  const calls = ([0, 1] as const).flatMap((peer) =>
    CALLS.flatMap((event): readonly Next[] => {
      const [row] = ofPeer(peer, event, true);
      return row === undefined ? [] : [{ peer, row, by: { kind: 'call' } }];
    }),
  );
  return [...due.sort((a, b) => a.by.due - b.by.due), ...calls];
}

/** The rows of one event that the facts leave; a guard that the trace knows nothing of is left to the reader. */
function likely(rows: readonly Row[], peer: 0 | 1, scene: Scene, n: number): readonly Row[] {
  const passive = scene.takings.get('LISTEN>SYN_RCVD')?.[peer].some((taken) => taken <= n) === true;
  return rows.filter((row) => row.guard !== 'opened passively' || passive);
}

/** What a segment may mean where it is going, the state change first. */
function meaningsOf(segment: TraceSegment, peer: 0 | 1, scene: Scene, n: number): readonly TcpEventType[] {
  const flags = new Set(segment.flags.split('+'));
  const state = statesAt(scene, n)[peer];
  const unopened = state === 'CLOSED' || state === 'LISTEN' || state === 'SYN_SENT';
  const everything = segment.ack !== undefined && segment.ack === variableAt(scene, peer, 'snd.nxt', n);
  const expected = unopened || segment.seq === variableAt(scene, peer, 'rcv.nxt', n);
  const of = (event: TcpEventType, when: boolean): readonly TcpEventType[] => (when ? [event] : []);
  if (flags.has('RST')) return expected ? ['rcv RST'] : ['rcv RST in window', 'rcv unacceptable RST'];
  if (state === 'CLOSED') return flags.has('ACK') ? ['rcv ACK'] : ['rcv no ACK'];
  return [
    ...of('rcv SYN,ACK', flags.has('SYN') && flags.has('ACK')),
    ...of('rcv crossing SYN,ACK', flags.has('SYN') && flags.has('ACK')),
    ...of('rcv SYN', flags.has('SYN')),
    ...of('rcv ACK of SYN', flags.has('ACK') && everything),
    ...of('rcv ACK of FIN', flags.has('ACK') && everything),
    ...of('rcv FIN', flags.has('FIN') && expected),
    ...of('rcv text', segment.len > 0 && expected),
    ...of('rcv above RCV.NXT', segment.len > 0 && !expected),
    ...of('rcv ACK', flags.has('ACK')),
    ...of('rcv duplicate ACK', flags.has('ACK')),
  ];
}
