/** What a line begins with: its statement word or a peer, what a peer does, and whole scenarios. */
import { STATEMENTS } from '../../language/vocabulary/keywords';
import { VERBS } from '../../language/vocabulary/verbs';
import { isScripted } from '../../program/cast';
import type { View } from '../../program/names';
import { say } from '../../words/sentence';
import { formsParagraphs } from '../hover/entry';
import { verbParagraphs } from '../hover/verb';
import { type Item, item, placeholder } from './item';

/** The words a line can begin with; snippets of whole scenarios are the document's matter. */
export const lineItems = (view: View): readonly Item[] => [
  ...peerItems(view).map((peer): Item => ({ ...peer, insert: `${peer.label} `, goesOn: true })),
  ...directionItems(view),
  ...Object.values(STATEMENTS).map((entry) =>
    item('statement', entry.name, {
      ...(entry.name === 'scenario'
        ? { insert: `scenario "${placeholder('title')}"`, snippet: true }
        : { insert: entry.name === 'run' ? 'run' : `${entry.name} `, goesOn: entry.name !== 'run' }),
      about: formsParagraphs(entry),
    }),
  ),
  item('statement', '== Title ==', {
    insert: `== ${placeholder('Title')} ==`,
    snippet: true,
    detail: say('a chapter'),
  }),
];

export const peerItems = ({ cast }: View): readonly Item[] =>
  cast.map((role, index) =>
    item('peer', role.name, { detail: index === 0 ? say('the first peer') : say('the second peer') }),
  );

/** `client -> server` and back, with what has to follow. */
export function directionItems({ cast: [first, second] }: View): readonly Item[] {
  return [`${first.name} -> ${second.name}`, `${second.name} -> ${first.name}`].map((direction) =>
    item('peer', direction, { insert: `${direction} `, detail: say('a segment'), goesOn: true }),
  );
}

/** The names that a `peer` line can have: those that are not declared first. */
export const roleItems = (view: View): readonly Item[] => {
  const declared = (label: string): number =>
    view.cast.some((role) => role.name === label && role.lines.length > 0) ? 1 : 0;
  return [...peerItems(view)].sort((a, b) => declared(a.label) - declared(b.label));
};

/** What the application of a peer can do; a scripted peer has none. */
export function verbItems(peer: string, { cast }: View): readonly Item[] {
  if (isScripted(cast, peer)) return [];
  return Object.values(VERBS).map(({ name, userCall, sockets }) => {
    const goesOn = name === 'send' || name === 'recv' || name === 'set';
    const detail =
      sockets === undefined
        ? undefined
        : userCall === undefined
          ? say('sockets: {0}', sockets)
          : say('{0}; sockets: {1}', userCall, sockets);
    return item('verb', name, { insert: goesOn ? `${name} ` : name, detail, goesOn, about: verbParagraphs(name) });
  });
}
