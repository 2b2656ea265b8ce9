/** The command "Write the Segments": the segment lines of a scenario, from what its run sends. */
import { commands, type Disposable, type TextEditor, window } from 'vscode';
import { scenarioName } from '../checks/reading';
import { type Recording, record } from '../editing/record';
import { type Sentence, say } from '../words/sentence';
import type { Failures } from './failures';
import { isScenarioFile } from './language';
import type { Readings } from './readings';
import { replacing } from './replacement';
import type { DocumentRuns } from './runs';
import { inWords } from './words';

export const writeSegments = (readings: Readings, runs: DocumentRuns, failures: Failures): Disposable =>
  commands.registerCommand('tcpscn.writeSegments', () =>
    failures.attempt(say('Writing the segments'), async () => {
      const editor = window.activeTextEditor;
      const answer =
        editor && isScenarioFile(editor.document)
          ? await writeInto(editor, readings, runs)
          : say('Open a scenario file first: its segments are written where you see it.');
      void window.showInformationMessage(inWords(answer));
    }),
  );

/** Writes, and says what has become of the text. */
async function writeInto(editor: TextEditor, readings: Readings, runs: DocumentRuns): Promise<Sentence> {
  const { document } = editor;
  const reading = readings.of(document);
  const { whole } = await runs.of(document);
  if (!whole) return say('The scenario goes on for too long to be written here. Does something in it repeat for ever?');
  const name = scenarioName(document.uri.path);
  const recording = record(reading.text, name, { linesOnly: false });
  if (recording.kind === 'errors') {
    return say('A file with errors is not run. Fix them first: they are listed in Problems.');
  }
  const edits = replacing(reading, recording.text);
  const done =
    document.version === reading.version &&
    (await editor.edit((builder) => {
      for (const { range, newText } of edits) builder.replace(range, newText);
    }));
  return done ? summary(recording) : say('The text was changed meanwhile, so nothing was written. Try again.');
}

function summary(recording: Extract<Recording, { kind: 'recorded' }>): Sentence {
  const { added, changed, removed, notes } = recording;
  const [note] = notes;
  if (note !== undefined) {
    return say(
      'Segment lines: {0} new, {1} changed, {2} gone. Line {3}: {4}',
      added,
      changed,
      removed,
      note.line,
      inWords(note.sentence),
    );
  }
  if (added + changed + removed === 0) return say('Every segment that is sent has its line already.');
  return say('Segment lines: {0} new, {1} changed, {2} gone.', added, changed, removed);
}
