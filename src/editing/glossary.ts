/** What is said of the words in a picture of a run: states and variables of a TCB, with the names that Linux has for them. */
import type { PeerFieldName, StateName } from '../language/vocabulary';
import { PEER_FIELDS } from '../language/vocabulary/expression-fields';
import { STATES } from '../language/vocabulary/states';
import { type Sentence, say } from '../words/sentence';

export interface GlossaryEntry {
  readonly meaning: Sentence;
  /** `RFC 9293, 3.3.2` */
  readonly clause: string | undefined;
  readonly linux: string | undefined;
}

/** Linux: members of `tcp_sock` and its kin; what `ss -i` shows stands in parentheses. Undefined: it has none. */
const LINUX: Readonly<Partial<Record<PeerFieldName, string>>> = {
  state: 'sk_state',
  iss: 'snt_isn',
  irs: 'rcv_isn',
  'snd.una': 'snd_una',
  'snd.nxt': 'snd_nxt',
  'snd.wnd': 'snd_wnd',
  'snd.up': 'snd_up',
  'snd.wl1': 'snd_wl1',
  'rcv.nxt': 'rcv_nxt',
  'rcv.wnd': 'rcv_wnd',
  mss: 'mss_cache (ss: mss)',
  cwnd: 'snd_cwnd (ss: cwnd, in segments)',
  ssthresh: 'snd_ssthresh (ss: ssthresh, in segments)',
  rto: 'icsk_rto (ss: rto)',
  srtt: 'srtt_us (ss: rtt)',
  sent: 'bytes_sent (ss: bytes_sent)',
  acked: 'bytes_acked (ss: bytes_acked)',
  received: 'bytes_received (ss: bytes_received)',
  retransmits: 'total_retrans (ss: retrans)',
  'timer.retransmit': 'ICSK_TIME_RETRANS (ss: timer:on)',
  'timer.persist': 'ICSK_TIME_PROBE0 (ss: timer:persist)',
  'timer.timewait': 'tw_timer (ss: timer:timewait)',
  'timer.delayedack': 'ICSK_TIME_DACK',
};

/** The states by their names, then the variables of a peer by theirs. */
export const glossary: {
  readonly states: Readonly<Record<StateName, GlossaryEntry>>;
  readonly fields: Readonly<Record<PeerFieldName, GlossaryEntry>>;
} = {
  states: mapped(STATES, ({ meaning, clause, ss, netstat }) => ({
    meaning: say(meaning),
    clause,
    linux: ss === netstat ? ss : `${netstat} (ss: ${ss})`,
  })),
  fields: mapped(PEER_FIELDS, ({ name, meaning, clause }) => ({ meaning: say(meaning), clause, linux: LINUX[name] })),
};

/** A table with the same keys. */
function mapped<K extends string, A, B>(table: { readonly [N in K]: A }, to: (entry: A) => B): Readonly<Record<K, B>> {
  const entries = Object.entries(table) as [K, A][]; // the keys of a table that is keyed by K
  return Object.fromEntries(entries.map(([key, entry]) => [key, to(entry)])) as Record<K, B>;
}
