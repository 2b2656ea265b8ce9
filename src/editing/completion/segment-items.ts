/** Flags and fields of a segment line, those that are not written yet. */
import type { FlagName } from '../../language/vocabulary';
import { FIELDS } from '../../language/vocabulary/fields';
import { FLAG_WORDS, FLAGS } from '../../language/vocabulary/flags';
import { entryParagraphs, formsParagraphs } from '../hover/entry';
import { type Item, item } from './item';
import type { Offer } from './offer';

/** The flags of nearly every segment there is. */
const USUAL: readonly (readonly FlagName[])[] = [
  ['SYN', 'ACK'],
  ['FIN', 'ACK'],
  ['PSH', 'ACK'],
  ['RST', 'ACK'],
];

type FlagsOffer = Extract<Offer, { kind: 'flags' }>;

export function flagItems({ written, first, made }: FlagsOffer): readonly Item[] {
  const single = Object.values(FLAGS)
    .filter(({ name }) => !written.includes(name))
    .map((entry) => item('flag', entry.name, { about: entryParagraphs(entry) }));
  if (!first) return single;
  const usual = USUAL.map((names) =>
    item('flag', names.join('+'), { about: names.flatMap((name) => entryParagraphs(FLAGS[name])) }),
  );
  const words = Object.values(FLAG_WORDS)
    .filter(({ name }) => !(made && name === 'ANY'))
    .map((entry) => item('flag', entry.name, { about: entryParagraphs(entry) }));
  return [...single, ...usual, ...words];
}

/** Fields that count only with a flag. */
const WITH: Readonly<Record<string, FlagName>> = {
  ack: 'ACK',
  urg: 'URG',
  mss: 'SYN',
  wscale: 'SYN',
  sackok: 'SYN',
};

type FieldsOffer = Extract<Offer, { kind: 'fields' }>;

export function fieldItems({ written, flags }: FieldsOffer): readonly Item[] {
  const open = flags.length === 0 || flags.includes('ANY') || flags.includes('DATA');
  return Object.values(FIELDS)
    .filter(({ name }) => !written.includes(name))
    .filter(({ name }) => {
      const flag = WITH[name];
      return open || flag === undefined || flags.includes(flag);
    })
    .filter(({ name, takes }) => takes !== 'flag' || !flags.includes(name.toUpperCase()))
    .map((entry) => item('field', entry.name, { ...fieldText(entry), about: formsParagraphs(entry) }));
}

function fieldText({ name, takes }: (typeof FIELDS)[keyof typeof FIELDS]): Partial<Item> {
  if (takes === 'presence') return {};
  if (takes === 'flag') return { insert: `${name}=off` };
  if (takes === 'text') return { insert: `${name}="$1"`, snippet: true };
  return { insert: `${name}=`, goesOn: true };
}
