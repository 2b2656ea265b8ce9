/**
 * What a function breakpoint is named after: something that happens. `SYN`, `server arrive FIN+ACK`, `send RST`,
 * `client lost DATA`, `client ESTABLISHED`, `timer retransmit`, `challenge ACK`; a peer may stand before each.
 *
 * Rule 1: SYN, ACK, FIN, RST and URG are compared exactly, PSH, ECE and CWR only if they are written, as in a segment line.
 * Rule 2: the peer is the one at which it happens: a segment's sender for `send` and `lost`, its receiver for `arrive`.
 */

import { nearest } from '../language/nearest';
import { FLAG_WORDS, FLAGS } from '../language/vocabulary/flags';
import { STATES, stateNamed } from '../language/vocabulary/states';
import type { Scenario } from '../program/program';
import { TIMERS } from '../tcp/timers';
import type { TraceEvent, TraceSegment } from '../trace/event';
import { statesPassed } from '../trace/states';
import { type Sentence, say } from '../words/sentence';

/** Whether an event is what the name says. */
export type EventTest = (event: TraceEvent) => boolean;

const HAPPENS = ['send', 'arrive', 'lost'] as const;
type Happens = (typeof HAPPENS)[number];

/** Reads a name; a sentence says what is wrong with it. */
export function eventTest(name: string, { peers }: Scenario): EventTest | Sentence {
  const words = name
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '');
  const peer = peers.find((each) => each.name === words[0])?.name;
  const test = testOf(name, peer === undefined ? words : words.slice(1), peer);
  if (peer === undefined || typeof test === 'function') return test;
  // A peer may be called `timer`, or `SYN`.
  const other = testOf(name, words, undefined);
  return typeof other === 'function' ? other : test;
}

/** The test of the words behind the peer's name. */
function testOf(name: string, words: readonly string[], peer: string | undefined): EventTest | Sentence {
  const [first = '', second = '', ...more] = words;
  if (first === '')
    return say('say what happens, as "SYN", "server arrive FIN", "client ESTABLISHED" or "timer retransmit"');
  if (more.length > 0) return say('"{0}" names nothing that happens', name.trim());
  const lower = first.toLowerCase();
  if (lower === 'timer') return timerTest(second.toLowerCase(), peer);
  if (lower === 'challenge' && second.toUpperCase() === 'ACK') return challengeTest(peer);
  const state = second === '' ? stateNamed(first) : undefined;
  if (state !== undefined) return (event) => isAt(event.peer, peer) && statesPassed(event).slice(1).includes(state);
  const happens = HAPPENS.find((each) => each === lower);
  return segmentTest(
    happens === undefined ? first : second,
    happens ?? 'arrive',
    peer,
    happens !== undefined || second === '',
  );
}

const isAt = (at: string | undefined, wanted: string | undefined): boolean => wanted === undefined || at === wanted;

function timerTest(name: string, peer: string | undefined): EventTest | Sentence {
  const timer = TIMERS.find((each) => each === name);
  if (timer === undefined) return say('the timers are {0}', TIMERS.join(', '));
  return (event) => event.timer === timer && isAt(event.peer, peer);
}

const challengeTest =
  (peer: string | undefined): EventTest =>
  ({ peer: at, rows }) =>
    isAt(at, peer) && rows.some(({ actions }) => actions.includes('snd challenge ACK'));

function segmentTest(
  written: string,
  happens: Happens,
  peer: string | undefined,
  whole: boolean,
): EventTest | Sentence {
  const has = whole ? flagsTest(written) : undefined;
  if (has === undefined) return unknownName(written, peer);
  switch (happens) {
    case 'send':
      return ({ sends }) => sends.some((segment) => isAt(segment.from, peer) && has(segment));
    case 'arrive':
      return ({ kind, segment }) =>
        kind === 'arrive' && segment !== undefined && isAt(segment.to, peer) && has(segment);
    case 'lost':
      return ({ kind, segment }) =>
        kind === 'lost' && segment !== undefined && isAt(segment.from, peer) && has(segment);
  }
}

function unknownName(written: string, peer: string | undefined): Sentence {
  const known = [
    ...Object.keys(FLAGS),
    ...Object.keys(FLAG_WORDS),
    ...Object.keys(STATES),
    ...HAPPENS,
    'timer',
    'challenge',
  ];
  const [near] = nearest(written, known);
  const shown = peer === undefined ? written : `${peer} ${written}`;
  return near === undefined
    ? say('"{0}" names nothing that happens', shown)
    : say('"{0}" names nothing that happens; did you mean "{1}"?', shown, near);
}

/** Compared only where they are written. */
const OPTIONAL = ['PSH', 'ECE', 'CWR'];

function flagsTest(written: string): ((segment: TraceSegment) => boolean) | undefined {
  const words = written.toUpperCase().split('+');
  const named = words.filter((word) => Object.hasOwn(FLAGS, word));
  const others = words.filter((word) => !Object.hasOwn(FLAGS, word));
  const flagsOf = (segment: TraceSegment): readonly string[] => segment.flags.split('+');
  const all = (segment: TraceSegment): boolean => named.every((flag) => flagsOf(segment).includes(flag));
  const [only] = others;
  if (others.length > 1) return undefined;
  if (only === 'DATA') return (segment) => segment.len > 0 && all(segment);
  if (only === 'ANY') return all;
  if (only === 'NONE' && named.length === 0) return ({ flags }) => flags === 'NONE';
  if (only !== undefined) return undefined;
  return (segment) => all(segment) && flagsOf(segment).every((flag) => named.includes(flag) || OPTIONAL.includes(flag));
}
