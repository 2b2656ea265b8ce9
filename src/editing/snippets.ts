/**
 * Whole scenarios to begin with. Each is a scenario that can be run as it stands, and holds.
 *
 * Rule: they are written for any two peers; `A` is the first of them, `B` the second.
 */
import { parse } from '../language/document';
import { print } from '../language/printer';
import { type Sentence, say } from '../words/sentence';

export interface Snippet {
  /** What one types to have it offered. */
  readonly name: string;
  readonly title: Sentence;
  /** What it shows. */
  readonly shows: Sentence;
  /** The lines below its `scenario` line. */
  readonly lines: readonly string[];
}

export const SNIPPETS: readonly Snippet[] = [
  {
    name: 'handshake-scenario',
    title: say('Three-way handshake'),
    shows: say('A connection is opened with three segments.'),
    lines: [
      'B listen',
      'A connect',
      'A -> B  SYN      seq=0',
      'B -> A  SYN+ACK  seq=0 ack=1',
      'A -> B  ACK      seq=1 ack=1',
      'expect A ESTABLISHED and B ESTABLISHED',
    ],
  },
  {
    name: 'simultaneous-close-scenario',
    title: say('Simultaneous close'),
    shows: say('Both sides close at the same time: their FINs cross, and both go through CLOSING.'),
    lines: [
      'handshake A -> B',
      'A close',
      'B close',
      'A -> B  FIN+ACK  seq=1 ack=1',
      'B -> A  FIN+ACK  seq=1 ack=1',
      'expect A CLOSING and B CLOSING',
      'B -> A  ACK      seq=2 ack=2',
      'A -> B  ACK      seq=2 ack=2',
      'expect A TIME_WAIT and B TIME_WAIT',
      'wait 2msl',
      'expect A CLOSED and B CLOSED',
    ],
  },
  {
    name: 'lost-fin-scenario',
    title: say('The FIN is lost'),
    shows: say('A FIN does not arrive, and is sent again when the retransmission timer expires.'),
    lines: [
      'handshake A -> B',
      'A close',
      'A -> B  FIN+ACK  seq=1 ack=1  lost',
      'expect A FIN_WAIT_1 and B ESTABLISHED',
      'A -> B  FIN+ACK  seq=1 ack=1  # again, when the timer expires',
      'B -> A  ACK      seq=1 ack=2',
      'expect A FIN_WAIT_2 and B CLOSE_WAIT',
    ],
  },
  {
    name: 'half-close-scenario',
    title: say('Half-close'),
    shows: say('One side has closed, and the other still sends data.'),
    lines: [
      'handshake A -> B',
      'A close',
      'A -> B  FIN+ACK  seq=1 ack=1',
      'B -> A  ACK      seq=1 ack=2',
      'B send 100',
      'B -> A  ACK      seq=1..101 ack=2',
      'A -> B  ACK      seq=2 ack=101',
      'expect A FIN_WAIT_2 and A.received == 100',
      'B close',
      'B -> A  FIN+ACK  seq=101 ack=2',
      'A -> B  ACK      seq=2 ack=102',
      'expect A TIME_WAIT and B CLOSED',
    ],
  },
  {
    name: 'blind-reset-scenario',
    title: say('Blind reset'),
    shows: say('A forged RST inside the window is answered by a challenge ACK; only the exact number resets.'),
    lines: [
      'handshake A -> B',
      'inject A -> B RST seq=100',
      'B -> A  ACK  seq=1 ack=1  # the challenge ACK',
      'expect B ESTABLISHED',
      'inject A -> B RST seq=1',
      'expect B CLOSED and B.error == "connection reset"',
    ],
  },
  {
    name: 'zero-window-scenario',
    title: say('Zero window'),
    shows: say('The receiver does not read, its window closes, and the sender probes until it opens again.'),
    lines: [
      'B set read=manual window=1000',
      'handshake A -> B',
      'A send 2000',
      'wait until B.rcv.wnd == 0',
      'expect B.readable > 0',
      'wait until A.timer.persist != off within 10s',
      'B recv all',
      'wait until A.acked == 2000 within 2min',
    ],
  },
];

/** A snippet as canonical lines of a file, for these peers. A title that is taken gets a number. */
export function snippetLines(snippet: Snippet, peers: readonly [string, string], taken: ReadonlySet<string>) {
  return { title: freeTitle(snippet.title.text, taken), lines: bodyOf(snippet, peers) };
}

/** The lines below the `scenario` line, for these peers. */
export function bodyOf(snippet: Snippet, [a, b]: readonly [string, string]): readonly string[] {
  const named = snippet.lines.map((line) => line.replace(/\b[AB]\b(?=\s|\.|$)/g, (role) => (role === 'A' ? a : b)));
  return print(parse(named.join('\n')))
    .trimEnd()
    .split('\n');
}

function freeTitle(title: string, taken: ReadonlySet<string>): string {
  if (!taken.has(title)) return title;
  for (let number = 2; ; number += 1) if (!taken.has(`${title} ${number}`)) return `${title} ${number}`;
}
