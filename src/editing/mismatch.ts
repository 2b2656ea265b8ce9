/**
 * A segment line that does not hold: is it wrong, does a line before it lack, or does its segment never come?
 *
 * Rule: of these the one is taken after which most of the next lines hold; if that is no help, the line is wrong.
 */
import type { Statement, StatementOf } from '../program/program';
import { type Met, segmentMetBy } from '../simulation/met';
import type { Scene } from '../simulation/moment';
import { execute } from '../simulation/statements';
import { happen } from '../simulation/unnamed';
import { nextHappening, onWire } from '../simulation/wire';
import type { World } from '../simulation/world';
import { type Passage, passage } from './passage';

type Line = StatementOf<'segment'>;

export type Remedy =
  /** The line is to say what is sent. */
  | { readonly kind: 'correct'; readonly met: Met }
  /** What these passages let arrive is to be named by lines above it; then it holds. */
  | { readonly kind: 'insert'; readonly passages: readonly Passage[]; readonly held: Passage }
  /** No such segment is sent. */
  | { readonly kind: 'remove' };

type Judged = { readonly remedy: Remedy; readonly cost: number };

/** How many lines may lack before one line. */
const MOST_MISSING = 6;

/** `world` is the one before the line. Undefined if nothing can be done: the line must stay, and no segment comes. */
export function remedyFor(scene: Scene, world: World, line: Line, mayGo: () => boolean): Remedy | undefined {
  const met = segmentMetBy(scene, world, line);
  const correct: Judged[] = met
    ? [{ remedy: { kind: 'correct', met }, cost: 1 + failuresAfter(scene, met.after) }]
    : [];
  const remove: Judged = { remedy: { kind: 'remove' }, cost: 1 + failuresAfter(scene, world) };
  const insert = inserting(scene, world, line);
  const choices = met?.isAnother ? [...insert, remove, ...correct] : [...correct, ...insert, remove];
  // Sorting is stable: of two that cost the same, the one that stands first is taken.
  const sorted = choices.sort((a, b) => a.cost - b.cost);
  return sorted.find(({ remedy }) => remedy.kind !== 'remove' || mayGo())?.remedy;
}

/** Lets what is on the wire arrive, one by one, until the line holds. */
function inserting(scene: Scene, world: World, line: Line): readonly Judged[] {
  const passages: Passage[] = [];
  let now = world;
  for (let missing = 0; missing < MOST_MISSING; ) {
    const happening = nextHappening(now);
    if (happening === undefined || onWire(now).length === 0) return [];
    const one = passage(scene.scenario, scene.line, now, happen(scene, now, happening));
    if (one.scripted) return [];
    now = one.end;
    passages.push(one);
    if (one.lines.length === 0) continue;
    missing += 1;
    const held = attempt(scene, now, line);
    if (held.failed) continue;
    return [{ remedy: { kind: 'insert', passages, held }, cost: missing + failuresAfter(scene, held.end) }];
  }
  return [];
}

/** Plays a statement from the world before it. */
export const attempt = (scene: Scene, world: World, statement: Statement, limit?: number): Passage =>
  passage(scene.scenario, statement.line, world, execute({ ...scene, line: statement.line }, world, statement), limit);

/** How many segment lines, and how many events, are looked at to judge a remedy. */
const LINES_AHEAD = 8;
const EVENTS_AHEAD = 5_000;

/** How many of the next segment lines do not hold, if the run goes on from `world`, which is after a statement. */
function failuresAfter(scene: Scene, world: World): number {
  const limit = world.events + EVENTS_AHEAD;
  const from = world.statement + 1;
  let [failures, judged, now] = [0, 0, world];
  for (const [offset, statement] of scene.scenario.statements.slice(from).entries()) {
    if (judged === LINES_AHEAD || now.events >= limit) break;
    const { failed, end } = attempt(scene, { ...now, statement: from + offset, until: undefined }, statement, limit);
    if (statement.kind === 'segment') {
      judged += 1;
      if (failed) failures += 1;
    }
    now = end;
  }
  return failures;
}
