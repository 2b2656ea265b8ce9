/**
 * What TCP does in a state, as a document that can be read beside the program: printed from the rows of the machine, with
 * the checks of RFC 9293, 3.10.7 in their order.
 *
 * Rule: every row of the state stands in it once, on a line that is known.
 */
import { STATES as MEANINGS } from '../language/vocabulary/states';
import { type Row, rowName, rows } from '../tcp/fsm';
import { STATES, type State } from '../tcp/state';
import { CHECKS, isArrival, type Ordinal, ordinalOf, type Section, sectionOf } from './check';

export interface RuleDocument {
  readonly state: State;
  readonly name: string;
  readonly text: string;
  /** The line of a row, by its name, and of a check, by its ordinal; from 1. */
  readonly lines: ReadonlyMap<string, number>;
}

/** What each check asks, in our words. */
const QUESTIONS: Readonly<Record<Section, Readonly<Partial<Record<Ordinal, string>>>>> = {
  '3.10.7.1': { first: 'There is no connection: is the segment a reset, and if not, how is it answered?' },
  '3.10.7.2': {
    first: 'Is it a reset? Nothing was sent yet that it could be about.',
    second: 'Does it acknowledge something? Nothing was sent yet.',
    third: 'Is it a SYN: does somebody call?',
    fourth: 'Is it anything else?',
  },
  '3.10.7.3': {
    first: 'Does it carry ACK, and is that ACK for the SYN that was sent? (ISS < SEG.ACK =< SND.NXT)',
    second: 'Is it a reset?',
    fourth: 'Is it a SYN? With ACK it answers the call; without, both sides have called at once.',
    fifth: 'Is it neither SYN nor RST?',
  },
  '3.10.7.4': {
    first: 'Does part of it lie in the receive window? (RCV.NXT =< SEG.SEQ < RCV.NXT + RCV.WND)',
    second: 'Is it a reset, and has it the number that is expected?',
    fourth: 'Is it a SYN, in the middle of a connection?',
    fifth: 'What does it acknowledge? (SND.UNA < SEG.ACK =< SND.NXT)',
    sixth: 'Does the urgent pointer count?',
    seventh: 'Does it carry text that was not received yet?',
    eighth: 'Is it the last: a FIN?',
  },
};

/** What each check is about, in a word. */
const TOPICS: Readonly<Record<Section, Readonly<Partial<Record<Ordinal, string>>>>> = {
  '3.10.7.1': {},
  '3.10.7.2': { first: 'RST', second: 'ACK', third: 'SYN', fourth: 'other' },
  '3.10.7.3': { first: 'ACK', second: 'RST', fourth: 'SYN', fifth: 'other' },
  '3.10.7.4': {
    first: 'sequence number',
    second: 'RST',
    fourth: 'SYN',
    fifth: 'ACK',
    sixth: 'URG',
    seventh: 'text',
    eighth: 'FIN',
  },
};

/** What a check is about, in a word; empty where there is only one. */
export const topicOf = (state: State, ordinal: Ordinal): string => TOPICS[sectionOf(state)][ordinal] ?? '';

/** The question of a check, in our words. */
export const questionOf = (state: State, ordinal: Ordinal): string => QUESTIONS[sectionOf(state)][ordinal] ?? '';

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
  const lines: string[] = [`# ${state}`, '', MEANINGS[state].meaning, ''];
  const at = new Map<string, number>();
  const mark = (key: string): unknown => at.set(key, lines.length + 1);
  const list = (row: Row): void => {
    mark(rowName(row));
    lines.push(`- **${row.event}**${row.guard === undefined ? '' : ` (${row.guard})`} ${effect(row)}`);
    lines.push(`  ${row.why} (${row.rule})`);
  };
  const paragraph = (title: string, some: readonly Row[]): void => {
    if (some.length === 0) return;
    lines.push(`## ${title}`, '');
    some.forEach(list);
    lines.push('');
  };
  lines.push(`## A segment arrives (RFC 9293, ${section})`, '');
  for (const ordinal of CHECKS[section]) {
    mark(ordinal);
    const title = section === '3.10.7.1' ? 'No connection' : `${capital(ordinal)} check: ${topicOf(state, ordinal)}`;
    lines.push(`### ${title}`, '', questionOf(state, ordinal), '');
    own.filter((row) => isArrival(row) && ordinalOf(row) === ordinal).forEach(list);
    lines.push('');
  }
  const others = own.filter((row) => !isArrival(row));
  paragraph(
    'The application calls (RFC 9293, 3.10.1 to 3.10.6)',
    others.filter(({ event }) => isCall(event)),
  );
  paragraph(
    'Time passes (RFC 9293, 3.10.8 and 3.8)',
    others.filter(({ event }) => !isCall(event)),
  );
  const text = `${lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trimEnd()}\n`;
  return { state, name: `${state}.md`, text, lines: located(text, at, lines) };
}

/** Blank lines were taken out: the marks move with their text. */
function located(text: string, at: ReadonlyMap<string, number>, lines: readonly string[]): ReadonlyMap<string, number> {
  const printed = text.split('\n');
  const found = new Map<string, number>();
  for (const [key, line] of at) found.set(key, printed.indexOf(lines[line - 1] ?? '') + 1);
  return found;
}

const CALLS = ['passive OPEN', 'active OPEN', 'SEND', 'RECEIVE', 'CLOSE', 'ABORT', 'STATUS'];
const isCall = (event: string): boolean => CALLS.includes(event);

function effect({ from, to, actions }: Row): string {
  const does = actions.length > 0 ? actions.join(', ') : 'nothing happens';
  return from === to ? does : `${does} -> **${to}**`;
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** The line of a row in its document. */
export const lineOfRow = (row: Row): number => ruleDocument(row.from).lines.get(rowName(row)) ?? 1;

/** The line of a check. */
export const lineOfCheck = (state: State, ordinal: Ordinal): number => ruleDocument(state).lines.get(ordinal) ?? 1;
