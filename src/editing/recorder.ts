/**
 * Plays a scenario as it should be written: what arrives unnamed gets a line, a line that does not hold is mended.
 *
 * Rule 1: the run of the scenario with these edits is the one that was played: the same departures, the same end.
 * Rule 2: `handshake`, `expect no ... for` and a `wait until` that fails stay as they are, and what arrives in them
 *         stays unnamed; so does what is on the wire at the end.
 */
import { correctedLine } from '../language/correction';
import type { Document, Line } from '../language/tree';
import type { Scenario, Statement, StatementOf } from '../program/program';
import { takingAny } from '../simulation/met';
import type { Scene } from '../simulation/moment';
import { EVENT_LIMIT } from '../simulation/simulate';
import { onWire } from '../simulation/wire';
import { newWorld, type World } from '../simulation/world';
import { type Sentence, say } from '../words/sentence';
import { attempt, type Remedy, remedyFor } from './mismatch';
import type { Passage } from './passage';
import type { LineEdit } from './patch';
import { remainingWait, ruleWithout } from './rest';

export interface RecordOptions {
  /** Only the segment lines that are there are mended; what arrives in `run` and `wait` stays unnamed. */
  readonly linesOnly: boolean;
  /**
   * What lets a segment be held back stays as it is as well: a line with `delayed` holds it back when it has been sent,
   * the network when it was to arrive, and what happens at one and the same instant may then come in another order.
   */
  readonly keepDelays?: boolean;
}

/** Something that the author should know of a line. */
export interface Note {
  readonly line: number;
  readonly sentence: Sentence;
}

export interface ScenarioRecording {
  readonly edits: readonly LineEdit[];
  readonly notes: readonly Note[];
  /** Every segment that left the wire, in order. */
  readonly departures: readonly string[];
  /** How the run ended: the time, and what was on the wire. */
  readonly end: string;
  /** How many segments are on the wire at the end. */
  readonly underway: number;
  /** True if every segment line holds. */
  readonly holds: boolean;
}

/** What a line of the recording is, and the world after it. */
interface Step {
  readonly world: World;
  readonly passages: readonly Passage[];
  readonly edit?: LineEdit;
  readonly note?: Note;
  readonly failed?: true;
}

/** Plays the scenario. `mayGo` tells whether the file has no error without a line. */
export function recordScenario(
  scenario: Scenario,
  document: Document,
  options: RecordOptions,
  mayGo: (line: number) => boolean,
): ScenarioRecording {
  const edits: LineEdit[] = [];
  const notes: Note[] = [];
  const departures: string[] = [];
  const used = new Map<number, number>();
  const counts = new Map<number, number>();
  let world = newWorld(scenario);
  let holds = true;
  for (const [index, statement] of scenario.statements.entries()) {
    const line = document.lines[statement.line - 1];
    if (line === undefined) throw new Error('A statement stands on a line.');
    const begun: World = { ...world, statement: index, until: undefined };
    const step = stepOf({ scenario, line: statement.line, told: true }, begun, statement, line, options, mayGo);
    world = step.world;
    if (step.edit !== undefined) edits.push(step.edit);
    if (step.note !== undefined) notes.push(step.note);
    if (step.failed) holds = false;
    for (const played of step.passages) {
      departures.push(...played.departures);
      if (step.edit === undefined) continue;
      for (const [rule, times] of played.ruled) used.set(rule, (used.get(rule) ?? 0) + times);
    }
    if (statement.kind === 'rule') counts.set(statement.line, world.rules.at(-1)?.left ?? 0);
    if (world.events >= EVENT_LIMIT) {
      notes.push({ line: statement.line, sentence: say('the scenario passes {0} events', EVENT_LIMIT) });
      return { edits: [], notes, departures: [], end: '', underway: 0, holds: false };
    }
  }
  for (const [number, times] of used) {
    const line = document.lines[number - 1];
    const edit = line && ruleWithout(line, number, counts.get(number) ?? 0, times);
    if (edit !== undefined) edits.push(edit);
  }
  return { edits, notes, departures, end: endOf(world), underway: onWire(world).length, holds };
}

const endOf = (world: World): string => [world.time, ...onWire(world).map(({ id, due }) => `${id} ${due}`)].join(', ');

function stepOf(
  scene: Scene,
  world: World,
  statement: Statement,
  line: Line,
  options: RecordOptions,
  mayGo: (line: number) => boolean,
): Step {
  const played = attempt(scene, world, statement);
  const asItIs: Step = { world: played.end, passages: [played] };
  if (statement.kind === 'segment') {
    if (!played.failed) return asItIs;
    return mended(scene, world, statement, line, played, () => mayGo(statement.line));
  }
  const isTime = statement.kind === 'run' || statement.kind === 'wait' || statement.kind === 'wait-until';
  if (!isTime || options.linesOnly || played.lines.length === 0 || played.failed) return asItIs;
  const kept = played.scripted ? SCRIPTED : played.delayed && options.keepDelays ? HELD_BACK : undefined;
  if (kept !== undefined) return { ...asItIs, note: { line: statement.line, sentence: kept } };
  const text = statement.kind === 'run' ? undefined : remainingWait(line, statement, played);
  const comment = text === undefined && line.comment ? [line.comment.text] : [];
  return { ...asItIs, edit: { line: statement.line, above: [...comment, ...played.lines], text } };
}

const SCRIPTED = say('a segment that a scripted peer has sent arrives here, which no line can name: it stays as it is');
const HELD_BACK = say('a segment is held back here, at the instant of something else: it stays as it is');

// ---------------------------------------------------------------- lines that do not hold

function mended(
  scene: Scene,
  world: World,
  statement: StatementOf<'segment'>,
  line: Line,
  failed: Passage,
  mayGo: () => boolean,
): Step {
  const number = statement.line;
  const remedy: Remedy | undefined = remedyFor(scene, world, statement, mayGo);
  switch (remedy?.kind) {
    case undefined: {
      const sentence = say('no such segment is sent; the line stays, for others need it');
      return { world: failed.end, passages: [failed], note: { line: number, sentence }, failed: true };
    }
    case 'remove': {
      const above = line.comment ? [line.comment.text] : [];
      const note = { line: number, sentence: say('no such segment is sent: the line goes') };
      return { world, passages: [], edit: { line: number, above, text: undefined }, note };
    }
    case 'insert': {
      const above = remedy.passages.flatMap(({ lines }) => lines);
      return {
        world: remedy.held.end,
        passages: [...remedy.passages, remedy.held],
        edit: { line: number, above, text: line.text },
      };
    }
    case 'correct': {
      const { segment, differences } = remedy.met;
      const text = correctedLine(line, segment, new Set(differences.map(({ what }) => what)));
      const taken = attempt(scene, world, takingAny(statement));
      return { world: taken.end, passages: [taken], edit: { line: number, above: [], text } };
    }
  }
}
