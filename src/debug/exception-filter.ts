/** What may stop a run because it is remarkable: failed judgments, and what a protocol's user does not hope for. */
import type { TcpEventType } from '../tcp/fsm';
import type { TraceEvent } from '../trace/event';
import { failuresOf } from '../trace/judgments';
import { type Sentence, say } from '../words/sentence';

export interface ExceptionFilter {
  readonly filter: string;
  readonly label: Sentence;
  readonly description: Sentence;
  /** On until the user says otherwise. */
  readonly default: boolean;
  /** What it looks at is in an event that is told whole, and in no other. */
  readonly whole: boolean;
  readonly test: (event: TraceEvent) => boolean;
}

/** What a check finds in a segment that is then not processed, or only answered. */
const REFUSED: ReadonlySet<TcpEventType> = new Set<TcpEventType>([
  'rcv unacceptable segment',
  'rcv unacceptable RST',
  'rcv RST in window',
  'rcv RST without ACK',
  'rcv unacceptable ACK',
  'rcv unacceptable ACK,RST',
  'rcv no ACK',
  'rcv ACK of unsent',
  'rcv old ACK',
  'rcv SYN,FIN',
  'rcv other',
]);

/** A SYN where a connection is, or anything but a SYN where there is none. */
const MISPLACED: Readonly<Partial<Record<TcpEventType, (state: string) => boolean>>> = {
  'rcv SYN': (state) => state !== 'LISTEN' && state !== 'SYN_SENT',
  'rcv ACK': (state) => state === 'LISTEN' || state === 'CLOSED',
};

const hasReset = ({ flags }: { readonly flags: string }): boolean => flags.split('+').includes('RST');

export const EXCEPTION_FILTERS: readonly ExceptionFilter[] = [
  {
    filter: 'failure',
    label: say('Failed expectation'),
    description: say('Stops where a line does not hold: an expect, a segment line, an always or a never.'),
    default: true,
    whole: false,
    test: (event) => failuresOf(event).length > 0,
  },
  {
    filter: 'reset',
    label: say('RST sent or received'),
    description: say('Stops where a reset is sent, or arrives.'),
    default: false,
    whole: true,
    test: ({ kind, segment, sends }) =>
      sends.some(hasReset) || (kind === 'arrive' && segment !== undefined && hasReset(segment)),
  },
  {
    filter: 'lost',
    label: say('Segment lost'),
    description: say('Stops where a segment is lost on the wire, or discarded for its checksum.'),
    default: false,
    whole: false,
    test: ({ kind }) => kind === 'lost' || kind === 'discard',
  },
  {
    filter: 'retransmission',
    label: say('Retransmission'),
    description: say('Stops where something is sent that was sent before.'),
    default: false,
    whole: true,
    test: ({ sends }) => sends.some(({ retransmission }) => retransmission),
  },
  {
    filter: 'refused',
    label: say('Segment refused by a rule'),
    description: say('Stops where a check of RFC 9293, 3.10.7 drops a segment, or only answers it.'),
    default: false,
    whole: false,
    test: ({ kind, rows }) =>
      kind === 'arrive' && rows.some(({ event, from }) => REFUSED.has(event) || MISPLACED[event]?.(from) === true),
  },
];
