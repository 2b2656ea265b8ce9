/** `tcpscn record FILE`: writes the segment lines of a file, from what its runs send. */
import path from 'node:path';
import { diagnosticLines } from '../checks/diagnostic-text';
import { scenarioName } from '../checks/reading';
import { STANDARD_INPUT } from '../checks/report';
import { PLAIN } from '../checks/style';
import { unifiedDifference } from '../editing/difference';
import { type Recording, record as recordText } from '../editing/record';
import { render, type Sentence, say } from '../words/sentence';
import { complaint, type Found, readSource, reasonOf } from './files';
import { type Io, type Outcome, refused, type Status, withBreaks } from './io';
import { translationFor } from './language';
import { writeWhole } from './write';

export interface RecordOptions {
  readonly update?: boolean;
  readonly linesOnly?: boolean;
}

type Recorded = Extract<Recording, { kind: 'recorded' }>;

/**
 * What becomes of the recorded text: `--update` writes it into the file; without, that of a file without segment lines,
 * and of standard input, goes to standard output, and of every other the difference (status 1 if there is one).
 */
export async function record(name: string, options: RecordOptions, io: Io): Promise<Outcome> {
  if (name === '-' && options.update === true) return refused(say('--update writes into a file, and - is none.'));
  const translate = translationFor(io.env);
  const file: Found =
    name === '-' ? { kind: 'stdin', name: STANDARD_INPUT } : { kind: 'file', name, path: path.resolve(io.cwd, name) };
  const source = await readSource(file, io);
  if (source.kind === 'unreadable') return refused(complaint(source));
  const recording = recordText(source.text, scenarioName(source.name), { linesOnly: options.linesOnly === true });
  if (recording.kind === 'errors') {
    const lines = recording.diagnostics.flatMap((each) => [...diagnosticLines(source, each, PLAIN, translate)]);
    return refused(...lines, say('{0} was not recorded: its text has errors.', source.name));
  }
  const complaints = [...notes(source.name, recording)];
  if (isIdle(recording)) complaints.push(say('{0}: {1}', source.name, IDLE));
  const failing: Status = recording.holds ? 0 : 1;
  const changes = recording.text !== source.text;
  if (options.update === true && file.kind === 'file') {
    if (!changes) return { status: failing, output: [], complaints };
    try {
      await writeWhole(file.path, [source.bom + recording.text]);
    } catch (error) {
      return refused(...complaints, complaint({ name, reason: reasonOf(error) }));
    }
    return { status: failing, output: [`${name}: ${render(summary(recording), translate)}\n`], complaints };
  }
  if (file.kind === 'stdin' || !recording.hadLines) {
    return { status: failing, output: [source.bom + recording.text], complaints };
  }
  const difference = unifiedDifference(source.name, recording.document, recording.lines);
  return { status: changes ? 1 : failing, output: withBreaks(difference), complaints };
}

function* notes(name: string, recording: Recorded): Generator<Sentence> {
  for (const { line, sentence } of recording.notes) yield say('{0}:{1}: {2}', name, line, sentence);
}

/** Segments were sent, and no line of the author's lets them arrive. */
const isIdle = ({ hadLines, added, underway }: Recorded): boolean => !hadLines && added === 0 && underway > 0;
const IDLE = say('no segment arrives, so there is nothing to record; a line `run` lets them arrive');

const summary = ({ added, changed, removed }: Recorded): Sentence =>
  say('segment lines: {0} new, {1} changed, {2} gone', added, changed, removed);
