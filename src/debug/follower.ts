/**
 * What the adapter says to one who follows a session from beside the editor, as a panel does: the events of its run, and
 * the moment at which it stands. Messages of our own, documented in docs/debugger.md.
 *
 * Rule 1: everything is plain data, and what is undefined may be missing by the time it is read.
 * Rule 2: events are told by numbers from 1. As long as `run` stays the same, an event that was told stays true.
 */
import type { Scenario } from '../program/program';
import type { TraceEvent, TraceSegment } from '../trace/event';

/** Request `tcpscn/events`: the events from number `first` on, played as far as that if they were not yet. */
export const EVENTS = 'tcpscn/events';
/** Request `tcpscn/travel`: goes to the moment after an event, and stops there. */
export const TRAVEL = 'tcpscn/travel';
/** Request `tcpscn/where`: after which of the events that were played a condition holds. */
export const WHERE = 'tcpscn/where';
/** Event `tcpscn/moment`: where the run stands, at each stop, fork and restart. */
export const MOMENT = 'tcpscn/moment';

/** No answer has more events. */
export const MOST_EVENTS = 10_000;

/** Nobody who only follows a session makes it play further than to this event. */
export const FURTHEST_EVENT = 100_000;

export interface EventsArguments {
  /** From 1. */
  readonly first: number;
  readonly count: number;
}

export interface EventsBody {
  /** The run of which this is true. */
  readonly run: number;
  readonly scenario: Scenario;
  /** The number of the first event that is told. */
  readonly first: number;
  /** As many as were asked for; fewer where the run ends, at `FURTHEST_EVENT`, and at `MOST_EVENTS` of them. */
  readonly events: readonly TraceEvent[];
  /** How many events of the run are known by now. */
  readonly known: number;
  /** These are all that there are. */
  readonly ended: boolean;
  /** What was still on the wire at the end; empty until that is known. With it the events are a trace. */
  readonly unnamed: readonly TraceSegment[];
}

export interface TravelArguments {
  /** The event that is the last to have happened; 0 is the begin of the run. */
  readonly n: number;
}

export interface WhereArguments {
  /** An expression of the scenario language that is true or false. */
  readonly condition: string;
}

export interface WhereBody {
  readonly run: number;
  /** The numbers of the events, in order. */
  readonly events: readonly number[];
}

export interface MomentBody {
  /** Counts the runs of the session: a fork and a restart make another one. */
  readonly run: number;
  /** So many events are those of the run before; from `kept + 1` on they are others. */
  readonly kept: number;
  /** How many events have happened. */
  readonly at: number;
  /** The line that is looked at, as the client counts lines. */
  readonly line: number;
  /** False while the run goes on. */
  readonly stopped: boolean;
}
