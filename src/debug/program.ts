/** The program that is debugged: its text, the scenario that was chosen, and which statement stands on which line. */
import { scenarioName } from '../checks/reading';
import { parse, splitLines } from '../language/document';
import type { Scenario, Statement } from '../program/program';
import type { LocatedDiagnostic } from '../program/report';
import { resolve } from '../program/resolve';
import { type SourceScenario, scenariosOf } from '../program/scenarios';
import { noScenario, noStatement, programWithErrors, unknownScenario } from './errors';
import { baseName } from './source-name';

export interface Program {
  /** As it was launched: a path, a URI, or a name for a text that was handed over. */
  readonly name: string;
  readonly text: string;
  readonly lines: readonly string[];
  readonly scenario: Scenario;
  /** The scenario's lines and names, for expressions that are looked at in it. */
  readonly source: SourceScenario;
  /** Lines of the file that belong to the scenario, `[first, last]`. */
  readonly range: readonly [number, number];
  /** How many lines stand above all scenarios; they belong to each. */
  readonly above: number;
  /** Warnings. */
  readonly diagnostics: readonly LocatedDiagnostic[];
}

/** Which scenario is wanted: by its name, or by a line that it contains; else the first. */
export interface Choice {
  readonly scenario: string | undefined;
  readonly line: number | undefined;
  readonly seed: number | undefined;
}

/** Reads a program. Throws a refusal if its text has errors or lacks the scenario. */
export function readProgram(name: string, text: string, choice: Choice): Program {
  const title = scenarioName(baseName(name));
  const document = parse(text);
  const { program, diagnostics } = resolve(document, title);
  if (program === undefined) {
    const first = diagnostics.find(({ diagnostic }) => diagnostic.severity === 'error') ?? diagnostics[0];
    const column = (first?.diagnostic.start ?? 0) + 1;
    throw programWithErrors(baseName(name), first?.line ?? 1, column, first?.diagnostic.message ?? '');
  }
  const { scenarios } = program;
  const index = chosen(scenarios, choice);
  const scenario = scenarios[index];
  const source = scenariosOf(document, title).scenarios[index];
  if (scenario === undefined || source === undefined) {
    if (choice.scenario === undefined) throw noScenario(baseName(name));
    throw unknownScenario(
      baseName(name),
      choice.scenario,
      scenarios.map((each) => each.name),
    );
  }
  if (!scenario.statements.some(isStop)) throw noStatement(scenario.name);
  const lines = splitLines(text);
  return {
    name,
    text,
    lines,
    scenario: choice.seed === undefined ? scenario : { ...scenario, seed: choice.seed },
    source,
    above: (scenarios[0]?.line ?? 1) - 1,
    range: [scenario.line, (scenarios[index + 1]?.line ?? lines.length + 1) - 1],
    diagnostics,
  };
}

function chosen(scenarios: readonly Scenario[], { scenario, line }: Choice): number {
  if (scenario !== undefined) return scenarios.findIndex(({ name }) => name === scenario);
  if (line === undefined) return 0;
  return Math.max(
    0,
    scenarios.findLastIndex((each) => each.line <= line),
  );
}

/** Every statement is a stop but `let`, which is no event. */
export const isStop = ({ kind }: Statement): boolean => kind !== 'let';

/** The first stop at this index or behind it; one past the last if there is none. */
export function stopFrom(scenario: Scenario, index: number): number {
  const { statements } = scenario;
  let at = index;
  for (let each = statements[at]; each !== undefined && !isStop(each); each = statements[at]) at += 1;
  return at;
}

/** The line of a statement; of one past the last, that of the first `finally`, which is judged there. */
export function lineOf({ scenario }: Program, statement: number): number {
  const { statements, line } = scenario;
  const last = statements.find(({ kind }) => kind === 'finally') ?? statements.at(-1);
  return statements[statement]?.line ?? last?.line ?? line;
}

/** Columns of a line without its blanks and comment, `[start, end)` in UTF-16 units from 0. */
export function columnsOf({ source }: Program, line: number): readonly [number, number] {
  const statement = source.lines.find(({ number }) => number === line)?.statement;
  return statement === undefined ? [0, 0] : [statement.start, statement.end];
}

/** The statement's text on a line. */
export function statementText(program: Program, line: number): string {
  const [start, end] = columnsOf(program, line);
  return (program.lines[line - 1] ?? '').slice(start, end).trim();
}
