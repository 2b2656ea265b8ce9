/**
 * What the adapter refuses, and why: one function for each reason, each with a code that stays.
 *
 * Rule: a refusal is the answer to one request. It ends neither the session nor the process.
 */
import { type Sentence, say, type Words } from '../words/sentence';

/** The numbers that clients see as `error.id`. Never given to another reason. */
export const ERROR_CODES = {
  'unknown-request': 1001,
  'wrong-argument': 1002,
  'wrong-moment': 1003,
  running: 1004,
  'not-launched': 1005,
  cancelled: 1006,
  'unreadable-program': 1101,
  'program-with-errors': 1102,
  'unknown-scenario': 1103,
  'no-scenario': 1104,
  'no-statement': 1105,
  'unknown-thread': 1201,
  'unknown-frame': 1202,
  'unknown-reference': 1203,
  'unknown-source': 1204,
  'unknown-target': 1205,
  'no-exception': 1206,
  'unknown-memory': 1207,
  'unknown-event': 1208,
  'bad-expression': 1301,
  'not-settable': 1302,
  'past-frame': 1303,
  undivided: 1304,
} as const;
export type ErrorCode = keyof typeof ERROR_CODES;

/** Thrown by a handler, answered by the adapter. */
export class Refusal extends Error {
  readonly code: ErrorCode;
  readonly sentence: Sentence;
  /** Whether the user should be told, and not only the client. */
  readonly shown: boolean;

  constructor(code: ErrorCode, sentence: Sentence, shown = false) {
    super(sentence.text);
    this.code = code;
    this.sentence = sentence;
    this.shown = shown;
  }
}

export const unknownRequest = (command: string) =>
  new Refusal('unknown-request', say('"{0}" is not a request that this adapter knows', command));

export const wrongArgument = (name: string, wanted: Sentence) =>
  new Refusal('wrong-argument', say('the argument "{0}" must be {1}', name, wanted));

export const wrongMoment = (command: string) =>
  new Refusal('wrong-moment', say('"{0}" cannot be asked at this point of the session', command));

export const running = () => new Refusal('running', say('the scenario is running; pause it first'));

export const notLaunched = () => new Refusal('not-launched', say('no scenario has been launched'));

export const cancelled = () => new Refusal('cancelled', say('cancelled'));

export const unreadableProgram = (name: string, reason: string) =>
  new Refusal('unreadable-program', say('{0} cannot be read: {1}', name, reason), true);

export const programWithErrors = (name: string, line: number, column: number, what: Words) =>
  new Refusal('program-with-errors', say('{0}:{1}:{2}: {3}', name, line, column, what), true);

export const unknownScenario = (name: string, wanted: string, known: readonly string[]) =>
  new Refusal(
    'unknown-scenario',
    say('{0} has no scenario "{1}"; it has {2}', name, wanted, known.map((each) => `"${each}"`).join(', ')),
    true,
  );

export const noScenario = (name: string) => new Refusal('no-scenario', say('{0} has no scenario', name), true);

export const noStatement = (name: string) =>
  new Refusal(
    'no-statement',
    say('"{0}" has no statement that could run; write one, as "handshake client -> server"', name),
    true,
  );

export const unknownThread = (id: number) =>
  new Refusal('unknown-thread', say('there is no thread {0}; the two peers are threads 1 and 2', id));

export const unknownFrame = () =>
  new Refusal('unknown-frame', say('this stack frame belongs to a moment that was left'));

export const unknownReference = () =>
  new Refusal('unknown-reference', say('these variables belong to a moment that was left'));

export const unknownSource = () => new Refusal('unknown-source', say('the adapter has no such source'));

export const unknownTarget = () => new Refusal('unknown-target', say('this target belongs to a moment that was left'));

export const noException = () => new Refusal('no-exception', say('nothing has failed here'));

export const unknownMemory = () => new Refusal('unknown-memory', say('there are no such bytes at this moment'));

export const unknownEvent = (n: number, events: number) =>
  new Refusal('unknown-event', say('the run has no event {0}; it ends with event {1}', n, events));

export const badExpression = (sentence: Sentence) => new Refusal('bad-expression', sentence);

export const notSettable = (sentence: Sentence) => new Refusal('not-settable', sentence, true);

export const pastFrame = () =>
  new Refusal('past-frame', say('only the present can be changed; Restart Frame goes back there'), true);

export const undivided = () =>
  new Refusal('undivided', say('inside this line the run cannot be changed; step to the next line first'), true);
