/**
 * The TCP connection state machine of RFC 9293, Figure 5 and section 3.10.
 *
 * This file is the only definition of the states and transitions. The engine steps it, the diagram and the reference
 * table are printed from it, and the tests walk its paths.
 *
 * Rule 1: names are the RFC's own words, because every name here is shown to a reader.
 * Rule 2: the machine holds control state only. Sequence numbers, windows and queues live in the TCB; what a transition
 *         must know of them arrives as the event's name and its facts, all of them boolean, so that every case can be
 *         enumerated. `arrival.ts` finds the events in a segment, in the order of the checks of 3.10.7.
 * Rule 3: actions are names. Their meaning is in `effects.ts`; nothing runs here.
 * Rule 4: one transition a line, no wildcard, no `always`, no `after`: a diagram must see every row, and time and order
 *         belong to the simulation. Of several lines for one event the first whose guard holds is taken.
 */
import { setup } from 'xstate';

/** What a guard may ask about the connection. */
export interface Facts {
  readonly openedPassively: boolean;
  /** Every SEND has been put into segments. */
  readonly nothingLeftToSend: boolean;
  /** CLOSE was called and its FIN has not been sent. */
  readonly closeQueued: boolean;
  /** The other side's FIN has been received. */
  readonly remoteClosed: boolean;
  /** No received text waits for a RECEIVE. */
  readonly nothingToRead: boolean;
  /** RFC 5961 is followed; otherwise RFC 793. */
  readonly challengeAck: boolean;
  /** TIME_WAIT is protected from resets (RFC 1337). */
  readonly rfc1337: boolean;
}

// biome-ignore format: kept in groups
export const EVENT_TYPES = [
  // 3.10.1 to 3.10.6, user calls
  'passive OPEN', 'active OPEN', 'SEND', 'RECEIVE', 'CLOSE', 'ABORT', 'STATUS',
  // 3.10.7, a segment: what one check makes of it
  'rcv unacceptable segment', 'rcv unacceptable RST', 'rcv retransmitted FIN', 'rcv crossing SYN,ACK', 'rcv RST', 'rcv RST in window', 'rcv RST without ACK',
  'rcv SYN', 'rcv SYN,ACK', 'rcv SYN,FIN', 'rcv new SYN', 'rcv no ACK', 'rcv ACK', 'rcv ACK of SYN', 'rcv ACK of FIN',
  'rcv duplicate ACK', 'rcv ACK of unsent', 'rcv old ACK', 'rcv unacceptable ACK', 'rcv unacceptable ACK,RST',
  'rcv URG', 'rcv text', 'rcv above RCV.NXT', 'rcv FIN', 'rcv other',
  // 3.10.4, the queued CLOSE: all SENDs are in segments
  'data sent',
  // 3.10.8 and 3.8, timeouts
  'retransmission timeout', 'R2 reached', 'persist timeout', 'delayed ACK timeout', 'user timeout', 'timeout=2MSL',
] as const;
export type TcpEventType = (typeof EVENT_TYPES)[number];
export interface TcpEvent {
  readonly type: TcpEventType;
  readonly facts: Facts;
}

/** The clause a transition implements, and why it is so; shown in the trace, the diagram and the docs. */
interface Clause {
  readonly rule: string;
  readonly why: string;
}

const named = () => {}; // an action is a name; see rule 3
const actions = {
  'create TCB': named,
  'delete TCB': named,
  'snd SYN': named,
  'snd SYN,ACK': named,
  'snd ACK': named,
  'snd challenge ACK': named,
  'snd FIN': named,
  'snd RST': named,
  'snd RST,ACK': named,
  'queue SEND': named,
  'queue RECEIVE': named,
  'queue CLOSE': named,
  'deliver text': named,
  'hold segment': named,
  'RCV.NXT over SYN': named,
  'RCV.NXT over text': named,
  'RCV.NXT over FIN': named,
  'advance SND.UNA': named,
  'update SND.WND': named,
  'advance RCV.UP': named,
  'return to LISTEN': named,
  'flush queues': named,
  retransmit: named,
  'probe window': named,
  'stop timers': named,
  'start 2MSL timer': named,
  ok: named,
  'return state': named,
  'signal connection closing': named,
  'error: closing': named,
  'error: connection does not exist': named,
  'error: connection already exists': named,
  'error: connection closing': named,
  'error: connection refused': named,
  'error: connection reset': named,
  'error: connection aborted due to user timeout': named,
};
export type ActionName = keyof typeof actions;

const machine = setup({
  types: { events: {} as TcpEvent, meta: {} as Clause, transitionMeta: {} as Clause },
  guards: {
    'opened passively': ({ event }) => event.facts.openedPassively && !event.facts.closeQueued, // nobody listens after CLOSE
    'nothing left to send': ({ event }) => event.facts.nothingLeftToSend,
    'CLOSE is queued': ({ event }) => event.facts.closeQueued,
    'FIN was received': ({ event }) => event.facts.remoteClosed,
    'nothing to read': ({ event }) => event.facts.nothingToRead,
    'RFC 5961': ({ event }) => event.facts.challengeAck,
    'RFC 1337': ({ event }) => event.facts.rfc1337,
  },
  actions,
});

// biome-ignore format: one transition a line
export const tcpMachine = machine.createMachine({
  id: 'tcp',
  initial: 'CLOSED',
  states: {
    CLOSED: {
      meta: { rule: '3.3.2', why: 'There is no connection and no TCB.' },
      on: {
        'passive OPEN': { target: 'LISTEN', actions: ['create TCB', 'ok'], meta: { rule: '3.10.1', why: 'The application waits for whoever calls; nothing is sent.' } },
        'active OPEN': { target: 'SYN_SENT', actions: ['create TCB', 'snd SYN', 'ok'], meta: { rule: '3.10.1', why: 'The application calls the other side: a SYN carries our initial sequence number.' } },
        SEND: { actions: 'error: connection does not exist', meta: { rule: '3.10.2', why: 'There is no connection to send on.' } },
        RECEIVE: { actions: 'error: connection does not exist', meta: { rule: '3.10.3', why: 'There is no connection to receive from.' } },
        CLOSE: { actions: 'error: connection does not exist', meta: { rule: '3.10.4', why: 'There is no connection to close.' } },
        ABORT: { actions: 'error: connection does not exist', meta: { rule: '3.10.5', why: 'There is no connection to abort.' } },
        STATUS: { actions: 'error: connection does not exist', meta: { rule: '3.10.6', why: 'There is no connection to tell about.' } },
        'rcv RST': { meta: { rule: '3.10.7.1', why: 'A reset is never answered, or two sides without a connection would answer each other for ever.' } },
        'rcv ACK': { actions: 'snd RST', meta: { rule: '3.10.7.1', why: 'The sender believes in a connection that does not exist here; the reset takes its number from the ACK, so that the sender believes it.' } },
        'rcv no ACK': { actions: 'snd RST,ACK', meta: { rule: '3.10.7.1', why: 'Nothing listens here; the reset acknowledges the segment, SYN included, so that the sender knows what was refused.' } },
      },
    },
    LISTEN: {
      meta: { rule: '3.3.2', why: 'Waiting for a connection request from any remote peer.' },
      on: {
        'passive OPEN': { actions: 'error: connection already exists', meta: { rule: '3.10.1', why: 'It listens already.' } },
        'active OPEN': { target: 'SYN_SENT', actions: ['snd SYN', 'ok'], meta: { rule: '3.10.1', why: 'The application stops waiting and calls by itself: passive becomes active.' } },
        SEND: { target: 'SYN_SENT', actions: ['snd SYN', 'queue SEND', 'ok'], meta: { rule: '3.10.2', why: 'Sending on a listening connection opens it actively; the text waits until the connection is established.' } },
        RECEIVE: { actions: ['queue RECEIVE', 'ok'], meta: { rule: '3.10.3', why: 'The request waits until the connection is established.' } },
        CLOSE: { target: 'CLOSED', actions: ['error: closing', 'delete TCB', 'ok'], meta: { rule: '3.10.4', why: 'Nobody has called yet, so there is nobody to tell.' } },
        ABORT: { target: 'CLOSED', actions: ['flush queues', 'delete TCB', 'ok'], meta: { rule: '3.10.5', why: 'Nobody has called yet, so there is nobody to reset.' } },
        STATUS: { actions: 'return state', meta: { rule: '3.10.6', why: 'The application asks for the state.' } },
        'rcv RST': { meta: { rule: '3.10.7.2, first check', why: 'Nothing was sent yet that a reset could be about.' } },
        'rcv ACK': { actions: 'snd RST', meta: { rule: '3.10.7.2, second check', why: 'Nothing was sent yet, so nothing can be acknowledged: the sender is wrong and is told.' } },
        'rcv SYN': { target: 'SYN_RCVD', actions: ['RCV.NXT over SYN', 'snd SYN,ACK'], meta: { rule: '3.10.7.2, third check', why: 'Somebody calls: LISTEN has nothing to wait for, so our SYN and the ACK of theirs go in one segment.' } },
        'rcv SYN,FIN': { meta: { rule: '3.10.7.2, third check', why: 'A SYN that closes at once is dropped, as the option syn-fin asks.' } },
        'rcv other': { meta: { rule: '3.10.7.2, fourth check', why: 'A segment without SYN, ACK and RST cannot be part of any connection here.' } },
        'user timeout': { target: 'CLOSED', actions: ['flush queues', 'error: connection aborted due to user timeout', 'delete TCB'], meta: { rule: '3.10.8', why: 'The application set a limit, and it has passed.' } },
      },
    },
    SYN_SENT: {
      meta: { rule: '3.3.2', why: 'Waiting for a matching connection request after having sent one.' },
      on: {
        'passive OPEN': { actions: 'error: connection already exists', meta: { rule: '3.10.1', why: 'The connection is being opened.' } },
        'active OPEN': { actions: 'error: connection already exists', meta: { rule: '3.10.1', why: 'The connection is being opened.' } },
        SEND: { actions: ['queue SEND', 'ok'], meta: { rule: '3.10.2', why: 'The text waits until the connection is established.' } },
        RECEIVE: { actions: ['queue RECEIVE', 'ok'], meta: { rule: '3.10.3', why: 'The request waits until the connection is established.' } },
        CLOSE: { target: 'CLOSED', actions: ['error: closing', 'delete TCB', 'ok'], meta: { rule: '3.10.4', why: 'The connection is not open yet: it is forgotten and nothing is sent.' } },
        ABORT: { target: 'CLOSED', actions: ['flush queues', 'delete TCB', 'ok'], meta: { rule: '3.10.5', why: 'The connection is not open yet: it is forgotten and no reset is sent.' } },
        STATUS: { actions: 'return state', meta: { rule: '3.10.6', why: 'The application asks for the state.' } },
        'rcv unacceptable ACK': { actions: 'snd RST', meta: { rule: '3.10.7.3, first check', why: 'It acknowledges something that was never sent: an old duplicate, or the other side remembers another connection.' } },
        'rcv unacceptable ACK,RST': { meta: { rule: '3.10.7.3, first check', why: 'It acknowledges something that was never sent, so the reset is not about this connection.' } },
        'rcv RST': { target: 'CLOSED', actions: ['flush queues', 'error: connection reset', 'delete TCB'], meta: { rule: '3.10.7.3, second check', why: 'The reset acknowledges our SYN: nobody listens there, the connection is refused.' } },
        'rcv RST without ACK': { meta: { rule: '3.10.7.3, second check', why: 'A reset that does not acknowledge our SYN could be from anybody.' } },
        'rcv SYN,ACK': { target: 'ESTABLISHED', actions: ['RCV.NXT over SYN', 'advance SND.UNA', 'update SND.WND', 'snd ACK'], meta: { rule: '3.10.7.3, fourth check', why: 'Our SYN is acknowledged and theirs has arrived: both directions are open on this side.' } },
        'rcv SYN': { target: 'SYN_RCVD', actions: ['RCV.NXT over SYN', 'update SND.WND', 'snd SYN,ACK'], meta: { rule: '3.10.7.3, fourth check', why: 'Both sides called at the same time: their SYN crosses ours (simultaneous open, MUST-10).' } },
        'rcv SYN,FIN': { meta: { rule: '3.10.7.3, fourth check', why: 'A SYN that closes at once is dropped, as the option syn-fin asks.' } },
        'rcv other': { meta: { rule: '3.10.7.3, fifth check', why: 'Without SYN or RST the segment cannot be judged: the other side\'s numbers are not known yet.' } },
        'retransmission timeout': { actions: 'retransmit', meta: { rule: '3.10.8', why: 'No answer in time: the SYN is sent again and the next wait is twice as long (RFC 6298).' } },
        'R2 reached': { target: 'CLOSED', actions: ['flush queues', 'error: connection aborted due to user timeout', 'delete TCB'], meta: { rule: '3.8.3', why: 'The SYN was repeated as often as allowed: the other side cannot be reached.' } },
        'user timeout': { target: 'CLOSED', actions: ['flush queues', 'error: connection aborted due to user timeout', 'delete TCB'], meta: { rule: '3.10.8', why: 'The application set a limit, and it has passed.' } },
      },
    },
    SYN_RCVD: {
      meta: { rule: '3.3.2', why: 'Waiting for the acknowledgment of our connection request, after having received and sent one.' },
      on: {
        'passive OPEN': { actions: 'error: connection already exists', meta: { rule: '3.10.1', why: 'The connection is being opened.' } },
        'active OPEN': { actions: 'error: connection already exists', meta: { rule: '3.10.1', why: 'The connection is being opened.' } },
        SEND: [
          { guard: 'CLOSE is queued', actions: 'error: connection closing', meta: { rule: '3.10.2', why: 'After CLOSE nothing more can be sent.' } },
          { actions: ['queue SEND', 'ok'], meta: { rule: '3.10.2', why: 'The text waits until the connection is established.' } },
        ],
        RECEIVE: { actions: ['queue RECEIVE', 'ok'], meta: { rule: '3.10.3', why: 'The request waits until the connection is established.' } },
        CLOSE: [
          { guard: 'CLOSE is queued', actions: 'error: connection closing', meta: { rule: '3.10.4', why: 'CLOSE was called already.' } },
          { guard: 'nothing left to send', target: 'FIN_WAIT_1', actions: ['snd FIN', 'ok'], meta: { rule: '3.10.4', why: 'Nothing is to be sent first, so the FIN goes at once, before our SYN is even acknowledged.' } },
          { actions: ['queue CLOSE', 'ok'], meta: { rule: '3.10.4', why: 'The text must go first, and it may go only when the connection is established.' } },
        ],
        ABORT: { target: 'CLOSED', actions: ['snd RST', 'flush queues', 'delete TCB', 'ok'], meta: { rule: '3.10.5', why: 'The other side knows of the connection, so it is told by a reset.' } },
        STATUS: { actions: 'return state', meta: { rule: '3.10.6', why: 'The application asks for the state.' } },
        'rcv unacceptable segment': { actions: 'snd ACK', meta: { rule: '3.10.7.4, first check', why: 'The segment lies outside the receive window; the ACK says what is expected.' } },
        'rcv unacceptable RST': { meta: { rule: '3.10.7.4, first check', why: 'A reset outside the receive window is an old duplicate or forged; it is not answered.' } },
        'rcv crossing SYN,ACK': { actions: 'snd ACK', meta: { rule: '3.5, Figure 7', why: 'It repeats the SYN that was received already (the window begins after it), but its ACK is for ours: the SYN is trimmed off, the ACK is processed.' } },
        'rcv RST': [
          { guard: 'opened passively', target: 'LISTEN', actions: 'return to LISTEN', meta: { rule: '3.10.7.4, second check', why: 'The caller takes the call back; the application, which has not been told of it, goes on listening.' } },
          { target: 'CLOSED', actions: ['flush queues', 'error: connection refused', 'delete TCB'], meta: { rule: '3.10.7.4, second check', why: 'We called, and the other side refuses; or the application has closed by now, and nobody would listen.' } },
        ],
        'rcv RST in window': { actions: 'snd challenge ACK', meta: { rule: '3.10.7.4, second check (RFC 5961, 3.2)', why: 'A real reset has exactly the next number; the challenge makes an honest sender send it.' } },
        'rcv SYN': [
          { guard: 'opened passively', target: 'LISTEN', actions: 'return to LISTEN', meta: { rule: '3.10.7.4, fourth check', why: 'The caller begins anew: the half-open connection is dropped.' } },
          { guard: 'RFC 5961', actions: 'snd challenge ACK', meta: { rule: '3.10.7.4, fourth check (RFC 5961, 4.2)', why: 'A SYN in the middle of a connection is forged, or the other side has restarted; its answer to the challenge tells which.' } },
          { target: 'CLOSED', actions: ['snd RST', 'flush queues', 'error: connection reset', 'delete TCB'], meta: { rule: '3.10.7.4, fourth check (RFC 793)', why: 'A SYN in the window is an error: the connection is reset.' } },
        ],
        'rcv no ACK': { meta: { rule: '3.10.7.4, fifth check', why: 'Every segment after the SYN carries ACK; one without it is dropped.' } },
        'rcv ACK of SYN': { target: 'ESTABLISHED', actions: ['advance SND.UNA', 'update SND.WND'], meta: { rule: '3.10.7.4, fifth check', why: 'Our SYN is acknowledged: the connection is open.' } },
        'rcv unacceptable ACK': { actions: 'snd RST', meta: { rule: '3.10.7.4, fifth check', why: 'It acknowledges something that was not sent, or not our SYN: the sender means another connection.' } },
        'rcv FIN': { target: 'CLOSE_WAIT', actions: ['signal connection closing', 'RCV.NXT over FIN', 'snd ACK'], meta: { rule: '3.10.7.4, eighth check', why: 'The other side has finished sending.' } },
        'retransmission timeout': { actions: 'retransmit', meta: { rule: '3.10.8', why: 'Our SYN was not acknowledged in time: it is sent again with its ACK.' } },
        'R2 reached': { target: 'CLOSED', actions: ['flush queues', 'error: connection aborted due to user timeout', 'delete TCB'], meta: { rule: '3.8.3', why: 'Our SYN was repeated as often as allowed, and never acknowledged.' } },
        'user timeout': { target: 'CLOSED', actions: ['flush queues', 'error: connection aborted due to user timeout', 'delete TCB'], meta: { rule: '3.10.8', why: 'The application set a limit, and it has passed.' } },
      },
    },
    ESTABLISHED: {
      meta: { rule: '3.3.2', why: 'The connection is open; data flows both ways.' },
      on: {
        'passive OPEN': { actions: 'error: connection already exists', meta: { rule: '3.10.1', why: 'The connection is open.' } },
        'active OPEN': { actions: 'error: connection already exists', meta: { rule: '3.10.1', why: 'The connection is open.' } },
        SEND: { actions: ['queue SEND', 'ok'], meta: { rule: '3.10.2', why: 'The text is put into segments as the window allows; each acknowledges what has arrived.' } },
        RECEIVE: [
          { guard: 'nothing to read', actions: ['queue RECEIVE', 'ok'], meta: { rule: '3.10.3', why: 'Nothing has arrived yet: the request waits.' } },
          { actions: ['deliver text', 'ok'], meta: { rule: '3.10.3', why: 'Text that has arrived is handed over, which makes room in the window.' } },
        ],
        CLOSE: [
          { guard: 'nothing left to send', target: 'FIN_WAIT_1', actions: ['snd FIN', 'ok'], meta: { rule: '3.10.4', why: 'The application has nothing more to say: the FIN takes one sequence number and must be acknowledged; receiving goes on.' } },
          { target: 'FIN_WAIT_1', actions: ['queue CLOSE', 'ok'], meta: { rule: '3.10.4', why: 'The FIN waits behind the text that is not sent yet; the state changes in any case.' } },
        ],
        ABORT: { target: 'CLOSED', actions: ['snd RST', 'flush queues', 'delete TCB', 'ok'], meta: { rule: '3.10.5', why: 'The application gives up at once: the other side is told by a reset, and what was queued is lost.' } },
        STATUS: { actions: 'return state', meta: { rule: '3.10.6', why: 'The application asks for the state.' } },
        'rcv unacceptable segment': { actions: 'snd ACK', meta: { rule: '3.10.7.4, first check', why: 'The segment lies outside the receive window; the ACK says what is expected.' } },
        'rcv unacceptable RST': { meta: { rule: '3.10.7.4, first check', why: 'A reset outside the receive window is an old duplicate or forged; it is not answered.' } },
        'rcv RST': { target: 'CLOSED', actions: ['flush queues', 'error: connection reset', 'delete TCB'], meta: { rule: '3.10.7.4, second check', why: 'The other side has no such connection, or gave it up.' } },
        'rcv RST in window': { actions: 'snd challenge ACK', meta: { rule: '3.10.7.4, second check (RFC 5961, 3.2)', why: 'A real reset has exactly the next number; the challenge makes an honest sender send it.' } },
        'rcv SYN': [
          { guard: 'RFC 5961', actions: 'snd challenge ACK', meta: { rule: '3.10.7.4, fourth check (RFC 5961, 4.2)', why: 'A SYN in the middle of a connection is forged, or the other side has restarted; its answer to the challenge tells which.' } },
          { target: 'CLOSED', actions: ['snd RST', 'flush queues', 'error: connection reset', 'delete TCB'], meta: { rule: '3.10.7.4, fourth check (RFC 793)', why: 'A SYN in the window is an error: the connection is reset.' } },
        ],
        'rcv no ACK': { meta: { rule: '3.10.7.4, fifth check', why: 'Every segment after the SYN carries ACK; one without it is dropped.' } },
        'rcv ACK': { actions: ['advance SND.UNA', 'update SND.WND'], meta: { rule: '3.10.7.4, fifth check', why: 'It acknowledges what was sent: that need not be kept any longer.' } },
        'rcv duplicate ACK': { actions: 'update SND.WND', meta: { rule: '3.10.7.4, fifth check', why: 'It acknowledges nothing new; only its window is looked at.' } },
        'rcv ACK of unsent': { actions: 'snd ACK', meta: { rule: '3.10.7.4, fifth check', why: 'It acknowledges what was never sent: it is dropped, and the ACK says how far things are.' } },
        'rcv old ACK': { actions: 'snd challenge ACK', meta: { rule: '3.10.7.4, fifth check (RFC 5961, 5.2)', why: 'Its acknowledgment is older than any window: forged text looks like this.' } },
        'rcv URG': { actions: 'advance RCV.UP', meta: { rule: '3.10.7.4, sixth check', why: 'Urgent text lies ahead; the application is told once.' } },
        'rcv text': { actions: ['RCV.NXT over text', 'snd ACK'], meta: { rule: '3.10.7.4, seventh check', why: 'The text is the next in order: it is for the application, and is acknowledged.' } },
        'rcv above RCV.NXT': { actions: ['hold segment', 'snd ACK'], meta: { rule: '3.10.7.4, SHLD-31', why: 'Something before it is missing: it is kept, and the repeated ACK says what is missing.' } },
        'rcv FIN': { target: 'CLOSE_WAIT', actions: ['signal connection closing', 'RCV.NXT over FIN', 'snd ACK'], meta: { rule: '3.10.7.4, eighth check', why: 'The other side has finished sending; ours goes on until the application closes.' } },
        'retransmission timeout': { actions: 'retransmit', meta: { rule: '3.10.8', why: 'No acknowledgment in time: the first segment in the queue is sent again and the next wait is twice as long (RFC 6298).' } },
        'R2 reached': { target: 'CLOSED', actions: ['flush queues', 'error: connection aborted due to user timeout', 'delete TCB'], meta: { rule: '3.8.3', why: 'A segment was repeated as often as allowed, and never acknowledged.' } },
        'persist timeout': { actions: 'probe window', meta: { rule: '3.8.6.1', why: 'The window takes nothing, or too little: one byte, or what fits, asks whether it has opened, since the news of that could have been lost.' } },
        'delayed ACK timeout': { actions: 'snd ACK', meta: { rule: '3.8.6.3', why: 'Nothing came up that could have carried the acknowledgment.' } },
        'user timeout': { target: 'CLOSED', actions: ['flush queues', 'error: connection aborted due to user timeout', 'delete TCB'], meta: { rule: '3.10.8', why: 'The application set a limit, and it has passed.' } },
      },
    },
    FIN_WAIT_1: {
      meta: { rule: '3.3.2', why: 'Waiting for the other side\'s FIN, or for the acknowledgment of ours.' },
      on: {
        'passive OPEN': { actions: 'error: connection already exists', meta: { rule: '3.10.1', why: 'The connection is not closed yet.' } },
        'active OPEN': { actions: 'error: connection already exists', meta: { rule: '3.10.1', why: 'The connection is not closed yet.' } },
        SEND: { actions: 'error: connection closing', meta: { rule: '3.10.2', why: 'After CLOSE nothing more can be sent.' } },
        RECEIVE: [
          { guard: 'nothing to read', actions: ['queue RECEIVE', 'ok'], meta: { rule: '3.10.3', why: 'Only our direction is closed: the request waits for what may still arrive.' } },
          { actions: ['deliver text', 'ok'], meta: { rule: '3.10.3', why: 'Only our direction is closed: text that has arrived is handed over.' } },
        ],
        CLOSE: { actions: 'error: connection closing', meta: { rule: '3.10.4', why: 'CLOSE was called already.' } },
        ABORT: { target: 'CLOSED', actions: ['snd RST', 'flush queues', 'delete TCB', 'ok'], meta: { rule: '3.10.5', why: 'The application does not wait for the orderly end: the other side is told by a reset.' } },
        STATUS: { actions: 'return state', meta: { rule: '3.10.6', why: 'The application asks for the state.' } },
        'rcv unacceptable segment': { actions: 'snd ACK', meta: { rule: '3.10.7.4, first check', why: 'The segment lies outside the receive window; the ACK says what is expected.' } },
        'rcv unacceptable RST': { meta: { rule: '3.10.7.4, first check', why: 'A reset outside the receive window is an old duplicate or forged; it is not answered.' } },
        'rcv RST': { target: 'CLOSED', actions: ['flush queues', 'error: connection reset', 'delete TCB'], meta: { rule: '3.10.7.4, second check', why: 'The other side has no such connection, or gave it up.' } },
        'rcv RST in window': { actions: 'snd challenge ACK', meta: { rule: '3.10.7.4, second check (RFC 5961, 3.2)', why: 'A real reset has exactly the next number; the challenge makes an honest sender send it.' } },
        'rcv SYN': [
          { guard: 'RFC 5961', actions: 'snd challenge ACK', meta: { rule: '3.10.7.4, fourth check (RFC 5961, 4.2)', why: 'A SYN in the middle of a connection is forged, or the other side has restarted; its answer to the challenge tells which.' } },
          { target: 'CLOSED', actions: ['snd RST', 'flush queues', 'error: connection reset', 'delete TCB'], meta: { rule: '3.10.7.4, fourth check (RFC 793)', why: 'A SYN in the window is an error: the connection is reset.' } },
        ],
        'rcv no ACK': { meta: { rule: '3.10.7.4, fifth check', why: 'Every segment after the SYN carries ACK; one without it is dropped.' } },
        'rcv ACK': { actions: ['advance SND.UNA', 'update SND.WND'], meta: { rule: '3.10.7.4, fifth check', why: 'It acknowledges what was sent before the FIN, but not the FIN.' } },
        'rcv ACK of FIN': { target: 'FIN_WAIT_2', actions: ['advance SND.UNA', 'update SND.WND'], meta: { rule: '3.10.7.4, fifth check', why: 'Our FIN is acknowledged: our direction is closed; the other side may still send.' } },
        'rcv duplicate ACK': { actions: 'update SND.WND', meta: { rule: '3.10.7.4, fifth check', why: 'It acknowledges nothing new; only its window is looked at.' } },
        'rcv ACK of unsent': { actions: 'snd ACK', meta: { rule: '3.10.7.4, fifth check', why: 'It acknowledges what was never sent: it is dropped, and the ACK says how far things are.' } },
        'rcv old ACK': { actions: 'snd challenge ACK', meta: { rule: '3.10.7.4, fifth check (RFC 5961, 5.2)', why: 'Its acknowledgment is older than any window: forged text looks like this.' } },
        'rcv URG': { actions: 'advance RCV.UP', meta: { rule: '3.10.7.4, sixth check', why: 'Urgent text lies ahead; the application is told once.' } },
        'rcv text': [
          { guard: 'FIN was received', meta: { rule: '3.10.7.4, seventh check', why: 'The other side has closed: text after its FIN is ignored.' } },
          { actions: ['RCV.NXT over text', 'snd ACK'], meta: { rule: '3.10.7.4, seventh check', why: 'Only our direction is closed: the text is for the application, and is acknowledged.' } },
        ],
        'rcv above RCV.NXT': { actions: ['hold segment', 'snd ACK'], meta: { rule: '3.10.7.4, SHLD-31', why: 'Something before it is missing: it is kept, and the repeated ACK says what is missing.' } },
        'rcv FIN': [
          { guard: 'FIN was received', actions: 'snd ACK', meta: { rule: '3.10.7.4, eighth check', why: 'Its FIN was received already; the state remains.' } },
          { guard: 'CLOSE is queued', actions: ['signal connection closing', 'RCV.NXT over FIN', 'snd ACK'], meta: { rule: '3.10.7.4, eighth check', why: 'Both sides close, but our FIN still waits behind text: CLOSING begins when it is sent.' } },
          { target: 'CLOSING', actions: ['signal connection closing', 'RCV.NXT over FIN', 'snd ACK'], meta: { rule: '3.10.7.4, eighth check', why: 'The FINs have crossed: theirs is here, the acknowledgment of ours is not.' } },
        ],
        'data sent': [
          { guard: 'FIN was received', target: 'CLOSING', actions: 'snd FIN', meta: { rule: '3.10.4', why: 'The last text is in a segment, so the queued CLOSE sends its FIN; theirs is here already.' } },
          { actions: 'snd FIN', meta: { rule: '3.10.4', why: 'The last text is in a segment, so the queued CLOSE sends its FIN.' } },
        ],
        'retransmission timeout': { actions: 'retransmit', meta: { rule: '3.10.8', why: 'No acknowledgment in time: the first segment in the queue is sent again and the next wait is twice as long (RFC 6298).' } },
        'R2 reached': { target: 'CLOSED', actions: ['flush queues', 'error: connection aborted due to user timeout', 'delete TCB'], meta: { rule: '3.8.3', why: 'A segment was repeated as often as allowed, and never acknowledged.' } },
        'persist timeout': { actions: 'probe window', meta: { rule: '3.8.6.1', why: 'The window takes nothing, or too little: one byte, or what fits, asks whether it has opened, since the news of that could have been lost.' } },
        'delayed ACK timeout': { actions: 'snd ACK', meta: { rule: '3.8.6.3', why: 'Nothing came up that could have carried the acknowledgment.' } },
        'user timeout': { target: 'CLOSED', actions: ['flush queues', 'error: connection aborted due to user timeout', 'delete TCB'], meta: { rule: '3.10.8', why: 'The application set a limit, and it has passed.' } },
      },
    },
    FIN_WAIT_2: {
      meta: { rule: '3.3.2', why: 'Our FIN is acknowledged; waiting for the other side\'s, which may take as long as it likes.' },
      on: {
        'passive OPEN': { actions: 'error: connection already exists', meta: { rule: '3.10.1', why: 'The connection is not closed yet.' } },
        'active OPEN': { actions: 'error: connection already exists', meta: { rule: '3.10.1', why: 'The connection is not closed yet.' } },
        SEND: { actions: 'error: connection closing', meta: { rule: '3.10.2', why: 'After CLOSE nothing more can be sent.' } },
        RECEIVE: [
          { guard: 'nothing to read', actions: ['queue RECEIVE', 'ok'], meta: { rule: '3.10.3', why: 'Only our direction is closed: the request waits for what may still arrive.' } },
          { actions: ['deliver text', 'ok'], meta: { rule: '3.10.3', why: 'Only our direction is closed: text that has arrived is handed over.' } },
        ],
        CLOSE: { actions: 'error: connection closing', meta: { rule: '3.10.4', why: 'CLOSE was called already.' } },
        ABORT: { target: 'CLOSED', actions: ['snd RST', 'flush queues', 'delete TCB', 'ok'], meta: { rule: '3.10.5', why: 'The application does not wait for the orderly end: the other side is told by a reset.' } },
        STATUS: { actions: 'return state', meta: { rule: '3.10.6', why: 'The application asks for the state.' } },
        'rcv unacceptable segment': { actions: 'snd ACK', meta: { rule: '3.10.7.4, first check', why: 'The segment lies outside the receive window; the ACK says what is expected.' } },
        'rcv unacceptable RST': { meta: { rule: '3.10.7.4, first check', why: 'A reset outside the receive window is an old duplicate or forged; it is not answered.' } },
        'rcv RST': { target: 'CLOSED', actions: ['flush queues', 'error: connection reset', 'delete TCB'], meta: { rule: '3.10.7.4, second check', why: 'The other side has no such connection, or gave it up.' } },
        'rcv RST in window': { actions: 'snd challenge ACK', meta: { rule: '3.10.7.4, second check (RFC 5961, 3.2)', why: 'A real reset has exactly the next number; the challenge makes an honest sender send it.' } },
        'rcv SYN': [
          { guard: 'RFC 5961', actions: 'snd challenge ACK', meta: { rule: '3.10.7.4, fourth check (RFC 5961, 4.2)', why: 'A SYN in the middle of a connection is forged, or the other side has restarted; its answer to the challenge tells which.' } },
          { target: 'CLOSED', actions: ['snd RST', 'flush queues', 'error: connection reset', 'delete TCB'], meta: { rule: '3.10.7.4, fourth check (RFC 793)', why: 'A SYN in the window is an error: the connection is reset.' } },
        ],
        'rcv no ACK': { meta: { rule: '3.10.7.4, fifth check', why: 'Every segment after the SYN carries ACK; one without it is dropped.' } },
        'rcv duplicate ACK': { actions: 'update SND.WND', meta: { rule: '3.10.7.4, fifth check', why: 'Everything was acknowledged already; only its window is looked at.' } },
        'rcv ACK of unsent': { actions: 'snd ACK', meta: { rule: '3.10.7.4, fifth check', why: 'It acknowledges what was never sent: it is dropped, and the ACK says how far things are.' } },
        'rcv old ACK': { actions: 'snd challenge ACK', meta: { rule: '3.10.7.4, fifth check (RFC 5961, 5.2)', why: 'Its acknowledgment is older than any window: forged text looks like this.' } },
        'rcv URG': { actions: 'advance RCV.UP', meta: { rule: '3.10.7.4, sixth check', why: 'Urgent text lies ahead; the application is told once.' } },
        'rcv text': { actions: ['RCV.NXT over text', 'snd ACK'], meta: { rule: '3.10.7.4, seventh check', why: 'Only our direction is closed: the text is for the application, and is acknowledged.' } },
        'rcv above RCV.NXT': { actions: ['hold segment', 'snd ACK'], meta: { rule: '3.10.7.4, SHLD-31', why: 'Something before it is missing: it is kept, and the repeated ACK says what is missing.' } },
        'rcv FIN': { target: 'TIME_WAIT', actions: ['signal connection closing', 'RCV.NXT over FIN', 'snd ACK', 'stop timers', 'start 2MSL timer'], meta: { rule: '3.10.7.4, eighth check', why: 'Both directions are closed; the last ACK may be lost, so we stay to repeat it.' } },
        'delayed ACK timeout': { actions: 'snd ACK', meta: { rule: '3.8.6.3', why: 'Nothing came up that could have carried the acknowledgment.' } },
        'user timeout': { target: 'CLOSED', actions: ['flush queues', 'error: connection aborted due to user timeout', 'delete TCB'], meta: { rule: '3.10.8', why: 'The application set a limit, and it has passed.' } },
      },
    },
    CLOSE_WAIT: {
      meta: { rule: '3.3.2', why: 'The other side has closed; waiting for our application to close too.' },
      on: {
        'passive OPEN': { actions: 'error: connection already exists', meta: { rule: '3.10.1', why: 'The connection is not closed yet.' } },
        'active OPEN': { actions: 'error: connection already exists', meta: { rule: '3.10.1', why: 'The connection is not closed yet.' } },
        SEND: [
          { guard: 'CLOSE is queued', actions: 'error: connection closing', meta: { rule: '3.10.2', why: 'After CLOSE nothing more can be sent.' } },
          { actions: ['queue SEND', 'ok'], meta: { rule: '3.10.2', why: 'Only the other direction is closed: ours carries text as before (half-close).' } },
        ],
        RECEIVE: [
          { guard: 'nothing to read', actions: 'error: connection closing', meta: { rule: '3.10.3', why: 'The other side has closed, and all it sent has been read: nothing will come.' } },
          { actions: ['deliver text', 'ok'], meta: { rule: '3.10.3', why: 'What had arrived before the FIN is handed over.' } },
        ],
        CLOSE: [
          { guard: 'CLOSE is queued', actions: 'error: connection closing', meta: { rule: '3.10.4', why: 'CLOSE was called already.' } },
          { guard: 'nothing left to send', target: 'LAST_ACK', actions: ['snd FIN', 'ok'], meta: { rule: '3.10.4', why: 'Our application closes too: our FIN is the last thing to be acknowledged.' } },
          { actions: ['queue CLOSE', 'ok'], meta: { rule: '3.10.4', why: 'The FIN waits behind the text that is not sent yet.' } },
        ],
        ABORT: { target: 'CLOSED', actions: ['snd RST', 'flush queues', 'delete TCB', 'ok'], meta: { rule: '3.10.5', why: 'The application gives up at once: the other side is told by a reset.' } },
        STATUS: { actions: 'return state', meta: { rule: '3.10.6', why: 'The application asks for the state.' } },
        'rcv unacceptable segment': { actions: 'snd ACK', meta: { rule: '3.10.7.4, first check', why: 'The segment lies outside the receive window (a repeated FIN does); the ACK says what is expected.' } },
        'rcv unacceptable RST': { meta: { rule: '3.10.7.4, first check', why: 'A reset outside the receive window is an old duplicate or forged; it is not answered.' } },
        'rcv RST': { target: 'CLOSED', actions: ['flush queues', 'error: connection reset', 'delete TCB'], meta: { rule: '3.10.7.4, second check', why: 'The other side has no such connection any more, or gave it up.' } },
        'rcv RST in window': { actions: 'snd challenge ACK', meta: { rule: '3.10.7.4, second check (RFC 5961, 3.2)', why: 'A real reset has exactly the next number; the challenge makes an honest sender send it.' } },
        'rcv SYN': [
          { guard: 'RFC 5961', actions: 'snd challenge ACK', meta: { rule: '3.10.7.4, fourth check (RFC 5961, 4.2)', why: 'A SYN in the middle of a connection is forged, or the other side has restarted; its answer to the challenge tells which.' } },
          { target: 'CLOSED', actions: ['snd RST', 'flush queues', 'error: connection reset', 'delete TCB'], meta: { rule: '3.10.7.4, fourth check (RFC 793)', why: 'A SYN in the window is an error: the connection is reset.' } },
        ],
        'rcv no ACK': { meta: { rule: '3.10.7.4, fifth check', why: 'Every segment after the SYN carries ACK; one without it is dropped.' } },
        'rcv ACK': { actions: ['advance SND.UNA', 'update SND.WND'], meta: { rule: '3.10.7.4, fifth check', why: 'It acknowledges what was sent: that need not be kept any longer.' } },
        'rcv duplicate ACK': { actions: 'update SND.WND', meta: { rule: '3.10.7.4, fifth check', why: 'It acknowledges nothing new; only its window is looked at.' } },
        'rcv ACK of unsent': { actions: 'snd ACK', meta: { rule: '3.10.7.4, fifth check', why: 'It acknowledges what was never sent: it is dropped, and the ACK says how far things are.' } },
        'rcv old ACK': { actions: 'snd challenge ACK', meta: { rule: '3.10.7.4, fifth check (RFC 5961, 5.2)', why: 'Its acknowledgment is older than any window: forged text looks like this.' } },
        'rcv URG': { meta: { rule: '3.10.7.4, sixth check', why: 'The other side has closed: nothing urgent can follow its FIN.' } },
        'rcv text': { meta: { rule: '3.10.7.4, seventh check', why: 'The other side has closed: text after its FIN is ignored.' } },
        'rcv FIN': { actions: 'snd ACK', meta: { rule: '3.10.7.4, eighth check', why: 'Its FIN was received already; the state remains.' } },
        'data sent': { target: 'LAST_ACK', actions: 'snd FIN', meta: { rule: '3.10.4', why: 'The last text is in a segment, so the queued CLOSE sends its FIN.' } },
        'retransmission timeout': { actions: 'retransmit', meta: { rule: '3.10.8', why: 'No acknowledgment in time: the first segment in the queue is sent again and the next wait is twice as long (RFC 6298).' } },
        'R2 reached': { target: 'CLOSED', actions: ['flush queues', 'error: connection aborted due to user timeout', 'delete TCB'], meta: { rule: '3.8.3', why: 'A segment was repeated as often as allowed, and never acknowledged.' } },
        'persist timeout': { actions: 'probe window', meta: { rule: '3.8.6.1', why: 'The window takes nothing, or too little: one byte, or what fits, asks whether it has opened, since the news of that could have been lost.' } },
        'delayed ACK timeout': { actions: 'snd ACK', meta: { rule: '3.8.6.3', why: 'Nothing came up that could have carried the acknowledgment.' } },
        'user timeout': { target: 'CLOSED', actions: ['flush queues', 'error: connection aborted due to user timeout', 'delete TCB'], meta: { rule: '3.10.8', why: 'The application set a limit, and it has passed.' } },
      },
    },
    CLOSING: {
      meta: { rule: '3.3.2', why: 'The FINs crossed; waiting for the acknowledgment of ours.' },
      on: {
        'passive OPEN': { actions: 'error: connection already exists', meta: { rule: '3.10.1', why: 'The connection is not closed yet.' } },
        'active OPEN': { actions: 'error: connection already exists', meta: { rule: '3.10.1', why: 'The connection is not closed yet.' } },
        SEND: { actions: 'error: connection closing', meta: { rule: '3.10.2', why: 'After CLOSE nothing more can be sent.' } },
        RECEIVE: { actions: 'error: connection closing', meta: { rule: '3.10.3', why: 'Both sides have closed: nothing will come.' } },
        CLOSE: { actions: 'error: connection closing', meta: { rule: '3.10.4', why: 'CLOSE was called already.' } },
        ABORT: { target: 'CLOSED', actions: ['delete TCB', 'ok'], meta: { rule: '3.10.5', why: 'Both sides have finished: the connection is forgotten, and no reset is needed.' } },
        STATUS: { actions: 'return state', meta: { rule: '3.10.6', why: 'The application asks for the state.' } },
        'rcv unacceptable segment': { actions: 'snd ACK', meta: { rule: '3.10.7.4, first check', why: 'The segment lies outside the receive window (a repeated FIN does); the ACK says what is expected.' } },
        'rcv unacceptable RST': { meta: { rule: '3.10.7.4, first check', why: 'A reset outside the receive window is an old duplicate or forged; it is not answered.' } },
        'rcv RST': { target: 'CLOSED', actions: 'delete TCB', meta: { rule: '3.10.7.4, second check', why: 'Both sides have finished, so a reset loses nothing and the application is not told.' } },
        'rcv RST in window': { actions: 'snd challenge ACK', meta: { rule: '3.10.7.4, second check (RFC 5961, 3.2)', why: 'A real reset has exactly the next number; the challenge makes an honest sender send it.' } },
        'rcv SYN': [
          { guard: 'RFC 5961', actions: 'snd challenge ACK', meta: { rule: '3.10.7.4, fourth check (RFC 5961, 4.2)', why: 'A SYN in the middle of a connection is forged, or the other side has restarted; its answer to the challenge tells which.' } },
          { target: 'CLOSED', actions: ['snd RST', 'flush queues', 'error: connection reset', 'delete TCB'], meta: { rule: '3.10.7.4, fourth check (RFC 793)', why: 'A SYN in the window is an error: the connection is reset.' } },
        ],
        'rcv no ACK': { meta: { rule: '3.10.7.4, fifth check', why: 'Every segment after the SYN carries ACK; one without it is dropped.' } },
        'rcv ACK': { actions: ['advance SND.UNA', 'update SND.WND'], meta: { rule: '3.10.7.4, fifth check', why: 'It acknowledges what was sent before the FIN, but not the FIN.' } },
        'rcv ACK of FIN': { target: 'TIME_WAIT', actions: ['advance SND.UNA', 'stop timers', 'start 2MSL timer'], meta: { rule: '3.10.7.4, fifth check', why: 'Both FINs are acknowledged; our last ACK may have been lost, so we stay to repeat it.' } },
        'rcv duplicate ACK': { actions: 'update SND.WND', meta: { rule: '3.10.7.4, fifth check', why: 'It does not acknowledge our FIN: it is ignored.' } },
        'rcv ACK of unsent': { actions: 'snd ACK', meta: { rule: '3.10.7.4, fifth check', why: 'It acknowledges what was never sent: it is dropped, and the ACK says how far things are.' } },
        'rcv old ACK': { actions: 'snd challenge ACK', meta: { rule: '3.10.7.4, fifth check (RFC 5961, 5.2)', why: 'Its acknowledgment is older than any window: forged text looks like this.' } },
        'rcv URG': { meta: { rule: '3.10.7.4, sixth check', why: 'The other side has closed: nothing urgent can follow its FIN.' } },
        'rcv text': { meta: { rule: '3.10.7.4, seventh check', why: 'The other side has closed: text after its FIN is ignored.' } },
        'rcv FIN': { actions: 'snd ACK', meta: { rule: '3.10.7.4, eighth check', why: 'Its FIN was received already; the state remains.' } },
        'retransmission timeout': { actions: 'retransmit', meta: { rule: '3.10.8', why: 'Our FIN was not acknowledged in time: it is sent again and the next wait is twice as long (RFC 6298).' } },
        'R2 reached': { target: 'CLOSED', actions: ['flush queues', 'error: connection aborted due to user timeout', 'delete TCB'], meta: { rule: '3.8.3', why: 'Our FIN was repeated as often as allowed, and never acknowledged.' } },
        'user timeout': { target: 'CLOSED', actions: ['flush queues', 'error: connection aborted due to user timeout', 'delete TCB'], meta: { rule: '3.10.8', why: 'The application set a limit, and it has passed.' } },
      },
    },
    LAST_ACK: {
      meta: { rule: '3.3.2', why: 'The other side closed first; waiting for the acknowledgment of our FIN.' },
      on: {
        'passive OPEN': { actions: 'error: connection already exists', meta: { rule: '3.10.1', why: 'The connection is not closed yet.' } },
        'active OPEN': { actions: 'error: connection already exists', meta: { rule: '3.10.1', why: 'The connection is not closed yet.' } },
        SEND: { actions: 'error: connection closing', meta: { rule: '3.10.2', why: 'After CLOSE nothing more can be sent.' } },
        RECEIVE: { actions: 'error: connection closing', meta: { rule: '3.10.3', why: 'Both sides have closed: nothing will come.' } },
        CLOSE: { actions: 'error: connection closing', meta: { rule: '3.10.4', why: 'CLOSE was called already.' } },
        ABORT: { target: 'CLOSED', actions: ['delete TCB', 'ok'], meta: { rule: '3.10.5', why: 'Both sides have finished: the connection is forgotten, and no reset is needed.' } },
        STATUS: { actions: 'return state', meta: { rule: '3.10.6', why: 'The application asks for the state.' } },
        'rcv unacceptable segment': { actions: 'snd ACK', meta: { rule: '3.10.7.4, first check', why: 'The segment lies outside the receive window (a repeated FIN does); the ACK says what is expected.' } },
        'rcv unacceptable RST': { meta: { rule: '3.10.7.4, first check', why: 'A reset outside the receive window is an old duplicate or forged; it is not answered.' } },
        'rcv RST': { target: 'CLOSED', actions: 'delete TCB', meta: { rule: '3.10.7.4, second check', why: 'Both sides have finished, so a reset loses nothing and the application is not told.' } },
        'rcv RST in window': { actions: 'snd challenge ACK', meta: { rule: '3.10.7.4, second check (RFC 5961, 3.2)', why: 'A real reset has exactly the next number; the challenge makes an honest sender send it.' } },
        'rcv SYN': [
          { guard: 'RFC 5961', actions: 'snd challenge ACK', meta: { rule: '3.10.7.4, fourth check (RFC 5961, 4.2)', why: 'A SYN in the middle of a connection is forged, or the other side has restarted; its answer to the challenge tells which.' } },
          { target: 'CLOSED', actions: ['snd RST', 'flush queues', 'error: connection reset', 'delete TCB'], meta: { rule: '3.10.7.4, fourth check (RFC 793)', why: 'A SYN in the window is an error: the connection is reset.' } },
        ],
        'rcv no ACK': { meta: { rule: '3.10.7.4, fifth check', why: 'Every segment after the SYN carries ACK; one without it is dropped.' } },
        'rcv ACK': { actions: ['advance SND.UNA', 'update SND.WND'], meta: { rule: '3.10.7.4, fifth check', why: 'It acknowledges what was sent before the FIN, but not the FIN.' } },
        'rcv ACK of FIN': { target: 'CLOSED', actions: ['advance SND.UNA', 'delete TCB'], meta: { rule: '3.10.7.4, fifth check', why: 'Our FIN is acknowledged, theirs was: nothing is left to wait for.' } },
        'rcv duplicate ACK': { actions: 'update SND.WND', meta: { rule: '3.10.7.4, fifth check', why: 'It does not acknowledge our FIN: it is ignored.' } },
        'rcv ACK of unsent': { actions: 'snd ACK', meta: { rule: '3.10.7.4, fifth check', why: 'It acknowledges what was never sent: it is dropped, and the ACK says how far things are.' } },
        'rcv old ACK': { actions: 'snd challenge ACK', meta: { rule: '3.10.7.4, fifth check (RFC 5961, 5.2)', why: 'Its acknowledgment is older than any window: forged text looks like this.' } },
        'rcv URG': { meta: { rule: '3.10.7.4, sixth check', why: 'The other side has closed: nothing urgent can follow its FIN.' } },
        'rcv text': { meta: { rule: '3.10.7.4, seventh check', why: 'The other side has closed: text after its FIN is ignored.' } },
        'rcv FIN': { actions: 'snd ACK', meta: { rule: '3.10.7.4, eighth check', why: 'Its FIN was received already; the state remains.' } },
        'retransmission timeout': { actions: 'retransmit', meta: { rule: '3.10.8', why: 'Our FIN was not acknowledged in time: it is sent again and the next wait is twice as long (RFC 6298).' } },
        'R2 reached': { target: 'CLOSED', actions: ['flush queues', 'error: connection aborted due to user timeout', 'delete TCB'], meta: { rule: '3.8.3', why: 'Our FIN was repeated as often as allowed, and never acknowledged.' } },
        'user timeout': { target: 'CLOSED', actions: ['flush queues', 'error: connection aborted due to user timeout', 'delete TCB'], meta: { rule: '3.10.8', why: 'The application set a limit, and it has passed.' } },
      },
    },
    TIME_WAIT: {
      meta: { rule: '3.3.2', why: 'Staying until old segments have died and the other side surely has our last ACK.' },
      on: {
        'passive OPEN': { actions: 'error: connection already exists', meta: { rule: '3.10.1', why: 'The same pair of sockets is kept until 2 MSL have passed.' } },
        'active OPEN': { actions: 'error: connection already exists', meta: { rule: '3.10.1', why: 'The same pair of sockets is kept until 2 MSL have passed.' } },
        SEND: { actions: 'error: connection closing', meta: { rule: '3.10.2', why: 'After CLOSE nothing more can be sent.' } },
        RECEIVE: { actions: 'error: connection closing', meta: { rule: '3.10.3', why: 'Both sides have closed: nothing will come.' } },
        CLOSE: { actions: 'error: connection closing', meta: { rule: '3.10.4', why: 'CLOSE was called already.' } },
        ABORT: { target: 'CLOSED', actions: ['delete TCB', 'ok'], meta: { rule: '3.10.5', why: 'Both sides have finished: the connection is forgotten, and no reset is needed.' } },
        STATUS: { actions: 'return state', meta: { rule: '3.10.6', why: 'The application asks for the state.' } },
        'rcv unacceptable segment': { actions: 'snd ACK', meta: { rule: '3.10.7.4, first check', why: 'The segment lies outside the receive window; the ACK says what is expected.' } },
        'rcv unacceptable RST': { meta: { rule: '3.10.7.4, first check', why: 'A reset outside the receive window is an old duplicate or forged; it is not answered.' } },
        'rcv retransmitted FIN': { actions: ['snd ACK', 'start 2MSL timer'], meta: { rule: '3.10.7.4, fifth check', why: 'Our last ACK was lost: it is sent again, and the waiting begins anew.' } },
        'rcv RST': [
          { guard: 'RFC 1337', meta: { rule: 'RFC 1337, 3 (F1)', why: 'A reset must not end TIME_WAIT early, or old duplicates could meet the next connection.' } },
          { target: 'CLOSED', actions: 'delete TCB', meta: { rule: '3.10.7.4, second check', why: 'Both sides have finished, so a reset loses nothing and the application is not told.' } },
        ],
        'rcv RST in window': [
          { guard: 'RFC 1337', meta: { rule: 'RFC 1337, 3 (F1)', why: 'A reset must not end TIME_WAIT early, or old duplicates could meet the next connection.' } },
          { actions: 'snd challenge ACK', meta: { rule: '3.10.7.4, second check (RFC 5961, 3.2)', why: 'A real reset has exactly the next number; the challenge makes an honest sender send it.' } },
        ],
        'rcv new SYN': { target: 'SYN_RCVD', actions: ['delete TCB', 'create TCB', 'RCV.NXT over SYN', 'snd SYN,ACK'], meta: { rule: '3.10.7.4, fourth check (RFC 1122, 4.2.2.13)', why: 'The SYN lies beyond everything the old connection used, so it begins a new one.' } },
        'rcv SYN,FIN': { meta: { rule: '3.10.7.4, fourth check', why: 'A SYN that closes at once is dropped, as the option syn-fin asks.' } },
        'rcv SYN': [
          { guard: 'RFC 5961', actions: 'snd challenge ACK', meta: { rule: '3.10.7.4, fourth check (RFC 5961, 4.2)', why: 'The same pair of sockets is kept until 2 MSL have passed; the challenge tells an honest caller.' } },
          { target: 'CLOSED', actions: ['snd RST', 'flush queues', 'error: connection reset', 'delete TCB'], meta: { rule: '3.10.7.4, fourth check (RFC 793)', why: 'A SYN in the window is an error: the connection is reset.' } },
        ],
        'rcv no ACK': { meta: { rule: '3.10.7.4, fifth check', why: 'Every segment after the SYN carries ACK; one without it is dropped.' } },
        'rcv duplicate ACK': { meta: { rule: '3.10.7.4, fifth check', why: 'Everything was acknowledged already; an ACK is not answered, or ACKs would answer each other for ever.' } },
        'rcv ACK of unsent': { actions: 'snd ACK', meta: { rule: '3.10.7.4, fifth check (RFC 5961, 5.2)', why: 'It acknowledges what was never sent: it is dropped, and the ACK says how far things are.' } },
        'rcv old ACK': { actions: 'snd challenge ACK', meta: { rule: '3.10.7.4, fifth check (RFC 5961, 5.2)', why: 'Its acknowledgment is older than any window: forged text looks like this.' } },
        'rcv URG': { meta: { rule: '3.10.7.4, sixth check', why: 'The other side has closed: nothing urgent can follow its FIN.' } },
        'rcv text': { meta: { rule: '3.10.7.4, seventh check', why: 'The other side has closed: text after its FIN is ignored.' } },
        'rcv FIN': { actions: ['snd ACK', 'start 2MSL timer'], meta: { rule: '3.10.7.4, eighth check', why: 'Another FIN: it is acknowledged, and the waiting begins anew.' } },
        'user timeout': { target: 'CLOSED', actions: ['flush queues', 'error: connection aborted due to user timeout', 'delete TCB'], meta: { rule: '3.10.8', why: 'The application set a limit, and it has passed.' } },
        'timeout=2MSL': { target: 'CLOSED', actions: 'delete TCB', meta: { rule: '3.10.8', why: 'Everything that could still be under way has died: the pair of sockets is free again.' } },
      },
    },
  },
});
