/** Hand-made traces, so that what prints a trace is tested without an engine. */
import { DEFAULT_PATH } from '../../src/program/paths';
import type { Chapter, Peer, Scenario } from '../../src/program/program';
import type { Row } from '../../src/tcp/fsm';
import { DEFAULT_OPTIONS } from '../../src/tcp/options';
import type { State } from '../../src/tcp/state';
import type { Judgment, TraceEvent, TraceSegment } from '../../src/trace/event';
import type { Trace } from '../../src/trace/trace';
import { say } from '../../src/words/sentence';

export const peer = (name: string, more: Partial<Peer> = {}): Peer => ({
  name,
  address: undefined,
  kind: 'tcp',
  iss: [0],
  options: DEFAULT_OPTIONS,
  announced: {},
  ...more,
});

export const scenario = (name: string, chapters: readonly Chapter[] = [], more: Partial<Scenario> = {}): Scenario => ({
  name,
  line: 1,
  peers: [peer('client'), peer('server')],
  paths: [DEFAULT_PATH, DEFAULT_PATH],
  seed: 1,
  chapters,
  statements: [],
  ...more,
});

export const trace = (of: Scenario, events: readonly TraceEvent[], unnamed: readonly TraceSegment[] = []): Trace => ({
  scenario: of,
  events,
  unnamed,
});

export const row = (from: State, event: Row['event'], to: State, rule = '3.10.7.4'): Row => ({
  from,
  to,
  event,
  guard: undefined,
  actions: [],
  rule,
  why: 'because',
});

/** `segment(1, 'client', 'SYN', 0)`: id, sender, flags, seq, ack; the receiver is the other of client and server. */
export const segment = (
  id: number,
  from: string,
  flags: string,
  seq: number,
  ack?: number,
  more: Partial<TraceSegment> = {},
): TraceSegment => ({
  id,
  from,
  to: from === 'client' ? 'server' : 'client',
  flags,
  seq,
  ack,
  win: 65535,
  len: 0,
  urg: undefined,
  options: {},
  absSeq: seq,
  absAck: ack,
  data: undefined,
  sent: 1,
  sentAt: 0,
  due: 10_000,
  retransmission: false,
  ...more,
});

/** An event with what the test cares for; `line` follows the number unless it is given. */
export const event = (
  n: number,
  time: number,
  kind: TraceEvent['kind'],
  more: Partial<TraceEvent> & { readonly move?: readonly [State, State] } = {},
): TraceEvent => {
  const { move, ...rest } = more;
  return {
    n,
    time,
    line: n,
    kind,
    peer: undefined,
    call: undefined,
    timer: undefined,
    result: undefined,
    error: undefined,
    segment: undefined,
    rows: move ? [row(move[0], 'rcv ACK', move[1])] : [],
    sends: [],
    changes: move ? { state: move } : {},
    cause: undefined,
    text: undefined,
    judgment: undefined,
    violations: [],
    ...rest,
  };
};

export const judgment = (ok: boolean, line: number, more: Partial<Judgment> = {}): Judgment => ({
  ok,
  line,
  message: say(ok ? 'it held' : 'it did not hold'),
  expected: 'client ESTABLISHED',
  actual: 'client SYN_SENT',
  blame: [],
  hints: [],
  wire: [],
  ...more,
});

const syn = segment(1, 'client', 'SYN', 0);
const synAck = segment(2, 'server', 'SYN+ACK', 0, 1);
const ack = segment(3, 'client', 'ACK', 1, 1);

/** Listen, connect and the three segments: events 1 to 5. */
export const handshake: readonly TraceEvent[] = [
  event(1, 0, 'call', { peer: 'server', call: 'listen', result: 'ok', move: ['CLOSED', 'LISTEN'] }),
  event(2, 0, 'call', { peer: 'client', call: 'connect', result: 'ok', move: ['CLOSED', 'SYN_SENT'], sends: [syn] }),
  event(3, 10_000, 'arrive', { peer: 'server', segment: syn, move: ['LISTEN', 'SYN_RCVD'], sends: [synAck] }),
  event(4, 20_000, 'arrive', { peer: 'client', segment: synAck, move: ['SYN_SENT', 'ESTABLISHED'], sends: [ack] }),
  event(5, 30_000, 'arrive', { peer: 'server', segment: ack, move: ['SYN_RCVD', 'ESTABLISHED'] }),
];
