/** What a peer's application can do: the verb, the user call of RFC 9293 behind it, and the socket call readers know. */
import type { Verb, VerbEntry } from '../vocabulary';

export const VERBS: { readonly [N in Verb]: VerbEntry & { readonly name: N } } = {
  listen: {
    name: 'listen',
    forms: ['listen'],
    meaning: 'Waits for a connection from the other peer.',
    userCall: 'passive OPEN',
    sockets: 'socket, bind, listen',
    clause: 'RFC 9293, 3.10.1',
    similar: ['accept', 'bind'],
  },
  connect: {
    name: 'connect',
    forms: ['connect'],
    meaning: 'Opens a connection to the other peer: a SYN is sent.',
    userCall: 'active OPEN',
    sockets: 'connect',
    clause: 'RFC 9293, 3.10.1',
    similar: ['open', 'dial'],
  },
  send: {
    name: 'send',
    forms: ['send 1000', 'send "text" [urgent]'],
    meaning: 'Hands over data to be sent: so many bytes of a fixed pattern, or a text.',
    userCall: 'SEND',
    sockets: 'send',
    clause: 'RFC 9293, 3.10.2',
    similar: ['write', 'sendto'],
  },
  recv: {
    name: 'recv',
    forms: ['recv 100', 'recv all'],
    meaning: 'Takes so many bytes, or all there are, out of the receive buffer; for peers with read=manual.',
    userCall: 'RECEIVE',
    sockets: 'recv',
    clause: 'RFC 9293, 3.10.3',
    similar: ['receive', 'read'],
  },
  close: {
    name: 'close',
    forms: ['close'],
    meaning: 'Says that it has no more data to send: a FIN follows the data handed over so far.',
    userCall: 'CLOSE',
    sockets: 'close, shutdown(SHUT_WR)',
    clause: 'RFC 9293, 3.10.4',
    similar: ['shutdown', 'fin'],
  },
  abort: {
    name: 'abort',
    forms: ['abort'],
    meaning: 'Ends the connection at once: what is unsent is thrown away, and a RST tells the other side.',
    userCall: 'ABORT',
    sockets: 'setsockopt(SO_LINGER), close',
    clause: 'RFC 9293, 3.10.5',
    similar: ['reset', 'rst'],
  },
  status: {
    name: 'status',
    forms: ['status'],
    meaning: 'Asks for the state of the connection; the answer is in the log.',
    userCall: 'STATUS',
    sockets: 'getsockopt(TCP_INFO)',
    clause: 'RFC 9293, 3.10.6',
    similar: ['info', 'state'],
  },
  set: {
    name: 'set',
    forms: ['set option=value ...'],
    meaning:
      'Changes options of the peer from now on; sends nothing by itself, and iss counts for the next connection.',
    sockets: 'setsockopt',
    similar: ['option', 'setsockopt'],
  },
  crash: {
    name: 'crash',
    forms: ['crash'],
    meaning: 'The host loses its memory: the connection is forgotten, and nothing is sent.',
    similar: ['reboot', 'kill', 'die', 'restart'],
  },
};

export const isVerb = (word: string): word is Verb => Object.hasOwn(VERBS, word);
