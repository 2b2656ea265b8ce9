/**
 * A scenario in the panel that nobody debugs: it is played by itself, again whenever its text changes.
 *
 * Rule 1: the cursor is where the panel stands: what the lines up to it have made of both peers is shown.
 * Rule 2: while a text has errors, the run of the text before them stays; they are told beside it.
 */
import { type TextDocument, workspace } from 'vscode';
import { isSentence, readCondition } from '../debug/expressions';
import { readProgram } from '../debug/program';
import { momentsWhere } from '../debug/where';
import { splitLines } from '../language/document';
import type { Offer, Subject } from '../panel/protocol';
import { Timeline } from '../simulation/timeline';
import type { Trace } from '../trace/trace';
import { type Sentence, say } from '../words/sentence';
import type { Exhibit } from './panel-exhibit';
import { Story } from './panel-story';
import { pause } from './pause';
import type { Readings } from './readings';
import type { DocumentRuns } from './runs';
import { inWords } from './words';

export interface PlayerExhibit extends Exhibit {
  /** When it is known what there is to show. */
  readonly ready: Promise<void>;
  readonly document: TextDocument;
  /** The scenario's place among those of its file, which stays while its name is typed. */
  readonly place: number;
  /** The cursor is on this line, from 0. */
  readonly lookAt: (line: number) => void;
  /** Where one stands, whatever the cursor does: where a debugger has stood. */
  readonly stand: (at: number) => void;
}

/** What a filter may look at without a pause. */
const LOOKS = 2_000;

export function playerExhibit(
  document: TextDocument,
  place: number,
  readings: Readings,
  runs: DocumentRuns,
  failed: (error: unknown) => void,
): PlayerExhibit {
  const story = new Story({ kind: 'nothing', why: say('The scenario is played …'), offers: [] });
  let cursor: number | undefined;
  let stands: number | undefined;
  let trace: Trace | undefined;
  let alive = true;

  async function play(): Promise<void> {
    const { version } = document;
    const { program, diagnostics, text } = readings.of(document);
    const scenario = program?.scenarios[place];
    if (scenario === undefined) {
      const first = diagnostics.find(({ diagnostic }) => diagnostic.severity === 'error');
      const line = (first?.line ?? 1) - 1;
      const why =
        first === undefined
          ? say('The scenario is no longer there.')
          : say('Line {0}: {1}', first.line, inWords(first.diagnostic.message));
      tellObstacle(why, [{ title: inWords(say('Go to Line {0}', line + 1)), command: `line ${line}` }]);
      return;
    }
    const { runs: played, whole } = await runs.of(document);
    if (!alive || document.version !== version) return;
    trace = played.get(scenario.line);
    if (trace === undefined) {
      const why = say('The scenarios above go on for so long that this one is not played here.');
      tellObstacle(why, [{ title: inWords(say('Debug')), command: 'tcpscn.debugScenario' }]);
      return;
    }
    const { name, line, peers, chapters } = scenario;
    const subject: Subject = {
      kind: 'run',
      title: name,
      uri: document.uri.toString(),
      scenario: { name, line, peers, chapters },
      lines: splitLines(text),
      source: 'player',
    };
    story.begin(subject, standing(trace));
    story.add(1, trace.events);
    const isCut = !whole && [...played.keys()].at(-1) === scenario.line;
    if (!isCut) story.end(trace.unnamed);
  }

  function tellObstacle(why: Sentence, offers: readonly Offer[]): void {
    const nothing: Subject = { kind: 'nothing', why, offers };
    if (story.subject.kind === 'nothing') story.begin(nothing);
    else story.tell({ kind: 'problem', sentence: why });
  }

  /** After the last event that the lines up to the cursor have made. */
  function standing({ events }: Trace): number {
    const line = (cursor ?? Number.POSITIVE_INFINITY) + 1;
    return Math.min(stands ?? events.findLast((event) => event.line <= line)?.n ?? 0, events.length);
  }

  const replay = (): void => {
    play().catch(failed);
  };
  const changes = workspace.onDidChangeTextDocument(({ document: changed, contentChanges }) => {
    if (changed.uri.toString() === document.uri.toString() && contentChanges.length > 0) replay();
  });
  const ready = play().catch(failed);

  return {
    ready,
    story,
    uri: document.uri,
    document,
    place,
    trace: () => trace,
    lookAt(line) {
      if (line === cursor) return;
      cursor = line;
      stands = undefined;
      if (trace !== undefined) story.stand(standing(trace));
    },
    stand(at) {
      stands = at;
      if (trace !== undefined) story.stand(standing(trace));
    },
    travel: () => Promise.resolve(),
    async where(condition) {
      if (trace === undefined) return undefined;
      const { scenario, events } = trace;
      const program = readProgram(document.uri.path, document.getText(), {
        scenario: undefined,
        line: scenario.line,
        seed: undefined,
      });
      const expression = readCondition(program, program.source.names, condition);
      if (isSentence(expression)) return undefined;
      const timeline = new Timeline(scenario);
      const found: number[] = [];
      let looks = 0;
      timeline.reaches(events.length);
      for (const n of momentsWhere(timeline, expression)) {
        if (n !== undefined) found.push(n);
        looks += 1;
        if (looks % LOOKS === 0) await pause();
      }
      return found;
    },
    dispose() {
      alive = false;
      changes.dispose();
      story.dispose();
    },
  };
}
