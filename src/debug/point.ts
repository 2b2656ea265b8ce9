/**
 * Breakpoints of every kind, resolved: at which moments of the run each is met.
 *
 * Rule 1: a point that cannot be met says why, and is never met.
 * Rule 2: a line is met before it runs. While a line lasts (run, wait), a point with a condition or a hit count is met
 *         again after each of its events.
 */
import type { Expression } from '../program/expression';
import type { Names } from '../program/names';
import { type Sentence, say } from '../words/sentence';
import type { Candidate } from './candidate';
import { eventTest } from './event-name';
import { EXCEPTION_FILTERS, type ExceptionFilter } from './exception-filter';
import { isSentence, readCondition } from './expressions';
import { type HitCondition, hitCondition } from './hit-condition';
import { type LogMessage, readLogMessage } from './log-message';
import { isChanged, noVariable, type Variable, variableOf } from './peer-variable';
import { lineOf, type Program, stopFrom } from './program';
import type { DataWish, FilterWish, FunctionWish, LineWish, Wish } from './wishes';

export type PointKind = 'line' | 'function' | 'data' | 'exception';

export interface Point {
  readonly id: number;
  readonly kind: PointKind;
  /** Why it is never met, or why it stands elsewhere than was asked. */
  readonly message: Sentence | undefined;
  readonly verified: boolean;
  /** For a line: where it stands. */
  readonly line: number | undefined;
  /** Whether its place is met, its condition aside. */
  readonly meets: (candidate: Candidate) => boolean;
  /** Whether its place cannot be met but in an event that is told whole. */
  readonly whole: boolean;
  readonly condition: Expression | undefined;
  readonly hits: HitCondition | undefined;
  readonly log: LogMessage | undefined;
  readonly filter: ExceptionFilter | undefined;
  /** What a function breakpoint is named after, in the user's words. */
  readonly name?: string;
  /** What a data breakpoint looks at. */
  readonly variable?: Variable;
}

type Where = Pick<Point, 'meets' | 'whole' | 'message' | 'line' | 'filter' | 'name' | 'variable'>;

const NEVER = (): boolean => false;

const nowhere = (message: Sentence): Where => ({
  meets: NEVER,
  whole: false,
  message,
  line: undefined,
  filter: undefined,
});

/** What makes points of wishes: the program, the names it has, and numbers not yet given. */
export interface Resolving {
  readonly program: Program;
  readonly names: Names;
  readonly nextId: () => number;
}

function point(kind: PointKind, where: Where, wish: Wish & { logMessage?: string | undefined }, by: Resolving): Point {
  const id = by.nextId();
  const condition = wish.condition === undefined ? undefined : readCondition(by.program, by.names, wish.condition);
  const hits = wish.hitCondition === undefined ? undefined : hitCondition(wish.hitCondition);
  const log = wish.logMessage === undefined ? undefined : readLogMessage(by.program, by.names, wish.logMessage);
  const wrong =
    (condition !== undefined && isSentence(condition) && condition) ||
    (log !== undefined && isSentence(log) && log) ||
    (hits === undefined && wish.hitCondition !== undefined && wrongHits(wish.hitCondition));
  if (wrong || where.meets === NEVER) {
    const message = wrong || where.message;
    return {
      ...where,
      id,
      kind,
      verified: false,
      meets: NEVER,
      message,
      condition: undefined,
      hits: undefined,
      log: undefined,
    };
  }
  return {
    ...where,
    id,
    kind,
    verified: true,
    condition: condition !== undefined && !isSentence(condition) ? condition : undefined,
    hits,
    log: log !== undefined && !isSentence(log) ? log : undefined,
  };
}

const wrongHits = (written: string): Sentence =>
  say('"{0}" is not a hit count; write a number, as "3", ">= 3" or "% 10"', written);

/** The line a statement stands on, at or below the one that was asked for. */
export function linePoint(wish: LineWish, by: Resolving): Point {
  return point('line', lineWhere(wish, by.program), wish, by);
}

function lineWhere(wish: LineWish, program: Program): Where {
  const { scenario, range, above } = program;
  const at = statementAt(program, wish.line);
  const line = scenario.statements[at]?.line;
  const [first, last] = range;
  if (wish.line > last || (wish.line < first && wish.line > above)) {
    return nowhere(say('this line is not part of the scenario that is debugged, "{0}"', scenario.name));
  }
  if (line === undefined) return nowhere(say('the scenario has no statement at this line or below it'));
  const closing = lineOf(program, scenario.statements.length) === line ? scenario.statements.length : undefined;
  const often = wish.condition !== undefined || wish.hitCondition !== undefined;
  return {
    line,
    filter: undefined,
    whole: false,
    message: line === wish.line ? undefined : say('moved to the next statement, in line {0}', line),
    meets: ({ place, opens, closes, step }) => {
      if (place.kind === 'statement') return opens && (place.statement === at || place.statement === closing);
      return often && place.kind === 'event' && !closes && step?.forked === false && step.statement === at;
    },
  };
}

/** The index of the statement at a line or below it. */
export function statementAt({ scenario }: Program, line: number): number {
  const index = scenario.statements.findIndex((statement) => statement.line >= line);
  return index < 0 ? scenario.statements.length : stopFrom(scenario, index);
}

export function functionPoint(wish: FunctionWish, by: Resolving): Point {
  const test = eventTest(wish.name, by.program.scenario);
  const where: Where = isSentence(test)
    ? nowhere(test)
    : {
        line: undefined,
        filter: undefined,
        whole: true,
        message: undefined,
        name: wish.name.trim().replaceAll(/\s+/g, ' '),
        meets: ({ step }) => step !== undefined && test(step.event),
      };
  return point('function', where, wish, by);
}

export function dataPoint(wish: DataWish, by: Resolving): Point {
  const variable = variableOf(by.program, wish.dataId);
  if (variable === undefined) return point('data', nowhere(noVariable(by.program, wish.dataId)), wish, by);
  const meets = ({ step }: Candidate): boolean => step !== undefined && isChanged(by.program, variable, step);
  return point(
    'data',
    { line: undefined, filter: undefined, message: undefined, variable, whole: true, meets },
    wish,
    by,
  );
}

export function filterPoint(wish: FilterWish, by: Resolving): Point {
  const filter = EXCEPTION_FILTERS.find((each) => each.filter === wish.filter);
  const where: Where =
    filter === undefined
      ? nowhere(say('there is no filter "{0}"', wish.filter))
      : {
          line: undefined,
          filter,
          whole: filter.whole,
          message: undefined,
          meets: ({ step }) => step !== undefined && filter.test(step.event),
        };
  return point('exception', where, wish, by);
}
