/**
 * What TCP does in a state, as a document that can be read beside the program: printed from the rows of the machine, with
 * the checks of RFC 9293, 3.10.7 in their order.
 *
 * Rule: every row of the state stands in it once, on a line that is known.
 */
import { STATES as MEANINGS } from '../language/vocabulary/states';
import { type Row, rowName, rows } from '../tcp/fsm';
import { STATES, type State } from '../tcp/state';
import { render, type Sentence, say, type Translate, type Words } from '../words/sentence';
import { CHECKS, isArrival, type Ordinal, ordinalOf, type Section, sectionOf } from './check';

export interface RuleDocument {
  readonly state: State;
  readonly name: string;
  /** In a language; its lines are the same in all of them. */
  readonly text: (translate: Translate) => string;
  /** The line of a row, by its name, and of a check, by its ordinal; from 1. */
  readonly lines: ReadonlyMap<string, number>;
}

/** What each check asks, in our words. */
const QUESTIONS: Readonly<Record<Section, Readonly<Partial<Record<Ordinal, Sentence>>>>> = {
  '3.10.7.1': { first: say('There is no connection: is the segment a reset, and if not, how is it answered?') },
  '3.10.7.2': {
    first: say('Is it a reset? Nothing was sent yet that it could be about.'),
    second: say('Does it acknowledge something? Nothing was sent yet.'),
    third: say('Is it a SYN: does somebody call?'),
    fourth: say('Is it anything else?'),
  },
  '3.10.7.3': {
    first: say('Does it carry ACK, and is that ACK for the SYN that was sent? (ISS < SEG.ACK =< SND.NXT)'),
    second: say('Is it a reset?'),
    fourth: say('Is it a SYN? With ACK it answers the call; without, both sides have called at once.'),
    fifth: say('Is it neither SYN nor RST?'),
  },
  '3.10.7.4': {
    first: say('Does part of it lie in the receive window? (RCV.NXT =< SEG.SEQ < RCV.NXT + RCV.WND)'),
    second: say('Is it a reset, and has it the number that is expected?'),
    fourth: say('Is it a SYN, in the middle of a connection?'),
    fifth: say('What does it acknowledge? (SND.UNA < SEG.ACK =< SND.NXT)'),
    sixth: say('Does the urgent pointer count?'),
    seventh: say('Does it carry text that was not received yet?'),
    eighth: say('Is it the last: a FIN?'),
  },
};

/** What each check is about, in a word. */
const TOPICS: Readonly<Record<Section, Readonly<Partial<Record<Ordinal, Sentence>>>>> = {
  '3.10.7.1': {},
  '3.10.7.2': { first: say('RST'), second: say('ACK'), third: say('SYN'), fourth: say('other') },
  '3.10.7.3': { first: say('ACK'), second: say('RST'), fourth: say('SYN'), fifth: say('other') },
  '3.10.7.4': {
    first: say('sequence number'),
    second: say('RST'),
    fourth: say('SYN'),
    fifth: say('ACK'),
    sixth: say('URG'),
    seventh: say('text'),
    eighth: say('FIN'),
  },
};

/** What a check is about, in a word; undefined where there is only one. */
export const topicOf = (state: State, ordinal: Ordinal): Sentence | undefined => TOPICS[sectionOf(state)][ordinal];

/** The question of a check, in our words. */
export const questionOf = (state: State, ordinal: Ordinal): Sentence | undefined =>
  QUESTIONS[sectionOf(state)][ordinal];

const HEADINGS: Readonly<Record<Ordinal, Sentence>> = {
  first: say('First check'),
  second: say('Second check'),
  third: say('Third check'),
  fourth: say('Fourth check'),
  fifth: say('Fifth check'),
  sixth: say('Sixth check'),
  seventh: say('Seventh check'),
  eighth: say('Eighth check'),
};

const documents = new Map<State, RuleDocument>();

export function ruleDocument(state: State): RuleDocument {
  const known = documents.get(state);
  if (known !== undefined) return known;
  const made = print(state);
  documents.set(state, made);
  return made;
}

/** The document with this number, as `sourceReference`; undefined if there is none. */
export function ruleDocumentNumbered(reference: number): RuleDocument | undefined {
  const state = STATES[reference - 1];
  return state && ruleDocument(state);
}

export const referenceOf = (state: State): number => STATES.indexOf(state) + 1;

function print(state: State): RuleDocument {
  const own = rows.filter(({ from }) => from === state);
  const section = sectionOf(state);
  const printed: Line[] = [['# ', state], [], [say(MEANINGS[state].meaning)]];
  const lines = new Map<string, number>();
  const mark = (key: string): unknown => lines.set(key, printed.length + 1);
  const list = (some: readonly Row[]): void => {
    if (some.length > 0) printed.push([]);
    for (const row of some) {
      mark(rowName(row));
      printed.push(['- **', row.event, '**', row.guard === undefined ? ' ' : ` (${row.guard}) `, ...effect(row)]);
      printed.push(['  ', say(row.why), ` (${row.rule})`]);
    }
  };
  const chapter = (title: Sentence): unknown => printed.push([], ['## ', title]);
  chapter(say('A segment arrives (RFC 9293, {0})', section));
  for (const ordinal of CHECKS[section]) {
    const topic = topicOf(state, ordinal);
    const question = questionOf(state, ordinal);
    printed.push([]);
    mark(ordinal);
    printed.push(['### ', ...(topic === undefined ? [say('No connection')] : [HEADINGS[ordinal], ': ', topic])]);
    if (question !== undefined) printed.push([], [question]);
    list(own.filter((row) => isArrival(row) && ordinalOf(row) === ordinal));
  }
  const others = own.filter((row) => !isArrival(row));
  const calls = others.filter(({ event }) => isCall(event));
  const timeouts = others.filter(({ event }) => !isCall(event));
  if (calls.length > 0) chapter(say('The application calls (RFC 9293, 3.10.1 to 3.10.6)'));
  list(calls);
  if (timeouts.length > 0) chapter(say('Time passes (RFC 9293, 3.10.8 and 3.8)'));
  list(timeouts);
  return { state, name: `${state}.md`, lines, text: (translate) => inLines(printed, translate) };
}

/** What stands on one line: sentences, and what is the same in every language. */
type Line = readonly Words[];

const inLines = (lines: readonly Line[], translate: Translate): string =>
  lines.map((parts) => `${parts.map((part) => render(part, translate)).join('')}\n`).join('');

const CALLS = ['passive OPEN', 'active OPEN', 'SEND', 'RECEIVE', 'CLOSE', 'ABORT', 'STATUS'];
const isCall = (event: string): boolean => CALLS.includes(event);

function effect({ from, to, actions }: Row): Line {
  const does = actions.length > 0 ? actions.join(', ') : say('nothing happens');
  return from === to ? [does] : [does, ` -> **${to}**`];
}

/** The line of a row in its document. */
export const lineOfRow = (row: Row): number => ruleDocument(row.from).lines.get(rowName(row)) ?? 1;

/** The line of a check. */
export const lineOfCheck = (state: State, ordinal: Ordinal): number => ruleDocument(state).lines.get(ordinal) ?? 1;
