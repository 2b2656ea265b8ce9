/** What a segment line can say of a segment besides its flags: header fields, text and TCP options. */
import type { FieldEntry, FieldName } from '../vocabulary';

export const FIELDS: { readonly [N in FieldName]: FieldEntry & { readonly name: N } } = {
  seq: {
    name: 'seq',
    forms: ['seq=1', 'seq=1..1461'],
    takes: 'sequence',
    meaning: 'The first sequence number, relative to the sender; a range gives the length too.',
    clause: 'RFC 9293, 3.1',
  },
  ack: {
    name: 'ack',
    forms: ['ack=1'],
    takes: 'sequence',
    meaning: 'The acknowledgment number, relative to the receiver: the next byte that the sender expects.',
    clause: 'RFC 9293, 3.1',
  },
  len: {
    name: 'len',
    forms: ['len=1460'],
    takes: 'count',
    meaning: 'How many bytes of data the segment carries; unwritten, it carries none.',
    clause: 'RFC 9293, 3.1',
  },
  win: {
    name: 'win',
    forms: ['win=65535'],
    takes: 'count',
    meaning: 'The window in bytes, after scaling.',
    clause: 'RFC 9293, 3.1',
  },
  urg: {
    name: 'urg',
    forms: ['urg=5'],
    takes: 'count',
    meaning: 'The urgent pointer, counted from seq.',
    clause: 'RFC 9293, 3.8.5',
  },
  data: {
    name: 'data',
    forms: ['data="GET /"'],
    takes: 'text',
    meaning: 'The data itself; it gives the length too.',
    clause: 'RFC 9293, 3.1',
  },
  mss: {
    name: 'mss',
    forms: ['mss=1460'],
    takes: 'count',
    meaning: 'The maximum segment size that is announced; only with SYN.',
    clause: 'RFC 9293, 3.7.1',
  },
  wscale: {
    name: 'wscale',
    forms: ['wscale=7', 'wscale=off'],
    takes: 'count',
    meaning: 'The shift of the window scale option; only with SYN.',
    clause: 'RFC 7323, 2.2',
  },
  sackok: {
    name: 'sackok',
    forms: ['sackok', 'sackok=off'],
    takes: 'presence',
    meaning: 'Selective acknowledgments are permitted; only with SYN.',
    clause: 'RFC 2018, 2',
  },
  sack: {
    name: 'sack',
    forms: ['sack=8..16,2..4'],
    takes: 'blocks',
    meaning: 'Blocks of data that have arrived out of order: first byte, and the one after the last.',
    clause: 'RFC 2018, 3',
  },
  tsval: {
    name: 'tsval',
    forms: ['tsval=100'],
    takes: 'count',
    meaning: "The sender's timestamp.",
    clause: 'RFC 7323, 3.2',
  },
  tsecr: {
    name: 'tsecr',
    forms: ['tsecr=100'],
    takes: 'count',
    meaning: 'The timestamp that is echoed.',
    clause: 'RFC 7323, 3.2',
  },
  psh: { name: 'psh', forms: ['psh=off'], takes: 'flag', meaning: 'PSH is not set.', clause: 'RFC 9293, 3.1' },
  ece: { name: 'ece', forms: ['ece=off'], takes: 'flag', meaning: 'ECE is not set.', clause: 'RFC 3168, 6.1' },
  cwr: { name: 'cwr', forms: ['cwr=off'], takes: 'flag', meaning: 'CWR is not set.', clause: 'RFC 3168, 6.1' },
};

export const isFieldName = (word: string): word is FieldName => Object.hasOwn(FIELDS, word);
