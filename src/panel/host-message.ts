/** Reads what the host says: for the page, which never meets an event that is not one. */

import type { Chapter } from '../program/program';
import type { Row } from '../tcp/fsm';
import type { EventKind, Judgment, Shown, TraceEvent, TraceSegment } from '../trace/event';
import type { ShownPeer, ShownScenario } from '../trace/trace';
import type { Sentence, Words } from '../words/sentence';
import {
  either,
  type Guard,
  isCount,
  isNumber,
  isText,
  isTruth,
  listOf,
  maybe,
  oneOf,
  pairOf,
  record,
  tableOf,
  unionOf,
} from './guards';
import type { Format, Glossary, HostMessage, Offer, PackedEvent, Run, Subject, Term } from './protocol';
import { isSettings } from './settings';

/** Arguments may be sentences themselves. */
const isSentence: Guard<Sentence> = (value): value is Sentence => isWholeSentence(value);
const isWords: Guard<Words> = either(isText, isSentence);
const isWholeSentence = record<Sentence>({ text: isText, arguments: listOf(either(isNumber, isWords)) });

/** The words of the machine are the host's to know; here they are only shown. */
const isWord = isText as Guard<string> as Guard<never>;

const isRow = record<Row>({
  from: isWord,
  to: isWord,
  event: isWord,
  guard: maybe(isText),
  actions: listOf(isWord),
  rule: isText,
  why: isText,
});

const isTerm = record<Term>({ meaning: isSentence, clause: maybe(isText), linux: maybe(isText) });

const isSegment = record<TraceSegment>({
  id: isCount,
  from: isText,
  to: isText,
  flags: isText,
  seq: isNumber,
  ack: maybe(isNumber),
  win: isNumber,
  len: isNumber,
  urg: maybe(isNumber),
  options: record<TraceSegment['options']>({
    mss: maybe(isNumber) as Guard<number>, // missing, never undefined: JSON has no undefined
    wscale: maybe(isNumber) as Guard<number>,
    sackok: maybe(isTruth) as Guard<true>,
    sack: maybe(listOf(pairOf(isNumber))) as Guard<readonly (readonly [number, number])[]>,
    tsval: maybe(isNumber) as Guard<number>,
    tsecr: maybe(isNumber) as Guard<number>,
  }),
  absSeq: isNumber,
  absAck: maybe(isNumber),
  data: maybe(isText),
  sent: maybe(isCount),
  sentAt: isNumber,
  due: isNumber,
  retransmission: isTruth,
});

const isJudgment = record<Judgment>({
  ok: isTruth,
  line: isCount,
  message: isSentence,
  expected: isWords,
  actual: isWords,
  blame: listOf(pairOf(isNumber)),
  hints: listOf(isSentence),
  wire: listOf(isSegment),
});

const EVENT_KINDS: Readonly<Record<EventKind, true>> = {
  call: true,
  arrive: true,
  timer: true,
  lost: true,
  discard: true,
  held: true,
  delayed: true,
  underway: true,
  released: true,
  note: true,
  expect: true,
  rule: true,
  wait: true,
  fork: true,
};
const isEventKind: Guard<EventKind> = (value): value is EventKind => isText(value) && Object.hasOwn(EVENT_KINDS, value);

const isShown: Guard<Shown> = either(isNumber, isText);

const isEvent = record<PackedEvent>({
  n: isCount,
  time: isNumber,
  line: isCount,
  kind: isEventKind,
  peer: maybe(isText),
  call: maybe(isText),
  timer: maybe(isWord),
  result: maybe(isText),
  error: maybe(isText),
  segment: maybe(isSegment),
  rows: listOf(isCount),
  sends: listOf(isSegment),
  changes: tableOf(pairOf(isShown)),
  cause: maybe(isCount),
  text: maybe(isSentence),
  judgment: maybe(isJudgment),
  violations: listOf(isJudgment),
});

const isScenario = record<ShownScenario>({
  name: isText,
  line: isCount,
  peers: pairOf(record<ShownPeer>({ name: isText, address: maybe(isText), kind: oneOf('tcp', 'scripted') })),
  chapters: listOf(record<Chapter>({ title: isText, line: isCount })),
});

const isSubject = unionOf<Subject>({
  run: record<Run>({
    kind: oneOf('run'),
    title: isText,
    uri: isText,
    scenario: isScenario,
    lines: listOf(isText),
    source: oneOf('debugger', 'player'),
  }),
  nothing: record<Extract<Subject, { readonly kind: 'nothing' }>>({
    kind: oneOf('nothing'),
    why: isSentence,
    offers: listOf(record<Offer>({ title: isText, command: isText })),
  }),
});

type Of<K extends HostMessage['kind']> = Extract<HostMessage, { readonly kind: K }>;

/** Whether a value is a message of the host. */
export const isHostMessage: Guard<HostMessage> = unionOf<HostMessage>({
  setup: record<Of<'setup'>>({
    kind: oneOf('setup'),
    rows: listOf(isRow),
    glossary: record<Glossary>({ states: tableOf(isTerm), fields: tableOf(isTerm) }),
    language: isText,
    strings: tableOf(isText),
    settings: isSettings,
    looks: record<Of<'setup'>['looks']>({ page: isText, alone: isText }),
    formats: listOf(record<Format>({ id: isText, title: isSentence })),
  }),
  settings: record<Of<'settings'>>({ kind: oneOf('settings'), settings: isSettings }),
  subject: record<Of<'subject'>>({ kind: oneOf('subject'), subject: isSubject }),
  events: record<Of<'events'>>({ kind: oneOf('events'), from: isCount, events: isText }),
  ended: record<Of<'ended'>>({ kind: oneOf('ended'), unnamed: listOf(isSegment) }),
  moment: record<Of<'moment'>>({ kind: oneOf('moment'), at: isCount }),
  coverage: record<Of<'coverage'>>({ kind: oneOf('coverage'), counts: listOf(isCount), scenarios: isCount }),
  filtered: record<Of<'filtered'>>({ kind: oneOf('filtered'), text: isText, matches: maybe(listOf(isCount)) }),
  problem: record<Of<'problem'>>({ kind: oneOf('problem'), sentence: isSentence }),
});

const areEvents = listOf(isEvent);

/** The events of a message as they were; undefined if the text is none, or one names a row that the machine does not have. */
export function readEvents(text: string, rows: readonly Row[]): readonly TraceEvent[] | undefined {
  const packed = parsed(text);
  if (!areEvents(packed)) return undefined;
  const last = rows.length - 1;
  if (packed.some((event) => event.rows.some((place) => place > last))) return undefined;
  return packed.map((event) => ({ ...event, rows: event.rows.flatMap((place) => rows[place] ?? []) }));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
