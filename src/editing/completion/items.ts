/** From what can be written at a place to the words themselves. */
import { CONNECTIVES } from '../../language/vocabulary/keywords';
import { OUTCOMES } from '../../language/vocabulary/outcomes';
import { STATES } from '../../language/vocabulary/states';
import { isUnit, UNITS, type UnitName } from '../../language/vocabulary/units';
import { peerIndex } from '../../program/cast';
import type { View } from '../../program/names';
import { say } from '../../words/sentence';
import { entryParagraphs, formsParagraphs } from '../hover/entry';
import { stateParagraphs } from '../hover/state';
import { errorItems, operandItems, operatorItems, segmentNameItems, variableItems } from './expression-items';
import { type Item, item } from './item';
import { directionItems, lineItems, peerItems, roleItems, verbItems } from './line-items';
import type { Offer } from './offer';
import { choiceItems, optionItems } from './option-items';
import { fieldItems, flagItems } from './segment-items';

/** `partial` is what is written of the word at the cursor. */
export function itemsOf(offer: Offer, view: View, partial: string): readonly Item[] {
  switch (offer.kind) {
    case 'line':
      return lineItems(view);
    case 'verbs':
      return verbItems(offer.peer, view);
    case 'arrow':
      return [item('operator', '->', { insert: '-> ', goesOn: true })];
    case 'peers':
      return peerItems(view).filter(({ label }) => label !== offer.not);
    case 'directions':
      return directionItems(view);
    case 'roles':
      return roleItems(view);
    case 'flags':
      return flagItems(offer);
    case 'fields':
      return fieldItems(offer);
    case 'outcomes':
      return Object.values(OUTCOMES).map((entry) =>
        item('outcome', entry.name, {
          insert: entry.amount === 'required' ? `${entry.name} ` : entry.name === 'held' ? 'held as ' : entry.name,
          about: formsParagraphs(entry),
        }),
      );
    case 'words':
      return offer.words.map((word) =>
        item('keyword', word, {
          insert: ENDS.has(word) ? word : `${word} `,
          goesOn: !ENDS.has(word),
          about: entryParagraphs(CONNECTIVES[word]),
        }),
      );
    case 'options':
      return optionItems(offer.owner, offer.written);
    case 'choices':
      return choiceItems(offer.owner, offer.option);
    case 'operands':
      return operandItems(view, offer.condition);
    case 'variables':
      return variableItems(offer.owner, offer.from, view);
    case 'states':
      return stateItems();
    case 'errors':
      return errorItems();
    case 'after-name':
      return peerIndex(view.cast, offer.name) === undefined ? operatorItems(true) : [...stateItems(), inItem()];
    case 'operators':
      return operatorItems(offer.comparing);
    case 'segments':
      return segmentNameItems(view, offer.held);
    case 'free-name':
      return [item('segment', freeName(view))];
    case 'units':
      return unitItems(offer.measures, partial);
  }
}

const stateItems = (): readonly Item[] =>
  Object.values(STATES).map(({ name }) => item('state', name, { about: stateParagraphs(name) }));

const inItem = (): Item =>
  item('keyword', 'in', { insert: 'in ', goesOn: true, about: entryParagraphs(CONNECTIVES.in) });

/** Words behind which nothing has to follow. */
const ENDS: ReadonlySet<string> = new Set(['scripted', 'urgent', 'all', 'off']);

function freeName({ names }: View): string {
  for (let number = 1; ; number += 1) if (!names.has(`s${number}`)) return `s${number}`;
}

/** `200` at the cursor becomes `200us`, `200ms`, ... */
function unitItems(measures: readonly string[], partial: string): readonly Item[] {
  const digits = /^[0-9]+(?:\.[0-9]+)?/.exec(partial)?.[0];
  if (digits === undefined) return [];
  const names = Object.keys(UNITS).filter(
    (name): name is UnitName => isUnit(name) && measures.includes(UNITS[name].measures),
  );
  return names.map((name) =>
    item('unit', digits + name, { detail: say(UNITS[name].meaning), about: entryParagraphs(UNITS[name]) }),
  );
}
