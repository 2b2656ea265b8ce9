/** `tcpscn check [PATH ...]`: runs scenarios and reports their judgments. */
import { check as checkFile } from '../checks/check';
import { json } from '../checks/json';
import { junit } from '../checks/junit';
import { pretty } from '../checks/pretty';
import { type FileReport, tally, unreadable } from '../checks/report';
import { tap } from '../checks/tap';
import { rows } from '../tcp/fsm';
import { unreachable } from '../tcp/unreachable';
import { addCounts, type Coverage, coverage } from '../trace/coverage';
import { english } from '../words/sentence';
import { styleFor } from './colours';
import { findFiles, readSource } from './files';
import { type Io, type Outcome, refused, withBreaks } from './io';

export const CHECK_FORMATS = ['pretty', 'json', 'junit', 'tap'] as const;
export type CheckFormat = (typeof CHECK_FORMATS)[number];

export interface CheckOptions {
  readonly format: CheckFormat;
  readonly coverage?: boolean;
}

export async function check(paths: readonly string[], options: CheckOptions, io: Io): Promise<Outcome> {
  if (options.coverage === true && options.format === 'junit') {
    return refused('--coverage goes with the formats pretty, json and tap; JUnit has no place for it.');
  }
  const { found, missing } = await findFiles(paths.length > 0 ? paths : ['.'], io.cwd);
  if (missing.length > 0) return refused(...missing.map((name) => `${name}: does not exist`));
  if (found.length === 0) return refused(`no scenario file (*.tcpscn) in ${paths.join(', ') || 'this folder'}`);
  const files: FileReport[] = [];
  for (const file of found) {
    const source = await readSource(file, io);
    files.push(source.kind === 'text' ? checkFile(source) : unreadable(source.name, source.reason));
  }
  const { failed, error } = tally(files);
  return { status: error > 0 ? 2 : failed > 0 ? 1 : 0, output: report(files, options, io), complaints: [] };
}

function report(files: readonly FileReport[], options: CheckOptions, io: Io): Iterable<string> {
  const taken = options.coverage === true ? coverageOf(files) : undefined;
  switch (options.format) {
    case 'pretty':
      return withBreaks(pretty(files, { style: styleFor(io), translate: english, coverage: taken }));
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
