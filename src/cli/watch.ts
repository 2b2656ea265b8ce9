/**
 * `tcpscn check --watch`: checks, and checks again what changes.
 *
 * Rule 1: what has changed is found by reading: a file whose text is as it was is not run again.
 * Rule 2: nothing is missed: the folders are watched before they are searched.
 */
import path from 'node:path';
import { check } from '../checks/check';
import { pretty } from '../checks/pretty';
import { type FileReport, tally, unreadable } from '../checks/report';
import type { Selection } from '../checks/selection';
import { render, say } from '../words/sentence';
import { styleFor } from './colours';
import { type Found, findFiles, readSource } from './files';
import { type Io, type Outcome, refused, type Status, withBreaks } from './io';
import { translationFor } from './language';

/** Folders that are watched. */
export interface FolderWatch {
  /** Resolves once something has changed in them since it was last asked: to false if there is nothing more to wait for. */
  readonly changed: () => Promise<boolean>;
  readonly close: () => void;
}

export async function watch(paths: readonly string[], selection: Selection, io: Io): Promise<Outcome> {
  if (paths.includes('-')) return refused(say('--watch needs files or folders; standard input does not change.'));
  let reports: ReadonlyMap<string, FileReport> = new Map();
  let known: readonly string[] = [];
  let status: Status = 0;
  for (let first = true; ; first = false) {
    const { found, missing, folders, close, changed } = await watched(paths, known, io);
    known = folders;
    try {
      if (first && missing.length > 0)
        return refused(...missing.map((name) => say('{0}: {1}', name, say('does not exist'))));
      const now = new Map<string, FileReport>();
      for (const file of found) now.set(file.name, await checkAgain(file, reports.get(file.name), selection, io));
      for (const name of missing) now.set(name, goneBefore(reports.get(name)) ?? gone(name));
      const isNews = now.size !== reports.size || [...now].some(([name, report]) => reports.get(name) !== report);
      if (first || isNews) await tell(now, reports, io);
      const { failed, error } = tally([...now.values()]);
      status = error > 0 ? 2 : failed > 0 ? 1 : 0;
      reports = now;
      if (!(await changed())) return { status, output: [], complaints: [] };
    } finally {
      close();
    }
  }
}

/** What could not be read before, and is not there now, is no news. */
const goneBefore = (report: FileReport | undefined): FileReport | undefined =>
  report !== undefined && report.text === undefined ? report : undefined;

const gone = (name: string): FileReport => unreadable(name, say('does not exist'));

/** The files, and a watch over every folder that they were searched in. */
async function watched(paths: readonly string[], known: readonly string[], io: Io) {
  let folders = known;
  for (;;) {
    const watching = io.watchFolders(folders);
    const search = await findFiles(paths, io.cwd);
    const needed = foldersOf(search, io.cwd);
    if (needed.every((folder) => folders.includes(folder))) return { ...search, ...watching, folders };
    watching.close();
    folders = needed;
  }
}

/** A path that does not exist may come to exist in its folder. */
const foldersOf = (
  { folders, missing, found }: Awaited<ReturnType<typeof findFiles>>,
  cwd: string,
): readonly string[] => [
  ...new Set([
    ...folders,
    ...found.flatMap((file) => (file.kind === 'file' ? path.dirname(file.path) : [])),
    ...missing.map((name) => path.dirname(path.resolve(cwd, name))),
  ]),
];

/** The report of the file as it is now; the one before, if its text is as it was. */
async function checkAgain(
  file: Found,
  before: FileReport | undefined,
  selection: Selection,
  io: Io,
): Promise<FileReport> {
  const source = await readSource(file, io);
  if (source.kind === 'text') return before?.text === source.text ? before : check(source, selection);
  return goneBefore(before) ?? unreadable(source.name, source.reason);
}

/** What is new, what does not hold, and how many there are of each. */
async function tell(
  now: ReadonlyMap<string, FileReport>,
  before: ReadonlyMap<string, FileReport>,
  io: Io,
): Promise<void> {
  const all = [...now.values()].filter(({ scenarios }) => scenarios.length > 0);
  const isShown = (report: FileReport): boolean =>
    before.get(report.name) !== report || report.scenarios.some(({ status }) => status !== 'passed');
  const style = styleFor(io);
  const translate = translationFor(io.env);
  const lines = pretty(all, { style, translate, coverage: undefined, isShown });
  await io.stdout(
    `${[...withBreaks(lines)].join('')}${style.quiet(render(say('watching for changes; Ctrl+C ends this'), translate))}\n\n`,
  );
}
