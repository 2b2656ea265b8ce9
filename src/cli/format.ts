/** `tcpscn format PATH ...`: rewrites files in canonical form, around the lines that cannot be understood. */
import { parse } from '../language/document';
import { print } from '../language/printer';
import type { Document } from '../language/tree';
import { type Sentence, say } from '../words/sentence';
import { complaint, type Found, findFiles, readSource, reasonOf } from './files';
import { type Io, type Outcome, refused, type Status } from './io';
import { writeWhole } from './write';

export interface FormatOptions {
  readonly check?: boolean;
}

/**
 * Standard input goes to standard output. Files are written only if they change, and their names printed; with
 * `check` nothing is written, and the names are those that would change (status 1). Lines with errors are status 2.
 */
export async function format(paths: readonly string[], options: FormatOptions, io: Io): Promise<Outcome> {
  const { found, missing } = await findFiles(paths, io.cwd);
  if (missing.length > 0) return refused(...missing.map((name) => say('{0}: {1}', name, say('does not exist'))));
  if (found.length === 0) return refused(say('no scenario file (*.tcpscn) in {0}', paths.join(', ')));
  const outcomes: Outcome[] = [];
  for (const file of found) outcomes.push(await formatOne(file, options.check === true, io));
  return {
    status: worst(outcomes),
    output: outcomes.flatMap(({ output }) => [...output]),
    complaints: outcomes.flatMap(({ complaints }) => complaints),
  };
}

const worst = (outcomes: readonly Outcome[]): Status =>
  ([2, 1] as const).find((status) => outcomes.some((outcome) => outcome.status === status)) ?? 0;

async function formatOne(file: Found, onlyCheck: boolean, io: Io): Promise<Outcome> {
  const source = await readSource(file, io);
  if (source.kind === 'unreadable') return refused(complaint(source));
  const document = parse(source.text);
  const text = print(document);
  const changed = text !== source.text;
  const complaints = brokenLines(source.name, document);
  const status: Status = complaints.length > 0 ? 2 : onlyCheck && changed ? 1 : 0;
  if (file.kind === 'stdin' && !onlyCheck) return { status, output: [source.bom + text], complaints };
  if (!changed) return { status, output: [], complaints };
  if (file.kind === 'file' && !onlyCheck) {
    try {
      await writeWhole(file.path, [source.bom + text]);
    } catch (error) {
      return refused(...complaints, complaint({ name: source.name, reason: reasonOf(error) }));
    }
  }
  return { status, output: [`${source.name}\n`], complaints };
}

/** One complaint for each error in the text; the likely slips that the formatter mends are none. */
function brokenLines(name: string, document: Document): readonly Sentence[] {
  return document.lines.flatMap(({ diagnostics }, index) =>
    diagnostics
      .filter(({ severity }) => severity === 'error')
      .map(({ start, message }) => say('{0}:{1}:{2}: {3}', name, index + 1, start + 1, message)),
  );
}
