/**
 * What the page of the panel and its host (the extension, or a test) say to each other.
 *
 * Rule 1: the page asks first. It sends `ready`, whenever it is loaded; the host answers with `setup`, and then with
 *         what there is to show: `subject`, and for a run its `events`. So reload and restore need no special case.
 * Rule 2: both sides read what arrives with `page-message.ts` and `host-message.ts`. What is malformed is not acted on;
 *         the page says so with `invalid`.
 * Rule 3: everything is plain data that survives JSON: what is undefined may be missing when it arrives.
 * Rule 4: sentences are English (words/sentence.ts); the page translates them with the strings of `setup`.
 */
import type { Row } from '../tcp/fsm';
import type { TraceEvent, TraceSegment } from '../trace/event';
import type { Numbers } from '../trace/segment-text';
import type { StateSpelling } from '../trace/spelling';
import type { ShownScenario } from '../trace/trace';
import type { Sentence } from '../words/sentence';

// ---------------------------------------------------------------- what is shown

export interface Settings {
  readonly numbers: Numbers;
  readonly stateNames: StateSpelling;
}

/** What is said of a word of TCP: a state, a variable of the TCB. */
export interface Term {
  readonly meaning: Sentence;
  /** `RFC 9293, 3.3.2` */
  readonly clause: string | undefined;
  /** What Linux calls it. */
  readonly linux: string | undefined;
}

export interface Glossary {
  readonly states: Readonly<Record<string, Term>>;
  readonly fields: Readonly<Record<string, Term>>;
}

/** A text that the host makes of a run: `id` is its own name for it. */
export interface Format {
  readonly id: string;
  readonly title: Sentence;
}

/** Something that the person can do where there is nothing to show; `command` is the host's own name for it. */
export interface Offer {
  readonly title: string;
  readonly command: string;
}

export type Subject =
  /** A run; its events follow. `lines` are those of the file, as it was when it was run. */
  | {
      readonly kind: 'run';
      readonly title: string;
      readonly uri: string;
      readonly scenario: ShownScenario;
      readonly lines: readonly string[];
      /** Whether a debugger stands somewhere in it, or it is only looked at. */
      readonly source: 'debugger' | 'player';
    }
  /** No run: why not, in a sentence, and what can be done about it. */
  | {
      readonly kind: 'nothing';
      readonly why: Sentence;
      readonly offers: readonly Offer[];
    };

export type Run = Extract<Subject, { readonly kind: 'run' }>;

/** An event on its way to the page: the rows that it took by their places in the machine's rows of `setup`. */
export type PackedEvent = Omit<TraceEvent, 'rows'> & { readonly rows: readonly number[] };

// ---------------------------------------------------------------- host to page

export type HostMessage =
  | {
      readonly kind: 'setup';
      /** The whole machine, in its order. */
      readonly rows: readonly Row[];
      readonly glossary: Glossary;
      /** Of the page: `en`, `zh-cn`. */
      readonly language: string;
      /** English to that language; empty for English. */
      readonly strings: Readonly<Record<string, string>>;
      readonly settings: Settings;
      /** Style sheets of the pictures (diagram/style.ts): on the page, and of one that stands alone. */
      readonly looks: { readonly page: string; readonly alone: string };
      /** What the host can write of a run, in the order in which it is offered. */
      readonly formats: readonly Format[];
    }
  | { readonly kind: 'settings'; readonly settings: Settings }
  /** Something else is shown from now on; of a run, nothing yet. */
  | { readonly kind: 'subject'; readonly subject: Subject }
  /**
   * The events from number `from` on are these: what was known of them is replaced, and of later ones forgotten.
   * `events` is the JSON of a list of `PackedEvent`.
   */
  | { readonly kind: 'events'; readonly from: number; readonly events: string }
  /** The run has come to its end; `unnamed` is what no line named and what was still on the wire. */
  | { readonly kind: 'ended'; readonly unnamed: readonly TraceSegment[] }
  /** After which event the debugger stands (0: before the first); for the player, where to begin. */
  | { readonly kind: 'moment'; readonly at: number }
  /** In how many of `scenarios` each row of the machine is taken, in the order of `setup`. */
  | { readonly kind: 'coverage'; readonly counts: readonly number[]; readonly scenarios: number }
  /** The answer to `filter`: the numbers of the events for which it holds. Undefined: `text` is no expression. */
  | { readonly kind: 'filtered'; readonly text: string; readonly matches: readonly number[] | undefined }
  /** Something that was asked for could not be done. */
  | { readonly kind: 'problem'; readonly sentence: Sentence };

// ---------------------------------------------------------------- page to host

/** The pictures that the page draws. */
export const SAVED_AS = ['svg', 'png'] as const;
export type SavedAs = (typeof SAVED_AS)[number];

export type PageMessage =
  /** The page is loaded; `subject` is what it showed before (`uri` and the name of the scenario). */
  | { readonly kind: 'ready'; readonly subject: { readonly uri: string; readonly scenario: string } | undefined }
  /** The moment after event `n` is looked at (0: before the first). Nothing runs. */
  | { readonly kind: 'viewing'; readonly n: number }
  /** The debugger is to go there. */
  | { readonly kind: 'travel'; readonly n: number }
  /** The line of event `n` is to be shown in its editor. */
  | { readonly kind: 'reveal'; readonly n: number }
  /** One of the offered commands. */
  | { readonly kind: 'run'; readonly command: string }
  /** A page of the RFC Editor. */
  | { readonly kind: 'open'; readonly url: string }
  /** A picture is to be saved. `content` is text, or for `png` base64; `name` is a proposal without ending. */
  | { readonly kind: 'save'; readonly as: SavedAs; readonly name: string; readonly content: string }
  /** The run is to be written in one of the formats of `setup`. */
  | { readonly kind: 'write'; readonly format: string; readonly to: 'file' | 'clipboard' }
  | { readonly kind: 'copy'; readonly text: string }
  /** For which events does this hold? Answered with `filtered`. */
  | { readonly kind: 'filter'; readonly text: string }
  /** The scenarios of the workspace are to be run and counted, or no longer. */
  | { readonly kind: 'coverage'; readonly wanted: boolean }
  /** The person has chosen: keep it. */
  | { readonly kind: 'settings'; readonly settings: Settings }
  /** A message that made no sense; for the log. */
  | { readonly kind: 'invalid'; readonly what: string }
  /** The page failed: our bug; for the log and a report. */
  | { readonly kind: 'failed'; readonly message: string; readonly stack: string };
