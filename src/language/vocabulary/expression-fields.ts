/** What an expression can ask: of a peer, of a remembered segment, and of the scenario itself. */
import type { CaptureFieldName, ExpressionFieldEntry, GlobalName, PeerFieldName } from '../vocabulary';

const SEND_VARIABLE = 'RFC 9293, 3.3.1';

export const PEER_FIELDS: { readonly [N in PeerFieldName]: ExpressionFieldEntry<N> } = {
  state: { name: 'state', gives: 'state', meaning: 'The state it is in.', clause: 'RFC 9293, 3.3.2' },
  visited: {
    name: 'visited',
    gives: 'truth',
    meaning: 'Followed by a state: true once the peer has been there since its last OPEN.',
  },
  previous: { name: 'previous', gives: 'state', meaning: 'The state it was in before.' },
  error: {
    name: 'error',
    gives: 'text',
    meaning: 'What the last refusal or signal since OPEN said, "" if there was none.',
    clause: 'RFC 9293, 3.10',
  },
  iss: { name: 'iss', gives: 'absolute number', meaning: 'Its initial sequence number.', clause: SEND_VARIABLE },
  irs: {
    name: 'irs',
    gives: 'absolute number',
    meaning: "The other side's initial sequence number.",
    clause: SEND_VARIABLE,
  },
  'snd.una': {
    name: 'snd.una',
    gives: 'sequence number',
    meaning: 'The oldest number that is sent and not acknowledged.',
    clause: SEND_VARIABLE,
  },
  'snd.nxt': { name: 'snd.nxt', gives: 'sequence number', meaning: 'The next number to send.', clause: SEND_VARIABLE },
  'snd.wnd': {
    name: 'snd.wnd',
    gives: 'bytes',
    meaning: 'The window that the other side offers.',
    clause: SEND_VARIABLE,
  },
  'snd.up': {
    name: 'snd.up',
    gives: 'sequence number',
    meaning: 'The end of the urgent data it sends.',
    clause: SEND_VARIABLE,
  },
  'snd.wl1': {
    name: 'snd.wl1',
    gives: 'sequence number',
    meaning: 'The sequence number of the segment that last updated the window.',
    clause: SEND_VARIABLE,
  },
  'snd.wl2': {
    name: 'snd.wl2',
    gives: 'sequence number',
    meaning: 'The acknowledgment number of the segment that last updated the window.',
    clause: SEND_VARIABLE,
  },
  'rcv.nxt': {
    name: 'rcv.nxt',
    gives: 'sequence number',
    meaning: 'The next number it expects.',
    clause: SEND_VARIABLE,
  },
  'rcv.wnd': { name: 'rcv.wnd', gives: 'bytes', meaning: 'The window that it offers.', clause: SEND_VARIABLE },
  'rcv.up': {
    name: 'rcv.up',
    gives: 'sequence number',
    meaning: 'The end of the urgent data it receives.',
    clause: SEND_VARIABLE,
  },
  mss: { name: 'mss', gives: 'bytes', meaning: 'The most data it puts into one segment.', clause: 'RFC 9293, 3.7.1' },
  cwnd: { name: 'cwnd', gives: 'bytes', meaning: 'The congestion window.', clause: 'RFC 5681, 2' },
  ssthresh: {
    name: 'ssthresh',
    gives: 'bytes',
    meaning: 'Where slow start ends and congestion avoidance begins.',
    clause: 'RFC 5681, 3.1',
  },
  rto: { name: 'rto', gives: 'duration', meaning: 'The retransmission timeout now in force.', clause: 'RFC 6298, 2' },
  srtt: { name: 'srtt', gives: 'duration', meaning: 'The smoothed round-trip time.', clause: 'RFC 6298, 2' },
  sent: { name: 'sent', gives: 'bytes', meaning: 'Data sent, each byte counted once.' },
  acked: { name: 'acked', gives: 'bytes', meaning: 'Data of its own that the other side has acknowledged.' },
  received: { name: 'received', gives: 'bytes', meaning: 'Data that has arrived in order.' },
  readable: {
    name: 'readable',
    gives: 'bytes',
    meaning: 'Data that has arrived and that the application has not taken.',
  },
  retransmits: { name: 'retransmits', gives: 'segments', meaning: 'How many segments it has sent again.' },
  'timer.retransmit': {
    name: 'timer.retransmit',
    gives: 'duration or off',
    meaning: 'Time left until it sends again what is not acknowledged.',
    clause: 'RFC 6298, 5',
  },
  'timer.persist': {
    name: 'timer.persist',
    gives: 'duration or off',
    meaning: 'Time left until it probes a window that is zero.',
    clause: 'RFC 9293, 3.8.6.1',
  },
  'timer.timewait': {
    name: 'timer.timewait',
    gives: 'duration or off',
    meaning: 'Time left in TIME_WAIT.',
    clause: 'RFC 9293, 3.10.8',
  },
  'timer.delayedack': {
    name: 'timer.delayedack',
    gives: 'duration or off',
    meaning: 'Time left until it acknowledges what has arrived.',
    clause: 'RFC 9293, 3.8.6.3',
  },
  data: { name: 'data', gives: 'text', meaning: 'What the application has read.' },
};

export const CAPTURE_FIELDS: { readonly [N in CaptureFieldName]: ExpressionFieldEntry<N> } = {
  seq: { name: 'seq', gives: 'sequence number', meaning: 'Its sequence number.' },
  ack: { name: 'ack', gives: 'sequence number', meaning: 'Its acknowledgment number.' },
  len: { name: 'len', gives: 'bytes', meaning: 'How much data it carries.' },
  win: { name: 'win', gives: 'bytes', meaning: 'Its window, after scaling.' },
  tsval: { name: 'tsval', gives: 'number', meaning: 'Its timestamp.' },
  time: { name: 'time', gives: 'moment', meaning: 'When it was sent.' },
};

export const GLOBALS: { readonly [N in GlobalName]: ExpressionFieldEntry<N> } = {
  time: { name: 'time', gives: 'moment', meaning: 'The simulated time since the beginning of the scenario.' },
  'wire.count': { name: 'wire.count', gives: 'segments', meaning: 'How many segments are on the wire, both ways.' },
};
