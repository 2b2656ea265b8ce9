/** `tcpscn check [PATH ...]`: runs scenarios and reports their judgments. */
import { json } from '../checks/json';
import { junit } from '../checks/junit';
import { pretty } from '../checks/pretty';
import { type FileReport, tally } from '../checks/report';
import type { Selection } from '../checks/selection';
import { tap } from '../checks/tap';
import { rows } from '../tcp/fsm';
import { unreachable } from '../tcp/unreachable';
import { addCounts, type Coverage, coverage } from '../trace/coverage';
import { type Sentence, say } from '../words/sentence';
import { checkFiles, usualWorkers } from './check-files';
import { styleFor } from './colours';
import { findFiles } from './files';
import { type Io, type Outcome, refused, withBreaks } from './io';
import { translationFor } from './language';
import { watch } from './watch';

export const CHECK_FORMATS = ['pretty', 'json', 'junit', 'tap'] as const;
export type CheckFormat = (typeof CHECK_FORMATS)[number];

export interface CheckOptions {
  readonly format: CheckFormat;
  readonly coverage?: boolean;
  readonly grep?: string;
  /** With commas between them. */
  readonly tags?: string;
  readonly bail?: boolean;
  readonly watch?: boolean;
  readonly workers?: string;
}

export async function check(paths: readonly string[], options: CheckOptions, io: Io): Promise<Outcome> {
  const selection = selectionOf(options);
  const complaint =
    selection === undefined ? say('--grep: {0} is not a regular expression', options.grep ?? '') : conflict(options);
  if (selection === undefined || complaint !== undefined) return refused(...(complaint ? [complaint] : []));
  const where = paths.length > 0 ? paths : ['.'];
  if (options.watch === true) return watch(where, selection, io);
  const { found, missing } = await findFiles(where, io.cwd);
  if (missing.length > 0) return refused(...missing.map((name) => say('{0}: {1}', name, say('does not exist'))));
  if (found.length === 0)
    return refused(say('no scenario file (*.tcpscn) in {0}', paths.length > 0 ? paths.join(', ') : say('this folder')));
  const workers = options.workers === undefined ? usualWorkers(found.length, io.processors) : Number(options.workers);
  const files: FileReport[] = [];
  let read = 0;
  let isCut = false;
  for await (const file of checkFiles(found, selection, workers, io)) {
    read += 1;
    if (file.scenarios.length === 0) continue;
    const bad = file.scenarios.findIndex(({ status }) => status !== 'passed');
    const isEnd = options.bail === true && bad >= 0;
    files.push(isEnd ? { ...file, scenarios: file.scenarios.slice(0, bad + 1) } : file);
    isCut = isEnd && (bad + 1 < file.scenarios.length || read < found.length);
    if (isEnd) break;
  }
  if (files.length === 0) return refused(say('no scenario has such a name or such tags'));
  const { failed, error } = tally(files);
  return { status: error > 0 ? 2 : failed > 0 ? 1 : 0, output: report(files, isCut, options, io), complaints: [] };
}

/** Undefined if it cannot be understood. */
function selectionOf({ grep, tags }: CheckOptions): Selection | undefined {
  const wanted = tags?.split(',').flatMap((tag) => tag.trim() || []);
  try {
    return { ...(grep === undefined ? {} : { name: new RegExp(grep) }), ...(wanted ? { tags: wanted } : {}) };
  } catch {
    return undefined;
  }
}

/** What does not go together, or is no number. */
function conflict({ coverage, format, workers, watch }: CheckOptions): Sentence | undefined {
  if (coverage === true && format === 'junit') {
    return say('--coverage goes with the formats pretty, json and tap; JUnit has no place for it.');
  }
  if (watch === true && format !== 'pretty')
    return say('--watch goes with the format pretty: others are one document.');
  if (watch === true && coverage === true) return say('--watch does not go with --coverage.');
  if (workers !== undefined && !/^[1-9]\d{0,2}$/.test(workers)) {
    return say('--workers cannot be "{0}"; it is a number from 1 to 999', workers);
  }
  return undefined;
}

function report(files: readonly FileReport[], isCut: boolean, options: CheckOptions, io: Io): Iterable<string> {
  const taken = options.coverage === true ? coverageOf(files) : undefined;
  switch (options.format) {
    case 'pretty':
      return withBreaks(
        pretty(files, { style: styleFor(io), translate: translationFor(io.env), coverage: taken, isCut }),
      );
    case 'json':
      return [json(files, taken)];
    case 'junit':
      return [junit(files)];
    case 'tap':
      return [tap(files, taken)];
  }
}

function coverageOf(files: readonly FileReport[]): Coverage {
  const counts = addCounts(files.flatMap(({ scenarios }) => scenarios.map((scenario) => scenario.rows)));
  return coverage(rows, unreachable, counts);
}
