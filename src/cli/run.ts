/** `tcpscn run FILE`: plays one scenario and prints what happened. */
import path from 'node:path';
import { locating } from '../checks/check';
import { diagnosticLines } from '../checks/diagnostic-text';
import { readProgram } from '../checks/reading';
import { STANDARD_INPUT } from '../checks/report';
import { PLAIN } from '../checks/style';
import { markdown } from '../exporters/markdown';
import { mermaid } from '../exporters/mermaid';
import { packetdrill } from '../exporters/packetdrill';
import { pcapng } from '../exporters/pcapng';
import { svg } from '../exporters/svg';
import type { Scenario } from '../program/program';
import { run as play } from '../simulation/run';
import { rows } from '../tcp/fsm';
import { jsonl } from '../trace/json';
import { failuresOf } from '../trace/judgments';
import { ladder } from '../trace/ladder';
import { log } from '../trace/log';
import type { Trace } from '../trace/trace';
import { say, type Translate, type Words } from '../words/sentence';
import { complaint, readSource, reasonOf } from './files';
import { type Io, type Outcome, type Piece, refused, withBreaks } from './io';
import { translationFor } from './language';
import { writeWhole } from './write';

/** These are not text: a terminal would take them for commands. */
const BINARY: readonly string[] = ['pcapng'];

/** What each format makes of a trace: pieces of text, or of bytes. */
const FORMATTERS = {
  ladder: (trace: Trace, translate: Translate) => withBreaks(ladder(trace, undefined, translate)),
  log: (trace: Trace, translate: Translate) => withBreaks(log(trace, undefined, translate)),
  jsonl: (trace: Trace) => jsonl(trace.events),
  mermaid: (trace: Trace, translate: Translate) => withBreaks(mermaid(trace, translate)),
  markdown: (trace: Trace, translate: Translate) => withBreaks(markdown(trace, translate)),
  svg: (trace: Trace, translate: Translate) => [svg(trace, rows, translate)],
  packetdrill: (trace: Trace) => withBreaks(packetdrill(trace)),
  pcapng: (trace: Trace) => pcapng(trace),
} as const satisfies Record<string, (trace: Trace, translate: Translate) => Iterable<Piece>>;

export type RunFormat = keyof typeof FORMATTERS;
export const RUN_FORMATS = Object.keys(FORMATTERS);

export interface RunOptions {
  readonly format: RunFormat;
  readonly scenario?: string;
  readonly output?: string;
}

export async function run(name: string, options: RunOptions, io: Io): Promise<Outcome> {
  const toTerminal = io.isTTY && (options.output === undefined || options.output === '-');
  if (toTerminal && BINARY.includes(options.format)) {
    return refused(
      say('{0} is not text, and is not written to a terminal; -o FILE writes it into a file.', options.format),
    );
  }
  const translate = translationFor(io.env);
  const source = await readOne(name, io);
  if (source.kind === 'unreadable') return refused(complaint(source));
  const reading = readProgram(source);
  if (reading.kind === 'errors') {
    const lines = reading.diagnostics.flatMap((each) => [...diagnosticLines(source, each, PLAIN, translate)]);
    return refused(...lines, say('{0} was not run: its text has errors.', source.name));
  }
  const chosen = choose(reading.scenarios, options.scenario, source.name);
  if (chosen.scenario === undefined) return refused(...chosen.complaints);
  const { scenario } = chosen;
  const trace = locating(scenario, source.name, () => play(scenario));
  const failed = trace.events.some((event) => failuresOf(event).length > 0);
  const outcome = { status: failed ? 1 : 0, complaints: chosen.complaints } as const;
  const output = FORMATTERS[options.format](trace, translate);
  if (options.output === undefined || options.output === '-') return { ...outcome, output };
  try {
    await writeWhole(path.resolve(io.cwd, options.output), output);
    return { ...outcome, output: [] };
  } catch (error) {
    return refused(...chosen.complaints, complaint({ name: options.output, reason: reasonOf(error) }));
  }
}

async function readOne(name: string, io: Io) {
  const file = path.resolve(io.cwd, name);
  return readSource(name === '-' ? { kind: 'stdin', name: STANDARD_INPUT } : { kind: 'file', name, path: file }, io);
}

/** The scenario of that name, else the first; which it was is said if there are others. */
function choose(
  scenarios: readonly Scenario[],
  name: string | undefined,
  file: string,
): { readonly scenario: Scenario | undefined; readonly complaints: readonly Words[] } {
  const names = scenarios.map((scenario) => `  ${scenario.name}`);
  if (name !== undefined) {
    const scenario = scenarios.find((each) => each.name === name);
    return { scenario, complaints: scenario ? [] : [say('{0} has no scenario "{1}"; it has', file, name), ...names] };
  }
  const [scenario] = scenarios;
  if (scenario === undefined) return { scenario, complaints: [say('{0} has no scenario', file)] };
  const others = scenarios.length - 1;
  const note = say('playing "{0}"; {1} more in {2}, chosen with --scenario NAME', scenario.name, others, file);
  return { scenario, complaints: others > 0 ? [note] : [] };
}
