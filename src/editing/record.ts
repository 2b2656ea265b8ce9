/**
 * Recording: the segment lines of a scenario file, written from what its runs send.
 *
 * Rule 1: the recorded file, run, lets the same segments meet the same at the same times, and every segment line holds.
 * Rule 2: recording a recorded file changes nothing.
 * Rule 3: both are looked after before anything is returned: a scenario for which they do not hold stays as it is.
 */
import { parse } from '../language/document';
import type { Document } from '../language/tree';
import type { LocatedDiagnostic } from '../program/report';
import { resolve } from '../program/resolve';
import { say } from '../words/sentence';
import { type LineEdit, type NewLine, patched, textOf } from './patch';
import { type Note, type RecordOptions, recordScenario, type ScenarioRecording } from './recorder';

export type Recording =
  | { readonly kind: 'errors'; readonly diagnostics: readonly LocatedDiagnostic[] }
  | {
      readonly kind: 'recorded';
      /** The file that was read, and the lines and the text it leads to. */
      readonly document: Document;
      readonly lines: readonly NewLine[];
      readonly text: string;
      /** True if the file had segment lines before. */
      readonly hadLines: boolean;
      /** How many segment lines are new, changed and gone. */
      readonly added: number;
      readonly changed: number;
      readonly removed: number;
      /** True if every segment line of the new text holds. */
      readonly holds: boolean;
      /** How many segments are on the wire when the scenarios have ended. */
      readonly underway: number;
      readonly notes: readonly Note[];
    };

/** Records a file; `name` is that of the one scenario of a file without a `scenario` line. */
export function record(text: string, name: string, options: RecordOptions): Recording {
  const document = parse(text);
  const { program, diagnostics } = resolve(document, name);
  if (program === undefined) return { kind: 'errors', diagnostics };
  const kept = program.scenarios.map((_, index) => verified(text, document, name, index, options));
  const all = kept.flatMap((recording) => recording.edits);
  const lines = patched(document, all);
  return {
    kind: 'recorded',
    document,
    lines,
    text: textOf(document, text, lines),
    hadLines: document.lines.some(({ statement }) => statement.kind === 'segment'),
    ...tally(document, all),
    holds: kept.every(({ holds }) => holds),
    underway: kept.reduce((sum, { underway }) => sum + underway, 0),
    notes: kept.flatMap(({ notes }) => notes),
  };
}

/** The recording of one scenario, if the law holds for it. */
function verified(text: string, document: Document, name: string, index: number, options: RecordOptions) {
  let refused: ScenarioRecording | undefined;
  for (const attempt of [options, { ...options, keepDelays: true }]) {
    const recording = recordingOf(document, name, index, attempt);
    if (recording === undefined) break;
    if (recording.edits.length === 0) return recording;
    const again = recordingOf(parse(textOf(document, text, patched(document, recording.edits))), name, index, attempt);
    if (isSame(recording, again)) return recording;
    refused ??= recording;
  }
  if (refused === undefined) throw new Error('A file without errors has its scenarios.');
  return untouched(refused);
}

/** Undefined if the document has errors. */
function recordingOf(document: Document, name: string, index: number, options: RecordOptions) {
  const scenario = resolve(document, name).program?.scenarios[index];
  const mayGo = (line: number): boolean => resolve(without(document, line), name).program !== undefined;
  return scenario && recordScenario(scenario, document, options, mayGo);
}

const [BLANK] = parse('').lines;

const without = (document: Document, line: number): Document => ({
  ...document,
  lines: document.lines.map((other, index) => (index === line - 1 && BLANK !== undefined ? BLANK : other)),
});

/** Nothing more is to be recorded, and the run was the same. */
const isSame = (recording: ScenarioRecording, again: ScenarioRecording | undefined): boolean =>
  again !== undefined &&
  again.edits.length === 0 &&
  again.end === recording.end &&
  again.departures.join('\n') === recording.departures.join('\n');

const untouched = (recording: ScenarioRecording): ScenarioRecording => {
  const [first] = recording.edits;
  if (first === undefined) return recording;
  const sentence = say('from here on the scenario cannot be recorded exactly: it stays as it is');
  return { ...recording, edits: [], notes: [{ line: first.line, sentence }], holds: false };
};

function tally(document: Document, edits: readonly LineEdit[]) {
  let [added, changed, removed] = [0, 0, 0];
  for (const { line, above, text } of edits) {
    const old = document.lines[line - 1];
    added += parse(above.join('\n')).lines.filter(({ statement }) => statement.kind === 'segment').length;
    if (old?.statement.kind !== 'segment') continue;
    if (text === undefined) removed += 1;
    else if (text !== old.text) changed += 1;
  }
  return { added, changed, removed };
}
