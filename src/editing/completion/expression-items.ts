/** What an expression is made of: peers, values, segments and what they have; operators. */
import { CAPTURE_FIELDS, GLOBALS, PEER_FIELDS } from '../../language/vocabulary/expression-fields';
import { CONNECTIVES } from '../../language/vocabulary/keywords';
import { isScripted, peerIndex } from '../../program/cast';
import { definitionOf, namesOfKind, type View } from '../../program/names';
import { say } from '../../words/sentence';
import { entryParagraphs } from '../hover/entry';
import { nameParagraphs } from '../hover/name';
import { variableParagraphs } from '../hover/variable';
import { type Item, item } from './item';
import { peerItems } from './line-items';

/** What a value, or a condition, can begin with. Scripted peers are never judged. */
export function operandItems(view: View, condition: boolean): readonly Item[] {
  const peers = peerItems(view)
    .filter(({ label }) => !isScripted(view.cast, label))
    .map((peer): Item => (condition ? peer : { ...peer, insert: `${peer.label}.`, goesOn: true }));
  const constants = namesOfKind('let', view).map((name) =>
    item('constant', name, { about: nameParagraphs({ kind: 'constant', name, defines: false }, view, undefined) }),
  );
  const segments = segmentNameItems(view, false).map(
    (segment): Item => ({ ...segment, insert: `${segment.label}.`, goesOn: true }),
  );
  const globals = Object.values(GLOBALS).map((entry) =>
    item('variable', entry.name, { about: variableParagraphs(entry) }),
  );
  const not = item('keyword', 'not', { insert: 'not ', goesOn: true, about: entryParagraphs(CONNECTIVES.not) });
  return [...peers, ...constants, ...segments, ...globals, ...(condition ? [not] : [])];
}

/** The names of remembered segments; `held`: of those that a line has held. */
export const segmentNameItems = (view: View, held: boolean): readonly Item[] =>
  namesOfKind('segment', view)
    .filter((name) => !held || isHeld(name, view))
    .map((name) =>
      item('segment', name, { about: nameParagraphs({ kind: 'segment', name, defines: false }, view, undefined) }),
    );

function isHeld(name: string, view: View): boolean {
  const statement = definitionOf(name, view)?.line.statement;
  return statement?.kind === 'segment' && statement.outcome?.kind === 'held';
}

/** What stands behind `owner.`; `from` is the column behind the dot. */
export function variableItems(owner: string, from: number, view: View): readonly Item[] {
  if (owner === 'wire') return [item('variable', 'count', { about: variableParagraphs(GLOBALS['wire.count']), from })];
  const isPeer = peerIndex(view.cast, owner) !== undefined;
  if (isPeer && isScripted(view.cast, owner)) return [];
  if (!isPeer && definitionOf(owner, view)?.kind !== 'segment') return [];
  return Object.values(isPeer ? PEER_FIELDS : CAPTURE_FIELDS).map((entry) =>
    item('variable', entry.name, {
      ...(entry.name === 'visited' ? { insert: 'visited ', goesOn: true } : {}),
      detail: say(entry.gives),
      about: variableParagraphs(entry),
      from,
    }),
  );
}

/** What `PEER.error` can be (RFC 9293, 3.10). */
const ERRORS = [
  '',
  'connection does not exist',
  'connection already exists',
  'connection closing',
  'connection refused',
  'connection reset',
  'connection aborted due to user timeout',
  'closing',
];

export const errorItems = (): readonly Item[] => ERRORS.map((error) => item('choice', JSON.stringify(error)));

const COMPARISONS = ['==', '!=', '<', '<=', '>', '>='];

export function operatorItems(comparing: boolean): readonly Item[] {
  const words = (['and', 'or'] as const).map((word) =>
    item('keyword', word, { insert: `${word} `, goesOn: true, about: entryParagraphs(CONNECTIVES[word]) }),
  );
  const comparisons = COMPARISONS.map((sign) => item('operator', sign, { insert: `${sign} `, goesOn: true }));
  return comparing ? [...comparisons, ...words] : words;
}
