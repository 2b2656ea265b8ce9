/**
 * The state of a peer that runs no TCP, inferred from the segments it sends and receives. It is shown as inferred and
 * never judged: whoever writes the segments may write nonsense, and then this is a guess.
 */
import { FLAG, type Segment } from './segment';
import type { State } from './state';

const SYN_ACK = FLAG.SYN | FLAG.ACK;

/** The state after the peer has sent `segment`. */
export function afterSending(state: State, segment: Segment): State {
  const { flags } = segment;
  if (flags & FLAG.RST) return 'CLOSED';
  if (flags & FLAG.SYN) return flags & FLAG.ACK ? 'SYN_RCVD' : 'SYN_SENT';
  if (flags & FLAG.FIN) return state === 'CLOSE_WAIT' || state === 'LAST_ACK' ? 'LAST_ACK' : closing(state);
  return state === 'SYN_SENT' && flags & FLAG.ACK ? 'ESTABLISHED' : state;
}

const closing = (state: State): State =>
  state === 'FIN_WAIT_2' || state === 'CLOSING' || state === 'TIME_WAIT' ? state : 'FIN_WAIT_1';

/** The state after `segment` has reached the peer. `allAcknowledged`: it acknowledges everything the peer has sent. */
export function afterReceiving(state: State, segment: Segment, allAcknowledged: boolean): State {
  const { flags } = segment;
  if (flags & FLAG.RST) return state === 'LISTEN' ? state : 'CLOSED';
  if ((flags & SYN_ACK) === SYN_ACK) return state === 'SYN_SENT' ? 'ESTABLISHED' : state;
  if (flags & FLAG.SYN) return state === 'SYN_SENT' ? 'SYN_RCVD' : state === 'CLOSED' ? 'LISTEN' : state;
  const acknowledged = allAcknowledged && (flags & FLAG.ACK) !== 0 ? afterAcknowledgment(state) : state;
  return flags & FLAG.FIN ? afterFin(acknowledged) : acknowledged;
}

function afterAcknowledgment(state: State): State {
  if (state === 'SYN_RCVD') return 'ESTABLISHED';
  if (state === 'FIN_WAIT_1') return 'FIN_WAIT_2';
  if (state === 'CLOSING') return 'TIME_WAIT';
  return state === 'LAST_ACK' ? 'CLOSED' : state;
}

function afterFin(state: State): State {
  if (state === 'ESTABLISHED' || state === 'SYN_RCVD') return 'CLOSE_WAIT';
  if (state === 'FIN_WAIT_1') return 'CLOSING';
  return state === 'FIN_WAIT_2' ? 'TIME_WAIT' : state;
}
